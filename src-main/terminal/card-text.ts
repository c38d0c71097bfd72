import type { PlacedProblem, Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import type { KnownCard } from '../../src-shared/contract/cards';
import { counted, table } from './text';

/** A card and its plans, as `begin` takes them. */
export function cardLines(card: RateCard): string[] {
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

/** Every version that is known, and whether prices go by it. */
export function versionLines(known: readonly KnownCard[]): string[] {
  const rows = known.map(({ card, origin, use }) => [
    `  ${card.id} ${card.version}`,
    origin === 'built-in' ? 'comes with Tally' : 'imported',
    useWords[use],
  ]);
  return rows.length === 0 ? [] : ['Versions:', ...table(rows)];
}

const useWords: Readonly<Record<KnownCard['use'], string>> = {
  now: 'prices go by it',
  later: 'prices will go by it from its date on',
  before: 'prices went by it',
  not: '',
};

/** A problem where an editor finds it: `my.json:12:5: plans.0.name: …`. */
export function problemLine(file: string, { line, column, path, message }: PlacedProblem): string {
  return `${file}:${line}:${column}: ${path}: ${message}`;
}
