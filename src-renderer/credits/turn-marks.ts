import { type Credits, sum } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { FutureEvent } from '../../src-shared/contract/forecast';
import type { BalanceTurn } from '../../src-shared/contract/insight';
import { formatCount } from '../ui/figures';

/** Credit that came, or lapsed, at an instant of a plot. */
export type TurnMark = {
  readonly at: Instant;
  readonly kind: 'came' | 'lapsed';
  readonly credits: Credits;
  /** Whether it has not happened yet. */
  readonly expected: boolean;
};

/** What came or lapsed, in words: «600 came, 341 lapsed», or what is expected to. */
export function marksText(marks: readonly TurnMark[]): string {
  return marks
    .map(({ kind, credits, expected }) => {
      if (kind === 'came') return `${formatCount(credits)} ${expected ? 'come' : 'came'}`;
      return `${formatCount(credits)} ${expected ? 'lapse' : 'lapsed'}`;
    })
    .join(', ');
}

/** The marks since the stop before `reading`, up to it. */
export function marksAt(
  marks: readonly TurnMark[],
  stops: readonly { readonly at: Instant }[],
  reading: number,
): TurnMark[] {
  const since = stops[reading - 1]?.at ?? Number.NEGATIVE_INFINITY;
  const upTo = stops[reading]?.at ?? since;
  return marks.filter(({ at }) => at > since && at <= upTo);
}

/** The marks of what happened and of what is expected, at most one of a kind for an instant, oldest first. */
export function turnMarks(
  turns: readonly BalanceTurn[],
  events: readonly FutureEvent[],
): TurnMark[] {
  const was = turns.flatMap(({ at, granted, lapsed }): TurnMark[] => [
    { at, kind: 'came', credits: granted, expected: false },
    { at, kind: 'lapsed', credits: lapsed, expected: false },
  ]);
  const mayBe = events.flatMap(({ at, kind, credits }): TurnMark[] => {
    if (kind === 'granted') return [{ at, kind: 'came', credits, expected: true }];
    return kind === 'lapsed' ? [{ at, kind, credits, expected: true }] : [];
  });
  const merged = new Map<string, TurnMark>();
  for (const mark of [...was, ...mayBe]) {
    if (mark.credits === 0) continue;
    const key = `${mark.at} ${mark.kind}`;
    const known = merged.get(key);
    const credits = known === undefined ? mark.credits : sum([known.credits, mark.credits]);
    merged.set(key, { ...mark, credits });
  }
  return [...merged.values()].toSorted((a, b) => a.at - b.at);
}
