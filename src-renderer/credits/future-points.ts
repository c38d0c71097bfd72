import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { FuturePoint } from '../../src-shared/contract/forecast';

/** Where two points are of one instant, only what is right after it. */
export function lastOfEach(points: readonly FuturePoint[]): FuturePoint[] {
  return points.filter(({ at }, place) => points[place + 1]?.at !== at);
}

/** What there would be at an instant: as the last point up to it says. */
export function creditAt(points: readonly FuturePoint[], at: Instant): Credits {
  const last = points.findLast((point) => point.at <= at) ?? points[0];
  if (last === undefined) throw new Error('a future without a point');
  return last.available;
}
