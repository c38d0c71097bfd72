import { RadioGroup } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';

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
      onKeyDownCapture={chooseByArrow}
      className={className}
    >
      {children}
    </RadioGroup.Root>
  );
}

const steps: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Moves focus and choice before the next key can come. Left to themselves, the controls move the focus a moment
 * later and choose only while the key is still down: quick keys were lost.
 */
function chooseByArrow(event: KeyboardEvent<HTMLDivElement>): void {
  const step = steps[event.key];
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (step === undefined || hasModifier) return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]:enabled')];
  const from = choices.findIndex((choice) => choice.matches(':focus'));
  const next = choices.at((from + step) % choices.length);
  if (from < 0 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  next.click();
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
