import { stack } from 'd3-shape';
import { useRef } from 'react';
import type { UsageOverTime, UsagePeriod } from '../../src-shared/billing/future/usage-over-time';
import { useBegun } from '../stores/workspace';
import { useElementSize } from '../ui/element-size';
import { PlotAxes } from '../ui/plot/plot-axes';
import { PlotReader } from '../ui/plot/plot-reader';
import { type PlotScales, plotScales } from '../ui/plot/plot-scales';
import { seriesLooks } from './series-look';
import { firstDayText, periodText, seriesKey } from './usage-names';

type UsagePlotProps = {
  usage: UsageOverTime;
  /** The place of the bar that is read; null while none is. */
  read: number | null;
  onRead: (reading: number | null) => void;
};

const margin = { top: 12, right: 10, bottom: 24, left: 40 };
const height = 180;
/** As much room the name of a day needs below the bars, in pixels. */
const dayRoom = 64;

/** A bar for each day or week, one model above the other. */
export function UsagePlot({ usage, read, onRead }: UsagePlotProps) {
  const { card } = useBegun();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const { periods, series } = usage;
  const most = Math.max(...periods.map(({ total }) => total));
  const extent = { from: 0, until: periods.length, most };
  const scales = plotScales({ width, height }, margin, extent);
  const reading = read ?? periods.length - 1;
  const current = periods[reading];
  return (
    <div ref={box} className="min-h-[180px]">
      {width === 0 || current === undefined ? null : (
        <PlotReader
          label="Use by tool and model"
          width={width}
          height={height}
          stops={periods.map((_, place) => scales.x(place + 0.5))}
          reading={reading}
          valueText={periodText(current, series, card)}
          onRead={onRead}
        >
          {read === null ? null : (
            <rect
              x={scales.x(read)}
              y={scales.top}
              width={scales.x(1) - scales.x(0)}
              height={scales.bottom - scales.top}
              className="fill-well"
            />
          )}
          <PlotAxes scales={scales} ticks={ticksOf(periods, width)} />
          <Bars usage={usage} scales={scales} />
        </PlotReader>
      )}
    </div>
  );
}

type BarsProps = { usage: UsageOverTime; scales: PlotScales };

function Bars({ usage: { periods, series }, scales: { x, y } }: BarsProps) {
  const { card } = useBegun();
  const looks = seriesLooks(series, card);
  const places = series.map((_, place) => place);
  const layers = stack<unknown, UsagePeriod, number>()
    .keys(places)
    .value(({ credits }, place) => credits[place] ?? 0);
  const room = x(1) - x(0);
  const bar = Math.max(1, Math.min(28, room * 0.72));
  const stacked = layers(periods);
  return series.map((each, place) => (
    <g key={seriesKey(each)} className={looks[place]?.fill}>
      {stacked[place]?.map(([low, high], index) =>
        high > low ? (
          <rect
            key={periods[index]?.from}
            x={x(index + 0.5) - bar / 2}
            width={bar}
            y={y(high)}
            // A hairline of paper keeps neighbours apart for eyes that see no difference in colour.
            height={Math.max(0.5, y(low) - y(high) - (low > 0 ? 1 : 0))}
          />
        ) : null,
      )}
    </g>
  ));
}

function ticksOf(periods: readonly UsagePeriod[], width: number) {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(2, Math.floor(width / dayRoom))));
  return periods.flatMap((period, place) =>
    place % every === 0 ? [{ at: place + 0.5, label: firstDayText(period) }] : [],
  );
}
