import { ChevronRight } from 'lucide-react';
import { type KeyboardEventHandler, useId, useState } from 'react';
import { longestPrompt } from '../../src-shared/jobs/look';
import { draftStore } from '../stores/draft';
import { Field, problemIdOf } from '../ui/field';
import { formatCount } from '../ui/figures';
import { AlternativesNote } from './alternatives-note';
import { BlankFields } from './blank-fields';
import { usePromptHistory } from './use-prompt-history';

const nearLimit = longestPrompt * 0.8;

type FieldProps = { problem: string | null };

type PromptFieldProps = FieldProps & { placeholder?: string; autoFocus?: boolean };

/** The prompt with what belongs to it: its blanks, and what its alternatives come to. */
export function PromptField(props: PromptFieldProps) {
  const { problem, placeholder = 'What should the picture show?', autoFocus = true } = props;
  const prompt = draftStore((draft) => draft.prompt);
  const onKeyDown = usePromptHistory();
  return (
    <>
      <WordsField
        label="Prompt"
        value={prompt}
        problem={problem}
        placeholder={placeholder}
        className="min-h-24 short:min-h-16"
        autoFocus={autoFocus}
        onKeyDown={onKeyDown}
        onChange={(value) => draftStore.getState().change({ prompt: value })}
      />
      <BlankFields />
      <AlternativesNote />
    </>
  );
}

/** Folded away until it is wanted, or has something in it. */
export function NegativePromptField({ problem }: FieldProps) {
  const value = draftStore((draft) => draft.negativePrompt);
  const [wanted, setWanted] = useState(false);
  const open = wanted || value !== '';
  if (!open) {
    return (
      <button
        type="button"
        onClick={() => setWanted(true)}
        className="-my-1.5 flex h-7 items-center gap-1 self-start rounded-md text-sm text-muted hover:text-ink"
      >
        <ChevronRight size={14} aria-hidden />
        Leave something out
      </button>
    );
  }
  return (
    <WordsField
      label="Leave out"
      value={value}
      problem={problem}
      placeholder="What should not be in it?"
      className="min-h-14"
      autoFocus={wanted}
      onChange={(text) => draftStore.getState().change({ negativePrompt: text })}
    />
  );
}

type WordsFieldProps = {
  label: string;
  value: string;
  problem: string | null;
  placeholder: string;
  className: string;
  autoFocus: boolean;
  onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>;
  onChange: (value: string) => void;
};

/** A prompt of any length: beyond the limit it is still taken, and says so. */
function WordsField(props: WordsFieldProps) {
  const { label, value, problem, placeholder, className, autoFocus, onKeyDown, onChange } = props;
  const id = useId();
  const wrong = problem !== null;
  return (
    <Field label={label} controlId={id} problem={problem} aside={<Counter length={value.length} />}>
      <textarea
        id={id}
        dir="auto"
        value={value}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: the prompt is what one comes to this screen for
        autoFocus={autoFocus}
        aria-invalid={wrong}
        aria-keyshortcuts={onKeyDown === undefined ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        onKeyDown={onKeyDown}
        aria-describedby={wrong ? problemIdOf(id) : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`block max-h-48 w-full resize-none rounded-md border bg-paper px-2.5 py-2 field-sizing-content ${wrong ? 'border-danger' : 'border-edge/60'} ${className}`}
      />
    </Field>
  );
}

function Counter({ length }: { length: number }) {
  if (length < nearLimit) return null;
  return (
    <span className={`text-xs ${length > longestPrompt ? 'text-danger' : 'text-muted'}`}>
      {formatCount(length)} of {formatCount(longestPrompt)} characters
    </span>
  );
}
