import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { largestBatch } from '../../src-shared/billing/quote';
import { draftStore } from '../stores/draft';
import { IconButton } from '../ui/button';
import { Field, problemIdOf } from '../ui/field';
import { NumberField } from '../ui/number-field';

/** How many pictures one press makes. */
export function CountField({ problem }: { problem: string | null }) {
  const id = useId();
  const count = draftStore((draft) => draft.count);
  const change = (next: number) => draftStore.getState().change({ count: next });
  return (
    <Field
      label="Images"
      controlId={id}
      problem={problem}
      aside={
        <span className="flex items-center gap-1">
          <IconButton
            look="quiet"
            label="Fewer images"
            disabled={count <= 1}
            onClick={() => change(Math.max(1, Math.ceil(count) - 1))}
          >
            <Minus size={14} aria-hidden />
          </IconButton>
          <NumberField
            id={id}
            label="Images"
            value={count}
            onChange={change}
            invalid={problem !== null}
            describedBy={problem === null ? undefined : problemIdOf(id)}
            className="w-14"
          />
          <IconButton
            look="quiet"
            label="More images"
            disabled={count >= largestBatch}
            onClick={() => change(Math.min(largestBatch, Math.floor(count) + 1))}
          >
            <Plus size={14} aria-hidden />
          </IconButton>
        </span>
      }
    >
      {null}
    </Field>
  );
}
