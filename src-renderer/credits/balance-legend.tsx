import { PlotSign } from '../ui/plot/plot-sign';

type BalanceLegendProps = { held: boolean; expected: boolean; band: boolean };

/** What each sign of the plot means, and how it is read without a mouse. */
export function BalanceLegend({ held, expected, band }: BalanceLegendProps) {
  return (
    <div className="mt-1 flex flex-wrap justify-between gap-x-6 gap-y-1 text-xs text-muted">
      <ul aria-label="Signs of the plot" className="flex flex-wrap gap-x-4 gap-y-1">
        <PlotSign name="available">
          <rect width="14" height="10" className="fill-accent/15" />
          <path d="M0 1H14" strokeWidth="2" className="stroke-accent" />
        </PlotSign>
        {held ? (
          <PlotSign name="on hold">
            <path
              d="M0 10L5 0M4.5 10L9.5 0M9 10L14 0"
              strokeWidth="1.5"
              className="stroke-accent"
            />
          </PlotSign>
        ) : null}
        {expected ? (
          <PlotSign name="expected">
            <path
              d="M1.5 5H14"
              strokeWidth="2.5"
              strokeLinecap="round"
              strokeDasharray="0.1 4.5"
              className="stroke-accent"
            />
          </PlotSign>
        ) : null}
        {band ? (
          <PlotSign name="after busy to after quiet weeks">
            <rect width="14" height="10" className="fill-accent/20" />
          </PlotSign>
        ) : null}
        <PlotSign name="came">
          <path d="M3 8L7 1L11 8Z" className="fill-accent" />
        </PlotSign>
        <PlotSign name="lapsed">
          <path d="M3 1L7 8L11 1Z" className="fill-caution" />
        </PlotSign>
      </ul>
      <p>Point at it, or use the arrow keys; Enter tells what made a balance.</p>
    </div>
  );
}
