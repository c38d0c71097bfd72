import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Span } from '../../src-shared/contract/plan';

export const spanIds = ['30-days', '90-days', 'cycle', 'year'] as const;
/** How far a plot looks back. */
export type SpanId = (typeof spanIds)[number];

export const spanNames: Readonly<Record<SpanId, string>> = {
  '30-days': '30 days',
  '90-days': '90 days',
  cycle: 'This cycle',
  year: 'Year',
};

/** What a plot shows: what was, up to `now`, and what is to come. */
export type PlotSpan = {
  readonly from: Instant;
  readonly now: Instant;
  readonly until: Instant;
  /** Which telling of the balance it is of: after another one what is shown is read anew. */
  readonly told: number;
};

const dayLength = 86_400_000;
const daysBack: Readonly<Record<Exclude<SpanId, 'cycle'>, number>> = {
  '30-days': 30,
  '90-days': 90,
  year: 365,
};

type SpanFacts = Pick<PlotSpan, 'now' | 'told'> & {
  readonly begunAt: Instant;
  readonly cycle: Span | null;
};

/**
 * The stretch of time of a span: as many days back as it says, but not to before the workspace began, and half
 * as many ahead; or the running cycle, which null stands for the lack of.
 */
export function plotSpan(id: SpanId, { now, begunAt, cycle, told }: SpanFacts): PlotSpan {
  if (id === 'cycle' && cycle !== null) {
    return { from: later(begunAt, cycle.startsAt), now, until: later(now, cycle.endsAt), told };
  }
  const days = daysBack[id === 'cycle' ? '30-days' : id];
  const from = later(begunAt, instant(now - days * dayLength));
  return { from, now, until: instant(now + (days * dayLength) / 2), told };
}

/** Whole days from now to the end of a span, at least one. */
export function daysAhead({ now, until }: PlotSpan): number {
  return Math.max(1, Math.ceil((until - now) / dayLength));
}

/** Whether there is so little of a history that a plot of it would show nothing. */
export function isTooShort({ from, now }: PlotSpan): boolean {
  return now - from < dayLength;
}

/** Whether use is told by the day; else by the week, for a bar must be wide enough to be pointed at. */
export function stepOf({ from, now }: PlotSpan): 'day' | 'week' {
  return now - from > 45 * dayLength ? 'week' : 'day';
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
