import { compareVersions } from '../../src-shared/billing/plan/plan-terms';
import type { KnownCard } from '../../src-shared/contract/cards';

/** A card with all of its versions that are known, the newest first. */
export type CardGroup = {
  readonly id: string;
  /** What the newest version calls itself. */
  readonly name: string;
  readonly origin: KnownCard['origin'];
  readonly versions: readonly KnownCard[];
};

/** Cards by their ids: the one in use first, then one's own, then those that come with Tally. */
export function cardGroups(cards: readonly KnownCard[]): CardGroup[] {
  const ids = [...new Set(cards.map(({ card }) => card.id))];
  const groups = ids.flatMap((id): CardGroup[] => {
    const versions = cards
      .filter(({ card }) => card.id === id)
      .toSorted((left, right) => compareVersions(right.card.version, left.card.version));
    const [newest] = versions;
    if (newest === undefined) return [];
    return [{ id, name: newest.card.name, origin: newest.origin, versions }];
  });
  return groups.toSorted((left, right) => rankOf(left) - rankOf(right));
}

function rankOf({ versions, origin }: CardGroup): number {
  if (versions.some(({ use }) => use === 'now')) return 0;
  return origin === 'imported' ? 1 : 2;
}
