import { useId } from 'react';
import { blanksOf } from '../../src-shared/jobs/prompt-blanks';
import { draftStore } from '../stores/draft';
import { problemAt, useCheckedDraft, useShownRefusal } from './current-draft';

/** A small field for each blank of the prompt, such as `[subject]`. */
export function BlankFields() {
  const id = useId();
  const problem = problemAt(useShownRefusal(useCheckedDraft()), 'blanks');
  const prompt = draftStore((draft) => draft.prompt);
  const values = draftStore((draft) => draft.blanks);
  const names = blanksOf(prompt);
  if (names.length === 0) return null;
  const fill = (name: string, value: string) =>
    draftStore.getState().change({ blanks: { ...values, [name]: value } });
  return (
    <fieldset className="grid grid-cols-2 gap-x-2 gap-y-1.5 border-l-2 border-accent/50 pl-2.5">
      <legend className="sr-only">Blanks of the prompt</legend>
      {names.map((name) => (
        <label key={name} className="text-xs text-muted">
          {name}
          <input
            type="text"
            dir="auto"
            value={Object.hasOwn(values, name) ? values[name] : ''}
            aria-describedby={problem === null ? undefined : id}
            onChange={(event) => fill(name, event.target.value)}
            className="mt-0.5 block h-7 w-full rounded-md border border-edge/60 bg-paper px-2 text-sm text-ink"
          />
        </label>
      ))}
      {problem === null ? null : (
        <p id={id} className="col-span-2 text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
