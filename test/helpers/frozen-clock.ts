import type { Clock } from '../../src-main/clock';
import { type Instant, instant } from '../../src-shared/billing/instant';

/** A clock that stands still until a test moves it, in either direction. */
export type FrozenClock = Clock & { set(iso: string): void; advance(milliseconds: number): void };

export function frozenClock(iso: string): FrozenClock {
  let now = Date.parse(iso);
  return {
    now: (): Instant => instant(now),
    set: (next) => {
      now = Date.parse(next);
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
