import { z } from 'zod';
import { type Cadence, type Contract, cadences } from '../../src-shared/billing/plan/plan-terms';
import type { Option } from './command';
import { centsOf, dollars } from './dollars';

/** The options that choose a plan, the same for `begin` and `plan`. */
export const planOptions: Readonly<Record<string, Option>> = {
  plan: { kind: 'text', value: 'PLAN', summary: 'a plan of the card' },
  cadence: { kind: 'text', value: 'CADENCE', summary: 'monthly or annual (monthly)' },
  seats: { kind: 'number', value: 'N', summary: 'how many seats it starts with (1)' },
  'contract-seats': { kind: 'number', value: 'N', summary: 'a contract: how many seats' },
  'contract-credits': { kind: 'number', value: 'N', summary: 'a contract: credits of each seat' },
  'contract-every': {
    kind: 'text',
    value: 'SPAN',
    summary: 'they come each month or cycle (month)',
  },
  'contract-price': { kind: 'text', value: 'DOLLARS', summary: 'a seat and cycle, or none (none)' },
};

const planId = z.string().max(64);
const cadence = z.enum(cadences).optional();

/** The figures of a contract, as they are typed. */
const contractInput = {
  contractSeats: z.number().optional(),
  contractCredits: z.number().optional(),
  contractEvery: z.enum(['month', 'cycle']).optional(),
  contractPrice: dollars.optional(),
};

/** The plan that is begun with; its seats may be left out. */
export const firstPlanInput = {
  plan: planId,
  cadence,
  seats: z.number().optional(),
  ...contractInput,
};

/** The plan that is changed to; what is left out stays as it is. */
export const nextPlanInput = { plan: planId.optional(), cadence, ...contractInput };

type ContractInput = z.output<z.ZodObject<typeof contractInput>>;

export type TypedContract =
  | { readonly kind: 'contract'; readonly contract: Contract | null }
  | { readonly kind: 'usage'; readonly sentence: string };

/** The contract that was typed, null when none was; half a contract is wrong usage. */
export function contractOf(input: ContractInput, planCadence: Cadence): TypedContract {
  const { contractSeats, contractCredits, contractEvery, contractPrice } = input;
  if ([contractSeats, contractCredits, contractEvery, contractPrice].every(isLeftOut)) {
    return { kind: 'contract', contract: null };
  }
  if (contractSeats === undefined || contractCredits === undefined) {
    const sentence = 'A contract needs both --contract-seats N and --contract-credits N.';
    return { kind: 'usage', sentence };
  }
  const everyMonths = contractEvery === 'cycle' && planCadence === 'annual' ? 12 : 1;
  const priceCents = centsOf(contractPrice ?? 'none');
  const contract = {
    seats: contractSeats,
    credits: contractCredits,
    everyMonths,
    priceCents,
  } as const;
  return { kind: 'contract', contract };
}

function isLeftOut(figure: unknown): boolean {
  return figure === undefined;
}
