import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Forecast } from '../billing/future/future';
import type { WhatIf } from '../billing/future/what-if';
import { orderWish } from './plan';
import { procedure } from './refused';

export type { Forecast, Future, FutureEvent, FuturePoint } from '../billing/future/future';
export type { Pace } from '../billing/future/pace';
export type { Suggestion } from '../billing/future/suggestions';
export type { WhatIf } from '../billing/future/what-if';

/** Changes to try: orders at dates, another pace, other prices. Nothing of it touches the ledger. */
export const whatIfInput = z.strictObject({
  /** An instant; in the past: the ledger as it was then, and what was to come of it. Never later than now. */
  from: z.number().int(),
  /** At most twenty years are looked ahead; the answer says how far. */
  until: z.number().int(),
  /**
   * Each at its date. What the first of them buys is named `what-if-1`, and so on: by that name its units
   * can be cancelled.
   */
  orders: z.array(z.strictObject({ at: z.number().int(), wish: orderWish })).max(50),
  /** Null: the usual pace. */
  pace: z
    .strictObject({
      credits: z.number().int().min(0).max(1_000_000_000),
      days: z.number().int().min(1).max(366),
    })
    .nullable(),
  /** Prices of models to try, in credits for each `per` units; use of a model costs as much more or less. */
  prices: z
    .array(
      z.strictObject({
        tool: z.string().max(64),
        model: z.string().max(64),
        credits: z.number().int().min(0).max(1_000_000_000),
        per: z.number().int().min(1).max(1_000_000),
      }),
    )
    .max(100),
});
export type WhatIfInput = z.output<typeof whatIfInput>;

export const forecast = {
  /** The coming days at the current pace, with honest bounds. */
  next: procedure
    .input(z.strictObject({ days: z.number().int().min(1).max(731) }))
    .output(type<Forecast>()),
  /** Refused as an order would be that can't be placed at its date. */
  whatIf: procedure.input(whatIfInput).output(type<WhatIf>()),
};
