import { dayOf } from '../../src-shared/billing/billing-cycle';
import { cardNotes } from '../../src-shared/billing/card/card-notes';
import { readCardText } from '../../src-shared/billing/card/card-text';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { cardInUse } from '../../src-shared/billing/plan/account';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { CardCheck, KnownCard } from '../../src-shared/contract/cards';
import { describeRefusal } from '../../src-shared/refusal';
import { cardTaken, importCard, takeUpNewer } from '../billing-clock/import-card';
import {
  cardChoices,
  findCard,
  isVersion,
  type KnownCards,
  knownCards,
} from '../billing-clock/known-cards';
import type { UnusableCard } from '../billing-clock/rate-cards';
import type { Studio } from '../studio';
import type { Context } from './context';
import { refuse } from './refuse';
import { placeFor, saveFile } from './save-file';

export function list({ studio }: Context): { cards: readonly KnownCard[] } {
  const { plans, clock } = studio.ports;
  const at = clock.settledNow();
  const account = plans.account();
  const today = dayOf(at, account.timeZone);
  const inUse = cardInUse(account, at);
  const named = plans.orders.all().flatMap(({ wish }) => ('card' in wish ? [wish.card] : []));
  const useOf = (card: RateCard): KnownCard['use'] => {
    const isThis = (ref: CardRef) => isVersion(card, ref);
    if (inUse !== null && isThis(inUse)) return 'now';
    if (!account.cards.some(isThis)) return named.some(isThis) ? 'before' : 'not';
    return card.version.slice(0, 10) > today ? 'later' : 'before';
  };
  const { cards } = known(studio);
  return { cards: cards.map(({ card, origin }) => ({ card, origin, use: useOf(card) })) };
}

/** What a plan can be begun with, and the files that are no cards. */
export function choices({ studio }: Context): {
  readonly cards: readonly RateCard[];
  readonly unusable: readonly UnusableCard[];
} {
  const all = known(studio);
  return { cards: cardChoices(all, today(studio)), unusable: all.unusable };
}

export function check({ studio }: Context, text: string): CardCheck {
  const read = readCardText(text);
  if (read.kind === 'invalid') return read;
  const { card } = read;
  const all = known(studio);
  const refusal = cardTaken(card, all);
  if (refusal !== null) return { kind: 'card', card, notes: [describeRefusal(refusal)] };
  const newest = studio.ports.plans.account().cards.at(-1) ?? null;
  const isKnown = findCard(all, card) !== null;
  return { kind: 'card', card, notes: cardNotes(card, { isKnown, newest, today: today(studio) }) };
}

/** Keeps the card of a text, and takes it up when it is newer than the one in use. */
export function importText(
  context: Context,
  text: string,
): { cards: readonly KnownCard[]; takenUp: boolean } {
  const { studio } = context;
  const imported = importCard(studio.ports, known(studio), text);
  if (imported.kind === 'refused') refuse(imported.refusal);
  return { ...list(context), takenUp: imported.takenUp };
}

/** Once a plan has begun: versions of its card that were imported before and whose day is still to come. */
export function takeUpLater({ studio }: Context): void {
  takeUpNewer(studio.ports, known(studio));
}

export async function exportFile(
  context: Context,
  { id, version, folder }: CardRef & { readonly folder: string | null },
): Promise<{ path: string | null }> {
  const all = known(context.studio);
  const found = findCard(all, { id, version });
  if (found === null) {
    const names = all.cards.map(({ card }) => fileNameOf(card));
    refuse({ code: 'card-unknown', cardId: fileNameOf({ id, version }), known: names });
  }
  const place = await placeFor(context, `${fileNameOf(found.card)}.json`, folder);
  if (place === null) return { path: null };
  const text = `${JSON.stringify(found.card, null, 2)}\n`;
  return { path: await saveFile(place, Buffer.from(text)) };
}

/** Id and version of a known card have no character that a file's name can't have. */
function fileNameOf({ id, version }: CardRef): string {
  return `${id}-${version}`;
}

function known({ rateCards, ports }: Studio): KnownCards {
  return knownCards(rateCards, ports.plans.cards.all());
}

function today({ ports }: Studio): string {
  return dayOf(ports.clock.settledNow(), ports.plans.account().timeZone);
}
