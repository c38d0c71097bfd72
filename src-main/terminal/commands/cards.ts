import { z } from 'zod';
import type { Plan, RateCard } from '../../../src-shared/billing/rate-card';
import { defineCommand, done } from '../command';
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
    const listed = await tally.workspace.cards();
    return done({ cards: listed.cards.map(cardJson) }, listed.cards.flatMap(cardLines));
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
