import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Instant } from '../billing/instant';
import type { Balance } from './credits';
import { procedure } from './refused';

export type ClockState = {
  readonly now: Instant;
  /** The workspace's own clock, which only stands or is advanced; else the computer's. */
  readonly testClock: boolean;
  /** The next instant at which something falls due; null while no plan runs. */
  readonly nextDue: Instant | null;
};

/** The end of the year 9999: later dates have no day that people write. */
const lastInstant = Date.UTC(10_000, 0, 1) - 1;

export const clock = {
  show: procedure.output(type<ClockState>()),
  /** Moves a test workspace's clock forward; anywhere else it is refused. */
  advance: procedure
    .input(z.strictObject({ to: z.number().int().max(lastInstant) }))
    .output(
      type<{ readonly clock: ClockState; readonly crossed: number; readonly balance: Balance }>(),
    ),
};
