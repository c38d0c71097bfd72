import type { Instant } from '../../src-shared/billing/instant';
import type { Cadence } from '../../src-shared/billing/plan/plan-terms';
import type { Span } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { formatNumberOf } from '../ui/figures';

type CycleBarProps = { cycle: Span; at: Instant; cadence: Cadence };

/** The running billing cycle as a bar of the days that are gone and those that are left. */
export function CycleBar({ cycle, at, cadence }: CycleBarProps) {
  const { day } = useDates();
  const { all, left } = daysOf(cycle, at);
  const words = `${formatNumberOf(left, 'day')} of ${all} left`;
  return (
    <div>
      <div
        role="img"
        aria-label={`Billing cycle: ${words}`}
        className="flex h-2 overflow-hidden rounded-full bg-line"
      >
        <div
          className="rounded-full bg-accent"
          style={{ width: `${(100 * (all - left)) / all}%` }}
        />
      </div>
      <div className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-xs text-muted">
        <span>
          {day(cycle.startsAt)} – {day(cycle.endsAt)}
        </span>
        <span>
          {cadence}, {words}
        </span>
      </div>
    </div>
  );
}

const dayLength = 86_400_000;

/** Days of a cycle and days left of it, each begun one counted whole. */
export function daysOf({ startsAt, endsAt }: Span, at: Instant): { all: number; left: number } {
  const all = Math.max(1, Math.round((endsAt - startsAt) / dayLength));
  const left = Math.ceil((endsAt - at) / dayLength);
  return { all, left: Math.min(all, Math.max(0, left)) };
}
