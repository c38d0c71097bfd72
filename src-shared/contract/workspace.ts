import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Instant } from '../billing/instant';
import type { RateCard } from '../billing/rate-card';
import { isTimeZone } from '../billing/time-zone';
import type { Refusal } from '../refusal';
import { procedure } from './refused';

/** The workspace as the page may know it. */
export type WorkspaceState =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'begun';
      readonly card: RateCard;
      readonly planId: string;
      readonly cadence: 'monthly' | 'annual';
      readonly timeZone: string;
      readonly begunAt: Instant;
      /** The next renewal and what it grants to this seat. */
      readonly renewal: { readonly at: Instant; readonly credits: number };
      /** How far the computer's clock is behind what Tally has already seen, in milliseconds; 0 when right. */
      readonly clockBehind: number;
    };

export const workspace = {
  state: procedure.output(type<WorkspaceState>()),
  /** The rate cards that can be chosen, and why a file in the data folder is none. */
  cards: procedure.output(
    type<{ readonly cards: readonly RateCard[]; readonly unusable: readonly Refusal[] }>(),
  ),
  /** Chooses card and plan once; posts the plan's first grant. */
  begin: procedure
    .input(
      z.strictObject({
        cardId: z.string().max(64),
        planId: z.string().max(64),
        cadence: z.enum(['monthly', 'annual']),
        timeZone: z.string().max(64).refine(isTimeZone, 'there is no such time zone'),
      }),
    )
    .output(type<WorkspaceState>()),
};
