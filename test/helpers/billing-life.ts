import { assertNever } from '../../src-shared/assert-never';
import { packRefusal } from '../../src-shared/billing/card/pack-offer';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type Instant, instant } from '../../src-shared/billing/instant';
import { applyEntry, type Entry } from '../../src-shared/billing/lots/entry';
import { planLapses } from '../../src-shared/billing/lots/lapses';
import { hasDate, type Lot, type LotTerms } from '../../src-shared/billing/lots/lot';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';
import {
  type Account,
  activeSeats,
  cycleBounds,
  emptyAccount,
  lapseOf,
} from '../../src-shared/billing/plan/account';
import { crossMonth, nextMonthAt } from '../../src-shared/billing/plan/cross-month';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import type { Order, Wish } from '../../src-shared/billing/plan/order';
import type { OrderRefusal } from '../../src-shared/billing/plan/order-refusal';
import { placeOrder } from '../../src-shared/billing/plan/place-order';
import { quietStep, type Step } from '../../src-shared/billing/plan/step';
import {
  compareLots,
  type LotView,
  type Operation,
  type Outcome,
  type World,
  type WorldView,
} from '../independent/operations';
import { compareInvoices } from '../independent/order';
import { LifeJobs } from './life-jobs';

type JobOperation = Extract<Operation, { readonly job: string }>;
type OrderOperation = Exclude<Operation, JobOperation | { kind: 'advance' }>;

type LifeOptions = {
  readonly card: RateCard;
  readonly timeZone: string;
  readonly startsAt: number;
};

/**
 * The life of a workspace by the pure core alone: orders, months, lapses, grants and holds put together in
 * the order of `docs/billing-rules.md`, with nothing kept but orders and entries.
 */
export class BillingLife implements World {
  now: Instant;
  account: Account = emptyAccount;
  readonly orders: Order[] = [];
  readonly entries: Entry[] = [];
  readonly lines: InvoiceLine[] = [];
  readonly lots = new Map<string, Lot>();
  readonly jobs = new LifeJobs(this);
  /** Why the last order that was refused was. */
  refusal: OrderRefusal | null = null;
  private readonly ids = new Set<string>();
  private readonly unitOrders: string[] = [];

  private readonly options: LifeOptions;

  constructor(options: LifeOptions) {
    this.options = options;
    this.now = instant(options.startsAt);
  }

  apply(operation: Operation): Outcome {
    switch (operation.kind) {
      case 'submit':
      case 'begin':
      case 'deliver':
      case 'fail':
      case 'cancel': {
        const outcome = this.jobs.apply(operation);
        if (outcome === 'accepted') this.jobs.holdAnew();
        return outcome;
      }
      case 'advance':
        this.advance(operation.to);
        return 'accepted';
      default:
        return this.order(this.wishOf(operation));
    }
  }

  /** Places an order now, or changes nothing. */
  order(wish: Wish): Outcome {
    const order: Order = { id: `order-${this.orders.length}`, at: this.now, wish };
    const { card } = this.options;
    const placed = placeOrder(this.account, order, () => card);
    if (placed.kind === 'refused') return this.refuse(placed.refusal);
    if (wish.kind === 'buy-pack') {
      const { packId, seat } = wish;
      const refusal = packRefusal(card, packId, seat, this.liveLots(), this.now);
      if (refusal !== null) return this.refuse(refusal);
    }
    this.orders.push(order);
    if (wish.kind === 'buy-units') this.unitOrders.push(order.id);
    this.take(placed.step);
    return 'accepted';
  }

  /** Does what falls due by an instant, each at its own; an instant in the past changes nothing. */
  advance(to: number): void {
    for (;;) {
      const month = nextMonthAt(this.account);
      const at = this.soonest(month);
      if (at === null || at > to) break;
      this.now = at;
      this.take(at === month ? crossMonth(this.account) : quietStep(at, this.account));
    }
    this.now = instant(Math.max(this.now, to));
  }

  /** The next start of a month or the next date of a lot that is not used up; null when there is none. */
  nextDue(): Instant | null {
    return this.soonest(nextMonthAt(this.account));
  }

  private soonest(month: Instant | null): Instant | null {
    let due = month;
    for (const { expiresAt, available, held } of this.lots.values()) {
      const isToCome = available + held > 0 && expiresAt > this.now;
      if (isToCome && (due === null || expiresAt < due)) due = expiresAt;
    }
    return due !== null && hasDate({ expiresAt: due }) ? due : null;
  }

  /** Lots with something available or on hold. */
  liveLots(): Lot[] {
    return [...this.lots.values()].filter(({ available, held }) => available + held > 0);
  }

  post(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (this.ids.has(entry.id)) throw new Error(`the entry ${entry.id} comes twice`);
      this.ids.add(entry.id);
      this.entries.push(entry);
      this.lots.set(entry.lotId, applyEntry(this.lots.get(entry.lotId) ?? null, entry));
    }
  }

  /** When a lot lapses as the account stands now. */
  lapseOf(lot: LotTerms): Instant {
    return lapseOf(this.account, lot);
  }

  view(): WorldView {
    const { account } = this;
    const { subscription } = account;
    const waiting = subscription?.waiting ?? null;
    return {
      plan: subscription && {
        planId: subscription.terms.planId,
        cadence: subscription.terms.cadence,
        activeSeats: activeSeats(account).map(({ id }) => id),
        waiting:
          waiting?.kind === 'change'
            ? { planId: waiting.terms.planId, cadence: waiting.terms.cadence }
            : (waiting?.kind ?? null),
        cycleEndsAt: cycleBounds(account, subscription).endsAt,
      },
      lots: [...this.lots.values()].map(viewLot).sort(compareLots),
      invoices: this.lines
        .map(({ at, kind, cents, quantity }) => ({ at, kind, cents, quantity }))
        .sort(compareInvoices),
      jobs: this.jobs.view(),
    };
  }

  private refuse(refusal: OrderRefusal): Outcome {
    this.refusal = refusal;
    return 'refused';
  }

  /** What has lapsed lapses, the account changes, grants come, waiting jobs are held anew. */
  private take(step: Step): void {
    this.post(planLapses(this.liveLots(), step.at, step.lapse, this.account));
    this.account = step.account;
    this.post(step.grants.map(planGrant));
    this.lines.push(...step.lines);
    this.jobs.holdAnew();
  }

  private wishOf(operation: OrderOperation): Wish {
    const { card: rateCard, timeZone } = this.options;
    const card = { id: rateCard.id, version: rateCard.version };
    switch (operation.kind) {
      case 'start-plan':
        return { kind: operation.kind, card, timeZone, ...operation.choice };
      case 'change-plan': {
        const { planId, cadence, contract } = operation.choice;
        return { kind: operation.kind, card, planId, cadence, contract };
      }
      case 'end-plan':
      case 'keep-plan':
      case 'remove-seat':
        return operation;
      case 'add-seat':
        return { ...operation, name: '' };
      case 'buy-units':
      case 'buy-pack':
        return { ...operation, card };
      case 'cancel-units':
      case 'keep-units':
        return { ...operation, unit: this.unitOrders[operation.unit] ?? 'no-such-order' };
      default:
        return assertNever(operation);
    }
  }
}

function viewLot({ wallet, expiresAt, ...lot }: Lot): LotView {
  const { source, startsAt, granted, available, held, spent, expired } = lot;
  return {
    wallet: wallet.id,
    source,
    startsAt,
    expiresAt: hasDate({ expiresAt }) ? expiresAt : null,
    granted,
    available,
    held,
    spent,
    expired,
  };
}
