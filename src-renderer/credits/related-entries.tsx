import type { StatementLine } from '../../src-shared/contract/credits';
import { insightStore } from '../stores/insight';
import { formatCount, formatCredits } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { entryLooks } from './entry-look';
import { useDates } from './use-dates';

type RelatedEntriesProps = { entry: StatementLine; related: readonly StatementLine[] };

/** The entries of the same story, oldest first; each tells its own. */
export function RelatedEntries({ entry, related }: RelatedEntriesProps) {
  const dates = useDates();
  if (related.length < 2) return null;
  return (
    <section aria-labelledby="related-heading">
      <h3 id="related-heading" className="mb-1 text-sm font-medium">
        {entry.job === null ? 'Entries of the same lot' : 'Entries of the same job'}
      </h3>
      <ol className="max-h-56 overflow-y-auto rounded-md border border-line bg-paper">
        {related.map((line) => {
          const { name, sign, tone } = entryLooks[line.kind];
          const isThis = line.id === entry.id;
          return (
            <li key={line.id} className="border-line not-first:border-t">
              <button
                type="button"
                aria-current={isThis ? 'true' : undefined}
                onClick={() =>
                  isThis
                    ? undefined
                    : insightStore.getState().open({ kind: 'why', entryId: line.id })
                }
                className="grid w-full grid-cols-[4.5rem_1fr_auto] items-baseline gap-2 px-3 py-1 text-left text-sm hover:bg-well focus-visible:outline-offset-[-2px] aria-[current=true]:bg-accent-soft"
              >
                <span className="font-medium">{name}</span>
                <span className="flex min-w-0 gap-2 text-muted">
                  <span className="shrink-0">{dates.moment(line.at)}</span>
                  {entry.job !== null || line.job === null ? null : (
                    <PromptText lines={1}>{line.job.prompt}</PromptText>
                  )}
                </span>
                <span className={tone} title={formatCredits(line.credits)}>
                  {sign}
                  {formatCount(line.credits)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
