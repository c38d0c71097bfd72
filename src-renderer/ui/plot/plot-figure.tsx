import { Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../button';

type PlotFigureProps = {
  title: string;
  /** What is read at the moment, or what the plot is about. */
  reading: ReactNode;
  plot: ReactNode;
  /** The same as figures, for whoever reads rather than looks. */
  table: ReactNode;
  /** What stays below either. */
  foot?: ReactNode;
};

/** A plot with its heading and what is read off it; one press shows it as a table instead. */
export function PlotFigure({ title, reading, plot, table, foot = null }: PlotFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="relative rounded-lg border border-line bg-paper px-4 pt-3 pb-3"
    >
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 id={heading} className="text-base font-semibold">
            {title}
          </h2>
          <div className="text-sm text-muted">{reading}</div>
        </div>
        <Button
          look="plain"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className="-mr-2 aria-pressed:bg-accent-soft"
        >
          <Table2 size={15} aria-hidden />
          Table
        </Button>
      </div>
      {asTable ? (
        <section
          aria-label={`${title}, as a table`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-72 overflow-y-auto rounded-sm"
        >
          {table}
        </section>
      ) : (
        plot
      )}
      {foot}
    </section>
  );
}
