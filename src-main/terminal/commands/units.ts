import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { orderInput, orderOptions, placeOrShow } from '../place-order';
import { addOnJson, unitsJson } from '../plan-json';
import { addOnLines, unitsLines } from '../plan-text';
import { begunWorkspace, told } from '../workspace';

const orderOfUnits = {
  unit: z.string().min(1).max(128),
  count: z.number().optional(),
  ...orderInput,
};

/** Lists, buys, cancels and keeps add-on units. */
export const units = defineCommand({
  name: 'units',
  summary: 'list the add-on units; buy, cancel or keep some',
  usage: [
    'units [list]',
    'units buy ADD-ON [--count N] [--yes]',
    'units cancel UNIT [--count N] [--yes]',
    'units keep UNIT [--count N] [--yes]',
  ],
  words: { kind: 'ordered', names: ['action', 'unit'] },
  options: {
    count: { kind: 'number', value: 'N', summary: 'how many units (1)' },
    ...orderOptions,
  },
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list').optional() }),
    z.strictObject({ action: z.literal('buy'), ...orderOfUnits }),
    z.strictObject({ action: z.literal('cancel'), ...orderOfUnits }),
    z.strictObject({ action: z.literal('keep'), ...orderOfUnits }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'list':
        return list(context);
      case 'buy': {
        const { unit: addOnId, count = 1 } = input;
        return placeOrShow(context, { kind: 'buy-units', addOnId, count }, input);
      }
      case 'cancel':
      case 'keep': {
        const { action, unit, count = 1 } = input;
        return placeOrShow(context, { kind: `${action}-units`, unit, count }, input);
      }
      default:
        return assertNever(input);
    }
  },
});

async function list({ tally }: CommandContext): Promise<Outcome> {
  const workspace = await begunWorkspace(tally);
  if (workspace.kind !== 'begun') return workspace;
  const state = await tally.plan.state();
  const result = { units: state.units.map(unitsJson), addOns: state.addOns.map(addOnJson) };
  const lines = [...unitsLines(state.units, state.timeZone), 'On the card:'];
  return told(workspace, result, [...lines, ...addOnLines(state)], workspace.renewsSoon);
}
