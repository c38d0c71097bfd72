import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noHash } from '../../src-main/ledger/chain';
import { hashEntry } from '../../src-main/ledger/entry-hash';
import { columnsOf, rowOfLot } from '../../src-main/ledger/entry-row';
import { first } from '../../src-main/store/migrations/0001-first';
import { ledgerFile } from '../../src-main/store/open-store';
import { openSqlite } from '../../src-main/store/sqlite';
import { schemaBuilder } from '../../src-main/store/statements';
import { cycleAt } from '../../src-shared/billing/billing-cycle';
import { credits } from '../../src-shared/billing/credits';
import { instant, isoOf } from '../../src-shared/billing/instant';
import { applyEntry, type Entry } from '../../src-shared/billing/lots/entry';
import type { Lot, LotTerms } from '../../src-shared/billing/lots/lot';
import { planExpiry, planGrant } from '../../src-shared/billing/lots/plan-entries';
import { aiStudios } from '../helpers/cards';
import { frozenClock } from '../helpers/frozen-clock';
import { temporaryFolder } from '../helpers/test-studio';
import { balance, closeFlow, openFlow } from './flow';

const anchor = instant(Date.parse('2026-01-31T10:00:00Z'));
const granted = credits(60);

function lotOf(index: number): LotTerms {
  const { startsAt, endsAt } = cycleAt(anchor, 1, 'UTC', index);
  return {
    id: `subscription-1:${index}:base:seat-1`,
    wallet: { id: 'seat-1', kind: 'seat' },
    source: 'base',
    startsAt,
    expiresAt: endsAt,
    granted,
  };
}

function grantOf(index: number): Entry {
  const cause = { kind: 'cycle', subscription: 'subscription-1', index } as const;
  return planGrant({ terms: lotOf(index), cause });
}

/** A data folder as the first version left it: Personal, begun on 31 January, so many cycles granted. */
function firstVersionFolder(cycles: number): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const database = openSqlite(ledgerFile(folder));
  for (const statement of first.statements(schemaBuilder, 'sqlite')) {
    database.exec(statement.compile().sql);
  }
  database.pragma('user_version = 1');
  const insert = (table: string, row: object) => {
    const names = Object.keys(row);
    const values = names.map((name) => `@${name}`).join(', ');
    database.prepare(`insert into ${table} (${names.join(', ')}) values (${values})`).run(row);
  };
  const { id, version } = aiStudios;
  insert('rate_card', { id, version, content_json: JSON.stringify(aiStudios) });
  insert('workspace', {
    id: 1,
    card_id: id,
    card_version: version,
    subscription: 'subscription-1',
    plan_id: 'personal',
    cadence: 'monthly',
    anchor,
    time_zone: 'UTC',
    grant_credits: granted,
    grant_every_months: 1,
    granted_cycles: cycles,
  });
  const lots = new Map<string, Lot>();
  let previous: Uint8Array = noHash;
  let number = 0;
  const post = (entry: Entry) => {
    number += 1;
    lots.set(entry.lotId, applyEntry(lots.get(entry.lotId) ?? null, entry));
    const available = [...lots.values()].reduce((total, lot) => total + lot.available, 0);
    const row = {
      ...columnsOf(entry),
      number,
      wallet: 'seat-1',
      available_after: available,
      held_after: 0,
    };
    previous = hashEntry(row, previous);
    insert('entry', { ...row, hash: previous });
  };
  for (let index = 0; index < cycles; index += 1) {
    const before = lots.get(lotOf(index - 1).id);
    if (before !== undefined) post(planExpiry(before, before.available, before.expiresAt));
    post(grantOf(index));
  }
  for (const lot of lots.values()) insert('lot', rowOfLot(lot));
  database.close();
  return folder;
}

test.each([0, 1, 3])(
  'a ledger of the first version with %i cycles granted goes on as an order',
  async (cycles) => {
    const folder = firstVersionFolder(cycles);
    const flow = await openFlow({ folder, clock: frozenClock('2026-05-31T10:00:00Z') });
    expect(await balance(flow)).toEqual({ available: 60, held: 0 });
    const { orders } = await flow.client.plan.orders({ before: null, limit: 10 });
    expect(orders.map(({ id, kind }) => [id, kind])).toEqual([['begin', 'start-plan']]);
    const { plan } = await flow.client.plan.state();
    expect(plan && isoOf(plan.cycle.startsAt)).toBe('2026-05-31T10:00:00.000Z');
    // Every cycle was billed once, those before there were bills included.
    const bills = flow.studio.ports.plans.invoices.all().map(({ at }) => isoOf(at).slice(0, 10));
    expect(bills).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    const grants = flow.studio.ports.database
      .prepare("select count(*) from entry where kind = 'grant'")
      .pluck()
      .get();
    expect(grants).toBe(5);
  },
);

test('an upgrade from the first version keeps its ledger’s chain, and never becomes a test workspace', async () => {
  const folder = firstVersionFolder(2);
  const flow = await openFlow({ folder, clock: frozenClock('2026-03-01T10:00:00Z') });
  expect(Buffer.from(flow.studio.ports.identity.genesis).equals(Buffer.from(noHash))).toBe(true);
  expect(flow.studio.ports.identity.testClock).toBe(false);
});

test('the backup from before the upgrade is of the same workspace, and can be restored', async () => {
  const folder = firstVersionFolder(2);
  const flow = await openFlow({ folder, clock: frozenClock('2026-03-01T10:00:00Z') });
  const { workspaceId } = flow.studio.ports.identity;
  await closeFlow(flow);
  const later = await openFlow({ folder, clock: frozenClock('2026-05-01T10:00:00Z') });
  const { backups } = await later.client.proof.backups();
  expect(backups).toMatchObject([{ name: 'before-version-3.sqlite', entries: 3, ours: true }]);
  await later.client.proof.restore({ name: 'before-version-3.sqlite' });
  await closeFlow(later);
  const again = await openFlow({ folder, clock: frozenClock('2026-05-01T10:00:00Z') });
  expect(again.studio.ports.identity.workspaceId).toBe(workspaceId);
  expect((await again.client.proof.state()).atStart).toMatchObject({ kind: 'older-backup' });
  expect(await balance(again)).toEqual({ available: 60, held: 0 });
});
