import type { PlotScales } from '../ui/plot/plot-scales';

/** Keeps words legible where lines run under them. */
const halo = 'stroke-paper stroke-[3px] [paint-order:stroke]';

type LineProps = { scales: PlotScales; at: number };

/** Where what was ends and what may be begins; its word stands where the line of `amount` leaves room. */
export function NowLine({ scales, at, amount }: LineProps & { amount: number }) {
  const { x, y, top, bottom, right } = scales;
  if (x(at) > right - 4) return null;
  const isHigh = y(amount) < (top + bottom) / 2;
  return (
    <g className="text-xs">
      <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} className="stroke-edge" />
      <text x={x(at) + 5} y={isHigh ? bottom - 7 : top + 9} className={`fill-muted ${halo}`}>
        now
      </text>
    </g>
  );
}

/** Where credit would run out. */
export function RunsOutLine({ scales: { x, top, bottom, right }, at }: LineProps) {
  const leansLeft = x(at) > right - 60;
  return (
    <g className="text-xs">
      <line
        x1={x(at)}
        x2={x(at)}
        y1={top}
        y2={bottom}
        strokeWidth="1.5"
        strokeDasharray="5 3"
        className="stroke-danger"
      />
      <text
        x={x(at) + (leansLeft ? -5 : 5)}
        y={top + 24}
        textAnchor={leansLeft ? 'end' : 'start'}
        className={`fill-danger ${halo}`}
      >
        runs out
      </text>
    </g>
  );
}

/** What is read off a plot: a hairline, and a dot on each amount that is told. */
export function ReadingLine({ scales, at, amount }: LineProps & { amount: number }) {
  const { x, y, top, bottom } = scales;
  return (
    <g>
      <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} className="stroke-ink/45" />
      <circle
        cx={x(at)}
        cy={y(amount)}
        r="4.5"
        strokeWidth="2"
        className="fill-accent stroke-paper"
      />
    </g>
  );
}
