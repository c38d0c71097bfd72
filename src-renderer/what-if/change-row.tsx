import { X } from 'lucide-react';
import { useId } from 'react';
import type { PlanState } from '../../src-shared/contract/plan';
import { type TriedChange, whatIfStore } from '../stores/what-if';
import { IconButton } from '../ui/button';
import { DayField } from '../ui/day-field';
import { ChangeFields } from './change-fields';
import { changeName } from './change-name';

type ChangeRowProps = {
  tried: TriedChange;
  plan: PlanState;
  /** The first day that can be chosen: the start of what is tried. */
  least: string;
  /** Why it could not be ordered at that day; null where it could. */
  problem: string | null;
};

/** One change with its day, and below it what is in its way. */
export function ChangeRow({ tried, plan, least, problem }: ChangeRowProps) {
  const id = useId();
  const { alter, remove } = whatIfStore.getState();
  const { key, day, change } = tried;
  return (
    <fieldset
      aria-describedby={problem === null ? undefined : `${id}-problem`}
      className={`rounded-md border bg-paper px-2.5 pt-1.5 pb-2.5 ${problem === null ? 'border-line' : 'border-danger'}`}
    >
      <legend className="sr-only">{changeName(change)}</legend>
      <div className="mb-1.5 flex items-center justify-between gap-1">
        <span className="text-sm font-medium">{changeName(change)}</span>
        <span className="flex items-center">
          <DayField
            id={id}
            label={`Day of: ${changeName(change)}`}
            value={day}
            least={least}
            onChange={(chosen) => alter(key, { day: chosen })}
          />
          <IconButton
            label={`Take out: ${changeName(change)}`}
            className="-mr-1.5"
            onClick={() => remove(key)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      <ChangeFields change={change} plan={plan} onChange={(next) => alter(key, { change: next })} />
      {problem === null ? null : (
        <p role="alert" id={`${id}-problem`} className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
