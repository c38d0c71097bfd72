import { z } from 'zod';
import { type Instant, instant } from '../instant';
import { cadences } from './plan-terms';

const id = z.string().min(1).max(128);
const seat = z.string().max(32);
const count = z.number().int();
const card = z.strictObject({ id: z.string().max(64), version: z.string().max(64) });
const contract = z
  .strictObject({
    seats: z.number(),
    credits: z.number(),
    everyMonths: z.union([z.literal(1), z.literal(12)]),
    priceCents: z.number().nullable(),
  })
  .nullable();
const choice = { card, planId: z.string().max(64), cadence: z.enum(cadences), contract };

/** What can be ordered of a plan, with all that its price and its grants follow from. */
export const wishSchema = z.discriminatedUnion('kind', [
  /** `seats`: how many a per-seat plan starts with. */
  z.strictObject({
    kind: z.literal('start-plan'),
    ...choice,
    seats: count,
    timeZone: z.string().max(64),
  }),
  z.strictObject({ kind: z.literal('change-plan'), ...choice }),
  z.strictObject({ kind: z.literal('end-plan') }),
  /** Takes back a change or an end that waits for the end of the cycle. */
  z.strictObject({ kind: z.literal('keep-plan') }),
  /** `seat` null: a new one; else one that was removed. */
  z.strictObject({
    kind: z.literal('add-seat'),
    seat: seat.nullable(),
    name: z.string().max(80),
  }),
  z.strictObject({ kind: z.literal('remove-seat'), seat }),
  z.strictObject({ kind: z.literal('buy-units'), card, addOnId: z.string().max(64), count, seat }),
  /** `unit`: the order that bought them. */
  z.strictObject({ kind: z.literal('cancel-units'), unit: id, count }),
  z.strictObject({ kind: z.literal('keep-units'), unit: id, count }),
  z.strictObject({ kind: z.literal('buy-pack'), card, packId: z.string().max(64), seat }),
  /** Takes up a newer version of the card in use: for prices from its date on, never for history. */
  z.strictObject({ kind: z.literal('use-card'), card }),
]);

export type Wish = z.output<typeof wishSchema>;

/** A wish that was granted, with its own id and when: orders are only ever added. */
export type Order = { readonly id: string; readonly at: Instant; readonly wish: Wish };

/** Reads an order from what was kept of it; throws on what no version of Tally has kept. */
export function orderOf(kept: { id: string; at: number; wish_json: string }): Order {
  return {
    id: kept.id,
    at: instant(kept.at),
    wish: wishSchema.parse(JSON.parse(kept.wish_json)),
  };
}
