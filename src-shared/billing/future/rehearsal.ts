import { packRefusal } from '../card/pack-offer';
import { type Credits, noCredits, smaller, subtract, sum } from '../credits';
import type { Instant } from '../instant';
import { spendableBy, spendableLots } from '../lots/burn-order';
import { applyEntry, type Entry } from '../lots/entry';
import { type HoldsAnew, planHoldsAnew, type WaitingHold } from '../lots/holds-anew';
import { planLapses } from '../lots/lapses';
import { type Lot, moveCredit } from '../lots/lot';
import { type HeldPart, planGrant } from '../lots/plan-entries';
import { type Account, lapseOf } from '../plan/account';
import { crossMonth, nextMonthAt } from '../plan/cross-month';
import type { Order } from '../plan/order';
import type { OrderRefusal } from '../plan/order-refusal';
import { placeOrder } from '../plan/place-order';
import type { CardAt } from '../plan/plan-terms';
import { quietStep, type Step } from '../plan/step';

/** Where a workspace stands at an instant: what comes next follows from it and from nothing else. */
export type Standing = {
  /** Up to here everything that fell due is done. */
  readonly at: Instant;
  readonly account: Account;
  /** Every lot with credit that is available or on hold. */
  readonly lots: readonly Lot[];
  /** The jobs that wait, in the order of the queue. */
  readonly waiting: readonly WaitingHold[];
};

/** What an instant did: the step, the account before it, and the entries that it leads to. */
export type Happened = {
  readonly step: Step;
  readonly before: Account;
  readonly entries: readonly Entry[];
};

/**
 * A standing that moves on as the billing clock would move it, by the same functions, and writes nothing
 * down. The standing that it began with is not touched.
 */
export class Rehearsal {
  private at: Instant;
  private account: Account;
  private nextMonth: Instant | null;
  private waiting: readonly WaitingHold[];
  private readonly lots: Map<string, Lot>;
  private readonly cardAt: CardAt;
  /** The lots that each seat spends, in burn order, null for one that is not active; only good until something happens. */
  private readonly payers = new Map<string, readonly string[] | null>();

  constructor({ at, account, lots, waiting }: Standing, cardAt: CardAt) {
    this.at = at;
    this.account = account;
    this.nextMonth = nextMonthAt(account);
    this.waiting = waiting;
    this.lots = new Map(lots.map((lot) => [lot.id, lot]));
    this.cardAt = cardAt;
  }

  /** Where it stands now. */
  standing(): Standing {
    const { at, account, waiting } = this;
    const lots = [...this.lots.values()].filter(isLive);
    return { at, account, waiting, lots };
  }

  /** The next start of a month, or the next date of a lot, whichever is sooner; null when nothing falls due. */
  nextDue(): Instant | null {
    let due = this.nextMonth;
    for (const { expiresAt } of this.lots.values()) {
      if (expiresAt > this.at && (due === null || expiresAt < due)) due = expiresAt;
    }
    return due;
  }

  /** Does what falls due at an instant that `nextDue` named. */
  cross(at: Instant): Happened {
    return this.take(
      at === this.nextMonth ? crossMonth(this.account) : quietStep(at, this.account),
    );
  }

  /** Places an order once everything due by its instant is done; one that can't be placed changes nothing. */
  place(order: Order): Happened | { readonly refusal: OrderRefusal } {
    const placed = placeOrder(this.account, order, this.cardAt);
    if (placed.kind === 'refused') return { refusal: placed.refusal };
    const { wish } = order;
    if (wish.kind === 'buy-pack') {
      const card = this.cardAt(wish.card);
      const refusal = packRefusal(card, wish.packId, wish.seat, [...this.lots.values()], order.at);
      if (refusal !== null) return { refusal };
    }
    return this.take(placed.step);
  }

  /**
   * Spends up to `amount` of what a seat may spend, soonest to lapse first; answers how much it was, or null
   * for a seat that is not active.
   */
  spend(seat: string, amount: Credits): Credits | null {
    const payers = this.payersOf(seat);
    if (payers === null) return null;
    let left = amount;
    for (const id of payers) {
      const lot = this.lots.get(id);
      if (left === noCredits || lot === undefined) break;
      const part = smaller(left, lot.available);
      if (part === noCredits) continue;
      this.lots.set(id, moveCredit(lot, 'available', 'spent', part));
      left = subtract(left, part);
    }
    return subtract(amount, left);
  }

  /** Charges all that is on hold, as if every job had just been made; answers how much it was. */
  chargeHolds(): Credits {
    const held = [...this.lots.values()].filter((lot) => lot.held > noCredits);
    for (const lot of held) this.lots.set(lot.id, moveCredit(lot, 'held', 'spent', lot.held));
    this.waiting = this.waiting.filter((job) => job.held.length === 0);
    return sum(held.map((lot) => lot.held));
  }

  private take(step: Step): Happened {
    const before = this.account;
    const { at, account, lapse, grants } = step;
    this.at = at;
    this.account = account;
    this.nextMonth = nextMonthAt(account);
    const lots = [...this.lots.values()];
    const entries = [...planLapses(lots, at, lapse, before), ...grants.map(planGrant)];
    this.post(entries);
    const anew = this.holdAnew();
    for (const lot of this.lots.values()) {
      if (!isLive(lot)) this.lots.delete(lot.id);
    }
    return { step, before, entries: [...entries, ...anew] };
  }

  private holdAnew(): readonly Entry[] {
    if (this.waiting.length === 0) return [];
    const { account, at } = this;
    const lots = [...this.lots.values()];
    const anew = planHoldsAnew(this.waiting, lots, at, (lot) => lapseOf(account, lot));
    this.post(anew.entries);
    this.waiting = waitingAfter(this.waiting, anew);
    return anew.entries;
  }

  private post(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.lots.set(entry.lotId, applyEntry(this.lots.get(entry.lotId) ?? null, entry));
    }
    this.payers.clear();
  }

  private payersOf(seat: string): readonly string[] | null {
    const known = this.payers.get(seat);
    if (known !== undefined) return known;
    const isActive = this.account.seats.some(({ id, active }) => active && id === seat);
    const own = isActive ? spendableBy([...this.lots.values()], seat) : [];
    const ids = isActive ? spendableLots(own, this.at).map(({ id }) => id) : null;
    this.payers.set(seat, ids);
    return ids;
  }
}

function isLive({ available, held }: Lot): boolean {
  return available > noCredits || held > noCredits;
}

/** The waiting jobs as they are after holds were taken anew. */
function waitingAfter(waiting: readonly WaitingHold[], anew: HoldsAnew): WaitingHold[] {
  const parts = new Map<string, HeldPart[]>(anew.held.map((job) => [job, []]));
  for (const { kind, cause, lotId, credits } of anew.entries) {
    if (kind === 'hold' && cause.kind === 'job') parts.get(cause.job)?.push({ lotId, credits });
  }
  const unheld = new Set(anew.unheld);
  return waiting.map((job) => {
    const held = parts.get(job.job);
    if (held !== undefined) return { ...job, held, holds: job.holds + 1 };
    return unheld.has(job.job) ? { ...job, held: [] } : job;
  });
}
