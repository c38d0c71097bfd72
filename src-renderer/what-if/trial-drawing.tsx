import { area } from 'd3-shape';
import { useId } from 'react';
import type { FuturePoint, WhatIf } from '../../src-shared/contract/forecast';
import { futureLine } from '../credits/balance-lines';
import { ReadingLine, RunsOutLine } from '../credits/plot-lines';
import { TurnLanes } from '../credits/turn-lanes';
import type { TurnMark } from '../credits/turn-marks';
import { useBegun } from '../stores/workspace';
import { dayTicks } from '../ui/plot/day-ticks';
import { PlotAxes } from '../ui/plot/plot-axes';
import type { PlotScales } from '../ui/plot/plot-scales';
import type { TrialReading } from './trial-readings';

type TrialDrawingProps = {
  answer: WhatIf;
  marks: readonly TurnMark[];
  scales: PlotScales;
  current: TrialReading;
  untouched: boolean;
};

/** As much room the name of a day needs below the plot, in pixels. */
const dayRoom = 84;

/** With the changes as a filled line, as it is as a broken one. */
export function TrialDrawing({ answer, marks, scales, current, untouched }: TrialDrawingProps) {
  const { timeZone } = useBegun();
  const clip = useId();
  const { changed, asItIs } = answer;
  const { left, right, top, bottom, width, x, y } = scales;
  const most = Math.max(2, Math.floor(width / dayRoom));
  const ticks = dayTicks(changed.from, changed.until, timeZone, most);
  const edge = futureLine(scales);
  const fill = area<FuturePoint>()
    .x(({ at }) => x(at))
    .y0(bottom)
    .y1(({ available }) => y(available));
  return (
    <>
      <clipPath id={clip}>
        <rect x={left} y={top - 2} width={right - left} height={bottom - top + 3} />
      </clipPath>
      <PlotAxes scales={scales} ticks={ticks} />
      <g clipPath={`url(#${clip})`}>
        <path d={fill(changed.points) ?? undefined} className="fill-accent/15" />
        {untouched ? null : (
          <path
            d={edge(asItIs.points) ?? undefined}
            strokeWidth="1.5"
            strokeDasharray="5 3"
            className="fill-none stroke-muted"
          />
        )}
        <path
          d={edge(changed.points) ?? undefined}
          strokeWidth="1.75"
          className="fill-none stroke-accent"
        />
      </g>
      {changed.runsOutAt === null ? null : <RunsOutLine scales={scales} at={changed.runsOutAt} />}
      <TurnLanes scales={scales} marks={marks} />
      <ReadingLine scales={scales} at={current.at} amount={current.changed} />
    </>
  );
}
