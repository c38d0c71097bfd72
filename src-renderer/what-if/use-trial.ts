import { useEffect, useState } from 'react';
import type { Instant } from '../../src-shared/billing/instant';
import type { WhatIf, WhatIfInput } from '../../src-shared/contract/forecast';
import { describeRefusal, type Refusal } from '../../src-shared/refusal';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { type Trial, whatIfStore } from '../stores/what-if';
import { useBegun } from '../stores/workspace';
import { canBeAsked, type TrialProblems, trialProblems } from './trial-problems';
import { firstRefused, type TrialQuestion, trialQuestion } from './trial-question';

/** What came of a trial, and what was wrong with it. */
export type TrialOutcome = {
  /** The last answer there was; null before the first. */
  readonly answer: WhatIf | null;
  /** Whether the answer is of an earlier state of the form. */
  readonly outdated: boolean;
  /** Whether a newer one is on its way. */
  readonly asking: boolean;
  /** The row whose order can't be placed, and why. */
  readonly refused: { readonly row: string; readonly sentence: string } | null;
  /** What is wrong with the question as a whole. */
  readonly problem: string | null;
};

/** So long, in milliseconds, one may go on typing or sliding before it is asked. */
const pause = 220;

/** Asks what the form stands for whenever it has changed and rests; what was asked before is of no use then. */
export function useTrial(now: Instant): TrialOutcome & { problems: TrialProblems } {
  const { timeZone } = useBegun();
  const { from, until, pace, changes, prices } = whatIfStore();
  const [outcome, setOutcome] = useState<TrialOutcome>({
    answer: null,
    outdated: true,
    asking: true,
    refused: null,
    problem: null,
  });
  const trial: Trial = { from, until, pace, changes, prices };
  const problems = trialProblems(trial);
  const ready = canBeAsked(problems);
  const asked = JSON.stringify(trialQuestion(trial, { now, timeZone }));
  useEffect(() => {
    setOutcome((before) => ({ ...before, outdated: true, asking: ready }));
    if (!ready) return;
    let current = true;
    const timer = setTimeout(async () => {
      const question: TrialQuestion = JSON.parse(asked);
      const came = await tryOut(question, () => current);
      if (current) setOutcome((before) => ({ ...before, ...came, asking: false }));
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, ready]);
  return { ...outcome, problems };
}

/** Asks; where an order is refused, finds out which. */
async function tryOut(
  { input, rows }: TrialQuestion,
  isWanted: () => boolean,
): Promise<Partial<TrialOutcome>> {
  const answer = await ask(tally().forecast.whatIf(input));
  if (answer.kind === 'answered') {
    return { answer: answer.value, outdated: false, refused: null, problem: null };
  }
  if (answer.kind === 'unanswered' || !isOfOrder(answer.refusal, input)) {
    return { refused: null, problem: sentenceOf(answer) };
  }
  const place = await firstRefused(input.orders.length, async (orders) => {
    if (!isWanted()) return false;
    const fewer = { ...input, orders: input.orders.slice(0, orders) };
    return (await ask(tally().forecast.whatIf(fewer))).kind === 'refused';
  });
  const row = rows[place] ?? '';
  return { refused: { row, sentence: describeRefusal(answer.refusal) }, problem: null };
}

/** Whether a refusal is that of an order; the span is refused before any order is looked at. */
function isOfOrder({ code }: Refusal, { orders }: WhatIfInput): boolean {
  return orders.length > 0 && code !== 'span-invalid' && code !== 'workspace-not-begun';
}

/** A trial as the form and its result see it. */
export type TrialState = ReturnType<typeof useTrial>;
