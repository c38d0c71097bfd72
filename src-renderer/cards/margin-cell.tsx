import { TrendingDown } from 'lucide-react';
import type { LineMargin, Margin } from '../../src-shared/billing/card/margin';
import { roundedDown } from '../../src-shared/billing/fraction';
import { digitsNeeded, formatMicros } from './dollars';

const percent = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** A share of an income, told rounded down: «73.33%». */
export function formatPercent(share: number): string {
  return percent.format(share).replace('-', '−');
}

/** Whether a margin is a loss, however small. */
export function isLoss(margin: Margin | null): boolean {
  return margin?.margin != null && margin.margin.over < 0n;
}

/** The digits after the point with which every margin of a column is told whole, so that they stand in line. */
export function digitsOf(margins: readonly (Margin | null)[]): number {
  const needed = margins.map((each) =>
    each?.margin == null ? 2 : digitsNeeded(roundedDown(each.margin)),
  );
  return Math.max(2, ...needed);
}

type MarginCellProps = {
  margin: Margin | null;
  digits: number;
  /** Why there is none. */
  unknown: string;
};

/** What is left of an income, in dollars and in percent; a loss has its own sign, mark and word. */
export function MarginFigures({ margin, digits, unknown }: MarginCellProps) {
  if (margin === null || margin.margin === null) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{unknown}</span>
      </span>
    );
  }
  const money = formatMicros(roundedDown(margin.margin), digits);
  const share = margin.percent === null ? 'given away' : formatPercent(margin.percent);
  if (!isLoss(margin)) {
    return (
      <>
        <span className="block font-medium">{money}</span>
        <span className="block text-xs text-muted">{share}</span>
      </>
    );
  }
  return (
    <span className="text-danger">
      <span className="flex items-center justify-end gap-1 font-semibold">
        <TrendingDown size={13} aria-hidden />
        {money}
      </span>
      <span className="block text-xs">
        {margin.percent === null ? 'given away' : `loss, ${share}`}
      </span>
    </span>
  );
}

/** Why a line has no margin. */
export function unknownMargin(line: LineMargin | undefined): string {
  if (line === undefined) return 'not known: a figure of this line can’t be read';
  if (line.cost === null) return 'not known: the line names no cost of the provider';
  return 'not known: the card sells no credits at a known price';
}
