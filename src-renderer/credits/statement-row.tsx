import type { StatementLine } from '../../src-shared/contract/credits';
import { insightStore } from '../stores/insight';
import { formatCount } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { entryLooks } from './entry-look';
import { useDates } from './use-dates';

/** Kind, explanation, amount, balance: one grid for the heading and for every row. */
export const statementColumns = 'grid grid-cols-[4.5rem_1fr_4rem_4.5rem] gap-x-3';

/** One entry in a sentence; pressed, its whole story. */
export function StatementRow({ line }: { line: StatementLine }) {
  const dates = useDates();
  const { name, sign, tone } = entryLooks[line.kind];
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => insightStore.getState().open({ kind: 'why', entryId: line.id })}
      className={`${statementColumns} w-full items-baseline rounded-sm px-2 py-2 text-left hover:bg-well focus-visible:outline-offset-[-2px]`}
    >
      <span className="font-medium">{name}</span>
      <span className="min-w-0">
        <span className="line-clamp-2">
          <Explanation line={line} />
        </span>
        <span className="flex gap-1.5 text-xs text-muted">
          <span className="shrink-0">{dates.moment(line.at)}</span>
          {line.job === null ? null : <PromptText lines={1}>{line.job.prompt}</PromptText>}
        </span>
      </span>
      <span className={`text-right font-medium ${tone}`}>
        {sign}
        {formatCount(line.credits)}
        <span className="sr-only"> {line.credits === 1 ? 'credit' : 'credits'}</span>
      </span>
      <span className="text-right text-muted" title="Available after it">
        <span className="sr-only">available after it: </span>
        {formatCount(line.availableAfter)}
      </span>
    </button>
  );
}

/** Why the entry exists, with the prompt inside it kept apart from the words around it. */
function Explanation({ line: { explanation, job } }: { line: StatementLine }) {
  const start = job === null || job.prompt === '' ? -1 : explanation.indexOf(job.prompt);
  if (job === null || start < 0) return explanation;
  return (
    <>
      {explanation.slice(0, start)}
      <PromptText>{job.prompt}</PromptText>
      {explanation.slice(start + job.prompt.length)}
    </>
  );
}
