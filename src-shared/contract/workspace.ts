import { type } from '@orpc/contract';
import { z } from 'zod';
import type { RateCard } from '../billing/card/rate-card';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import { type Cadence, cadences } from '../billing/plan/plan-terms';
import { isTimeZone } from '../billing/time-zone';
import type { Refusal } from '../refusal';
import { contractFigures } from './contract-figures';
import { procedure } from './refused';

/** The workspace as the page may know it. */
export type WorkspaceState =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'begun';
      readonly card: RateCard;
      /** The running plan; null once one has ended. */
      readonly planId: string | null;
      readonly cadence: Cadence | null;
      /** The seat that this computer works as. */
      readonly seat: { readonly id: string; readonly name: string };
      /** Marked for ever: the workspace goes by a clock of its own. */
      readonly testClock: boolean;
      readonly timeZone: string;
      readonly begunAt: Instant;
      /** The next grant of base credit and what it brings to this seat; null when none comes. */
      readonly renewal: { readonly at: Instant; readonly credits: Credits } | null;
      /** What renews by itself within a week, in words (A14). */
      readonly renewsSoon: readonly string[];
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
        cadence: z.enum(cadences),
        timeZone: z.string().max(64).refine(isTimeZone, 'there is no such time zone'),
        /** How many seats a per-seat plan starts with; 1 when left out. */
        seats: z.number().optional(),
        /** The figures of a contract plan. */
        contract: contractFigures.optional(),
      }),
    )
    .output(type<WorkspaceState>()),
};
