import { formatCount } from '../ui/figures';
import { PlotTable } from '../ui/plot/plot-table';
import type { BalanceRow } from './balance-readings';
import { useDates } from './use-dates';

const columns = ['Day', 'Available', 'On hold', 'Came', 'Lapsed'] as const;

/** The plot of the balance in figures, the newest day on top. */
export function BalanceTable({ rows }: { rows: readonly BalanceRow[] }) {
  const dates = useDates();
  const cells = rows.toReversed().map((row): readonly string[] => {
    if (row.kind === 'turn') {
      const { at, granted, lapsed } = row.turn;
      return [dates.moment(at), '', '', amount(granted, '+'), amount(lapsed, '−')];
    }
    const { reading } = row;
    const day = dates.day(reading.at);
    if (reading.kind === 'was') {
      return [day, formatCount(reading.available), amount(reading.held, ''), '', ''];
    }
    const { available, bounds } = reading;
    const between =
      bounds === null ? '' : ` (${formatCount(bounds.least)} to ${formatCount(bounds.most)})`;
    return [`${day}, expected`, `about ${formatCount(available)}${between}`, '', '', ''];
  });
  return <PlotTable caption="Balance over time" columns={columns} rows={cells} />;
}

function amount(credits: number, sign: string): string {
  return credits === 0 ? '' : `${sign}${formatCount(credits)}`;
}
