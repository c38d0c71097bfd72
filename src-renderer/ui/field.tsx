import type { ReactNode } from 'react';

type FieldProps = {
  label: string;
  /** The id of the control; left out where the control names itself (a radio group). */
  controlId?: string;
  /** A quiet word at the right of the label: a counter, a unit, a small button. */
  aside?: ReactNode;
  problem?: string | null;
  children: ReactNode;
};

/** A control with its label, and under it what is wrong with it. */
export function Field({ label, controlId, aside, problem = null, children }: FieldProps) {
  return (
    <div>
      <div className="mb-1 flex min-h-6 items-center justify-between gap-2 text-sm">
        {controlId === undefined ? (
          <span className="font-medium">{label}</span>
        ) : (
          <label htmlFor={controlId} className="font-medium">
            {label}
          </label>
        )}
        {aside}
      </div>
      {children}
      {problem === null ? null : (
        <p
          id={controlId === undefined ? undefined : problemIdOf(controlId)}
          className="mt-1 text-sm text-danger"
        >
          {problem}
        </p>
      )}
    </div>
  );
}

/** The id of the sentence under a control, for its `aria-describedby`. */
export function problemIdOf(controlId: string): string {
  return `${controlId}-problem`;
}
