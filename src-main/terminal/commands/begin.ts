import { z } from 'zod';
import { isTimeZone } from '../../../src-shared/billing/time-zone';
import { defineCommand, done } from '../command';
import { counted, dateText } from '../text';
import { workspaceJson } from '../workspace-json';

/** Chooses card and plan, as the welcome of the window does. */
export const begin = defineCommand({
  name: 'begin',
  summary: 'choose a rate card and a plan, once',
  usage: ['begin --card CARD --plan PLAN [--cadence monthly|annual] [--time-zone ZONE]'],
  words: { kind: 'ordered', names: [] },
  options: {
    card: { kind: 'text', value: 'CARD', summary: 'a card that «cards» lists' },
    plan: { kind: 'text', value: 'PLAN', summary: 'a plan of that card' },
    cadence: { kind: 'text', value: 'CADENCE', summary: 'monthly or annual (monthly)' },
    'time-zone': { kind: 'text', value: 'ZONE', summary: "such as Europe/Berlin (the computer's)" },
  },
  input: z.strictObject({
    card: z.string().max(64),
    plan: z.string().max(64),
    cadence: z.enum(['monthly', 'annual']).optional(),
    timeZone: z.string().max(64).optional(),
  }),
  async run({ tally }, input) {
    const timeZone = input.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!isTimeZone(timeZone)) {
      const sentence = `There is no time zone «${timeZone}»; write one such as Europe/Berlin or UTC.`;
      return { kind: 'usage', sentence };
    }
    const state = await tally.workspace.begin({
      cardId: input.card,
      planId: input.plan,
      cadence: input.cadence ?? 'monthly',
      timeZone,
    });
    if (state.kind === 'new') throw new Error('the workspace was begun and is still new');
    const { card, planId, cadence, renewal } = state;
    const next = `${counted(renewal.credits, 'credit')} on ${dateText(renewal.at, timeZone)}`;
    return done(workspaceJson(state), [`${card.name}, plan ${planId}, ${cadence}; next ${next}.`]);
  },
});
