import type { Cadence, Contract } from '../../src-shared/billing/plan/plan-terms';

/** The same choice under another cadence; a contract with a month's cycle grants every month. */
export function withCadence<
  Choice extends { readonly cadence: Cadence; readonly contract: Contract | null },
>(choice: Choice, cadence: Cadence): Choice {
  const { contract } = choice;
  if (contract === null || cadence === 'annual') return { ...choice, cadence };
  return { ...choice, cadence, contract: { ...contract, everyMonths: 1 } };
}
