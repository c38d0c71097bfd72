import { Dices, Lock, LockOpen } from 'lucide-react';
import { useId } from 'react';
import { draftStore } from '../stores/draft';
import { IconButton } from '../ui/button';
import { Field, problemIdOf } from '../ui/field';
import { NumberField } from '../ui/number-field';

/** The number that a picture grows from: the same request with the same seed is the same picture. */
export function SeedField({ problem }: { problem: string | null }) {
  const id = useId();
  const seed = draftStore((draft) => draft.seed);
  const locked = draftStore((draft) => draft.seedLocked);
  const { change, newSeed } = draftStore.getState();
  const LockIcon = locked ? Lock : LockOpen;
  return (
    <Field
      label="Seed"
      controlId={id}
      problem={problem}
      aside={
        <span className="flex items-center gap-0.5">
          <NumberField
            id={id}
            label="Seed"
            value={seed}
            onChange={(next) => change({ seed: next })}
            invalid={problem !== null}
            describedBy={problem === null ? undefined : problemIdOf(id)}
            className="w-30"
          />
          <IconButton label="New seed" onClick={newSeed}>
            <Dices size={16} aria-hidden />
          </IconButton>
          <IconButton
            label="Keep this seed"
            aria-pressed={locked}
            onClick={() => change({ seedLocked: !locked })}
            className="aria-pressed:bg-accent-soft aria-pressed:text-ink"
          >
            <LockIcon size={15} aria-hidden />
          </IconButton>
        </span>
      }
    >
      {null}
    </Field>
  );
}
