import { formatCount } from '../figures';
import type { PlotScales } from './plot-scales';

type PlotAxesProps = {
  scales: PlotScales;
  /** What is written below the plot, at values of its x. */
  ticks: readonly { readonly at: number; readonly label: string }[];
};

/** Hairlines with their amounts, and the days below: quieter than what is drawn over them. */
export function PlotAxes({ scales, ticks }: PlotAxesProps) {
  const { left, right, bottom, x, y, amounts } = scales;
  return (
    <g className="text-xs">
      {amounts.map((amount) => (
        <g key={amount}>
          <line
            x1={left}
            x2={right}
            y1={y(amount)}
            y2={y(amount)}
            className={amount === 0 ? 'stroke-edge' : 'stroke-line'}
          />
          <text x={left - 8} y={y(amount)} dy="0.32em" textAnchor="end" className="fill-muted">
            {formatCount(amount)}
          </text>
        </g>
      ))}
      {ticks.map(({ at, label }) => (
        <g key={at}>
          <line x1={x(at)} x2={x(at)} y1={bottom} y2={bottom + 4} className="stroke-edge" />
          <text
            x={x(at)}
            y={bottom + 17}
            textAnchor={anchorAt(x(at), scales)}
            className="fill-muted"
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Words at the edges lean inwards, so that none is cut. */
function anchorAt(at: number, { width }: PlotScales): 'start' | 'middle' | 'end' {
  const room = 26;
  if (at < room) return 'start';
  return at > width - room ? 'end' : 'middle';
}
