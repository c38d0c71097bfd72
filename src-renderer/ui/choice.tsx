import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

type ChoicesProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
  children: ReactNode;
};

/** One of several: arrow keys move, as in every radio group. */
export function Choices({ label, value, onChange, className = '', children }: ChoicesProps) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={onChange}
      className={className}
    >
      {children}
    </RadioGroup.Root>
  );
}

type ChoiceProps = {
  value: string;
  children: ReactNode;
  disabled?: boolean;
  /** The accessible name where the content says more, or less, than it. */
  label?: string;
  title?: string;
  className?: string;
};

/** A choice drawn as a box; the chosen one wears the accent. */
export function Choice({ value, children, disabled, label, title, className = '' }: ChoiceProps) {
  return (
    <RadioGroup.Item
      value={value}
      disabled={disabled ?? false}
      aria-label={label}
      title={title}
      className={`relative rounded-md border border-edge/50 bg-paper transition-colors hover:border-edge disabled:border-line disabled:bg-transparent disabled:text-muted data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:ring-1 data-[state=checked]:ring-accent ${className}`}
    >
      {children}
    </RadioGroup.Item>
  );
}
