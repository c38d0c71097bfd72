import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Verification } from '../../src-shared/contract/credits';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { formatCount, formatNumberOf } from '../ui/figures';
import { ProgressBar } from '../ui/progress-bar';

type VerifyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: string }
  | Verification;

/** Replays the whole ledger on demand, says how far it is, and whether all agrees. */
export function VerifyPanel() {
  const [state, setState] = useState<VerifyState>({ kind: 'idle' });
  const [running, setRunning] = useState<AbortController | null>(null);
  useEffect(() => () => running?.abort(), [running]);
  const start = async () => {
    const stop = new AbortController();
    setRunning(stop);
    await verify(setState, stop.signal);
    setRunning(null);
  };
  return (
    <section aria-labelledby="verify-heading" className="flex flex-col gap-2">
      <h2 id="verify-heading" className="text-base font-semibold">
        Verification
      </h2>
      <div className="flex gap-2">
        <Button
          aria-disabled={running !== null}
          onClick={() => (running === null ? void start() : undefined)}
        >
          <ShieldCheck size={15} aria-hidden />
          {running === null ? 'Verify the ledger' : 'Verifying…'}
        </Button>
        {running === null ? null : <Button onClick={() => running.abort()}>Stop</Button>}
      </div>
      <div aria-live="polite" className="text-sm">
        <Outcome state={state} />
      </div>
    </section>
  );
}

function Outcome({ state }: { state: VerifyState }) {
  switch (state.kind) {
    case 'idle':
      return (
        <p className="text-muted">
          Checks every entry, hash and balance from the first one on; that all credit follows from
          orders and cycles; every order, bill, job, signature and file.
        </p>
      );
    case 'progress':
      return (
        <div className="flex flex-col gap-1">
          <ProgressBar
            label="Verification"
            fraction={state.total === 0 ? null : state.checked / state.total}
          />
          <p className="text-muted">
            {formatCount(state.checked)} of {formatNumberOf(state.total, 'entry', 'entries')}
          </p>
        </div>
      );
    case 'sound':
      return (
        <div className="flex flex-col gap-1">
          <p className="font-medium text-accent">
            Sound: {formatNumberOf(state.entries, 'entry', 'entries')} and{' '}
            {formatNumberOf(state.files, 'file')} agree.
          </p>
          <p className="text-xs text-muted wrap-anywhere" data-selectable>
            The whole ledger in one number: {state.head}
          </p>
        </div>
      );
    case 'broken':
      return (
        <p className="flex gap-1.5 text-danger">
          <ShieldAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
          <span className="wrap-anywhere">
            Broken at {state.at}: {state.message}
          </span>
        </p>
      );
    case 'stopped':
      return <p className="text-muted">Stopped before everything was checked.</p>;
    case 'failed':
      return <p className="text-danger">{state.problem}</p>;
  }
}

async function verify(show: (state: VerifyState) => void, signal: AbortSignal): Promise<void> {
  show({ kind: 'progress', checked: 0, total: 0 });
  const answer = await ask(tally().credits.verify(undefined, { signal }));
  let last: Verification | null = null;
  if (answer.kind === 'answered') {
    try {
      for await (const step of answer.value) {
        last = step;
        if (!signal.aborted) show(step);
      }
    } catch (error) {
      if (!signal.aborted) console.error('verification broke off', error);
    }
  }
  if (signal.aborted) return show({ kind: 'stopped' });
  if (answer.kind !== 'answered') return show({ kind: 'failed', problem: sentenceOf(answer) });
  if (last === null || last.kind === 'progress') {
    show({ kind: 'failed', problem: 'The verification broke off before its end; start it again.' });
  }
}
