import { type } from '@orpc/contract';
import { z } from 'zod';
import type { AddOn, Pack, Rollover } from '../billing/card/rate-card';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import type { InvoiceLine } from '../billing/plan/invoice-line';
import { type Cadence, cadences } from '../billing/plan/plan-terms';
import { contractFigures } from './contract-figures';
import type { Balance } from './credits';
import { procedure } from './refused';
import type { WorkspaceState } from './workspace';

/** A stretch of time from one instant up to, and without, the other. */
export type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

/** What a plan promises and costs a seat. */
export type PlanFigures = {
  readonly planId: string;
  readonly name: string;
  readonly cadence: Cadence;
  readonly perSeat: boolean;
  readonly contract: boolean;
  readonly grant: { readonly credits: Credits; readonly everyMonths: 1 | 12 };
  /** Cents a seat and cycle; null where the card names no price. */
  readonly priceCents: number | null;
  readonly rollover: Rollover;
};

export type RunningPlan = PlanFigures & {
  readonly subscription: string;
  readonly startedAt: Instant;
  readonly cycle: Span;
  readonly period: Span;
  /** The next time base credit comes, for each active seat; null when the plan ends before. */
  readonly nextGrant: { readonly at: Instant; readonly creditsEach: Credits } | null;
  /** The next bill of the plan itself, for all seats; null when the plan ends before. */
  readonly nextBill: { readonly at: Instant; readonly cents: number | null } | null;
  /** What takes effect at the end of the cycle. */
  readonly waiting:
    | { readonly kind: 'end' }
    | { readonly kind: 'change'; readonly to: PlanFigures }
    | null;
};

export type SeatState = {
  readonly id: string;
  /** What the lead calls it; may be empty. */
  readonly name: string;
  readonly active: boolean;
  /** What its own wallet has now, without the pool. */
  readonly available: Credits;
  readonly held: Credits;
};

export type UnitsState = {
  /** The order that bought them: names them in `cancel-units`. */
  readonly unit: string;
  readonly addOnId: string;
  readonly name: string;
  /** Null for the pool. */
  readonly seat: string | null;
  readonly creditsEach: Credits;
  readonly centsEach: number | null;
  readonly count: number;
  readonly cancelled: number;
  /** When the uncancelled ones renew; null when the plan ends before. */
  readonly renewsAt: Instant | null;
  /** When credit bought now lapses: with the plan's cycle. */
  readonly lapsesAt: Instant;
};

/** A plan that can be chosen, and when that would take effect. */
export type PlanOffer = PlanFigures & {
  readonly effect: 'running' | 'waiting' | 'start' | 'at-once' | 'at-cycle-end' | 'needs-contract';
};

export type PackOffer = {
  readonly pack: Pack;
  /** Why it is not sold yet (B5): so much is left of the allowance, and the cheapest output costs so much. */
  readonly notYet: { readonly left: Credits; readonly cheapest: Credits } | null;
};

/** All that there is to see and to order of a plan. */
export type PlanState = {
  readonly at: Instant;
  readonly timeZone: string;
  readonly plan: RunningPlan | null;
  readonly seats: readonly SeatState[];
  /** The seat that this computer works as. */
  readonly workingSeat: string;
  readonly units: readonly UnitsState[];
  readonly plans: readonly PlanOffer[];
  readonly addOns: readonly AddOn[];
  readonly packs: readonly PackOffer[];
};

const id = z.string().min(1).max(128);
const figure = z.number();
const choice = {
  planId: z.string().max(64),
  cadence: z.enum(cadences),
  contract: contractFigures,
};

/** What can be asked for; the card's version, the seat and the time are Tally's to add. */
export const orderWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start-plan'), ...choice, seats: figure }),
  z.strictObject({ kind: z.literal('change-plan'), ...choice }),
  z.strictObject({ kind: z.literal('end-plan') }),
  z.strictObject({ kind: z.literal('keep-plan') }),
  z.strictObject({
    kind: z.literal('add-seat'),
    seat: z.string().max(32).nullable(),
    name: z.string().max(80),
  }),
  z.strictObject({ kind: z.literal('remove-seat'), seat: z.string().max(32) }),
  z.strictObject({ kind: z.literal('buy-units'), addOnId: z.string().max(64), count: figure }),
  z.strictObject({ kind: z.literal('cancel-units'), unit: id, count: figure }),
  z.strictObject({ kind: z.literal('keep-units'), unit: id, count: figure }),
  z.strictObject({ kind: z.literal('buy-pack'), packId: z.string().max(64) }),
]);
export type OrderWish = z.output<typeof orderWish>;

/** What an order would do, told before it is placed (A14, B9). */
export type OrderPreview = {
  readonly effect: 'at-once' | 'at-cycle-end' | 'nothing-billed';
  /** When what waits takes effect; now for the rest. */
  readonly at: Instant;
  /** What would be billed now. */
  readonly lines: readonly InvoiceLine[];
  /** Cents now in all; null when a price is not on the card. */
  readonly cents: number | null;
  /** Credits that come at once. */
  readonly credits: Credits;
  /** Plain sentences: what renews by itself, when and for how much; what can't be refunded; what lapses when. */
  readonly words: readonly string[];
};

/** One order of the past, newest first in a list. */
export type OrderRecord = {
  readonly number: number;
  readonly id: string;
  readonly at: Instant;
  readonly kind: OrderWish['kind'] | 'use-card';
  /** One sentence: what was ordered. */
  readonly words: string;
  /** What it billed at once; renewals are lines of their own. */
  readonly cents: number | null;
  readonly credits: Credits;
};

export type Ordered = {
  readonly order: OrderRecord;
  /** The same order had been placed before: nothing changed now. */
  readonly existed: boolean;
  readonly plan: PlanState;
  readonly workspace: WorkspaceState;
  readonly balance: Balance;
};

export const plan = {
  state: procedure.output(type<PlanState>()),
  /** What an order would cost and do; changes nothing. Refused as the order would be. */
  preview: procedure.input(z.strictObject({ wish: orderWish })).output(type<OrderPreview>()),
  /**
   * Places an order, or changes nothing. `orderId` is the caller's own, so that a second click answers
   * as the first; `accepted` is what was shown: an order that costs something else by now is refused.
   */
  order: procedure
    .input(
      z.strictObject({
        orderId: z.uuid(),
        wish: orderWish,
        accepted: z.strictObject({ cents: z.number().int().nullable() }).nullable(),
      }),
    )
    .output(type<Ordered>()),
  /** Every order, newest first. */
  orders: procedure
    .input(
      z.strictObject({
        before: z.number().int().positive().nullable(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(type<{ readonly orders: readonly OrderRecord[]; readonly older: number | null }>()),
  /** Lets this computer work as another active seat. */
  workAs: procedure.input(z.strictObject({ seat: z.string().max(32) })).output(type<PlanState>()),
};
