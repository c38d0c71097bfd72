import { PlotSign } from '../ui/plot/plot-sign';

/** What each sign of the plot means. */
export function TrialLegend({ untouched }: { untouched: boolean }) {
  return (
    <ul
      aria-label="Signs of the plot"
      className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted"
    >
      <PlotSign name={untouched ? 'as it is' : 'with the changes'}>
        <rect width="14" height="10" className="fill-accent/15" />
        <path d="M0 1H14" strokeWidth="2" className="stroke-accent" />
      </PlotSign>
      {untouched ? null : (
        <PlotSign name="as it is">
          <path d="M0 5H14" strokeWidth="1.5" strokeDasharray="5 3" className="stroke-muted" />
        </PlotSign>
      )}
      <PlotSign name="comes">
        <path d="M3 8L7 1L11 8Z" className="fill-paper stroke-accent" />
      </PlotSign>
      <PlotSign name="lapses">
        <path d="M3 1L7 8L11 1Z" className="fill-paper stroke-caution" />
      </PlotSign>
    </ul>
  );
}
