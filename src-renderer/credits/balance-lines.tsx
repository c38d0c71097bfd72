import { area, curveStepAfter, line, stack } from 'd3-shape';
import { useId } from 'react';
import type { Forecast, FuturePoint } from '../../src-shared/contract/forecast';
import type { BalancePoint } from '../../src-shared/contract/insight';
import type { PlotScales } from '../ui/plot/plot-scales';

type HistoryProps = { scales: PlotScales; points: readonly BalancePoint[] };

/** What was available as a filled line, and on top of it, hatched, what was on hold. */
export function HistoryLines({ scales: { x, y }, points }: HistoryProps) {
  const hatch = useId();
  const layers = stack<unknown, BalancePoint, 'available' | 'held'>().keys(['available', 'held']);
  const [available = [], held = []] = layers(points);
  const fill = area<(typeof available)[number]>()
    .x(({ data }) => x(data.at))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curveStepAfter);
  const edge = line<BalancePoint>()
    .x(({ at }) => x(at))
    .y((point) => y(point.available))
    .curve(curveStepAfter);
  return (
    <>
      <defs>
        <pattern
          id={hatch}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="4" className="fill-accent" />
        </pattern>
      </defs>
      <path d={fill(available) ?? undefined} className="fill-accent/15" />
      <path d={fill(held) ?? undefined} fill={`url(#${hatch})`} />
      <path d={edge(points) ?? undefined} className="fill-none stroke-accent" strokeWidth="1.75" />
    </>
  );
}

type FutureProps = { scales: PlotScales; forecast: Forecast };

/** What the usual pace leads to, dotted, in the band between quiet and busy weeks. */
export function FutureLines({ scales, forecast: { usual, slow, fast } }: FutureProps) {
  if (usual === null) return null;
  const edge = futureLine(scales);
  return (
    <>
      {slow === null || fast === null ? null : (
        <path
          d={bandOf(scales, slow.future.points, fast.future.points)}
          className="fill-accent/15"
        />
      )}
      <path
        d={edge(usual.future.points) ?? undefined}
        className="fill-none stroke-accent"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="0.1 4.5"
      />
    </>
  );
}

/** The line of what a future leaves to spend. */
export function futureLine({ x, y }: PlotScales) {
  return line<FuturePoint>()
    .x(({ at }) => x(at))
    .y(({ available }) => y(available));
}

/** Along one future and back along the other: their points need not be at the same instants. */
function bandOf(
  scales: PlotScales,
  upper: readonly FuturePoint[],
  lower: readonly FuturePoint[],
): string {
  const edge = futureLine(scales);
  const back = edge(lower.toReversed()) ?? '';
  return `${edge(upper) ?? ''}${back.replace('M', 'L')}Z`;
}
