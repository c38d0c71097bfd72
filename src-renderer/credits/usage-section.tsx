import { useMemo, useState } from 'react';
import { type UsageOverTime, usageOverTime } from '../../src-shared/billing/future/usage-over-time';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { formatCount, formatCredits } from '../ui/figures';
import { PlotFigure } from '../ui/plot/plot-figure';
import { PlotTable } from '../ui/plot/plot-table';
import { mostSeries } from './series-look';
import { type PlotSpan, stepOf } from './spans';
import { daysText, madeText, periodText, seriesName } from './usage-names';
import { UsagePlot } from './usage-plot';
import { UsageTotals } from './usage-totals';
import { useDates } from './use-dates';
import { useUsage } from './use-outlook';
import { ofAllSeats, useTeam } from './use-team';

/** What was made in a span and what it cost, by tool and model, day by day or week by week. */
export function UsageSection({ span }: { span: PlotSpan }) {
  const dates = useDates();
  const title = ofAllSeats('Use by tool and model', useTeam());
  const { value, problem } = useUsage(span, dates);
  const usage = useMemo(() => {
    if (value === null) return null;
    const days = { from: dates.dayName(value.span.from), to: dates.dayName(value.span.now) };
    return usageOverTime(value.rows, days, stepOf(value.span), mostSeries);
  }, [value, dates]);
  if (usage === null) {
    const reading = problem ?? 'adding up the days…';
    return (
      <PlotFigure
        title={title}
        reading={reading}
        plot={<Skeleton className="h-45" />}
        table={null}
      />
    );
  }
  return usage.outputs === 0 ? (
    <NothingUsed title={title} />
  ) : (
    <Usage title={title} usage={usage} />
  );
}

function Usage({ title, usage }: { title: string; usage: UsageOverTime }) {
  const { card } = useBegun();
  const [read, setRead] = useState<number | null>(null);
  const { periods, series, outputs, total } = usage;
  const current = read === null ? undefined : periods[read];
  return (
    <PlotFigure
      title={title}
      reading={
        current === undefined ? (
          <>
            <strong className="font-semibold text-ink">{formatCredits(total)}</strong> for{' '}
            {madeText(outputs, series)}
          </>
        ) : (
          periodText(current, series, card)
        )
      }
      plot={<UsagePlot usage={usage} read={current === undefined ? null : read} onRead={setRead} />}
      table={<UsageTable usage={usage} />}
      foot={<UsageTotals usage={usage} />}
    />
  );
}

function UsageTable({ usage: { periods, series } }: { usage: UsageOverTime }) {
  const { card } = useBegun();
  const names = series.map((each) => {
    const { model, tool } = seriesName(each, card);
    return tool === '' ? model : `${model}, ${tool}`;
  });
  const rows = periods.toReversed().map((period) => {
    const credits = period.credits.map((amount) => (amount === 0 ? '' : formatCount(amount)));
    return [daysText(period), ...credits, formatCount(period.total)];
  });
  return <PlotTable caption="Credits used" columns={['Days', ...names, 'All']} rows={rows} />;
}

/** What will be here once something was made. */
function NothingUsed({ title }: { title: string }) {
  return (
    <section className="rounded-lg border border-line bg-paper px-4 py-3">
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1 max-w-prose text-muted">
        Nothing was made in these days. Whatever you make adds to the bar of its day, so that you
        see which model your credit goes to.
      </p>
      <Button className="mt-2" onClick={() => screenStore.getState().show('create')}>
        Make a picture
      </Button>
    </section>
  );
}
