import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { describeRefusal } from '../../src-shared/refusal';
import { draftStore } from '../stores/draft';
import { Button } from '../ui/button';
import { formatCredits } from '../ui/figures';
import { Keys } from '../ui/keys';
import { useMediaQuery } from '../ui/media-query';
import { IdenticalLine } from './advice-lines';
import { useAskPast } from './ask-past';
import type { CheckedDraft } from './check-draft';
import { problemAt, useBeforehand, useCheckedDraft, useShownRefusal } from './current-draft';
import { deedOf } from './deed-words';
import { PriceSlider } from './price-slider';
import { ReceiptSlip } from './receipt-slip';
import { Remedies } from './remedies';
import { submitDraft } from './submit-draft';

/** The receipt and the button that accepts it: always in sight, however long the form is. */
export function ReceiptFoot() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const short = useMediaQuery('(height < 740px)');
  const tall = useMediaQuery('(height >= 1000px)');
  const isWarned = useBeforehand().warnings.length > 0;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [budgeting, setBudgeting] = useState(false);
  const tool = draftStore((draft) => draft.tool);
  useAskPast();
  // Warnings go before details where the form would be left no room.
  const detailed = wanted ?? (tall || (!short && !isWarned));
  const formProblem = problemAt(refusal, 'form');
  if (checked === null) return null;
  return (
    <div className="relative flex max-h-[62%] short:gap-2 shrink-0 flex-col gap-2.5 border-t border-line bg-surface px-4 pt-3 pb-3">
      {checked.receipt === null ? null : (
        <div className="-mx-1 min-h-0 overflow-y-auto px-1">
          <ReceiptSlip
            receipt={checked.receipt}
            detailed={detailed}
            aside={
              <span className="flex gap-2">
                {tool === 'playground' ? null : (
                  <Toggle open={budgeting} onChange={setBudgeting}>
                    Set a budget
                  </Toggle>
                )}
                <Toggle open={detailed} onChange={setWanted}>
                  {detailed ? 'Less' : 'Details'}
                </Toggle>
              </span>
            }
          />
        </div>
      )}
      <IdenticalLine />
      {budgeting && checked.receipt !== null ? (
        <PriceSlider total={checked.receipt.total} balance={checked.receipt.before} />
      ) : null}
      {refusal?.code === 'not-enough-credits' ? <Remedies refusal={refusal} /> : null}
      {formProblem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {formProblem}
        </p>
      )}
      <GenerateButton checked={checked} />
    </div>
  );
}

type ToggleProps = { open: boolean; onChange: (open: boolean) => void; children: ReactNode };

function Toggle({ open, onChange, children }: ToggleProps) {
  const Icon = open ? ChevronDown : ChevronUp;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => onChange(!open)}
      className="-my-0.5 flex items-center gap-1 rounded-sm px-1 text-xs text-muted hover:text-ink"
    >
      {children}
      <Icon size={12} aria-hidden />
    </button>
  );
}

/** The button that spends: it carries the price, and where it can't be pressed it says why. */
function GenerateButton({ checked }: { checked: CheckedDraft }) {
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  const deed = draftStore(deedOf);
  const reasonId = useId();
  const { receipt, refusal } = checked;
  const reason = reasonOf(checked);
  const price = receipt === null ? '' : ` · ${formatCredits(receipt.total)}`;
  return (
    <div>
      <Button
        look="primary"
        aria-disabled={refusal !== null || submitting}
        aria-describedby={reason === null ? undefined : reasonId}
        onClick={(event) => (event.detail > 1 ? undefined : void submitDraft())}
        onKeyDown={(event) => (event.repeat ? event.preventDefault() : undefined)}
        size="large"
        className="w-full"
      >
        <span>{submitting ? 'Holding credit…' : `${deed}${price}`}</span>
        <Keys keys={['mod', 'Enter']} />
      </Button>
      {reason === null ? null : (
        <p id={reasonId} className="mt-1.5 text-sm text-muted">
          {reason}
        </p>
      )}
    </div>
  );
}

/** Why Generate can't be pressed, in a sentence; null when it can, or when it is said elsewhere. */
function reasonOf({ refusal }: CheckedDraft): string | null {
  if (refusal === null) return null;
  if (refusal.code === 'not-enough-credits') return null;
  if (refusal.code === 'prompt-empty')
    return 'Write a prompt first; nothing is charged before you press.';
  return describeRefusal(refusal);
}
