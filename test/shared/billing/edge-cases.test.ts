import { describe, expect, test } from 'vitest';
import { credits } from '../../../src-shared/billing/credits';
import { foldEntries } from '../../../src-shared/billing/entry';
import { instant } from '../../../src-shared/billing/instant';
import { freshLot } from '../../../src-shared/billing/lot';
import { planCharge, planHolds, planRelease } from '../../../src-shared/billing/plan-entries';
import {
  lotsOfCycle,
  nextBoundary,
  type Subscription,
} from '../../../src-shared/billing/subscription';
import { settlementOf } from '../../../src-shared/jobs/job';
import { day, playStory, terms } from '../../helpers/ledger-story';
import {
  lotsOf,
  nextTwentieth,
  notBegun,
  personal,
  runUntil,
  twentieth,
} from '../../helpers/running-plan';

// Cases that users of other credit systems reported, by number; case 1 is in billing-cycle.test.ts,
// case 13 in plan-entries.test.ts.

/** The lots of the plan after every boundary due by `until`. */
const lotsBy = (until: number) => lotsOf(runUntil(personal, notBegun, instant(until)));

test('case 2: the refill that coincides with the beginning happens once', () => {
  expect(lotsBy(twentieth).map((lot) => lot.granted)).toEqual([60]);
  expect(nextBoundary(personal, 1, lotsBy(twentieth), twentieth)).toBeNull();
});

test('case 3: a pack bought in the middle of a turn refills nothing else', () => {
  playStory(`
    0 | grant base 60              | spendable 60
    5 | hold film 60               | base 0 60 0 0
    6 | charge film                | base 0 0 60 0
    7 | grant pack 200 until 97    | base 0 0 60 0; pack 200 0 0 0; spendable 200
  `);
});

test('case 4: right at the start of a turn its grant is there and the old lot is gone', () => {
  playStory(`
     0 | grant base 60 until 30     | spendable 60
    30 | grant base-2 60 until 60   | spendable 60
    30 | hold film 61               | missing 1
    30 | hold film 60               | base 60 0 0 0; base-2 0 60 0 0
  `);
});

test('case 5: what is bought under one key is one lot', () => {
  const [first] = lotsOfCycle(personal, { index: 3, startsAt: day(0), endsAt: day(30) });
  const [again] = lotsOfCycle(personal, { index: 3, startsAt: day(0), endsAt: day(30) });
  expect(again).toEqual(first);
});

test('case 9: of 5,000 five holds of 1,000 are taken and the sixth is not', () => {
  playStory(`
    0 | grant base 5000       | spendable 5000
    1 | hold one 1000         | spendable 4000
    1 | hold two 1000         | spendable 3000
    1 | hold three 1000       | spendable 2000
    1 | hold four 1000        | spendable 1000
    1 | hold five 1000        | spendable 0
    1 | hold six 1000         | missing 1000; base 0 5000 0 0
  `);
});

describe('case 10, 12: one hold is settled once, by whatever way', () => {
  const base = terms('base', 16);
  const lots = new Map([['base', base]]);
  const held = [{ lotId: 'base', credits: credits(5) }];
  const history = playStory(`
    0 | grant base 16   | spendable 16
    1 | hold fox 5      | spendable 11
  `);
  const settled = {
    charge: planCharge('fox', held, credits(5), lots, day(2)),
    part: planCharge('fox', held, credits(2), lots, day(2)),
    release: planRelease('fox', held, lots, day(2)),
  };
  const ways = ['charge', 'part', 'release'] as const;
  const pairs = ways.flatMap((first) => ways.map((second) => [first, second] as const));
  test.each(pairs)('after %s, %s does not fit', (first, second) => {
    const once = [...history, ...settled[first]];
    expect(foldEntries(once).get('base')?.held).toBe(0);
    expect(() => foldEntries([...once, ...settled[second]])).toThrow(RangeError);
  });
});

test('case 14: a result that comes after the expiry is charged once, to the lot that held', () => {
  playStory(`
     0 | grant base 16 until 30     | spendable 16
    29 | hold fox 5                 | base 11 5 0 0
    30 | expire                     | base 0 5 0 11
    30 | grant base-2 16 until 60   | spendable 16
    40 | charge fox                 | base 0 0 5 11; base-2 16 0 0 0
  `);
});

test('case 15: a hold before renewal and its release after it never lift the new grant', () => {
  playStory(`
     0 | grant base 60 until 30     | spendable 60
    29 | hold film 50               | base 10 50 0 0
    30 | expire                     | base 0 50 0 10
    30 | grant base-2 60 until 60   | spendable 60
    31 | release film               | base 0 0 0 60; base-2 60 0 0 0; spendable 60
  `);
});

test('case 16: expiry skips held credit, and a release past expiry forfeits it', () => {
  playStory(`
     0 | grant base 60 until 30   | spendable 60
    10 | hold film 20             | base 40 20 0 0
    30 | expire                   | base 0 20 0 40
    30 | expire                   | base 0 20 0 40
    31 | release film             | base 0 0 0 60; spendable 0
    32 | expire                   | base 0 0 0 60
  `);
});

test('case 17: expired credit that nothing has swept yet cannot be spent', () => {
  playStory(`
     0 | grant base 60 until 30   | spendable 60
    30 | look                     | base 60 0 0 0; spendable 0
    30 | hold fox 1               | missing 1
  `);
});

test('case 18: expiry that races a burn debits its own lot, never the pack', () => {
  playStory(`
     0 | grant base 60 until 30    | spendable 60
     0 | grant pack 200 until 90   | spendable 260
    29 | hold film 70              | base 0 60 0 0; pack 190 10 0 0
    30 | expire                    | base 0 60 0 0; pack 190 10 0 0
    30 | release film              | base 0 0 0 60; pack 200 0 0 0; spendable 200
  `);
});

test('case 19: a pack outlives the renewal of a plan without rollover', () => {
  const pack = freshLot(terms('pack', 200, { startsAt: twentieth, expiresAt: day(30_000) }));
  const renewal = nextBoundary(personal, 1, [...lotsBy(twentieth), pack], nextTwentieth);
  expect(renewal?.entries.map(({ kind, lotId }) => [kind, lotId])).toEqual([
    ['expire', 'plan:0:base:ada'],
    ['grant', 'plan:1:base:ada'],
  ]);
});

test('case 22: begun on the 20th, one allowance comes before the next 20th', () => {
  expect(lotsBy(nextTwentieth - 1).map((lot) => lot.available)).toEqual([60]);
  expect(lotsBy(nextTwentieth).map((lot) => lot.available)).toEqual([0, 60]);
});

test('case 23: a seat more neither grants twice nor takes the key of a renewal', () => {
  const two = { ...personal, wallets: [...personal.wallets, { id: 'bo', kind: 'seat' as const }] };
  const ids = (subscription: Subscription, index: number) =>
    lotsOfCycle(subscription, { index, startsAt: day(0), endsAt: day(30) }).map(({ id }) => id);
  expect(ids(two, 0).slice(0, 1)).toEqual(ids(personal, 0));
  const all = [0, 1, 2].flatMap((index) => ids(two, index));
  expect(new Set(all).size).toBe(6);
});

test('case 25: a running job is held, not charged; a failure agrees with the ledger', () => {
  const failure = { code: 'engine-refused', message: 'no' } as const;
  expect(settlementOf({ kind: 'running', startedAt: day(1) })).toBe('held');
  expect(
    settlementOf({ kind: 'failed', endedAt: day(1), failure: { ...failure, processed: false } }),
  ).toBe('not charged');
  expect(
    settlementOf({ kind: 'failed', endedAt: day(1), failure: { ...failure, processed: true } }),
  ).toBe('charged');
});

test('planning a hold never changes the lots that were read', () => {
  const lots = lotsBy(twentieth);
  const before = structuredClone(lots);
  planHolds(lots, [{ job: 'fox', credits: credits(5) }], twentieth);
  expect(lots).toEqual(before);
});
