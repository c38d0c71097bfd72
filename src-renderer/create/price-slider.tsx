import { useId, useState } from 'react';
import { type BudgetChange, fitToBudget } from '../../src-shared/billing/card/budget';
import { type Credits, credits, noCredits } from '../../src-shared/billing/credits';
import { draftStore, fieldsOf } from '../stores/draft';
import type { DraftFields } from '../stores/draft-fields';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatCredits } from '../ui/figures';
import { changeWords, fieldsOfFit, wishesOf } from './budget-of-draft';

/** What the slider has done to the form: what stood there before, and what stands there since. */
type Fitted = {
  readonly wished: DraftFields;
  readonly fields: string;
  readonly budget: number;
  readonly changes: readonly BudgetChange[];
};

type PriceSliderProps = {
  /** Credits that the form costs now. */
  readonly total: Credits;
  /** Credits that there are: the end of the slider. */
  readonly balance: Credits;
};

/** Drag the credits to spend: number, length, size, model and quality rearrange to the best fit, each change said. */
export function PriceSlider({ total, balance }: PriceSliderProps) {
  const id = useId();
  const { card } = useBegun();
  const draft = draftStore();
  const [last, setLast] = useState<Fitted | null>(null);
  const now = fieldsOf(draft);
  // Once something else has changed the form, that is what is wished for.
  const fitted = last?.fields === textOf(now) ? last : null;
  const wished = fitted?.wished ?? now;
  const wishes = wishesOf(wished, card);
  const nothing = fitToBudget(card, wishes, noCredits);
  const least = nothing.kind === 'too-little' ? nothing.least : 0;
  const slide = (budget: number) => {
    const fit = fitToBudget(card, wishes, credits(budget));
    if (fit.kind !== 'fits') return;
    const fields = fieldsOfFit(wished, fit, card);
    draft.change(fields);
    setLast({ wished, fields: textOf(fieldsOf(fields)), budget, changes: fit.changes });
  };
  if (least > balance) {
    return <p className="text-xs text-muted">The least of this costs {formatCredits(least)}.</p>;
  }
  const value = fitted?.budget ?? Math.min(total, balance);
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2 text-sm">
        <label htmlFor={id} className="font-medium">
          Spend at most
        </label>
        <span>
          {formatCredits(value)} <span className="text-muted">of {formatCredits(balance)}</span>
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={balance}
        value={value}
        aria-valuetext={`${formatCredits(value)} of ${formatCredits(balance)}`}
        onChange={(event) => slide(Number(event.target.value))}
        className="h-5 w-full accent-accent"
      />
      <div aria-live="polite">
        {fitted === null ? null : <Changes fitted={fitted} onUndo={() => draft.change(wished)} />}
      </div>
    </div>
  );
}

function Changes({ fitted, onUndo }: { fitted: Fitted; onUndo: () => void }) {
  const { card } = useBegun();
  const { changes } = fitted;
  if (changes.length === 0) return <p className="text-xs text-muted">All as you wished it.</p>;
  return (
    <div className="flex items-start justify-between gap-2 text-xs">
      <ul aria-label="What the slider changes" className="flex flex-wrap gap-x-3">
        {changes.map((change) => (
          <li key={change.what}>{changeWords(change, card)}</li>
        ))}
      </ul>
      <Button className="h-6 px-2 text-xs" onClick={onUndo}>
        Put back
      </Button>
    </div>
  );
}

function textOf(fields: DraftFields): string {
  return JSON.stringify(fields);
}
