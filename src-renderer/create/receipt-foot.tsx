import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { describeRefusal } from '../../src-shared/refusal';
import { draftStore } from '../stores/draft';
import { Button } from '../ui/button';
import { formatCount, formatCredits } from '../ui/figures';
import { Keys } from '../ui/keys';
import { useMediaQuery } from '../ui/media-query';
import type { CheckedDraft } from './check-draft';
import { problemAt, useCheckedDraft, useShownRefusal } from './current-draft';
import { ReceiptSlip } from './receipt-slip';
import { Remedies } from './remedies';
import { submitDraft } from './submit-draft';

/** The receipt and the button that accepts it: always in sight, however long the form is. */
export function ReceiptFoot() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const short = useMediaQuery('(height < 740px)');
  const [wanted, setWanted] = useState<boolean | null>(null);
  const detailed = wanted ?? !short;
  const formProblem = problemAt(refusal, 'form');
  if (checked === null) return null;
  return (
    <div className="relative flex max-h-[62%] shrink-0 flex-col gap-2.5 border-t border-line bg-surface px-4 pt-3 pb-3">
      {checked.receipt === null ? null : (
        <div className="-mx-1 min-h-0 overflow-y-auto px-1">
          <ReceiptSlip
            receipt={checked.receipt}
            detailed={detailed}
            aside={<DetailToggle detailed={detailed} onChange={setWanted} />}
          />
        </div>
      )}
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

type DetailToggleProps = { detailed: boolean; onChange: (detailed: boolean) => void };

function DetailToggle({ detailed, onChange }: DetailToggleProps) {
  const Icon = detailed ? ChevronDown : ChevronUp;
  return (
    <button
      type="button"
      aria-expanded={detailed}
      onClick={() => onChange(!detailed)}
      className="-my-0.5 flex items-center gap-1 rounded-sm px-1 text-xs text-muted hover:text-ink"
    >
      {detailed ? 'Less' : 'Details'}
      <Icon size={12} aria-hidden />
    </button>
  );
}

/** The button that spends: it carries the price, and where it can't be pressed it says why. */
function GenerateButton({ checked }: { checked: CheckedDraft }) {
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  const count = draftStore((draft) => draft.count);
  const reasonId = useId();
  const { receipt, refusal } = checked;
  const reason = reasonOf(checked);
  const price = receipt === null ? '' : ` · ${formatCredits(receipt.quote.total)}`;
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
        <span>{submitting ? 'Holding credit…' : `Generate ${formatCount(count)}${price}`}</span>
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
