import { useEffect } from 'react';
import type { PlanState } from '../../src-shared/contract/plan';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { planStore } from '../stores/plan';

/** Plan, seats and units as they are; read anew when the balance changes and when the window is looked at again. */
export function usePlan(): PlanState | null {
  const revision = creditsStore((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new balance may mean a new cycle, seat or pack
  useEffect(() => {
    let current = true;
    const read = async () => {
      const answer = await ask(tally().plan.state());
      if (!current) return;
      const { setPlan, setProblem } = planStore.getState();
      if (answer.kind === 'answered') setPlan(answer.value);
      else setProblem(sentenceOf(answer));
    };
    const onFocus = () => void read();
    void read();
    window.addEventListener('focus', onFocus);
    return () => {
      current = false;
      window.removeEventListener('focus', onFocus);
    };
  }, [revision]);
  return planStore((store) => store.plan);
}
