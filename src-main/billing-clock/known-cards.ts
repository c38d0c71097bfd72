import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type CardRef, compareVersions } from '../../src-shared/billing/plan/plan-terms';
import type { RateCards, UnusableCard } from './rate-cards';

/** A version of a card with where it comes from. */
export type OwnedCard = { readonly card: RateCard; readonly origin: 'built-in' | 'imported' };

/** Every version that Tally knows, and the files that can't be one of them. */
export type KnownCards = {
  /** By id, then by version, the oldest first. */
  readonly cards: readonly OwnedCard[];
  readonly unusable: readonly UnusableCard[];
};

/**
 * Joins the cards that come with Tally, those that the ledger keeps and those that lie in the data folder. What is kept
 * is as it was when it was first used: a file that says something else under its version is not it.
 */
export function knownCards(rateCards: RateCards, kept: readonly RateCard[]): KnownCards {
  const builtInIds = new Set(rateCards.builtIn.map(({ id }) => id));
  const known = new Map<string, RateCard>();
  for (const card of [...rateCards.builtIn, ...kept]) known.set(keyOf(card), card);
  const unusable: UnusableCard[] = [...rateCards.unusable];
  for (const { file, card } of rateCards.files) {
    const same = known.get(keyOf(card));
    const problem = fileProblem(card, same, builtInIds);
    if (problem === null) known.set(keyOf(card), card);
    else unusable.push({ file, problems: [{ ...problem, line: 1, column: 1 }] });
  }
  const cards = [...known.values()].toSorted(byVersion).map((card): OwnedCard => {
    return { card, origin: builtInIds.has(card.id) ? 'built-in' : 'imported' };
  });
  return { cards, unusable };
}

export function findCard(known: KnownCards, ref: CardRef): OwnedCard | null {
  return known.cards.find(({ card }) => isVersion(card, ref)) ?? null;
}

/** Whether two cards say the same; what is parsed has its fields in the order of the schema. */
export function isSameCard(left: RateCard, right: RateCard): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

export function isVersion(card: CardRef, { id, version }: CardRef): boolean {
  return card.id === id && card.version === version;
}

/**
 * What a plan can be begun with: the newest version of each card whose day has come. A card that comes with Tally
 * can always be begun with, in its oldest version if need be: a test workspace's clock may stand before its day.
 */
export function cardChoices({ cards }: KnownCards, today: string): RateCard[] {
  const choices = new Map<string, RateCard>();
  for (const { card, origin } of cards) {
    const hasCome = card.version.slice(0, 10) <= today;
    const isFallback = origin === 'built-in' && !choices.has(card.id);
    if (hasCome || isFallback) choices.set(card.id, card);
  }
  return [...choices.values()];
}

function fileProblem(
  card: RateCard,
  same: RateCard | undefined,
  builtInIds: ReadonlySet<string>,
): { readonly path: string; readonly message: string } | null {
  if (same !== undefined && isSameCard(same, card)) return null;
  if (builtInIds.has(card.id)) {
    const message = `«${card.id}» is the id of a card that comes with Tally; give yours another`;
    return { path: 'id', message };
  }
  if (same === undefined) return null;
  const message = `there is another card «${card.id}» of this version; give yours a newer one`;
  return { path: 'version', message };
}

function keyOf({ id, version }: CardRef): string {
  return `${id} ${version}`;
}

function byVersion(left: RateCard, right: RateCard): number {
  if (left.id !== right.id) return left.id < right.id ? -1 : 1;
  return compareVersions(left.version, right.version);
}
