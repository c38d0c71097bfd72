import { add, noCredits, subtract } from '../credits';
import { type Instant, instant } from '../instant';
import type { Entry } from '../lots/entry';
import type { Order } from '../plan/order';
import type { OrderRefusal } from '../plan/order-refusal';
import type { CardAt } from '../plan/plan-terms';
import type { Future } from './future';
import { FutureDiary } from './future-diary';
import { type SeatPace, spentOnDay } from './pace';
import { Rehearsal, type Standing } from './rehearsal';

/** What is done from a standing on. */
export type Course = {
  readonly until: Instant;
  /** Orders after the standing, in the order in which they are placed; those after `until` are not. */
  readonly orders: readonly Order[];
  readonly spending: readonly SeatPace[];
  /**
   * `runs`: what is on hold is charged at once, and a job that waits for credit as soon as it finds some.
   * `waits`: the queue is paused; its jobs keep their holds and are held anew when a lot lapses.
   */
  readonly queue: 'runs' | 'waits';
};

export type Simulated =
  | {
      readonly kind: 'simulated';
      readonly future: Future;
      readonly end: Standing;
      /** The entries of all grants, lapses and holds taken anew, as the ledger would have them; charges are not among them. */
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'refused'; readonly order: Order; readonly refusal: OrderRefusal };

const dayLength = 86_400_000;

/**
 * What would come of a standing: starts of months, orders, dates of lots and daily spending in true order, by the
 * very steps of the billing clock (A7, A8, A11–A13, B3–B6). Days are of 24 hours from the standing on, and a
 * day's spending falls into its middle, after whatever else happens then. Only seats that are active spend; one that
 * finds too little spends what there is. Nothing that is given is changed.
 */
export function simulate(standing: Standing, course: Course, cardAt: CardAt): Simulated {
  const run = new Run(standing, course, cardAt);
  for (const order of course.orders) {
    if (order.at > course.until) break;
    run.advance(order.at);
    const refusal = run.place(order);
    if (refusal !== null) return { kind: 'refused', order, refusal };
  }
  return run.finish();
}

class Run {
  private readonly standing: Standing;
  private readonly course: Course;
  private readonly rehearsal: Rehearsal;
  private readonly diary: FutureDiary;
  private readonly entries: Entry[] = [];
  /** Days whose spending is done. */
  private days = 0;

  constructor(standing: Standing, course: Course, cardAt: CardAt) {
    this.standing = standing;
    this.course = course;
    this.rehearsal = new Rehearsal(standing, cardAt);
    this.diary = new FutureDiary(standing, course.until);
    this.runQueue();
  }

  /** Does all that is due by an instant, and the spending before it. */
  advance(to: Instant): void {
    const { rehearsal } = this;
    for (let due = rehearsal.nextDue(); due !== null && due <= to; due = rehearsal.nextDue()) {
      this.spendBefore(due);
      this.note(rehearsal.cross(due));
    }
    this.spendBefore(to);
  }

  place(order: Order): OrderRefusal | null {
    const placed = this.rehearsal.place(order);
    if ('refusal' in placed) return placed.refusal;
    this.note(placed);
    return null;
  }

  finish(): Simulated {
    const { until } = this.course;
    this.advance(until);
    this.spendBefore(instant(until + 1));
    const end = { ...this.rehearsal.standing(), at: until };
    return { kind: 'simulated', future: this.diary.close(end), end, entries: this.entries };
  }

  private note(happened: ReturnType<Rehearsal['cross']>): void {
    this.entries.push(...happened.entries);
    this.diary.happened(happened);
    this.runQueue();
  }

  private runQueue(): void {
    if (this.course.queue === 'runs') this.diary.charged(this.rehearsal.chargeHolds());
  }

  private spendBefore(to: Instant): void {
    if (this.course.spending.length === 0) return;
    for (;;) {
      const at = this.standing.at + this.days * dayLength + dayLength / 2;
      if (at >= to) return;
      this.days += 1;
      this.spendDay(instant(at));
    }
  }

  private spendDay(at: Instant): void {
    let spent = noCredits;
    let unmet = noCredits;
    const lacking: string[] = [];
    for (const { seat, pace } of this.course.spending) {
      const wish = spentOnDay(pace, this.days);
      const paid = wish === noCredits ? null : this.rehearsal.spend(seat, wish);
      if (paid === null) continue;
      spent = add(spent, paid);
      if (paid < wish) lacking.push(seat);
      unmet = add(unmet, subtract(wish, paid));
    }
    this.diary.dayPassed(at, spent, unmet, lacking);
  }
}
