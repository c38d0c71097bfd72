import { z } from 'zod';
import { cadences } from '../../../src-shared/billing/plan/plan-terms';
import type { Pace, WhatIfInput } from '../../../src-shared/contract/forecast';
import { defineCommand } from '../command';
import { whatIfJson } from '../future-json';
import { whatIfLines } from '../future-text';
import { comingForms, type Here, parseMoment } from '../moment';
import { type BegunWorkspace, begunWorkspace, told } from '../workspace';

const input = z.strictObject({
  until: z.string().max(64).optional(),
  pace: z
    .string()
    .regex(/^\d{1,9}\/\d{1,3}$/, 'must be credits in so many days, such as 40/7')
    .optional(),
  plan: z.string().max(64).optional(),
  cadence: z.enum(cadences).optional(),
  at: z.string().max(64).optional(),
});

type Question = z.output<typeof input>;

/** Tries another pace or plan on a copy of the ledger; nothing of it is kept. */
export const whatif = defineCommand({
  name: 'whatif',
  summary: 'try another pace or plan, and spend and order nothing',
  usage: [
    'whatif [--until WHEN] [--pace CREDITS/DAYS]',
    'whatif --plan PLAN [--cadence monthly|annual] [--at WHEN] …',
  ],
  words: { kind: 'ordered', names: [] },
  options: {
    until: { kind: 'text', value: 'WHEN', summary: `${comingForms} (+1year)` },
    pace: { kind: 'text', value: 'CREDITS/DAYS', summary: 'such as 40/7 (the usual pace)' },
    plan: { kind: 'text', value: 'PLAN', summary: 'the plan to change to' },
    cadence: { kind: 'text', value: 'CADENCE', summary: 'monthly or annual (as it is)' },
    at: { kind: 'text', value: 'WHEN', summary: 'when it is changed (now)' },
  },
  input,
  async run({ tally }, question) {
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const { now } = await tally.clock.show();
    const asked = questionOf(question, workspace, now);
    if (typeof asked === 'string') return { kind: 'usage', sentence: asked };
    const answer = await tally.forecast.whatIf(asked);
    return told(workspace, whatIfJson(answer), whatIfLines(answer, workspace.timeZone));
  },
});

/** The question as the contract asks it; a sentence when it can't be meant. */
function questionOf(
  question: Question,
  workspace: BegunWorkspace,
  now: Here['now'],
): WhatIfInput | string {
  const here = { now, timeZone: workspace.timeZone };
  const until = parseMoment(question.until ?? '+1year', here);
  const at = question.at === undefined ? now : parseMoment(question.at, here);
  if (until === null || until <= now) return `--until must be an instant to come, ${comingForms}.`;
  if (at === null || at < now || at >= until) {
    return `--at must be an instant between now and --until, ${comingForms}.`;
  }
  if (question.plan === undefined && (question.at ?? question.cadence) !== undefined) {
    return '--at and --cadence say when and how the plan is changed: --plan PLAN.';
  }
  const pace = question.pace === undefined ? null : paceOf(question.pace);
  const orders = question.plan === undefined ? [] : [{ at, wish: wishOf(question, workspace) }];
  return { from: now, until, orders, pace, prices: [] };
}

function paceOf(text: string): Pace {
  const [credits = 0, days = 0] = text.split('/').map(Number);
  return { credits, days };
}

function wishOf(
  { plan: planId = '', cadence }: Question,
  workspace: BegunWorkspace,
): WhatIfInput['orders'][number]['wish'] {
  const choice = { planId, cadence: cadence ?? workspace.cadence ?? 'monthly', contract: null };
  return workspace.planId === null
    ? { kind: 'start-plan', ...choice, seats: 1 }
    : { kind: 'change-plan', ...choice };
}
