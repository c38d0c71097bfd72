import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { WhatIf } from '../../src-shared/contract/forecast';
import { creditAt, lastOfEach } from '../credits/future-points';
import type { DatesIn } from '../ui/dates-in';
import { formatCount, formatCredits } from '../ui/figures';

/** What a plot of a trial says of one instant. */
export type TrialReading = {
  readonly at: Instant;
  readonly changed: Credits;
  readonly asItIs: Credits;
};

/** All that can be read off the plot, oldest first: every instant at which either of the two is told. */
export function trialReadings({ changed, asItIs }: WhatIf): TrialReading[] {
  const instants = new Set<Instant>();
  for (const { at } of [...lastOfEach(changed.points), ...lastOfEach(asItIs.points)]) {
    instants.add(at);
  }
  return [...instants]
    .toSorted((a, b) => a - b)
    .map((at) => ({
      at,
      changed: creditAt(changed.points, at),
      asItIs: creditAt(asItIs.points, at),
    }));
}

/** One reading in words, as a screen reader says it. */
export function trialReadingText(
  { at, changed, asItIs }: TrialReading,
  dates: DatesIn,
  untouched: boolean,
): string {
  const told = `${dates.day(at)}: about ${formatCredits(changed)}`;
  return untouched ? told : `${told} with the changes, ${formatCount(asItIs)} as it is`;
}
