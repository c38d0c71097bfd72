import { Copy, Key, TriangleAlert } from 'lucide-react';
import { useCallback } from 'react';
import type { ProofState } from '../../src-shared/contract/proof';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { copyText } from '../gallery/gallery-actions';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { formatNumberOf } from '../ui/figures';
import { grouped, signingWords, startWords } from './proof-words';
import { useAnswer } from './use-answer';
import { useDates } from './use-dates';

/** Whether the ledger's head is signed, with which key, and what the last start found. */
export function ProofSigning() {
  const read = useCallback(() => ask(tally().proof.state()), []);
  const { value: state, problem } = useAnswer(read);
  return (
    <section aria-labelledby="signing-heading" className="flex flex-col gap-2">
      <h2 id="signing-heading" className="text-base font-semibold">
        Signature
      </h2>
      {problem === null ? null : <p className="text-sm text-danger">{problem}</p>}
      {state === null ? problem === null && <Skeleton className="h-16" /> : <Told state={state} />}
    </section>
  );
}

function Told({ state }: { state: ProofState }) {
  const warnings = [
    ...startWords(state.atStart),
    ...(state.trouble === null ? [] : [state.trouble]),
  ];
  return (
    <>
      {warnings.length === 0 ? null : (
        <div className="flex gap-2 rounded-md bg-caution-soft px-3 py-2 text-sm text-caution">
          <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
          <ul className="flex flex-col gap-0.5 wrap-anywhere">
            {warnings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{signingWords(state)}</p>
      <Signature state={state} />
      <p className="text-sm text-muted wrap-anywhere" data-selectable>
        Workspace {state.workspaceId}
        {state.testClock ? ', a test workspace with a clock of its own' : ''}
      </p>
    </>
  );
}

function Signature({ state: { signing } }: { state: ProofState }) {
  const dates = useDates();
  if (signing.kind === 'unsigned') return null;
  const { fingerprint, lastSignedAt, entries } = signing;
  return (
    <div className="flex items-start gap-3">
      <Key size={15} aria-hidden className="mt-1 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-col gap-0.5 text-sm">
        <span className="text-muted">
          The key’s fingerprint; give it to whoever checks your receipts.
        </span>
        <code className="wrap-anywhere" data-selectable>
          {grouped(fingerprint)}
        </code>
        <span className="text-muted">
          {lastSignedAt === null
            ? 'Nothing has been signed yet.'
            : `Last signed on ${dates.second(lastSignedAt)}, up to ${formatNumberOf(entries, 'entry', 'entries')}.`}
        </span>
      </div>
      <Button onClick={() => void copyText(fingerprint, 'The fingerprint')}>
        <Copy size={15} aria-hidden />
        Copy
      </Button>
    </div>
  );
}
