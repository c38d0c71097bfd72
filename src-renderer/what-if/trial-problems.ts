import { isCredits } from '../../src-shared/billing/credits';
import type { TriedPrice } from '../../src-shared/billing/future/pace';
import type { Change, Trial } from '../stores/what-if';

const most = 1_000_000_000;
/** As many orders as can be asked about at once. */
const mostOrders = 50;
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
    changes: changeProblems(changes),
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

/** Whether so many seats or packs can be meant in one row. */
export function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostOfOne;
}

/** What is wrong with each row: its count, or that with it there are more orders than can be tried. */
function changeProblems(changes: Trial['changes']): Map<string, string> {
  const problems = new Map<string, string>();
  let orders = 0;
  for (const { key, change } of changes) {
    const problem = countProblem(change);
    orders += problem === null ? ordersIn(change) : 0;
    if (problem !== null) problems.set(key, problem);
    else if (orders > mostOrders) {
      problems.set(key, `At most ${mostOrders} orders can be tried at once; try fewer here.`);
    }
  }
  return problems;
}

function ordersIn(change: Change): number {
  return change.kind === 'add-seats' || change.kind === 'buy-packs' ? change.count : 1;
}

/** Counts of orders made one by one; of all other figures the order itself says what is wrong. */
function countProblem(change: Change): string | null {
  if (change.kind !== 'add-seats' && change.kind !== 'buy-packs') return null;
  const { count } = change;
  if (isCount(count)) return null;
  return `Choose a whole number from 1 to ${mostOfOne}; ${count} is not.`;
}
