import { useMemo, useState } from 'react';
import type { Forecast } from '../../src-shared/contract/forecast';
import { Skeleton } from '../ui/empty';
import { formatCount, formatCredits } from '../ui/figures';
import { PlotFigure } from '../ui/plot/plot-figure';
import { BalanceLegend } from './balance-legend';
import { BalancePlot } from './balance-plot';
import { type BalanceReading, balanceReadings, balanceRows } from './balance-readings';
import { BalanceTable } from './balance-table';
import { daysAhead, isTooShort, type PlotSpan } from './spans';
import { marksAt, marksText, type TurnMark, turnMarks } from './turn-marks';
import { useDates } from './use-dates';
import { type Balances, useBalances, useForecast } from './use-outlook';
import { ofAllSeats, useTeam } from './use-team';

/** The balance of a span as a plot or as a table, going on into what the pace leads to. */
export function BalanceSection({ span }: { span: PlotSpan }) {
  const { value, problem } = useBalances(span);
  const { value: forecast } = useForecast(daysAhead(span), span.told);
  const title = ofAllSeats('Balance over time', useTeam());
  if (isTooShort(span)) return <TooShort title={title} />;
  if (value !== null) {
    return <BalanceFigure title={title} shown={value} forecast={forecast} problem={problem} />;
  }
  return (
    <PlotFigure
      title={title}
      reading={problem ?? 'reading the ledger…'}
      plot={<Skeleton className="h-62" />}
      table={null}
    />
  );
}

type BalanceFigureProps = {
  title: string;
  shown: Balances;
  /** Null while it is being asked for. */
  forecast: Forecast | null;
  problem: string | null;
};

function BalanceFigure({ title, shown, forecast, problem }: BalanceFigureProps) {
  const dates = useDates();
  const [read, setRead] = useState<number | null>(null);
  const { span, points, turns } = shown;
  // Where nobody can tell what comes, nothing is drawn of it.
  const until = forecast !== null && forecast.usual === null ? span.now : span.until;
  const readings = useMemo(
    () => balanceReadings(points, forecast, until),
    [points, forecast, until],
  );
  const marks = useMemo(() => {
    const events = forecast?.usual?.future.events ?? [];
    const within = events.filter(({ at }) => at <= until);
    return turnMarks(turns, within);
  }, [turns, forecast, until]);
  const reading = Math.min(read ?? points.length - 1, readings.length - 1);
  const current = readings[reading];
  if (current === undefined) return null;
  const turned = read === null ? [] : marksAt(marks, readings, reading);
  return (
    <PlotFigure
      title={title}
      reading={problem ?? <Reading reading={current} marks={turned} />}
      plot={
        <>
          <BalancePlot
            span={{ ...span, until }}
            points={points}
            marks={marks}
            forecast={forecast}
            readings={readings}
            reading={reading}
            onRead={setRead}
          />
          <BalanceLegend
            held={points.some(({ held }) => held > 0)}
            expected={forecast?.usual != null}
            band={forecast?.slow != null}
          />
        </>
      }
      table={<BalanceTable rows={balanceRows(readings, turns, dates)} />}
    />
  );
}

type ReadingProps = {
  reading: BalanceReading;
  /** What came and lapsed right before it. */
  marks: readonly TurnMark[];
};

function Reading({ reading, marks }: ReadingProps) {
  const dates = useDates();
  const turned = marks.length === 0 ? '' : `; ${marksText(marks)}`;
  if (reading.kind === 'was') {
    return (
      <>
        {dates.moment(reading.at)}:{' '}
        <strong className="font-semibold text-ink">{formatCredits(reading.available)}</strong>{' '}
        available, {formatCount(reading.held)} held
        {turned}
      </>
    );
  }
  const { at, available, bounds } = reading;
  return (
    <>
      {dates.day(at)}: about{' '}
      <strong className="font-semibold text-ink">{formatCredits(available)}</strong> expected
      {bounds === null || bounds.least === bounds.most
        ? ''
        : `, ${formatCount(bounds.least)} to ${formatCount(bounds.most)}`}
      {turned}
    </>
  );
}

/** What will be here, while there is less than a day of it. */
function TooShort({ title }: { title: string }) {
  return (
    <section className="rounded-lg border border-line bg-paper px-4 py-3">
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1 max-w-prose text-muted">
        Your ledger is younger than a day. From tomorrow on this is where your balance draws itself:
        where credit came, where it was spent, and where it lapsed. After three days it goes on into
        what your pace leads to.
      </p>
    </section>
  );
}
