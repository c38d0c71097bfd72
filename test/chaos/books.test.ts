import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src-main/store/sqlite';
import { frozenClock } from '../helpers/frozen-clock';
import { tamper } from '../helpers/tampering';
import { openTestStudio, removeFolder, temporaryFolder } from '../helpers/test-studio';
import { readBooks } from './books';

const orderId = '00000000-0000-4000-8000-000000000001';

/** A closed folder with three months of a team's plan, a unit, and pictures that wait over a boundary. */
let sound: string;
beforeAll(async () => {
  const { studio, client, clock, folder } = await openTestStudio({
    clock: frozenClock('2026-01-31T10:00:00Z'),
  });
  sound = folder;
  const plan = { cardId: 'ai-studios', planId: 'team', cadence: 'monthly', seats: 2 } as const;
  await client.workspace.begin({ ...plan, timeZone: 'UTC' });
  const wish = { kind: 'buy-units', addOnId: 'team-unit', count: 2 } as const;
  await client.plan.order({ orderId, wish, accepted: null });
  await client.jobs.pause();
  const request = {
    tool: 'image',
    prompt: 'a fox',
    negativePrompt: '',
    style: 'ink',
    model: 'image-generator',
    quality: 'basic',
    width: 512,
    height: 512,
    seed: 7,
  } as const;
  const accepted = { card: { id: 'ai-studios', version: '2026-11-01' }, total: 2 };
  await client.jobs.submit({ batchId: orderId, request, count: 2, accepted });
  clock.set('2026-03-31T10:00:00Z');
  await client.credits.balance();
  await studio.close();
});
afterAll(() => removeFolder(sound));

/** What the books say of the folder once somebody has changed a copy of it. */
function problemsAfter(change: (database: Database) => void): string {
  const folder = temporaryFolder();
  try {
    cpSync(sound, folder, { recursive: true });
    tamper(folder, (database) => {
      database.pragma('ignore_check_constraints = on');
      change(database);
    });
    return (readBooks(folder)?.problems ?? []).join('\n');
  } finally {
    removeFolder(folder);
  }
}

const run = (sql: string) => (database: Database) => void database.exec(sql);

test('of a ledger that is right nothing is said', () => {
  expect(problemsAfter(() => undefined)).toBe('');
  expect(readBooks(sound)).toMatchObject({ heldAnew: 2, unheld: 0, grants: 9, bills: 6 });
});

describe('every kind of wrong is told', () => {
  test.each([
    [
      'an entry that was changed',
      'update entry set credits = 151 where number = 1',
      'entry 1 has another hash',
    ],
    [
      'an order that was changed',
      'update plan_order set at = at + 1 where number = 2',
      'plan_order 2 has another hash',
    ],
    [
      'an order that is gone',
      'delete from plan_order where number = 2',
      `the lot ${orderId}:add-on follows from no order`,
    ],
    [
      'a bill that was changed',
      "update invoice_line set cents = 1 where kind = 'units'",
      'asks 1 cents, not 6000',
    ],
    [
      'a bill that is gone',
      'delete from invoice_line where number = (select max(number) from invoice_line)',
      'was not billed',
    ],
    [
      'a bill for nothing',
      "insert into invoice_line select number + 100, id || ':again', at, kind, name, seat, quantity, cents, credits, subscription, cycle_starts_at, cycle_ends_at, hash from invoice_line where number = 1",
      'follows from no order',
    ],
    [
      'a grant that is gone',
      "delete from entry where id = 'grant:subscription-1:1:base:seat-2'",
      'the lot subscription-1:1:base:seat-2 was never granted',
    ],
    [
      'an allowance that came twice',
      "insert into entry select number + 100, id || ':again', kind, lot || ':again', wallet, credits, at, cause_json, released_to, terms_json, job, available_after, held_after, hash from entry where kind = 'grant' and wallet = 'seat-2' and number > 5 limit 1",
      ':again follows from no order',
    ],
    [
      'a grant with another cause',
      'update entry set cause_json = \'{"kind":"order","order":"begin"}\' where id = \'grant:subscription-1:0:base:seat-1\'',
      'the lot subscription-1:0:base:seat-1 is',
    ],
    [
      'a lot below nothing',
      "update lot set available = -1 where id = 'subscription-1:2:base:seat-1'",
      'is not what its entries make of it',
    ],
    [
      'a lot that did not lapse',
      "update lot set available = 5 where id = 'subscription-1:0:base:seat-1'",
      'did not lapse on its date',
    ],
    [
      'a hold that is not there',
      'update job set held = 0 where index_in_batch = 0',
      'still has 1 of',
    ],
    [
      'a hold that was lost',
      "delete from entry where kind = 'hold' and number = (select max(number) from entry where kind = 'hold')",
      'has 0 on hold, not 1',
    ],
    ['a hold of somebody else’s credit', "update batch set seat = 'seat-2'", 'of seat-2 holds'],
    [
      'a cycle that was left out',
      "update setting set value_json = '1798711200000' where name = 'crossed-until'",
      'a cycle was never billed',
    ],
    [
      'another workspace',
      "update workspace_identity set id = 'other'",
      'the genesis is of another workspace',
    ],
  ])('%s', (_, sql, problem) => {
    expect(problemsAfter(run(sql))).toContain(problem);
  });
});
