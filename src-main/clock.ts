import { type Instant, instant } from '../src-shared/billing/instant';

/** Where the time comes from. Tests and test workspaces bring a clock of their own. */
export type Clock = { now(): Instant };

/** The one door to the computer's time; nothing else in Tally asks for it. */
export const systemClock: Clock = { now: () => instant(Date.now()) };
