import { create } from 'zustand';
import type { PlanState } from '../../src-shared/contract/plan';

type PlanStore = {
  /** Null until the main process has said. */
  readonly plan: PlanState | null;
  /** Why there is no newer word of the plan; null while there is. */
  readonly problem: string | null;
  setPlan: (plan: PlanState) => void;
  setProblem: (problem: string) => void;
};

/** Plan, seats, units and what can be ordered: the newest copy from the main process. */
export const planStore = create<PlanStore>()((set) => ({
  plan: null,
  problem: null,
  setPlan: (plan) => set({ plan, problem: null }),
  setProblem: (problem) => set({ problem }),
}));
