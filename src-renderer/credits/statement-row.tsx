import type { ReactNode } from 'react';
import type { EntryKind } from '../../src-shared/billing/entry';
import type { StatementLine } from '../../src-shared/contract/credits';
import { screenStore } from '../stores/screen';
import { Button } from '../ui/button';
import { formatDay, formatMoment, formatSecond } from '../ui/dates';
import { formatCount, formatCredits } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { PromptText } from '../ui/prompt-text';

/** What each kind of entry does to the credit one can spend. */
const kinds: Record<EntryKind, { name: string; sign: '+' | '−' | ''; tone: string }> = {
  grant: { name: 'Grant', sign: '+', tone: 'text-accent' },
  hold: { name: 'Hold', sign: '−', tone: '' },
  charge: { name: 'Charge', sign: '', tone: '' },
  release: { name: 'Release', sign: '+', tone: 'text-accent' },
  expire: { name: 'Lapse', sign: '−', tone: 'text-caution' },
};

/** Kind, explanation, amount, balance: one grid for the heading and for every row. */
export const statementColumns = 'grid grid-cols-[4.5rem_1fr_4rem_4.5rem] gap-x-3';

type StatementRowProps = { line: StatementLine; open: boolean; onToggle: () => void };

/** One entry in a sentence; opened, everything that is known of it. */
export function StatementRow({ line, open, onToggle }: StatementRowProps) {
  const { name, sign, tone } = kinds[line.kind];
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={`${statementColumns} w-full items-baseline rounded-sm px-2 py-2 text-left hover:bg-well focus-visible:outline-offset-[-2px]`}
      >
        <span className="font-medium">{name}</span>
        <span className="min-w-0">
          <span className={open ? '' : 'line-clamp-2'}>
            <Explanation line={line} />
          </span>
          <span className="flex gap-1.5 text-xs text-muted">
            <span className="shrink-0">{formatMoment(line.at)}</span>
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
      {open ? <EntryDetails line={line} /> : null}
    </>
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

function EntryDetails({ line }: { line: StatementLine }) {
  const { job, lot } = line;
  return (
    <div className="mx-2 mb-2 ml-[5.75rem] text-sm" data-selectable>
      <dl className="border-l-2 border-line pl-3">
        <Detail name="Entry">
          {formatCount(line.number)}, {formatSecond(line.at)}
        </Detail>
        <Detail name="After it">
          {formatCredits(line.availableAfter)} available, {formatCount(line.heldAfter)} held
        </Detail>
        <Detail name="Lot">
          {sourceName(lot.source, lot.wallet)}, lapses {formatDay(lot.expiresAt)}
          <span className="block text-xs text-muted wrap-anywhere">{lot.id}</span>
        </Detail>
        {job === null ? null : (
          <Detail name="Job">
            <PromptText lines={3}>{job.prompt}</PromptText>
            <span className="block text-muted">
              {job.model}, {job.quality}, {job.state}
            </span>
          </Detail>
        )}
        <Detail name="Id">
          <span className="text-xs wrap-anywhere">{line.id}</span>
        </Detail>
      </dl>
      {job === null ? null : (
        <Button
          className="mt-2 ml-3"
          onClick={() => screenStore.getState().showStatementOf(job.id)}
        >
          Only this job's entries
        </Button>
      )}
    </div>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 py-0.5">
      <dt className="w-14 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
