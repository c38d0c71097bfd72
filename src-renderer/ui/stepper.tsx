import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from './button';
import { Field, problemIdOf } from './field';
import { NumberField } from './number-field';

type StepperProps = {
  label: string;
  /** What is counted, in the plural: «units». */
  noun: string;
  value: number;
  onChange: (value: number) => void;
  least: number;
  most: number;
  problem: string | null;
};

/** A whole number with a button for one fewer and one more; anything can be typed, and is told when wrong. */
export function Stepper({ label, noun, value, onChange, least, most, problem }: StepperProps) {
  const id = useId();
  return (
    <Field
      label={label}
      controlId={id}
      problem={problem}
      aside={
        <span className="flex items-center gap-1">
          <IconButton
            look="quiet"
            label={`Fewer ${noun}`}
            disabled={value <= least}
            onClick={() => onChange(Math.max(least, Math.ceil(value) - 1))}
          >
            <Minus size={14} aria-hidden />
          </IconButton>
          <NumberField
            id={id}
            label={label}
            value={value}
            onChange={onChange}
            invalid={problem !== null}
            describedBy={problem === null ? undefined : problemIdOf(id)}
            className="w-16"
          />
          <IconButton
            look="quiet"
            label={`More ${noun}`}
            disabled={value >= most}
            onClick={() => onChange(Math.min(most, Math.floor(value) + 1))}
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
