import { useId, useState } from 'react';
import { Field, problemIdOf } from './field';
import { numberOf } from './number-field';

type MoneyFieldProps = {
  label: string;
  hint: string;
  /** Null: left empty. */
  cents: number | null;
  onChange: (cents: number | null) => void;
  problem: string | null;
};

/** An amount in dollars that may be left empty; parts of a cent are passed on, so that they can be refused. */
export function MoneyField({ label, hint, cents, onChange, problem }: MoneyFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field
      label={label}
      controlId={id}
      problem={problem}
      aside={
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder="none"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? `${id}-hint` : problemIdOf(id)}
          value={typed ?? (cents === null ? '' : String(cents / 100))}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            if (text.trim() === '') onChange(null);
            const dollars = numberOf(text);
            if (dollars !== null) onChange(centsOf(dollars));
          }}
          onBlur={() => setTyped(null)}
          className={`h-8 w-28 rounded-md border bg-paper px-2 text-right ${problem === null ? 'border-edge/60' : 'border-danger'}`}
        />
      }
    >
      <p id={`${id}-hint`} className="text-xs text-muted">
        {hint}
      </p>
    </Field>
  );
}

/** Cents of an amount in dollars as it is written: 12.1 is 1,210, whatever a float makes of it. */
export function centsOf(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e4;
}
