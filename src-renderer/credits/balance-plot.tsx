import { useId, useMemo, useRef } from 'react';
import { sum } from '../../src-shared/billing/credits';
import type { Forecast } from '../../src-shared/contract/forecast';
import type { BalancePoint } from '../../src-shared/contract/insight';
import { insightStore } from '../stores/insight';
import { useBegun } from '../stores/workspace';
import { useElementSize } from '../ui/element-size';
import { dayTicks } from '../ui/plot/day-ticks';
import { PlotAxes } from '../ui/plot/plot-axes';
import { PlotReader } from '../ui/plot/plot-reader';
import { type PlotScales, plotScales } from '../ui/plot/plot-scales';
import { FutureLines, HistoryLines } from './balance-lines';
import { type BalanceReading, readingText } from './balance-readings';
import { NowLine, ReadingLine, RunsOutLine } from './plot-lines';
import type { PlotSpan } from './spans';
import { markLanes, TurnLanes } from './turn-lanes';
import { marksAt, marksText, type TurnMark } from './turn-marks';
import { useDates } from './use-dates';

type BalancePlotProps = {
  span: PlotSpan;
  points: readonly BalancePoint[];
  marks: readonly TurnMark[];
  forecast: Forecast | null;
  readings: readonly BalanceReading[];
  /** The place of what is read. */
  reading: number;
  onRead: (reading: number | null) => void;
};

const margin = { top: markLanes + 6, right: 10, bottom: 24, left: 40 };
const height = 250;
/** As much room the name of a day needs below the plot, in pixels. */
const dayRoom = 84;

/** What there was to spend and what was on hold, up to now, and what the pace leads to from here. */
export function BalancePlot(props: BalancePlotProps) {
  const { span, readings, marks, reading, onRead } = props;
  const dates = useDates();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const { from, until } = span;
  const most = useMemo(() => Math.max(...readings.map(heightOf)), [readings]);
  const scales = plotScales({ width, height }, margin, { from, until, most });
  const current = readings[reading];
  const valueText =
    current === undefined
      ? ''
      : [readingText(current, dates), marksText(marksAt(marks, readings, reading))]
          .filter((text) => text !== '')
          .join('; ');
  const choose = () => {
    if (current?.kind !== 'was') return;
    insightStore.getState().open({ kind: 'day', day: dates.dayName(current.at) });
  };
  return (
    <div ref={box} className="min-h-[250px]">
      {width === 0 || current === undefined ? null : (
        <PlotReader
          label="Balance over time"
          width={width}
          height={height}
          stops={readings.map(({ at }) => scales.x(at))}
          reading={reading}
          valueText={valueText}
          onRead={onRead}
          onChoose={choose}
        >
          <Drawing {...props} scales={scales} current={current} />
        </PlotReader>
      )}
    </div>
  );
}

function Drawing(props: BalancePlotProps & { scales: PlotScales; current: BalanceReading }) {
  const { span, points, marks, forecast, scales, current } = props;
  const { timeZone } = useBegun();
  const { from, now, until } = span;
  const { left, right, top, bottom, width } = scales;
  const ticks = dayTicks(from, until, timeZone, Math.max(2, Math.floor(width / dayRoom)));
  const future = forecast?.usual?.future ?? null;
  // With nothing left already, there is no day on which it runs out.
  const runsOutAt = future?.points[0]?.available === 0 ? null : (future?.runsOutAt ?? null);
  const clip = useId();
  return (
    <>
      <clipPath id={clip}>
        <rect x={left} y={top} width={right - left} height={bottom - top + 1} />
      </clipPath>
      <PlotAxes scales={scales} ticks={ticks} />
      <g clipPath={`url(#${clip})`}>
        <HistoryLines scales={scales} points={points} />
        {forecast === null ? null : <FutureLines scales={scales} forecast={forecast} />}
      </g>
      <NowLine scales={scales} at={now} amount={points.at(-1)?.available ?? 0} />
      {runsOutAt === null || runsOutAt > until ? null : (
        <RunsOutLine scales={scales} at={runsOutAt} />
      )}
      <TurnLanes scales={scales} marks={marks} />
      <ReadingLine scales={scales} at={current.at} amount={current.available} />
    </>
  );
}

function heightOf(reading: BalanceReading): number {
  if (reading.kind === 'was') return sum([reading.available, reading.held]);
  return reading.bounds?.most ?? reading.available;
}
