import { useMemo, useState } from 'react';
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
import { useBalances, useForecast } from './use-outlook';
import { ofAllSeats, useTeam } from './use-team';

/** The balance of a span as a plot or as a table, going on into what the pace leads to. */
export function BalanceSection({ span }: { span: PlotSpan }) {
  const balances = useBalances(span);
  const { value: forecast } = useForecast(daysAhead(span));
  const dates = useDates();
  const title = ofAllSeats('Balance over time', useTeam());
  const until = forecast !== null && forecast.usual === null ? span.now : span.until;
  const readings = useMemo(
    () => balanceReadings(balances.value?.points ?? [], forecast, until),
    [balances.value, forecast, until],
  );
  const marks = useMemo(() => {
    const events = forecast?.usual?.future.events ?? [];
    const turns = balances.value?.turns ?? [];
    return turnMarks(
      turns,
      events.filter(({ at }) => at <= until),
    );
  }, [balances.value, forecast, until]);
  const [read, setRead] = useState<number | null>(null);
  if (isTooShort(span)) return <TooShort title={title} />;
  const { value, problem } = balances;
  const now = Math.max(0, (value?.points.length ?? 0) - 1);
  const reading = Math.min(read ?? now, Math.max(0, readings.length - 1));
  const current = readings[reading];
  if (value === null || current === undefined) {
    return (
      <PlotFigure
        title={title}
        reading={problem ?? 'reading the ledger…'}
        plot={<Skeleton className="h-62" />}
        table={null}
      />
    );
  }
  return (
    <PlotFigure
      title={title}
      reading={
        problem ?? (
          <Reading
            reading={current}
            marks={read === null ? [] : marksAt(marks, readings, reading)}
          />
        )
      }
      plot={
        <>
          <BalancePlot
            span={{ ...span, until }}
            points={value.points}
            marks={marks}
            forecast={forecast}
            readings={readings}
            reading={reading}
            onRead={setRead}
          />
          <BalanceLegend
            held={value.points.some(({ held }) => held > 0)}
            expected={forecast?.usual != null}
            band={forecast?.slow != null}
          />
        </>
      }
      table={<BalanceTable rows={balanceRows(readings, value.turns, dates)} />}
    />
  );
}

/** One instant of the plot in figures. */
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
