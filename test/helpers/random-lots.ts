import fc from 'fast-check';
import { credits } from '../../src-shared/billing/credits';
import { type Lot, type LotTerms, lotSources } from '../../src-shared/billing/lots/lot';
import { day } from './ledger-story';

const anyWallet = fc.constantFrom(
  { id: 'ada', kind: 'seat' } as const,
  { id: 'bo', kind: 'seat' } as const,
  { id: 'pool', kind: 'pool' } as const,
);

/** Terms drawn from few values, so that ties in every key but the id are common. */
export const anyTerms: fc.Arbitrary<LotTerms> = fc
  .record({
    id: fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'ä', '1', ':'), maxLength: 3 }),
    wallet: anyWallet,
    source: fc.constantFrom(...lotSources),
    start: fc.integer({ min: 0, max: 3 }),
    length: fc.constantFrom(1, 10, 30),
    granted: fc.integer({ min: 1, max: 120 }),
  })
  .map(({ id, wallet, source, start, length, granted }) => ({
    id,
    wallet,
    source,
    startsAt: day(start),
    expiresAt: day(start + length),
    granted: credits(granted),
  }));

/** A lot somewhere in its life: part held, part spent, part expired. */
const anyLot: fc.Arbitrary<Lot> = fc
  .tuple(anyTerms, fc.nat(100), fc.nat(100), fc.nat(100))
  .map(([terms, first, second, third]) => {
    const [from = 0, middle = 0, to = 0] = [first, second, third]
      .map((share) => Math.floor((terms.granted * share) / 100))
      .sort((a, b) => a - b);
    return {
      ...terms,
      available: credits(from),
      held: credits(middle - from),
      spent: credits(to - middle),
      expired: credits(terms.granted - to),
    };
  });

/** Up to eight lots with different ids. */
export const anyLots = fc.uniqueArray(anyLot, { maxLength: 8, selector: (lot) => lot.id });
