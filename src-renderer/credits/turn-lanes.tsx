import { formatCount } from '../ui/figures';
import type { PlotScales } from '../ui/plot/plot-scales';
import type { TurnMark } from './turn-marks';

/** How high the two lanes of marks above a plot are together, in pixels. */
export const markLanes = 34;
const laneHeight = markLanes / 2;
/** As much room a figure needs, in pixels; without it only the sign is drawn. */
const room = 48;

/** Above the plot, in one lane where credit came, in another where it lapsed, at the instants at which it did. */
export function TurnLanes({ scales, marks }: { scales: PlotScales; marks: readonly TurnMark[] }) {
  return (
    <g className="text-xs">
      <Lane
        scales={scales}
        marks={marks.filter(({ kind }) => kind === 'came')}
        middle={laneHeight / 2}
      />
      <Lane
        scales={scales}
        marks={marks.filter(({ kind }) => kind === 'lapsed')}
        middle={laneHeight * 1.5}
      />
    </g>
  );
}

type LaneProps = { scales: PlotScales; marks: readonly TurnMark[]; middle: number };

function Lane({ scales: { x, top, bottom, width }, marks, middle }: LaneProps) {
  const labelled = labelledPlaces(
    marks.map(({ at }) => x(at)),
    width,
  );
  return marks.map(({ at, kind, credits, expected }, place) => {
    const tone = kind === 'came' ? 'fill-accent stroke-accent' : 'fill-caution stroke-caution';
    const up = kind === 'came';
    return (
      <g key={`${at} ${kind}`} className={tone}>
        <line
          x1={x(at)}
          x2={x(at)}
          y1={middle + 5}
          y2={up ? bottom : top}
          strokeDasharray="1 3"
          className={up ? 'opacity-50' : 'opacity-0'}
        />
        <path
          d={up ? 'M-4 3.5L0 -3.5L4 3.5Z' : 'M-4 -3.5L0 3.5L4 -3.5Z'}
          transform={`translate(${x(at)} ${middle})`}
          strokeWidth="1.25"
          strokeLinejoin="round"
          className={expected ? 'fill-paper' : ''}
        />
        {labelled.has(place) ? (
          <text x={x(at) + 8} y={middle} dy="0.34em" strokeWidth="0">
            {up ? '+' : '−'}
            {formatCount(credits)}
          </text>
        ) : null}
      </g>
    );
  });
}

/** The marks with room for a figure to their right. */
function labelledPlaces(places: readonly number[], width: number): Set<number> {
  return new Set(
    places.flatMap((place, index) => {
      const next = places[index + 1] ?? width;
      return next - place >= room ? [index] : [];
    }),
  );
}
