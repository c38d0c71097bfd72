import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { Cadence } from '../../../src-shared/billing/plan/plan-terms';
import type { OrderWish } from '../../../src-shared/contract/plan';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { orderInput, orderOptions, placeOrShow } from '../place-order';
import { planStateJson } from '../plan-json';
import { contractOf, firstPlanInput, nextPlanInput, planOptions } from '../plan-options';
import { planLines } from '../plan-text';
import { begunWorkspace, told } from '../workspace';

const startInput = z.strictObject({
  action: z.literal('start'),
  ...firstPlanInput,
  ...orderInput,
});
const changeInput = z.strictObject({
  action: z.literal('change'),
  ...nextPlanInput,
  ...orderInput,
});

/** Shows the plan, and starts, changes, ends or keeps it. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'show the plan; start, change, end or keep it',
  usage: [
    'plan [show]',
    'plan start --plan PLAN [--cadence monthly|annual] [--seats N] [--yes]',
    'plan change [--plan PLAN] [--cadence monthly|annual] [--yes]',
    'plan start | change … --contract-seats N --contract-credits N [--contract-every month|cycle] [--contract-price DOLLARS]',
    'plan end | keep [--yes]',
  ],
  words: { kind: 'ordered', names: ['action'] },
  options: { ...planOptions, ...orderOptions },
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('show').optional() }),
    startInput,
    changeInput,
    z.strictObject({ action: z.literal('end'), ...orderInput }),
    z.strictObject({ action: z.literal('keep'), ...orderInput }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'show':
        return show(context);
      case 'start':
        return start(context, input);
      case 'change':
        return change(context, input);
      case 'end':
        return placeOrShow(context, { kind: 'end-plan' }, input);
      case 'keep':
        return placeOrShow(context, { kind: 'keep-plan' }, input);
      default:
        return assertNever(input);
    }
  },
});

async function show({ tally }: CommandContext): Promise<Outcome> {
  const workspace = await begunWorkspace(tally);
  if (workspace.kind !== 'begun') return workspace;
  const state = await tally.plan.state();
  return told(workspace, planStateJson(state), planLines(state), workspace.renewsSoon);
}

async function start(
  context: CommandContext,
  input: z.output<typeof startInput>,
): Promise<Outcome> {
  const cadence: Cadence = input.cadence ?? 'monthly';
  const typed = contractOf(input, cadence);
  if (typed.kind === 'usage') return typed;
  const { contract } = typed;
  const seats = input.seats ?? contract?.seats ?? 1;
  const wish: OrderWish = { kind: 'start-plan', planId: input.plan, cadence, contract, seats };
  return placeOrShow(context, wish, input);
}

/** What is left out stays as it is: the plan, or how long its cycle is. */
async function change(
  context: CommandContext,
  input: z.output<typeof changeInput>,
): Promise<Outcome> {
  const workspace = await begunWorkspace(context.tally);
  if (workspace.kind !== 'begun') return workspace;
  const planId = input.plan ?? workspace.planId;
  if (planId === null) return { kind: 'refused', refusal: { code: 'plan-not-running' } };
  const cadence = input.cadence ?? workspace.cadence ?? 'monthly';
  const typed = contractOf(input, cadence);
  if (typed.kind === 'usage') return typed;
  const wish: OrderWish = { kind: 'change-plan', planId, cadence, contract: typed.contract };
  return placeOrShow(context, wish, input);
}
