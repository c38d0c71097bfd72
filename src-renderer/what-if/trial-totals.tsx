import { type Compared, compareFutures } from '../../src-shared/billing/future/compare-futures';
import type { Future, WhatIf } from '../../src-shared/contract/forecast';
import { useDates } from '../credits/use-dates';
import { formatCount, formatMoney, formatNumberOf } from '../ui/figures';
import { Paper, PaperPerforation } from '../ui/paper';

type TrialTotalsProps = { answer: WhatIf; untouched: boolean };

const names: Readonly<Record<Compared['what'], string>> = {
  granted: 'Granted',
  spent: 'Spent',
  unmet: 'Wished for, not affordable',
  lapsed: 'Lapsed unused',
  closing: 'Left at the end',
  cents: 'Billed',
};

/** What it all comes to, as it is and with the changes, with what is more and what is less. */
export function TrialTotals({ answer: { asItIs, changed }, untouched }: TrialTotalsProps) {
  const dates = useDates();
  const rows = compareFutures(asItIs, changed);
  const unpriced = changed.totals.unpriced;
  return (
    <Paper label="What it comes to">
      <table className="w-full">
        <caption className="mb-1 text-left text-xs text-muted">
          {dates.day(changed.from)} to {dates.day(changed.until)}
        </caption>
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className="text-left font-normal">
              Credits
            </th>
            <Column>As it is</Column>
            {untouched ? null : (
              <>
                <Column>Changed</Column>
                <Column>Difference</Column>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.what}
              className={`align-baseline ${isSum(row) ? 'border-t border-line' : ''}`}
            >
              <th
                scope="row"
                className={`py-0.5 pr-2 text-left ${isSum(row) ? 'font-semibold' : 'font-normal'}`}
              >
                {names[row.what]}
              </th>
              <Figure row={row}>{figureText(row, row.asItIs)}</Figure>
              {untouched ? null : (
                <>
                  <Figure row={row}>{figureText(row, row.changed)}</Figure>
                  <Figure row={row}>{differenceText(row)}</Figure>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <PaperPerforation />
      <p>
        <RunsOut changed={changed} asItIs={asItIs} untouched={untouched} />
      </p>
      <p className="mt-1 text-xs text-muted">
        {unpriced > 0
          ? `${formatNumberOf(unpriced, 'bill')} without a price on the card ${unpriced === 1 ? 'is' : 'are'} not in the sum. `
          : ''}
        Tried on a copy: nothing of this is ordered or billed.
      </p>
    </Paper>
  );
}

function Column({ children }: { children: string }) {
  return (
    <th scope="col" className="pl-3 text-right font-normal whitespace-nowrap">
      {children}
    </th>
  );
}

function Figure({ row, children }: { row: Compared; children: string }) {
  return (
    <td className={`py-0.5 pl-3 text-right whitespace-nowrap ${isSum(row) ? 'font-semibold' : ''}`}>
      {children}
    </td>
  );
}

function isSum({ what }: Compared): boolean {
  return what === 'closing' || what === 'cents';
}

function figureText({ what }: Compared, amount: number): string {
  return what === 'cents' ? (formatMoney(amount) ?? '') : formatCount(amount);
}

/** What is more or less; nothing where both are the same. */
function differenceText(row: Compared): string {
  if (row.difference === 0) return '';
  const sign = row.difference > 0 ? '+' : '−';
  return `${sign}${figureText(row, Math.abs(row.difference))}`;
}

type RunsOutProps = { changed: Future; asItIs: Future; untouched: boolean };

/** When credit runs out, in either case. */
function RunsOut({ changed, asItIs, untouched }: RunsOutProps) {
  const dates = useDates();
  const text = ({ runsOutAt }: Future) =>
    runsOutAt === null ? 'does not run out' : `runs out on ${dates.day(runsOutAt)}`;
  if (untouched || changed.runsOutAt === asItIs.runsOutAt) return `Credit ${text(changed)}.`;
  return `With the changes credit ${text(changed)}; as it is, it ${text(asItIs)}.`;
}
