import type { Instant } from '../instant';
import type { InvoiceLine } from './invoice-line';

/** A billing cycle, or the time without a plan between two or after the last, with what was billed in it. */
export type CycleSpan = {
  /** Null where no plan ran. */
  readonly subscription: string | null;
  readonly planName: string;
  readonly startsAt: Instant;
  /** Null while it goes on and nobody knows how long: time without a plan. */
  readonly endsAt: Instant | null;
  /** Whether it still runs. */
  readonly open: boolean;
  readonly lines: readonly InvoiceLine[];
};

/**
 * Every cycle and every stretch without a plan, oldest first, by what was billed: each cycle begins with a line of its
 * plan. Together they are all of the time since the first plan. `running` is the plan that runs now, if any.
 */
export function cycleSpans(lines: readonly InvoiceLine[], running: string | null): CycleSpan[] {
  const spans: CycleSpan[] = [];
  for (const cycle of cyclesOf(lines)) {
    const end = spans.at(-1)?.endsAt ?? cycle.startsAt;
    if (end < cycle.startsAt) spans.push(withoutPlan(end, cycle.startsAt));
    spans.push(cycle);
  }
  const last = spans.at(-1);
  if (last === undefined) return [];
  if (last.subscription === running) return [...spans.slice(0, -1), { ...last, open: true }];
  return last.endsAt === null ? spans : [...spans, withoutPlan(last.endsAt, null)];
}

function cyclesOf(lines: readonly InvoiceLine[]): CycleSpan[] {
  const byCycle = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const key = `${line.subscription} ${line.cycle.startsAt}`;
    const inCycle = byCycle.get(key);
    if (inCycle === undefined) byCycle.set(key, [line]);
    else inCycle.push(line);
  }
  return [...byCycle.values()].flatMap((inCycle): CycleSpan[] => {
    const [first] = inCycle;
    if (first === undefined) return [];
    const { subscription, cycle } = first;
    // A seat or units added later say what they are; the plan's own lines say which plan it is by then.
    const plan = inCycle.findLast(({ kind }) => kind === 'plan' || kind === 'upgrade');
    const planName = plan?.name ?? first.name;
    return [{ subscription, planName, ...cycle, open: false, lines: inCycle }];
  });
}

function withoutPlan(startsAt: Instant, endsAt: Instant | null): CycleSpan {
  const open = endsAt === null;
  return { subscription: null, planName: 'No plan', startsAt, endsAt, open, lines: [] };
}
