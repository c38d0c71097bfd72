import { type RateCard, readCard } from '../../src-shared/billing/card/rate-card';
import { type CardRef, compareVersions } from '../../src-shared/billing/plan/plan-terms';
import type { CardDraft, DraftLine } from './card-draft';
import { dataOf, keptLines, lists, placeOf, versionOfDraft } from './draft-data';
import { missingPrices } from './missing-prices';
import { dayOfVersion, versionsOf } from './next-version';

/** What is wrong with a draft, by the place of its field: the end of a sentence that begins with the field's name. */
export type DraftFaults = ReadonlyMap<string, string>;

/** The card that a draft makes, or what is in the way of it. */
export type DraftCheck =
  | { readonly kind: 'card'; readonly card: RateCard }
  | { readonly kind: 'faults'; readonly faults: DraftFaults };

/** Holds every field against what a card may say, and the card against those that are known. */
export function checkDraft(draft: CardDraft, known: readonly CardRef[]): DraftCheck {
  const { data, faults: ofMoney } = dataOf(draft, known);
  const faults = new Map<string, string>();
  const read = readCard(data);
  if (read.kind === 'invalid') {
    for (const { place, message } of read.faults) {
      if (!isMissingPrice(place)) faults.set(draftPlace(draft, place), message);
    }
  }
  for (const { place, message } of missingPrices(draft)) faults.set(place, message);
  for (const [place, message] of ofMoney) faults.set(place, message);
  for (const [place, message] of identityFaults(draft, known)) faults.set(place, message);
  if (faults.size === 0 && read.kind === 'card') return { kind: 'card', card: read.card };
  return { kind: 'faults', faults };
}

/** A card's text as it is imported and exported. */
export function textOfCard(card: RateCard): string {
  return `${JSON.stringify(card, null, 2)}\n`;
}

type Place = readonly (string | number)[];

/** Those are told at the prices, where they can be mended. */
function isMissingPrice([list, , field, nth]: Place): boolean {
  return list === 'models' && field === 'qualities' && nth !== undefined;
}

/** The field that a place in the data belongs to: lines go by their key there, since removed ones have no number. */
function draftPlace(draft: CardDraft, place: Place): string {
  const [first, index, ...rest] = place;
  const list = lists.find((name) => name === first);
  if (list !== undefined && typeof index === 'number') {
    const lines: readonly DraftLine[] = keptLines<DraftLine>(draft[list]);
    return placeOf(list, lines[index]?.key ?? '', ...rest.map(String));
  }
  return first === 'version' ? 'day' : place.join('.');
}

/** Cards can't be edited in place: an own one needs an id of its own, a newer version a day that is not before the last. */
function identityFaults(
  draft: CardDraft,
  known: readonly CardRef[],
): readonly (readonly [place: string, message: string])[] {
  const { kind, id, day } = draft;
  if (day === '') return [['day', 'is missing']];
  if (kind === 'own') {
    const isTaken = known.some((card) => card.id === id);
    return isTaken ? [['id', 'is that of a card that is known already; give yours another']] : [];
  }
  const newest = versionsOf(id, known).toSorted(compareVersions).at(-1);
  if (newest === undefined) return [];
  const isNewer = compareVersions(versionOfDraft(draft, known), newest) > 0;
  return isNewer
    ? []
    : [['day', `must not be before ${dayOfVersion(newest)}, the newest version’s`]];
}
