import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Verification } from '../../src-shared/contract/credits';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { Button } from '../ui/button';
import { formatCount, formatNumberOf } from '../ui/figures';
import { ProgressBar } from '../ui/progress-bar';

type VerifyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'failed'; readonly problem: string }
  | Verification;

/** Replays the whole ledger on demand and says whether it agrees with itself. */
export function VerifyPanel() {
  const [state, setState] = useState<VerifyState>({ kind: 'idle' });
  const busy = state.kind === 'progress';
  return (
    <section aria-label="Verification" className="flex flex-col gap-2 border-t border-line pt-4">
      <Button
        className="self-start"
        aria-disabled={busy}
        onClick={() => (busy ? undefined : void verify(setState))}
      >
        <ShieldCheck size={15} aria-hidden />
        {busy ? 'Verifying…' : 'Verify the ledger'}
      </Button>
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
          Checks every entry, hash, balance and file from the first one on.
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
    case 'failed':
      return <p className="text-danger">{state.problem}</p>;
  }
}

async function verify(show: (state: VerifyState) => void): Promise<void> {
  show({ kind: 'progress', checked: 0, total: 0 });
  const answer = await ask(tally().credits.verify());
  if (answer.kind !== 'answered') return show({ kind: 'failed', problem: sentenceOf(answer) });
  let last: Verification | null = null;
  try {
    for await (const step of answer.value) {
      last = step;
      show(step);
    }
  } catch (error) {
    console.error('verification broke off', error);
  }
  if (last === null || last.kind === 'progress') {
    show({ kind: 'failed', problem: 'The verification broke off before its end; start it again.' });
  }
}
