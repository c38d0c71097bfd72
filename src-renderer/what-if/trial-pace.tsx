import { useId, useState } from 'react';
import type { Pace, WhatIf } from '../../src-shared/contract/forecast';
import { whatIfStore } from '../stores/what-if';
import { Choice, Choices } from '../ui/choice';
import { Field, problemIdOf } from '../ui/field';
import { formatCredits, formatNumberOf } from '../ui/figures';
import { NumberField } from '../ui/number-field';
import { largestPace, type PaceUnit, paceIn, paceText, paceUnits } from './pace-units';

type TrialPaceProps = { answer: WhatIf | null; problem: string | null };

/** How much is spent, on a slider and as a number; left alone it is what was usual so far. */
export function TrialPace({ answer, problem }: TrialPaceProps) {
  const id = useId();
  const { pace, set } = whatIfStore();
  const [unit, setUnit] = useState<PaceUnit>('week');
  const usual = answer?.pace.asItIs ?? null;
  const { days } = paceUnits[unit];
  const shown = pace ?? (usual === null ? null : { credits: paceIn(usual, unit), days });
  const value = shown === null ? 0 : paceIn(shown, unit);
  const change = (credits: number) => set({ pace: { credits, days } });
  const changeUnit = (next: PaceUnit) => {
    setUnit(next);
    if (pace !== null) set({ pace: { credits: paceIn(pace, next), days: paceUnits[next].days } });
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="sr-only">Pace</legend>
      <Field
        label="Pace"
        controlId={id}
        problem={problem}
        aside={
          <span className="flex items-center gap-1.5">
            <NumberField
              id={id}
              label="Pace in credits"
              value={value}
              onChange={change}
              invalid={problem !== null}
              describedBy={problem === null ? `${id}-usual` : problemIdOf(id)}
              className="w-16"
            />
            <Choices
              label="Credits a day or a week"
              value={unit}
              onChange={(next) => changeUnit(next === 'day' ? 'day' : 'week')}
              className="flex gap-1"
            >
              <Choice value="day" className="px-2 py-1 text-sm whitespace-nowrap">
                a day
              </Choice>
              <Choice value="week" className="px-2 py-1 text-sm whitespace-nowrap">
                a week
              </Choice>
            </Choices>
          </span>
        }
      >
        <input
          type="range"
          min={0}
          max={largestPace(usual, unit)}
          value={value}
          aria-label={`Pace in credits ${paceUnits[unit].name}`}
          aria-valuetext={`${formatCredits(value)} ${paceUnits[unit].name}`}
          onChange={(event) => change(event.target.valueAsNumber)}
          className="w-full"
        />
      </Field>
      <p id={`${id}-usual`} className="text-xs text-muted">
        {usualText(usual, answer !== null, unit)}
      </p>
      {pace === null ? null : <BackToUsual />}
    </fieldset>
  );
}

function BackToUsual() {
  return (
    <button
      type="button"
      onClick={() => whatIfStore.getState().set({ pace: null })}
      className="self-start rounded-sm text-sm underline decoration-edge underline-offset-2 hover:decoration-current"
    >
      Back to the usual pace
    </button>
  );
}

function usualText(usual: Pace | null, known: boolean, unit: PaceUnit): string {
  if (usual !== null) {
    const seen = formatNumberOf(usual.days, 'day');
    return `Usual so far: ${paceText(usual, unit)} (${formatCredits(usual.credits)} in ${seen}).`;
  }
  return known ? 'Too little was seen to know a usual pace; left at 0, nothing is spent.' : '';
}
