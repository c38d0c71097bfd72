import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { foldEntries } from '../../../../src-shared/billing/lots/entry';
import {
  planCharge,
  planHolds,
  planRelease,
} from '../../../../src-shared/billing/lots/plan-entries';
import { type JobState, settlementOf } from '../../../../src-shared/jobs/job';
import { aiStudios } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { day, playStory, terms } from '../../../helpers/ledger-story';
import { begin, buyUnits, cancel, deliver, plan, start, submit } from '../../../independent/script';

// The reported cases about holds; the others are in edge-cases.test.ts.

const personal = plan('personal', 'monthly');

test('case 9: balance 5,000, five holds of 1,000: the sixth fails', () => {
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

test('case 10: a second void changes nothing and says that there is nothing to void', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal), submit('fox', 5), cancel('fox'));
  story.refuses(cancel('fox'), begin('fox'), deliver('fox'));
  expect(story.view().jobs).toEqual([{ id: 'fox', state: 'cancelled', held: 0 }]);
  expect(story.spendable()).toBe(60);
});

test('case 11: a refused hold cannot be captured, nor its id used again, after a top-up', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal));
  story.refuses(submit('film', 61), begin('film'), deliver('film'));
  story.does(buyUnits('personal-unit', 1));
  story.refuses(submit('film', 61), begin('film'), deliver('film'));
  expect(story.spendable()).toBe(120);
});

describe('case 12: concurrent captures never exceed the hold: it is settled once, whatever the way', () => {
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

test('case 13: a capture above the hold is refused whole', () => {
  const held = [{ lotId: 'base', credits: credits(5) }];
  const lots = new Map([['base', terms('base', 16)]]);
  expect(() => planCharge('fox', held, credits(6), lots, day(1))).toThrow(/1 credits more/);
});

test('case 14: a result arriving after expiry is charged at most once, to the lot that held', () => {
  playStory(`
     0 | grant base 16 until 30     | spendable 16
    29 | hold fox 5                 | base 11 5 0 0
    30 | expire                     | base 0 5 0 11
    30 | grant base-2 16 until 60   | spendable 16
    40 | charge fox                 | base 0 0 5 11; base-2 16 0 0 0
  `);
});

test('case 15: hold before renewal, release after: balance never exceeds the new grant', () => {
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

test('case 17: expired but unswept credit is unspendable', () => {
  playStory(`
     0 | grant base 60 until 30   | spendable 60
    30 | look                     | base 60 0 0 0; spendable 0
    30 | hold fox 1               | missing 1
  `);
});

test('case 18: expiry racing a burn debits only its own lot, never paid packs', () => {
  playStory(`
     0 | grant base 60 until 30    | spendable 60
     0 | grant pack 200 until 90   | spendable 260
    29 | hold film 70              | base 0 60 0 0; pack 190 10 0 0
    30 | expire                    | base 0 60 0 0; pack 190 10 0 0
    30 | release film              | base 0 0 0 60; pack 200 0 0 0; spendable 200
  `);
});

test('case 25: a running job shows «held», not «spent»; failure text agrees with the ledger', () => {
  const failure = { code: 'engine-refused', message: 'no' } as const;
  const settled = (state: JobState) => settlementOf({ state, held: true });
  expect(settled({ kind: 'running', startedAt: day(1) })).toBe('held');
  expect(
    settled({ kind: 'failed', endedAt: day(1), failure: { ...failure, processed: false } }),
  ).toBe('not charged');
  expect(
    settled({ kind: 'failed', endedAt: day(1), failure: { ...failure, processed: true } }),
  ).toBe('charged');
});

test('planning a hold never changes the lots that were read', () => {
  const { life } = coreScript(aiStudios, '2026-01-20');
  life.apply(start(personal));
  const lots = life.liveLots();
  const before = structuredClone(lots);
  planHolds(lots, [{ job: 'fox', credits: credits(5) }], life.now);
  expect(lots).toEqual(before);
});
