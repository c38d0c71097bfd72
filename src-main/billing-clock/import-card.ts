import { readCardText } from '../../src-shared/billing/card/card-text';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { compareVersions } from '../../src-shared/billing/plan/plan-terms';
import type { Refusal } from '../../src-shared/refusal';
import { write } from '../store/write';
import { findCard, isSameCard, isVersion, type KnownCards } from './known-cards';
import { type OrderPorts, planOrder } from './place-order';

export type CardImported =
  /** `takenUp`: the workspace's prices go by it now, or will from its day on. */
  | { readonly kind: 'imported'; readonly card: RateCard; readonly takenUp: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Keeps a card. A newer version of the card in use is taken up in the same transaction: future prices go by it from its
 * day on, and nothing else changes. The same card again changes nothing.
 */
export function importCard(ports: OrderPorts, known: KnownCards, text: string): CardImported {
  const read = readCardText(text);
  if (read.kind === 'invalid') {
    return refused({ code: 'card-text-invalid', problems: read.problems });
  }
  const { card } = read;
  const refusal = cardTaken(card, known);
  if (refusal !== null) return refused(refusal);
  if (!takeUp(ports, card)) keep(ports, card);
  return { kind: 'imported', card, takenUp: isTakenUp(ports, card) };
}

/** Why a card can't be known beside those that are; null when it can (cards can't be edited in place). */
export function cardTaken(card: RateCard, known: KnownCards): Refusal | null {
  const { id, version } = card;
  const same = findCard(known, card);
  if (same !== null && isSameCard(same.card, card)) return null;
  const isBuiltIn = known.cards.some((each) => each.card.id === id && each.origin === 'built-in');
  if (isBuiltIn) return { code: 'card-id-taken', cardId: id };
  return same === null ? null : { code: 'card-version-taken', cardId: id, version };
}

/** Versions of the card in use that are kept and newer than it, taken up oldest first. */
export function takeUpNewer(ports: OrderPorts, known: KnownCards): void {
  for (const { card } of known.cards) {
    if (ports.plans.cards.card(card) !== null) takeUp(ports, card);
  }
}

/** Orders that future prices go by a card, when it is a newer version of the one in use; answers whether it did. */
function takeUp(ports: OrderPorts, card: RateCard): boolean {
  const { plans, clock } = ports;
  const { id, version } = card;
  const newest = plans.account().cards.at(-1);
  if (newest === undefined || newest.id !== id) return false;
  if (compareVersions(version, newest.version) <= 0) return false;
  const wish = { kind: 'use-card', card: { id, version } } as const;
  const planned = planOrder(ports, `use-card:${id}:${version}`, wish);
  if (planned.kind === 'refused') throw new Error(`a newer card was ${planned.refusal.code}`);
  clock.apply(planned.step, () => {
    plans.cards.keep(card);
    plans.orders.add(planned.order);
  });
  return true;
}

function keep({ database, plans }: OrderPorts, card: RateCard): void {
  if (plans.cards.card(card) === null) write(database, () => plans.cards.keep(card));
}

function isTakenUp({ plans }: OrderPorts, card: RateCard): boolean {
  return plans.account().cards.some((each) => isVersion(each, card));
}

function refused(refusal: Refusal): CardImported {
  return { kind: 'refused', refusal };
}
