import { useState } from 'react';

type NumberFieldProps = {
  id: string;
  label: string;
  value: number;
  onChange: (value: number) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
  step?: number;
  className?: string;
};

/**
 * A number as it is typed: every whole or broken number is passed on, so that the form can say what
 * is wrong with it; an empty field keeps the last one and shows it again when it is left.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    id,
    label,
    value,
    onChange,
    invalid = false,
    describedBy,
    step = 1,
    className = '',
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      id={id}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={typed ?? String(value)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const number = numberOf(text);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        const steps: Record<string, number> = { ArrowUp: step, ArrowDown: -step };
        const move = steps[event.key];
        if (move === undefined) return;
        event.preventDefault();
        setTyped(null);
        onChange(value + move);
      }}
      className={`h-8 rounded-md border bg-paper px-2 text-right ${invalid ? 'border-danger' : 'border-edge/60'} ${className}`}
    />
  );
}

/** The number a text stands for; null when it stands for none. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^-?\d+([.,]\d+)?$/.test(trimmed)) return null;
  return Number(trimmed.replace(',', '.'));
}
