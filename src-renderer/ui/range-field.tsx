import { useId } from 'react';
import { Field, problemIdOf } from './field';

type RangeFieldProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  least: number;
  most: number;
  step?: number;
  /** The value with its unit, as it is read and as it is said. */
  words: string;
  /** What the two ends mean. */
  ends?: readonly [string, string];
  problem?: string | null;
};

/** A figure that is chosen by feel, between two ends. */
export function RangeField(props: RangeFieldProps) {
  const { label, value, onChange, least, most, step = 1, words, ends, problem = null } = props;
  const id = useId();
  return (
    <Field
      label={label}
      controlId={id}
      problem={problem}
      aside={<output htmlFor={id}>{words}</output>}
    >
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={words}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemIdOf(id)}
        onChange={(event) => onChange(Number(event.target.value))}
        className="block w-full"
      />
      {ends === undefined ? null : (
        <div aria-hidden className="flex justify-between text-xs text-muted">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </Field>
  );
}
