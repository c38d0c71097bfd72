import type { ReactNode } from 'react';
import { problemIdOf } from '../../ui/field';
import { asSentence } from '../card-words';
import { faultsAt, useEditor, useFault } from './editor-context';

type BoxProps = {
  /** The place of the field in the card, which is also the id of its control. */
  place: string;
  /** The accessible name, where no label stands beside it. */
  name?: string;
  value: string;
  onChange: (value: string) => void;
  figures?: boolean;
  placeholder?: string;
  className?: string;
};

const edge = (fault: string | null) => (fault === null ? 'border-edge/60' : 'border-danger');
const box = 'h-8 max-w-full min-w-0 rounded-md border bg-paper px-2';

/** A text or a figure as it is typed; what is wrong with it is told below its line. */
export function Box(props: BoxProps) {
  const {
    place,
    name,
    value,
    onChange,
    figures = false,
    placeholder,
    className = 'w-full',
  } = props;
  const fault = useFault(place);
  return (
    <input
      id={place}
      type="text"
      inputMode={figures ? 'decimal' : 'text'}
      dir={figures ? undefined : 'auto'}
      autoComplete="off"
      spellCheck={false}
      aria-label={name}
      aria-invalid={fault !== null}
      aria-describedby={fault === null ? undefined : problemIdOf(place)}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${box} ${edge(fault)} ${figures ? 'text-right' : ''} ${className}`}
    />
  );
}

/** Dollars, with their sign before them. */
export function DollarBox(props: Omit<BoxProps, 'figures'>) {
  return (
    <span className="inline-flex items-center gap-1">
      <span aria-hidden className="text-muted">
        $
      </span>
      <Box {...props} figures />
    </span>
  );
}

type WordsBoxProps = Omit<BoxProps, 'figures' | 'className'> & { rows?: number };

/** Words of any length. */
export function WordsBox({ place, name, value, onChange, placeholder, rows = 3 }: WordsBoxProps) {
  const fault = useFault(place);
  return (
    <textarea
      id={place}
      dir="auto"
      rows={rows}
      aria-label={name}
      aria-invalid={fault !== null}
      aria-describedby={fault === null ? undefined : problemIdOf(place)}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`w-full resize-y rounded-md border bg-paper px-2.5 py-1.5 ${edge(fault)}`}
    />
  );
}

type OptionsProps<Value extends string> = {
  place: string;
  name?: string;
  value: Value;
  options: readonly { readonly id: Value; readonly name: string }[];
  onChange: (value: Value) => void;
  className?: string;
};

/** One of several, as the platform shows it. */
export function Options<Value extends string>(props: OptionsProps<Value>) {
  const { place, name, value, options, onChange, className = '' } = props;
  const fault = useFault(place);
  return (
    <select
      id={place}
      aria-label={name}
      aria-invalid={fault !== null}
      aria-describedby={fault === null ? undefined : problemIdOf(place)}
      value={value}
      onChange={(event) => {
        const chosen = options.find(({ id }) => id === event.target.value);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      className={`${box} ${edge(fault)} ${className}`}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

type TickProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  id?: string;
};

/** Yes or no. */
export function Tick({ checked, onChange, children, id }: TickProps) {
  return (
    <label className="inline-flex min-h-8 min-w-0 items-center gap-2 text-sm wrap-anywhere">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0"
      />
      {children}
    </label>
  );
}

/** A field under its label, with what is wrong with it. */
export function Labelled({
  place,
  label,
  hint,
  children,
}: {
  place: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={place} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint === undefined ? null : <p className="text-xs text-muted">{hint}</p>}
      <Faults at={place} />
    </div>
  );
}

const fieldNames: Readonly<Record<string, string>> = {
  credits: 'The number of credits',
  per: 'The number that they pay for',
  providerCost: 'What the provider asks',
  priceCents: 'The price',
  cycles: 'The number of grants',
  name: 'The name',
  description: 'The description',
  plans: 'The list of plans',
  tools: 'The list of tools',
  qualities: 'The list of qualities',
  merit: 'The merit',
  longestSide: 'The longest side',
  rule: 'The rule',
};

/** What is wrong at a place and in all that belongs to it, each sentence tied to its field. */
export function Faults({ at, named = false }: { at: string; named?: boolean }) {
  const { faults } = useEditor();
  const found = faultsAt(faults, at);
  if (found.length === 0) return null;
  return (
    <ul className="text-sm text-danger">
      {found.map(([place, message]) => {
        const field = named ? fieldNames[place.split('.').at(-1) ?? ''] : undefined;
        return (
          <li key={place} id={problemIdOf(place)}>
            {asSentence(field === undefined ? message : `${field} ${message}`)}
          </li>
        );
      })}
    </ul>
  );
}

/** What is wrong with the very thing at a place, whatever is wrong inside it. */
export function FaultOf({ place, name }: { place: string; name: string }) {
  const fault = useFault(place);
  if (fault === null) return null;
  return (
    <p id={place} tabIndex={-1} className="text-sm text-danger">
      {asSentence(`${name} ${fault}`)}
    </p>
  );
}
