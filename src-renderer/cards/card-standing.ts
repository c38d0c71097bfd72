import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type CardRef, compareVersions } from '../../src-shared/billing/plan/plan-terms';
import type { KnownCard } from '../../src-shared/contract/cards';
import { describeRefusal } from '../../src-shared/refusal';
import { dayOfVersion } from './next-version';

/** What an import of a card would do, as far as the known cards tell. */
export type Standing =
  /** It can't be kept beside a card that is known. */
  | { readonly kind: 'taken'; readonly words: string }
  /** It is known already, word for word. */
  | { readonly kind: 'known' }
  /** Future prices will go by it; `from` is null when that is at once. */
  | { readonly kind: 'taken-up'; readonly from: string | null }
  /** It is kept, and no price goes by it. */
  | { readonly kind: 'kept' };

/** Says what importing a card would do on a day, which is one of the workspace (YYYY-MM-DD). */
export function standingOf(card: RateCard, known: readonly KnownCard[], today: string): Standing {
  const { id, version } = card;
  const same = findVersion(known, card);
  if (same !== null && JSON.stringify(same.card) === JSON.stringify(card)) return { kind: 'known' };
  if (known.some((each) => each.card.id === id && each.origin === 'built-in')) {
    return { kind: 'taken', words: describeRefusal({ code: 'card-id-taken', cardId: id }) };
  }
  if (same !== null) {
    const words = describeRefusal({ code: 'card-version-taken', cardId: id, version });
    return { kind: 'taken', words };
  }
  const newest = known
    .filter(({ use }) => use === 'now' || use === 'later')
    .map((each) => each.card)
    .toSorted((left, right) => compareVersions(left.version, right.version))
    .at(-1);
  const isNewer = newest?.id === id && compareVersions(version, newest.version) > 0;
  if (!isNewer) return { kind: 'kept' };
  const day = dayOfVersion(version);
  return { kind: 'taken-up', from: day > today ? day : null };
}

/** The version that a card is held against: the one in use if it is of the same id, else the newest that is known. */
export function comparedWith(card: RateCard, known: readonly KnownCard[]): KnownCard | null {
  const others = known.filter((each) => each.card.id === card.id && !isRef(each.card, card));
  const inUse = others.find(({ use }) => use === 'now');
  if (inUse !== undefined) return inUse;
  return (
    others
      .toSorted((left, right) => compareVersions(left.card.version, right.card.version))
      .at(-1) ?? null
  );
}

export function findVersion(known: readonly KnownCard[], ref: CardRef): KnownCard | null {
  return known.find(({ card }) => isRef(card, ref)) ?? null;
}

export function isRef(card: CardRef, { id, version }: CardRef): boolean {
  return card.id === id && card.version === version;
}
