import type { RateCard } from '../billing/card/rate-card';
import type { Instant } from '../billing/instant';
import type { Balance } from '../contract/credits';
import type { Forecast } from '../contract/forecast';
import type { QueueState } from '../contract/jobs';
import type { PlanState } from '../contract/plan';

/** All that the guide knows: the workspace as it is now, and nothing else. */
export type Facts = {
  readonly at: Instant;
  readonly timeZone: string;
  readonly card: RateCard;
  /** What the working seat can spend, lot by lot in burn order. */
  readonly balance: Balance;
  readonly plan: PlanState;
  readonly forecast: Forecast;
  readonly queue: QueueState;
};
