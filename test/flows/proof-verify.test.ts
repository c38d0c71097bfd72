import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashLine } from '../../src-main/billing-clock/invoice-store';
import { hashOrder } from '../../src-main/billing-clock/order-store';
import { verifyEverything } from '../../src-main/jobs/verify-everything';
import { noHash } from '../../src-main/ledger/chain';
import type { EntryRow, InvoiceLineRow, PlanOrderRow } from '../../src-main/store/schema';
import type { Database } from '../../src-main/store/sqlite';
import type { Verification } from '../../src-shared/contract/credits';
import { rehash } from '../helpers/tampering';
import type { TestStudio } from '../helpers/test-studio';
import { allEnded, openFlow, submit, verify } from './flow';

let flow: TestStudio;
let database: Database;

/** A team with two seats and units that has lived for three months. */
beforeEach(async () => {
  flow = await openFlow();
  flow.studio.queue.work();
  database = flow.studio.ports.database;
  await flow.client.workspace.begin({
    cardId: 'ai-studios',
    planId: 'team',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
    seats: 2,
  });
  const order = (wish: Parameters<typeof flow.client.plan.order>[0]['wish']) =>
    flow.client.plan.order({ orderId: randomUUID(), wish, accepted: null });
  await order({ kind: 'buy-units', addOnId: 'team-unit', count: 3 });
  await submit(flow, { count: 2 });
  await allEnded(flow);
  flow.clock.set('2026-03-05T10:00:00Z');
  await order({ kind: 'add-seat', seat: null, name: 'Grace' });
  flow.clock.set('2026-05-05T10:00:00Z');
  await flow.client.credits.balance();
});

afterEach(() => {
  if (database.open && database.inTransaction) database.exec('rollback');
});

/** What `verify` says of books that were harmed; the harm is taken back. */
async function verdictOn(harm: (database: Database) => void): Promise<Verification> {
  database.exec('begin immediate');
  const triggers = database
    .prepare<[], string>("select name from sqlite_master where type = 'trigger'")
    .pluck()
    .all();
  for (const trigger of triggers) database.exec(`drop trigger "${trigger}"`);
  harm(database);
  try {
    return await verify(flow);
  } finally {
    database.exec('rollback');
  }
}

const orders = () =>
  database.prepare<[], PlanOrderRow>('select * from plan_order order by number').all();
const lines = () =>
  database.prepare<[], InvoiceLineRow>('select * from invoice_line order by number').all();

/** An order of these once more, right after the last. */
function again(rows: readonly PlanOrderRow[], number: number): PlanOrderRow[] {
  const at = rows.at(-1)?.at ?? 0;
  return rows.filter((row) => row.number === number).map((row) => ({ ...row, id: 'again', at }));
}

/** Writes rows of a chain anew with hashes that fit. */
function rewriteOrders(rows: readonly PlanOrderRow[]): void {
  database.exec('delete from plan_order');
  const insert = database.prepare(
    'insert into plan_order (number, id, at, wish_json, hash) values (@number, @id, @at, @wish_json, @hash)',
  );
  let previous = noHash;
  for (const [index, row] of rows.entries()) {
    const numbered = { ...row, number: index + 1 };
    previous = hashOrder(numbered, previous);
    insert.run({ ...numbered, hash: previous });
  }
}

function rewriteLines(rows: readonly InvoiceLineRow[]): void {
  database.exec('delete from invoice_line');
  let previous = noHash;
  for (const [index, row] of rows.entries()) {
    const numbered = { ...row, number: index + 1 };
    previous = hashLine(numbered, previous);
    const columns = Object.keys(numbered);
    const insert = `insert into invoice_line (${columns.join()}) values (${columns.map((name) => `@${name}`).join()})`;
    database.prepare(insert).run({ ...numbered, hash: previous });
  }
}

test('sound books are sound', async () => {
  expect(await verify(flow)).toMatchObject({ kind: 'sound', files: 2 });
  expect(orders()).toHaveLength(3);
  expect(lines().length).toBeGreaterThan(8);
});

describe('of orders, verify names', () => {
  test('one that was edited, and one that is missing', async () => {
    const edited = await verdictOn(() =>
      database.exec(
        "update plan_order set wish_json = replace(wish_json, '3', '4') where number = 2",
      ),
    );
    expect(edited).toMatchObject({ kind: 'broken', at: expect.stringMatching(/^order 2 \(/) });
    const missing = await verdictOn(() => database.exec('delete from plan_order where number = 2'));
    expect(missing).toMatchObject({ message: 'order 2 is missing' });
    const swapped = await verdictOn(() =>
      database.exec(
        'update plan_order set number = -1 where number = 1; update plan_order set number = 1 where number = 2; update plan_order set number = 2 where number = -1',
      ),
    );
    expect(swapped).toMatchObject({ at: expect.stringMatching(/^order 1 \(/) });
  });

  test.each<[string, (rows: PlanOrderRow[]) => PlanOrderRow[], RegExp]>([
    [
      'more units than were granted',
      (rows) =>
        rows.map((row) => ({ ...row, wish_json: row.wish_json.replace('"count":3', '"count":4') })),
      /it is not what the orders grant/,
    ],
    [
      'an order whose credit never came',
      (rows) => [...rows, ...again(rows, 2)],
      /follows from them and is missing/,
    ],
    [
      'an order that was taken out',
      (rows) => rows.filter(({ number }) => number !== 2),
      /follows from no order and no cycle|bill/,
    ],
    [
      'an order that can’t be read',
      (rows) => rows.map((row) => ({ ...row, wish_json: '{"kind":"gift"}' })),
      /can’t be unfolded/,
    ],
    [
      'an order of a time that has not come',
      (rows) => [...rows, ...again(rows, 2).map((row) => ({ ...row, at: 4_102_444_800_000 }))],
      /can’t have been placed at its time/,
    ],
    [
      'an order before the one that it follows',
      (rows) => rows.map((row) => ({ ...row, at: row.number === 3 ? 1 : row.at })),
      /can’t have been placed at its time/,
    ],
    [
      'an order that can’t have been placed',
      (rows) => [...rows, ...again(rows, 1)],
      /can’t be unfolded .*plan-running/,
    ],
  ])('%s, though every hash fits', async (_, forge, message) => {
    const verdict = await verdictOn(() => rewriteOrders(forge(orders())));
    expect(verdict).toMatchObject({ kind: 'broken', message: expect.stringMatching(message) });
  });
});

describe('of invoice lines, verify names', () => {
  test.each<[string, (rows: InvoiceLineRow[]) => InvoiceLineRow[], RegExp]>([
    [
      'a lower price',
      (rows) => rows.map((row) => ({ ...row, cents: row.number === 3 ? 1 : row.cents })),
      /the orders bill .* here, and otherwise/,
    ],
    ['a line too few', (rows) => rows.slice(0, -1), /follows from the orders and is missing/],
    [
      'a line too many',
      (rows) => [...rows, { ...(rows[0] as InvoiceLineRow), id: 'one-more' }],
      /it follows from no order/,
    ],
    ['lines in another order', (rows) => rows.toReversed(), /here, and otherwise/],
  ])('%s, though every hash fits', async (_, forge, message) => {
    const verdict = await verdictOn(() => rewriteLines(forge(lines())));
    expect(verdict).toMatchObject({ kind: 'broken', message: expect.stringMatching(message) });
  });

  test('one that was edited, and one that is missing', async () => {
    const edited = await verdictOn(() => database.exec('update invoice_line set cents = 0'));
    expect(edited).toMatchObject({ at: expect.stringMatching(/^invoice line 1 \(/) });
    const missing = await verdictOn(() =>
      database.exec('delete from invoice_line where number = 4'),
    );
    expect(missing).toMatchObject({ message: 'invoice line 4 is missing' });
  });
});

describe('of grants, verify names', () => {
  test('a larger one, though every hash and balance fits', async () => {
    const verdict = await verdictOn(() => {
      database.exec(`update entry set credits = credits + 10,
          terms_json = json_set(terms_json, '$.granted', credits + 10)
        where kind = 'grant' and number = (select max(number) from entry where kind = 'grant')`);
      const grant = database
        .prepare<[], EntryRow>("select * from entry where kind = 'grant' order by number desc")
        .get();
      database
        .prepare('update lot set granted = granted + 10, available = available + 10 where id = ?')
        .run(grant?.lot);
      refigure(grant?.wallet ?? '', grant?.number ?? 0, 10);
      rehash(database);
    });
    expect(verdict).toMatchObject({ kind: 'broken', message: 'it is not what the orders grant' });
  });

  test('one that follows from nothing (B7)', async () => {
    const verdict = await verdictOn(() => {
      const { number } = flow.studio.ports.ledger.tip() ?? { number: 0 };
      const lot = 'a-gift';
      const terms = {
        id: lot,
        wallet: { id: 'nobody', kind: 'seat' },
        source: 'base',
        startsAt: 1_777_975_200_000,
        expiresAt: 1_877_975_200_000,
        granted: 1_000,
      };
      database
        .prepare(
          `insert into entry values (@number, @id, 'grant', @lot, 'nobody', 1000, @at, @cause, null, @terms, null, 1000, 0, zeroblob(32))`,
        )
        .run({
          number: number + 1,
          id: `grant:${lot}`,
          lot,
          at: terms.startsAt,
          cause: JSON.stringify({ kind: 'order', order: 'none' }),
          terms: JSON.stringify(terms),
        });
      database
        .prepare(
          "insert into lot values (?, 'nobody', 'seat', 'base', ?, ?, 1000, 1000, 0, 0, 0, 1)",
        )
        .run(lot, terms.startsAt, terms.expiresAt);
      rehash(database);
    });
    expect(verdict).toMatchObject({
      kind: 'broken',
      message: 'it grants credit that follows from no order and no cycle',
    });
  });
});

/** Lifts the totals of a wallet from an entry on. */
function refigure(wallet: string, from: number, by: number): void {
  database
    .prepare(
      'update entry set available_after = available_after + ? where wallet = ? and number >= ?',
    )
    .run(by, wallet, from);
}

test('of the identity, verify names a change', async () => {
  const { identity } = flow.studio.ports;
  const forged = { ...flow.studio.ports, identity: { ...identity, testClock: true } };
  let last: Verification | null = null;
  for await (const step of verifyEverything(forged, undefined)) last = step;
  expect(last).toMatchObject({ kind: 'broken', at: 'the workspace’s identity' });
});

describe('of the signed head, verify names', () => {
  const file = () => join(flow.folder, 'heads', 'head.json');
  beforeEach(() => flow.studio.backups.makeNow());

  test.each<[string, (text: string) => string, RegExp]>([
    ['a change', (text) => text.replace(/"count": \d+/, '"count": 1'), /something was changed/],
    ['what is no head', () => 'nothing', /can’t be read/],
  ])('%s', async (_, spoil, message) => {
    const sound = readFileSync(file(), 'utf8');
    writeFileSync(file(), spoil(sound));
    expect(await verify(flow)).toMatchObject({
      kind: 'broken',
      at: 'the signed head',
      message: expect.stringMatching(message),
    });
    writeFileSync(file(), sound);
  });

  test('that it was taken away', async () => {
    const sound = readFileSync(file(), 'utf8');
    rmSync(file());
    expect(await verify(flow)).toMatchObject({
      message: 'it was taken away from beside the ledger',
    });
    writeFileSync(file(), sound);
  });

  test('that the ledger was cut while it was open', async () => {
    const verdict = await verdictOn(() => {
      database.exec(
        'delete from invoice_line; delete from plan_order; delete from entry; delete from lot; delete from asset; delete from job; delete from recipe; delete from batch; delete from usage_day',
      );
    });
    expect(verdict).toMatchObject({ kind: 'broken' });
  });
});

test('a verification can be stopped, and then gives no verdict', async () => {
  const stop = new AbortController();
  const verdicts: Verification[] = [];
  const { ports, proof } = flow.studio;
  stop.abort();
  for await (const step of verifyEverything(ports, stop.signal, proof.verifyHeads)) {
    verdicts.push(step);
  }
  expect(verdicts.filter(({ kind }) => kind !== 'progress')).toEqual([]);
});
