import { useVirtualizer } from '@tanstack/react-virtual';
import { CalendarDays, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { StatementLine } from '../../src-shared/contract/credits';
import { screenStore } from '../stores/screen';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { openToday } from './open-day';
import { StatementRow, statementColumns } from './statement-row';
import { useStatement } from './use-statement';

/** Every move of every credit, the newest first; older pages come as one scrolls. */
export function Statement() {
  const jobId = screenStore((store) => store.statementJob);
  const { lines, loaded, problem, older, loadOlder } = useStatement(jobId);
  return (
    <section aria-labelledby="statement-heading" className="mx-auto flex h-full max-w-5xl flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-5 py-2.5">
        <h2 id="statement-heading" className="text-base font-semibold">
          Statement
        </h2>
        {jobId === null ? null : (
          <Button onClick={() => screenStore.getState().showStatementOf(null)}>
            Entries of one job
            <X size={14} aria-label="Show all entries" />
          </Button>
        )}
        <span className="ml-auto flex gap-2">
          <Button
            look="plain"
            className="text-muted"
            onClick={() => screenStore.getState().showDialog('refunds')}
          >
            Why there are no refunds
          </Button>
          <Button onClick={() => screenStore.getState().showPlan('invoices')}>Export…</Button>
          <Button aria-haspopup="dialog" onClick={openToday}>
            <CalendarDays size={15} aria-hidden />
            Balance on a day
          </Button>
        </span>
      </div>
      {problem === null ? null : (
        <p role="alert" className="px-5 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      {loaded ? null : <Skeleton className="m-5 h-40" />}
      {loaded && lines.length === 0 ? (
        <p className="px-5 py-4 text-muted">No entries yet.</p>
      ) : null}
      {lines.length > 0 ? <ColumnNames /> : null}
      <StatementLines lines={lines} loadOlder={loaded && older !== null ? loadOlder : null} />
    </section>
  );
}

/** For the eye; each row says the same to a screen reader. */
function ColumnNames() {
  return (
    <div
      aria-hidden
      className={`${statementColumns} shrink-0 border-b border-line px-5 py-1 text-xs text-muted`}
    >
      <span>Entry</span>
      <span>Why</span>
      <span className="text-right">Credits</span>
      <span className="text-right">Available</span>
    </div>
  );
}

type StatementLinesProps = {
  lines: readonly StatementLine[];
  /** Reads the next older page; null when there is none. */
  loadOlder: (() => void) | null;
};

/** Any number of lines, of which only those in sight exist. */
function StatementLines({ lines, loadOlder }: StatementLinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 8,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= lines.length - 15) loadOlder?.();
  }, [last, lines.length, loadOlder]);
  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto px-3">
      <ol className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <StatementRow line={line} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
