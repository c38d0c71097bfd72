import { isCredits } from '../../src-shared/billing/credits';
import type { TriedPrice } from '../../src-shared/billing/future/pace';
import type { Change, Trial } from '../stores/what-if';

const most = 1_000_000_000;
/** As many seats or packs as are tried in one row. */
export const mostOfOne = 20;

/** What is wrong with the form before anything is asked; a sentence for each control, null where all is well. */
export type TrialProblems = {
  readonly pace: string | null;
  /** By the row's key. */
  readonly changes: ReadonlyMap<string, string>;
  /** By tool and model. */
  readonly prices: ReadonlyMap<string, string>;
};

export function trialProblems({ pace, changes, prices }: Trial): TrialProblems {
  return {
    pace: pace === null || isAmount(pace.credits) ? null : amountSentence('A pace', pace.credits),
    changes: new Map(
      changes.flatMap(({ key, change }) => {
        const problem = countProblem(change);
        return problem === null ? [] : [[key, problem] as const];
      }),
    ),
    prices: new Map(
      prices.flatMap((price) =>
        isAmount(price.credits)
          ? []
          : [[priceKey(price), amountSentence('A price', price.credits)] as const],
      ),
    ),
  };
}

/** Whether nothing is in the way of asking. */
export function canBeAsked({ pace, changes, prices }: TrialProblems): boolean {
  return pace === null && changes.size === 0 && prices.size === 0;
}

/** Names a price among those that are tried. */
export function priceKey({ tool, model }: Pick<TriedPrice, 'tool' | 'model'>): string {
  return `${tool} ${model}`;
}

function isAmount(value: number): boolean {
  return isCredits(value) && value <= most;
}

function amountSentence(what: string, value: number): string {
  return `${what} is a whole number of credits from 0 to ${most.toLocaleString('en')}; ${value} is not.`;
}

/** Counts of orders made one by one; of all other figures the order itself says what is wrong. */
function countProblem(change: Change): string | null {
  if (change.kind !== 'add-seats' && change.kind !== 'buy-packs') return null;
  const { count } = change;
  if (Number.isInteger(count) && count >= 1 && count <= mostOfOne) return null;
  return `Choose a whole number from 1 to ${mostOfOne}; ${count} is not.`;
}
