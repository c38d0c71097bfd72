import { useId } from 'react';
import { draftStore } from '../stores/draft';
import { Choice, Choices } from '../ui/choice';
import { Field, problemIdOf } from '../ui/field';
import { NumberField } from '../ui/number-field';

/** Seconds that are often wanted; any whole second up to a minute can be typed. */
const usual = [5, 10, 15, 30, 60];

/** How long the clip is, in seconds. */
export function LengthField({ problem }: { problem: string | null }) {
  const id = useId();
  const seconds = draftStore((draft) => draft.seconds);
  const choose = (next: number) => draftStore.getState().change({ seconds: next });
  return (
    <Field
      label="Length"
      controlId={id}
      problem={problem}
      aside={
        <span className="flex items-center gap-1 text-muted">
          <NumberField
            id={id}
            label="Length in seconds"
            value={seconds}
            onChange={choose}
            invalid={problem !== null}
            describedBy={problem === null ? undefined : problemIdOf(id)}
            className="h-7 w-14 text-sm"
          />
          s
        </span>
      }
    >
      <Choices
        label="Usual lengths"
        value={String(seconds)}
        onChange={(value) => choose(Number(value))}
        className="flex gap-1"
      >
        {usual.map((each) => (
          <Choice
            key={each}
            value={String(each)}
            label={`${each} seconds`}
            className="flex-1 py-0.5 text-center text-xs"
          >
            {each} s
          </Choice>
        ))}
      </Choices>
    </Field>
  );
}
