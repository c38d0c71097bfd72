import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import {
  byBurnOrder,
  spendableCredits,
  spendableLots,
  takeFrom,
} from '../../../../src-shared/billing/lots/burn-order';
import { freshLot, type LotTerms } from '../../../../src-shared/billing/lots/lot';
import { day, terms } from '../../../helpers/ledger-story';
import { anyLots, anyTerms } from '../../../helpers/random-lots';

const seat = { id: 'ada', kind: 'seat' } as const;
const pool = { id: 'pool', kind: 'pool' } as const;

function ordered(lots: readonly LotTerms[]): string[] {
  return [...lots].sort(byBurnOrder).map((lot) => lot.id);
}

describe('the burn order, one key after the other', () => {
  // Each pair differs in the key told and, in every later key, the wrong way round.
  test.each<[string, Partial<LotTerms>, Partial<LotTerms>]>([
    [
      'the sooner expiry, before all else',
      { expiresAt: day(9), wallet: pool, source: 'pack', startsAt: day(5) },
      { expiresAt: day(10), wallet: seat, source: 'base', startsAt: day(1) },
    ],
    [
      'then the seat before the pool',
      { wallet: seat, source: 'pack', startsAt: day(5) },
      { wallet: pool, source: 'base', startsAt: day(1) },
    ],
    [
      'then base before add-on',
      { source: 'base', startsAt: day(5) },
      { source: 'add-on', startsAt: day(1) },
    ],
    [
      'then add-on before pack',
      { source: 'add-on', startsAt: day(5) },
      { source: 'pack', startsAt: day(1) },
    ],
    ['then the earlier start', { startsAt: day(1) }, { startsAt: day(2) }],
  ])('%s', (_, first, second) => {
    const lots = [terms('z-first', 1, first), terms('a-second', 1, second)];
    expect(ordered(lots)).toEqual(['z-first', 'a-second']);
    expect(ordered(lots.toReversed())).toEqual(['z-first', 'a-second']);
  });
  test('and at last the id', () =>
    expect(ordered([terms('b', 1), terms('a', 1), terms('c', 1)])).toEqual(['a', 'b', 'c']));
});

test('the burn order is a strict total order', () => {
  fc.assert(
    fc.property(anyTerms, anyTerms, anyTerms, (a, b, c) => {
      expect(Math.sign(byBurnOrder(a, b))).toBe(-Math.sign(byBurnOrder(b, a)) + 0);
      expect(byBurnOrder(a, a)).toBe(0);
      if (a.id !== b.id) expect(byBurnOrder(a, b)).not.toBe(0);
      if (byBurnOrder(a, b) < 0 && byBurnOrder(b, c) < 0) {
        expect(byBurnOrder(a, c)).toBeLessThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('which lots can pay', () => {
  const lot = freshLot(terms('base', 16, { startsAt: day(1), expiresAt: day(2) }));
  test.each([
    ['just before its start', 0.999, 0],
    ['at its very start', 1, 16],
    ['in between', 1.5, 16],
    ['just before its expiry', 1.999, 16],
    ['at its very expiry, also before anything swept it (cases 4, 17)', 2, 0],
    ['after its expiry', 3, 0],
  ])('%s', (_, at, spendable) => expect(spendableCredits([lot], day(at))).toBe(spendable));
  test('an empty one can not', () => {
    const empty = { ...lot, available: credits(0), held: credits(16) };
    expect(spendableLots([empty], day(1.5))).toEqual([]);
  });
});

describe('taking an amount', () => {
  const anyDay = fc.integer({ min: 0, max: 40 });
  test('takes exactly it, or nothing when there is less', () => {
    fc.assert(
      fc.property(anyLots, anyDay, fc.nat(400), (lots, at, wanted) => {
        const there = spendableLots(lots, day(at));
        const takes = takeFrom(there, credits(wanted));
        const paid = takes?.reduce((sum, take) => sum + take.credits, 0);
        expect(paid).toBe(wanted > spendableCredits(lots, day(at)) ? undefined : wanted);
        for (const { lot, credits: part } of takes ?? []) {
          expect(part).toBeGreaterThan(0);
          expect(part).toBeLessThanOrEqual(lot.available);
          expect(lot.startsAt <= day(at) && day(at) < lot.expiresAt).toBe(true);
        }
      }),
    );
  });
  test('empties what lapses sooner before it touches what lapses later', () => {
    fc.assert(
      fc.property(anyLots, anyDay, fc.nat(400), (lots, at, wanted) => {
        const takes = takeFrom(spendableLots(lots, day(at)), credits(wanted)) ?? [];
        const last = takes.at(-1)?.lot.expiresAt ?? 0;
        for (const lot of spendableLots(lots, day(at))) {
          if (lot.expiresAt >= last) continue;
          expect(takes.find((take) => take.lot.id === lot.id)?.credits).toBe(lot.available);
        }
      }),
    );
  });
});
