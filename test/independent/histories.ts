import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { chanceOf } from '../chaos/seeded-random';
import type { Operation } from './operations';
import { cards } from './random/cards';
import { draftOf, noteOperation } from './random/draft';
import { nextOperation } from './random/next-operation';
import { pick } from './random/pick';
import { startOf, timeZones } from './random/starts';

/** The life of a workspace over some years, wholly made from its seed. */
export type History = {
  readonly seed: number;
  readonly card: RateCard;
  readonly timeZone: string;
  readonly startsAt: number;
  readonly operations: readonly Operation[];
};

/** The history of a seed, of 10 to 60 operations: most could be allowed, and many are not. */
export function historyOf(seed: number): History {
  const chance = chanceOf(seed);
  const card = pick(chance, cards);
  const timeZone = pick(chance, timeZones);
  const startsAt = startOf(chance, timeZone);
  const draft = draftOf(card, timeZone, startsAt);
  const count = 10 + chance.below(51);
  const operations = Array.from({ length: count }, () => {
    const operation = nextOperation(chance, draft);
    noteOperation(draft, operation);
    return operation;
  });
  return { seed, card, timeZone, startsAt, operations };
}
