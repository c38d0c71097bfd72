import { z } from 'zod';
import type { Plan, RateCard } from '../../../src-shared/billing/rate-card';
import { defineCommand, done } from '../command';
import { refusalJson } from '../refusal-json';
import { refusalSentence } from '../refusal-text';
import { counted, table } from '../text';
import { cardJson } from '../workspace-json';

/** Lists the rate cards and their plans, for `begin`. */
export const cards = defineCommand({
  name: 'cards',
  summary: 'list the rate cards and their plans',
  usage: ['cards'],
  words: { kind: 'ordered', names: [] },
  options: {},
  input: z.strictObject({}),
  async run({ tally }) {
    const { cards, unusable } = await tally.workspace.cards();
    const result = { cards: cards.map(cardJson), unusable: unusable.map(refusalJson) };
    return done(result, cards.flatMap(cardLines), unusable.map(refusalSentence));
  },
});

function cardLines(card: RateCard): string[] {
  const plans = table(
    card.plans.map((plan) => [
      `  --card ${card.id} --plan ${plan.id}`,
      plan.name,
      `monthly: ${grantText(plan.monthly)}`,
      `annual: ${grantText(plan.annual)}`,
    ]),
  );
  return [`${card.name} (${card.version})`, ...plans];
}

function grantText(cadence: Plan['monthly']): string {
  if (cadence === null) return 'none';
  const { grant } = cadence;
  if (grant.kind === 'contract') return 'by contract';
  const often = grant.everyMonths === 1 ? 'a month' : 'a year';
  return `${counted(grant.credits, 'credit')} ${often}`;
}
