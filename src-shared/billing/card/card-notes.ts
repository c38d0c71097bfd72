import { type CardRef, compareVersions } from '../plan/plan-terms';
import { cardMargins } from './margin';
import type { RateCard } from './rate-card';

/** How a card would stand beside those that are known. */
export type CardStanding = {
  /** The very same version is known already. */
  readonly isKnown: boolean;
  /** The newest version of the card in use that was taken up; null while no plan was ever begun. */
  readonly newest: CardRef | null;
  /** The day where the workspace is, as YYYY-MM-DD. */
  readonly today: string;
};

/** What is worth knowing of a usable card before it is imported, in sentences. */
export function cardNotes(card: RateCard, standing: CardStanding): string[] {
  return [standingNote(card, standing), ...priceNotes(card), ...marginNotes(card)];
}

function standingNote({ id, version }: RateCard, { isKnown, newest, today }: CardStanding): string {
  const day = version.slice(0, 10);
  if (newest === null) return 'A plan can be begun with this card once its day has come.';
  if (newest.id !== id) {
    return `Prices go by «${newest.id}»; this card is kept, and no price goes by it.`;
  }
  const order = compareVersions(version, newest.version);
  if (order > 0) {
    const from = day > today ? `from ${day} on` : 'from now on';
    return `Imported, it is taken up: future prices go by it ${from}. Balances, holds and history stay as they are.`;
  }
  if (isKnown) return 'Tally knows this version already; to import it again changes nothing.';
  return `It is not newer than version ${newest.version}, so no price will go by it.`;
}

function priceNotes(card: RateCard): string[] {
  const unpriced = card.plans.flatMap(({ name, monthly, annual }) =>
    [monthly, annual].some((offer) => offer?.priceCents === null) ? [name] : [],
  );
  if (unpriced.length === 0) return [];
  return [`No price is named for ${unpriced.join(', ')}: their invoice lines will say so.`];
}

/** Lines that lose money as soon as somebody buys the cheapest credits. */
function marginNotes(card: RateCard): string[] {
  const { lines, cheapest, givenAway } = cardMargins(card);
  const losing = lines.flatMap(({ index, credits, atCheapest }) => {
    const margin = atCheapest?.margin ?? null;
    return margin !== null && margin.over < 0n && credits > 0 ? [`prices.${index}`] : [];
  });
  const notes: string[] = [];
  if (losing.length > 0) {
    notes.push(
      `At ${losing.join(', ')} the provider asks more than the cheapest credits (${cheapest?.name}) bring.`,
    );
  }
  if (givenAway.length > 0) {
    const places = givenAway.map((index) => `prices.${index}`).join(', ');
    notes.push(`At ${places} nothing is charged, but the provider asks for it.`);
  }
  return notes;
}
