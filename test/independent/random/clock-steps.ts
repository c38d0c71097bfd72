import type { Chance } from '../../chaos/seeded-random';
import { type Months, monthsFrom } from '../months';
import { happens, pick, pickWeighted } from './pick';

const second = 1000;
const day = 86_400_000;

/** Where the clock of a history stands, and the anchors whose months may matter to it. */
export type Clock = {
  readonly timeZone: string;
  readonly startsAt: number;
  readonly now: number;
  readonly anchors: readonly number[];
};

/** After so long, a history makes small steps only: it is long enough. */
const longLife = 12 * 365 * day;

type Step = (chance: Chance, clock: Clock) => number;

const steps: readonly (readonly [weight: number, step: Step])[] = [
  [40, (chance, clock) => boundary(chance, clock) + pick(chance, [0, 0, 0, 0, -1, 1, -second])],
  [14, (chance, { now }) => now + chance.below(3 * day)],
  [14, (chance, { now }) => now + chance.below(40 * day)],
  [6, (chance, { now }) => now + chance.below(400 * day)],
  [2, (chance, { now }) => now + chance.below(3 * 365 * day)],
  [6, (chance, { now }) => now + 1 + chance.below(90 * second)],
  [4, (chance, { now }) => now - chance.below(100 * day)],
  [2, (_, { now }) => now],
];

/** Where the clock is put next: most often onto a boundary, sometimes back. */
export function stepOfClock(chance: Chance, clock: Clock): number {
  const to = pickWeighted(chance, steps)(chance, clock);
  return to - clock.startsAt > longLife ? clock.now + chance.below(day) : to;
}

/** The start of a month to come of one of the anchors; most often of the very next one. */
function boundary(chance: Chance, { anchors, now, timeZone }: Clock): number {
  if (anchors.length === 0) return now + second;
  const anchor = happens(chance, 80) ? (anchors.at(-1) ?? now) : pick(chance, anchors);
  const months = monthsFrom(anchor, timeZone);
  return months(nextMonth(months, now) + pick(chance, [0, 0, 0, 0, 0, 0, 1, 2, 5, 11]));
}

function nextMonth(months: Months, now: number): number {
  let month = Math.max(0, Math.floor((now - months(0)) / (31 * day)));
  while (months(month) <= now) month += 1;
  return month;
}
