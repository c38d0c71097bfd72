import { useEffect, useState } from 'react';

type DayFieldProps = {
  id: string;
  /** YYYY-MM-DD. */
  value: string;
  /** The first and the last day that can be chosen. */
  least: string;
  most?: string | undefined;
  onChange: (day: string) => void;
  /** The accessible name where no label belongs to it. */
  label?: string;
  describedBy?: string | undefined;
  className?: string;
};

/** A day; what is typed is passed on once it is a day that can be chosen, and forgotten when left before that. */
export function DayField(props: DayFieldProps) {
  const { id, value, least, most, onChange, label, describedBy, className = '' } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const change = (day: string) => {
    setTyped(day);
    if (day >= least && (most === undefined || day <= most)) onChange(day);
  };
  return (
    <input
      id={id}
      type="date"
      required
      min={least}
      max={most}
      aria-label={label}
      aria-describedby={describedBy}
      value={typed}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setTyped(value)}
      // The button inside, which opens the calendar, has the focus to itself: the field shows it.
      className={`h-8 min-w-0 rounded-md border border-edge/60 bg-paper px-1.5 text-sm outline-offset-[-1px] outline-accent invalid:border-danger focus-within:outline-2 ${className}`}
    />
  );
}
