import { useEffect, useState } from 'react';
import type { Credits } from '../../src-shared/billing/credits';
import type { PlanState } from '../../src-shared/contract/plan';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';

type Gains = ReadonlyMap<string, Credits>;

/** The credits that each upgrade would bring at once, by plan and cadence: asked for, since only orders know. */
export function useGains(state: PlanState): Gains {
  const [gains, setGains] = useState<Gains>(new Map());
  useEffect(() => {
    let current = true;
    const upgrades = state.plans.filter((offer) => offer.effect === 'at-once');
    const asked = upgrades.map(async ({ planId, cadence }) => {
      const wish = { kind: 'change-plan', planId, cadence, contract: null } as const;
      const answer = await ask(tally().plan.preview({ wish }));
      return answer.kind === 'answered'
        ? [[`${planId} ${cadence}`, answer.value.credits] as const]
        : [];
    });
    void Promise.all(asked).then((told) => {
      if (current) setGains(new Map(told.flat()));
    });
    return () => {
      current = false;
    };
  }, [state]);
  return gains;
}
