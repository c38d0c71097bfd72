import type { Clock } from '../../src-main/clock';
import { instant } from '../../src-shared/billing/instant';
import type { VictimOptions } from './victim-talk';

/** A clock that goes fast, and that somebody sets now and then. */
export type JumpingClock = Clock & { jump(milliseconds: number): void };

export function jumpingClock({ time, pace }: Pick<VictimOptions, 'time' | 'pace'>): JumpingClock {
  const started = Date.now();
  let set = 0;
  return {
    now: () => instant(time + set + Math.floor((Date.now() - started) * pace)),
    jump: (milliseconds) => {
      set += milliseconds;
    },
  };
}
