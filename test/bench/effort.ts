/** How much is measured: enough for a figure, or just enough to see that everything works. */
export type Effort = {
  readonly quick: boolean;
  readonly rounds: number;
  pick(full: number, quick: number): number;
};

export const fullEffort: Effort = { quick: false, rounds: 11, pick: (full) => full };
export const quickEffort: Effort = { quick: true, rounds: 3, pick: (_full, quick) => quick };
