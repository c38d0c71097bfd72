import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { spendableLots, takeFrom } from '../../../../src-shared/billing/lots/burn-order';
import { consideredLots } from '../../../../src-shared/billing/lots/considered-lots';
import type { Entry } from '../../../../src-shared/billing/lots/entry';
import { type EntryFacts, explainEntry } from '../../../../src-shared/billing/lots/explain-entry';
import {
  freshLot,
  type Lot,
  type LotTerms,
  noExpiry,
} from '../../../../src-shared/billing/lots/lot';
import { arithmeticText, storySentences } from '../../../../src-shared/billing/lots/story';
import type { Wish } from '../../../../src-shared/billing/plan/order';
import { aiStudios, quoteOf } from '../../../helpers/cards';
import { day, terms } from '../../../helpers/ledger-story';
import { anyLots } from '../../../helpers/random-lots';

const pool = { id: 'pool', kind: 'pool' } as const;
const card = { id: aiStudios.id, version: aiStudios.version };

/** The reasons of lots in burn order, as `id: reason`. */
function reasons(...lots: readonly LotTerms[]): string[] {
  return consideredLots(lots.map(freshLot), [], day(1)).map(({ lot, reason }) => {
    return `${lot.id}: ${reason}`;
  });
}

describe('lots that a hold considered', () => {
  test('stand in burn order, each with the first key that puts it after the one before', () => {
    expect(
      reasons(
        terms('pack-b', 5, { startsAt: day(1) }),
        terms('pack-c', 5, { startsAt: day(1) }),
        terms('pack-a', 5),
        terms('pool', 5, { wallet: pool }),
        terms('base', 5),
        terms('add-on', 5),
        terms('late', 5, { expiresAt: day(60) }),
        terms('endless', 5, { expiresAt: noExpiry }),
        terms('pool endless', 5, { expiresAt: noExpiry, wallet: pool }),
        terms('soon', 5, { expiresAt: day(2) }),
      ),
    ).toEqual([
      'soon: lapses soonest',
      'base: lapses later',
      'add-on: lapses at the same instant, but add-on credit goes after plan credit',
      'pack-a: lapses at the same instant, but pack credit goes after add-on credit',
      'pack-b: lapses at the same instant, but came later',
      'pack-c: lapses at the same instant and came at the same one; ids decide, so that no two ever tie',
      "pool: lapses at the same instant, but belongs to all seats, and a seat's own credit goes first",
      'late: lapses later',
      'endless: goes after all that lapses',
      "pool endless: does not lapse either, but belongs to all seats, and a seat's own credit goes first",
    ]);
  });

  test('are told alone where nothing else could pay', () => {
    expect(reasons(terms('base', 5))).toEqual(['base: nothing else could pay']);
    const two = [terms('a', 5, { expiresAt: noExpiry }), terms('b', 5, { expiresAt: noExpiry })];
    expect(reasons(...two)[0]).toBe('a: nothing that lapses was left');
  });

  test('are those that could pay, with exactly what the hold took of each', () => {
    fc.assert(
      fc.property(anyLots, fc.nat(40), fc.nat(200), (lots, today, amount) => {
        const takes = takeFrom(spendableLots(lots, day(today)), credits(amount));
        if (takes === null) return;
        const taken = takes.map(({ lot, credits }) => ({ lotId: lot.id, credits }));
        const considered = consideredLots(lots, taken, day(today));
        expect(considered.map(({ lot }) => lot.id)).toEqual(
          spendableLots(lots, day(today)).map(({ id }) => id),
        );
        expect(considered.reduce((sum, each) => sum + each.taken, 0)).toBe(amount);
        // What comes first is emptied before anything is taken of what comes later.
        considered.slice(1).forEach((each, place) => {
          const before = considered[place];
          if (each.taken > 0) expect(before?.taken).toBe(before?.available);
        });
      }),
    );
  });
});

const picture = quoteOf(aiStudios, {});
const clip = quoteOf(aiStudios, { tool: 'video', model: 'video-generator', seconds: 5 });
const about = { modelName: 'Image generator', cardName: 'AI Studios', holds: 1 };
const facts: EntryFacts = {
  entry: entry('hold', {}),
  lot: terms('base', 16),
  job: { ...about, quote: picture, end: null },
  order: null,
  lapse: null,
  timeZone: 'UTC',
};

function entry(kind: 'hold' | 'charge' | 'expire', more: Partial<Entry>): Entry {
  const cause = { kind: 'job', job: 'fox' } as const;
  const move = { id: `${kind}:fox:base`, lotId: 'base', credits: credits(1), at: day(3), cause };
  return { ...move, ...more, kind } as Entry;
}

function release(to: 'available' | 'expired'): Entry {
  return { ...entry('hold', {}), kind: 'release', id: 'release:fox:base', to };
}

function grantOf(lot: LotTerms, wish: Wish | null): EntryFacts {
  const order = wish && { id: 'order', at: day(0), wish };
  const cause = order
    ? ({ kind: 'order', order: order.id } as const)
    : ({ kind: 'cycle', subscription: 'subscription-1', index: 3 } as const);
  const move = { id: `grant:${lot.id}`, lotId: lot.id, credits: lot.granted, at: lot.startsAt };
  return { ...facts, job: null, lot, order, entry: { ...move, kind: 'grant', terms: lot, cause } };
}

describe('why an entry exists, in one sentence', () => {
  const ended = (kind: 'done' | 'failed' | 'cancelled', quote = picture) => ({
    job: { ...about, quote, end: { kind, at: day(3) } },
  });
  const later = terms('base', 16, { expiresAt: day(300) });
  const units = { card, addOnId: 'unit', seat: 'seat-1' };
  const period = (rollover: { kind: 'none' } | { kind: 'capped'; credits: number }) => ({
    lapse: {
      kind: 'period' as const,
      rollover:
        rollover.kind === 'none' ? rollover : { ...rollover, credits: credits(rollover.credits) },
    },
  });
  test.each<[string, EntryFacts, string]>([
    [
      'A7: a turn of the plan',
      grantOf(terms('base', 16), null),
      'Granted by the plan for its cycle; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'B6: credit without a date',
      grantOf(terms('base', 16, { expiresAt: noExpiry }), null),
      'Granted by the plan for its cycle; what is left of it does not lapse.',
    ],
    [
      'A11: a renewal of units',
      grantOf(terms('add-on', 60), null),
      'Renewed by itself: add-on units that were bought before; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'A10: units, bought',
      grantOf(terms('add-on', 180), { kind: 'buy-units', ...units, count: 3 }),
      'Bought: 3 add-on units, usable at once; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'A10: one unit, bought',
      grantOf(terms('add-on', 60), { kind: 'buy-units', ...units, count: 1 }),
      'Bought: one add-on unit, usable at once; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'B5: a pack',
      grantOf(terms('pack', 60), { kind: 'buy-pack', card, packId: 'p', seat: 'seat-1' }),
      'Bought: a pack, usable at once; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'an upgrade',
      grantOf(terms('base', 44), {
        kind: 'change-plan',
        ...{ card, planId: 'personal', cadence: 'monthly', contract: null },
      }),
      'Granted at once with the change of plan: what the new allowance is more than the old; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'a seat',
      grantOf(terms('base', 150), { kind: 'add-seat', seat: null, name: 'Bo' }),
      'Granted with the seat seat: what it lacked of its allowance; what is left of it lapses on 31 Jan 1970.',
    ],
    [
      'a hold',
      facts,
      'Put aside for Image generator (premium) when it was queued, from the plan credit that lapses soonest (31 Jan 1970).',
    ],
    [
      'B6: a hold of credit without a date',
      { ...facts, lot: terms('pack', 9, { expiresAt: noExpiry, wallet: pool }) },
      'Put aside for Image generator (premium) when it was queued, from pack credit of the pool, which does not lapse.',
    ],
    [
      'a hold made anew',
      { ...facts, entry: entry('hold', { id: 'hold:fox:base:2' }) },
      'Put aside anew for Image generator (premium), which still waited, from the plan credit that lapses soonest (31 Jan 1970).',
    ],
    [
      'a charge for a picture',
      { ...facts, entry: entry('charge', {}), ...ended('done') },
      'Charged once for Image generator (premium): the picture was delivered.',
    ],
    [
      'a charge for a clip',
      { ...facts, entry: entry('charge', {}), ...ended('done', clip) },
      'Charged once for Image generator (premium): the clip was delivered.',
    ],
    [
      'B8: a charge for what was processed in vain',
      { ...facts, entry: entry('charge', {}), ...ended('failed') },
      'Charged once for Image generator (premium): it was processed, though nothing came of it.',
    ],
    [
      'B8: a job that was never processed',
      { ...facts, entry: release('available'), ...ended('cancelled') },
      'Given back: Image generator (premium) was not made, so nothing is charged.',
    ],
    [
      'the rest of a partial charge',
      { ...facts, entry: release('available'), ...ended('done') },
      'Given back: Image generator (premium) cost less than was put aside.',
    ],
    [
      'a hold that moved on',
      { ...facts, entry: release('available') },
      'Given back while Image generator (premium) waited: other credit that it held had lapsed, so its whole hold is made anew as soon as credit can pay for it.',
    ],
    [
      'credit on hold that lapsed',
      { ...facts, entry: release('expired'), lot: terms('base', 16, { expiresAt: day(3) }) },
      'Lapsed on 4 Jan 1970 while it was put aside for Image generator (premium), which still waited.',
    ],
    [
      'credit on hold that lapsed, of a job that ended at the very same instant',
      {
        ...{ ...facts, entry: release('expired'), lot: terms('base', 16, { expiresAt: day(3) }) },
        job: { ...about, holds: 2, quote: picture, end: { kind: 'done', at: day(3) } },
      },
      'Lapsed on 4 Jan 1970 while it was put aside for Image generator (premium), which still waited.',
    ],
    [
      'a release that came too late',
      {
        ...facts,
        entry: release('expired'),
        lot: terms('base', 16, { expiresAt: day(2) }),
        ...ended('cancelled'),
      },
      'Given back by Image generator (premium), but its credit had lapsed on 3 Jan 1970 meanwhile.',
    ],
    [
      'A13: a release after the end of the plan',
      { ...facts, entry: release('expired'), lot: later, ...ended('cancelled') },
      'Given back by Image generator (premium), but its credit had lapsed with its plan meanwhile.',
    ],
    [
      'A8: a lapse',
      { ...facts, job: null, entry: entry('expire', { at: day(30) }) },
      'Lapsed unused at the end of the cycle on 31 Jan 1970.',
    ],
    [
      'B6: a lapse of a pack',
      { ...facts, job: null, lot: terms('pack', 9), entry: entry('expire', { at: day(30) }) },
      'Lapsed unused on its date, 31 Jan 1970.',
    ],
    [
      'A13: a lapse with the plan',
      { ...facts, job: null, lot: later, entry: entry('expire', {}), lapse: { kind: 'end' } },
      'Lapsed unused when the plan ended on 4 Jan 1970: plan and add-on credit ends with it.',
    ],
    [
      'B6: a lapse at a change to no rollover',
      { ...facts, job: null, lot: later, entry: entry('expire', {}), ...period({ kind: 'none' }) },
      'Lapsed unused at the end of the cycle on 4 Jan 1970: nothing rolls over under the plan that ran.',
    ],
    [
      'B6: a lapse beyond a cap',
      {
        ...{ ...facts, job: null, lot: later, entry: entry('expire', {}) },
        ...period({ kind: 'capped', credits: 1200 }),
      },
      'Lapsed unused on 4 Jan 1970: at most 1,200 credits of the plan roll over.',
    ],
    [
      'B6: a lapse beyond the cap of a pack',
      {
        ...{ ...facts, job: null, entry: entry('expire', {}), ...period({ kind: 'none' }) },
        lot: terms('pack', 9, { expiresAt: noExpiry }),
      },
      'Lapsed unused on 4 Jan 1970: it was more than rolls over.',
    ],
  ])('%s', (_, told, sentence) => {
    expect(explainEntry(told)).toBe(sentence);
  });
});

describe('the arithmetic of a price', () => {
  const priced = (units: number, amount: number, per: number, each: number) =>
    arithmeticText({
      ...{ ...clip, units, each: credits(each) },
      price: { credits: credits(amount), per },
    });
  test('A1, A2: pictures and seconds', () => {
    expect(arithmeticText(picture)).toBe('1 picture × 1 credit = 1 credit');
    expect(arithmeticText(clip)).toBe('5 seconds × 1 credit = 5 credits');
  });
  test('a price for several units says whether it was rounded up', () => {
    expect(priced(5, 3, 2, 8)).toBe(
      '5 seconds at 3 credits for every 2 seconds, rounded up to 8 credits',
    );
    expect(priced(6, 3, 2, 9)).toBe('6 seconds at 3 credits for every 2 seconds = 9 credits');
  });
});

describe('a story', () => {
  const lots = [freshLot(terms('base', 3)), freshLot(terms('pack', 50, { expiresAt: noExpiry }))];
  const taken = [
    { lotId: 'base', credits: credits(3) },
    { lotId: 'pack', credits: credits(2) },
  ];
  const of = (
    more: Partial<EntryFacts>,
    lotNow: Lot,
    settled: 'charge' | 'release' | 'lapse' | null = null,
  ) =>
    storySentences({
      ...facts,
      ...more,
      considered: consideredLots(lots, taken, day(1)),
      settled: settled && { kind: settled, at: day(4) },
      lotNow,
    });
  const base = freshLot(terms('base', 16));

  test('of a hold tells price, lots in order, and what became of it', () => {
    expect(of({}, base, 'charge').slice(1)).toEqual([
      `Its price, by version ${card.version} of the card «AI Studios»: 1 picture × 1 credit = 1 credit.`,
      'The card says: 1 credit an image, each time one is made, regenerating included.',
      '3 credits came from plan credit that lapses on 31 Jan 1970 (lapses soonest).',
      '2 credits came from pack credit that does not lapse (goes after all that lapses).',
      'No other lot could have paid.',
      'It was charged on 5 Jan 1970.',
    ]);
    expect(of({}, base, 'release').at(-1)).toBe('It was given back on 5 Jan 1970.');
    expect(of({}, base, 'lapse').at(-1)).toBe('It lapsed on 5 Jan 1970, before it was spent.');
    expect(of({}, base).at(-1)).toBe('It is still on hold.');
  });

  test('of a hold tells which lot would have been next', () => {
    const [first] = taken;
    const considered = consideredLots(lots, first === undefined ? [] : [first], day(1));
    const told = storySentences({ ...facts, considered, settled: null, lotNow: base });
    expect(told.at(-2)).toBe(
      'Next in order would have been pack credit that does not lapse (goes after all that lapses); it had 50 credits.',
    );
  });

  test('B8: of a charge says that it is not given back', () => {
    const told = of({ entry: entry('charge', {}) }, base);
    expect(told.at(-1)).toMatch(/charged once, whatever its result is worth, and not given back/);
  });

  test('of a batch says that each costs the same', () => {
    const quote = quoteOf(aiStudios, { count: 4 });
    expect(of({ job: { ...about, quote, end: null } }, base)[1]).toMatch(
      /^Its price for each of the 4 that were ordered together, by version/,
    );
  });

  test('of a lot adds up to what was granted', () => {
    const amounts = fc.record({ spent: fc.nat(9), held: fc.nat(9), expired: fc.nat(9) });
    fc.assert(
      fc.property(amounts, ({ spent, held, expired }) => {
        const parts = { spent, held, expired, available: 30 - spent - held - expired };
        const lotNow = { ...base, granted: 30, ...parts } as Lot;
        const told = of({ ...facts, job: null, entry: entry('expire', {}) }, lotNow).at(-1) ?? '';
        const [granted, ...figures] = told.replace(/on \d+ \w+ \d+/, '').match(/\d+/g) ?? [];
        expect(Number(granted)).toBe(30);
        expect(figures.map(Number).reduce((sum, figure) => sum + figure, 0)).toBe(30);
      }),
    );
  });
});
