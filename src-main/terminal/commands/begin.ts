import { z } from 'zod';
import { isTimeZone } from '../../../src-shared/billing/time-zone';
import { defineCommand } from '../command';
import { contractOf, firstPlanInput, planOptions } from '../plan-options';
import { creditsText, dateText } from '../text';
import { type BegunWorkspace, told } from '../workspace';
import { workspaceJson } from '../workspace-json';

/** Chooses card and plan, as the welcome of the window does. */
export const begin = defineCommand({
  name: 'begin',
  summary: 'choose a rate card and a plan, once',
  usage: [
    'begin --card CARD --plan PLAN [--cadence monthly|annual] [--seats N] [--time-zone ZONE]',
    'begin --card CARD --plan PLAN --contract-seats N --contract-credits N …',
  ],
  words: { kind: 'ordered', names: [] },
  options: {
    card: { kind: 'text', value: 'CARD', summary: 'a card that «cards» lists' },
    ...planOptions,
    'time-zone': { kind: 'text', value: 'ZONE', summary: "such as Europe/Berlin (the computer's)" },
  },
  input: z.strictObject({
    card: z.string().max(64),
    ...firstPlanInput,
    timeZone: z.string().max(64).optional(),
  }),
  async run({ tally }, input) {
    const timeZone = input.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!isTimeZone(timeZone)) {
      const sentence = `There is no time zone «${timeZone}»; write one such as Europe/Berlin or UTC.`;
      return { kind: 'usage', sentence };
    }
    const cadence = input.cadence ?? 'monthly';
    const typed = contractOf(input, cadence);
    if (typed.kind === 'usage') return typed;
    const state = await tally.workspace.begin({
      cardId: input.card,
      planId: input.plan,
      cadence,
      timeZone,
      seats: input.seats,
      contract: typed.contract,
    });
    if (state.kind === 'new') throw new Error('the workspace was begun and is still new');
    return told(state, workspaceJson(state), [planLine(state)]);
  },
});

function planLine({ card, planId, cadence, renewal, timeZone }: BegunWorkspace): string {
  const plan = planId === null ? 'no plan' : `plan ${planId}, ${cadence}`;
  const next =
    renewal === null
      ? 'no more credits come'
      : `next ${creditsText(renewal.credits)} on ${dateText(renewal.at, timeZone)}`;
  return `${card.name}, ${plan}; ${next}.`;
}
