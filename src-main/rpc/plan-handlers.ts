import { randomUUID } from 'node:crypto';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { cycleBounds } from '../../src-shared/billing/plan/account';
import { sumOfCents } from '../../src-shared/billing/plan/invoice-line';
import type { Wish } from '../../src-shared/billing/plan/order';
import { orderWords } from '../../src-shared/billing/plan/order-words';
import { granted } from '../../src-shared/billing/plan/step';
import type {
  Ordered,
  OrderPreview,
  OrderRecord,
  OrderWish,
  PlanState,
} from '../../src-shared/contract/plan';
import { orderRecordOf } from '../billing-clock/order-record';
import { placeOrder, planOrder } from '../billing-clock/place-order';
import { planStateOf } from '../billing-clock/plan-state';
import { write } from '../store/write';
import type { Studio } from '../studio';
import type { Context } from './context';
import { fullWish } from './full-wish';
import { refuse } from './refuse';
import * as workspace from './workspace-handlers';

export function state({ studio }: Context): PlanState {
  const { plans, clock, ledger } = studio.ports;
  const at = clock.settledNow();
  const card = begunCard(studio);
  const account = plans.account();
  const workingSeat = plans.workingSeat();
  return planStateOf({ at, account, card, lots: ledger.liveLots(), workingSeat });
}

export function preview({ studio }: Context, asked: OrderWish): OrderPreview {
  const card = begunCard(studio);
  const before = studio.ports.plans.account();
  const wish = wishOf(studio, card, asked);
  const planned = planOrder(studio.ports, randomUUID(), wish);
  if (planned.kind === 'refused') refuse(planned.refusal);
  const { order, step } = planned;
  const words = orderWords({ before, order, step, card });
  const subscription = step.account.subscription;
  const waits = subscription?.waiting !== null && subscription !== before.subscription;
  const endsAt = subscription === null ? order.at : cycleBounds(step.account, subscription).endsAt;
  const isLater = waits && (wish.kind === 'change-plan' || wish.kind === 'end-plan');
  const isQuiet = step.lines.length === 0 && step.grants.length === 0;
  return {
    effect: isLater ? 'at-cycle-end' : isQuiet ? 'nothing-billed' : 'at-once',
    at: isLater ? endsAt : order.at,
    lines: step.lines,
    cents: sumOfCents(step.lines.map((line) => line.cents)),
    credits: granted(step.grants),
    words,
  };
}

export function order(
  context: Context,
  {
    orderId,
    wish: asked,
    accepted,
  }: {
    readonly orderId: string;
    readonly wish: OrderWish;
    readonly accepted: { readonly cents: number | null } | null;
  },
): Ordered {
  const { studio } = context;
  const wish = wishOf(studio, begunCard(studio), asked);
  const placed = placeOrder(studio.ports, { orderId, wish, accepted });
  if (placed.kind === 'refused') refuse(placed.refusal);
  // Credit that came may let jobs run that had waited for it.
  studio.queue.wake();
  return {
    order: orderRecordOf(studio.ports.plans, placed.order),
    existed: placed.existed,
    plan: state(context),
    workspace: workspace.state(context),
    balance: studio.queue.balance(),
  };
}

export function orders(
  { studio }: Context,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): { orders: OrderRecord[]; older: number | null } {
  const { plans } = studio.ports;
  const page = plans.orders.before(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const shown = page.slice(0, limit);
  const older = page.length > limit ? (shown.at(-1)?.number ?? null) : null;
  return { orders: shown.map((each) => orderRecordOf(plans, each)), older };
}

export function workAs(context: Context, seat: string): PlanState {
  const { plans, database } = context.studio.ports;
  const { seats } = plans.account();
  const known = seats.find(({ id }) => id === seat);
  if (known === undefined) refuse({ code: 'seat-unknown', seat, known: seats.map(({ id }) => id) });
  if (!known.active) refuse({ code: 'seat-removed', seat });
  write(database, () => plans.saveSeat(seat));
  context.studio.tellWorkspace();
  return state(context);
}

function begunCard({ ports }: Studio): RateCard {
  const at = ports.clock.settledNow();
  return ports.plans.cardInUse(at) ?? refuse({ code: 'workspace-not-begun' });
}

function wishOf({ ports }: Studio, card: RateCard, asked: OrderWish): Wish {
  const { plans } = ports;
  const { timeZone } = plans.account();
  return fullWish(asked, { card, seat: plans.workingSeat(), timeZone });
}
