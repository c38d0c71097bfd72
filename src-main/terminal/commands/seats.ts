import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { orderInput, orderOptions, placeOrShow } from '../place-order';
import { seatJson } from '../plan-json';
import { seatLines } from '../plan-text';
import { begunWorkspace, told } from '../workspace';

const seat = z.string().min(1).max(32);

/** Lists, adds and removes seats, and chooses as which one this computer works. */
export const seats = defineCommand({
  name: 'seats',
  summary: 'list the seats; add or remove one, or work as another',
  usage: [
    'seats [list]',
    'seats add [SEAT] [--name NAME] [--yes]',
    'seats remove SEAT [--yes]',
    'seats use SEAT',
  ],
  words: { kind: 'ordered', names: ['action', 'seat'] },
  options: {
    name: { kind: 'text', value: 'NAME', summary: 'whose seat it is' },
    ...orderOptions,
  },
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list').optional() }),
    z.strictObject({
      action: z.literal('add'),
      seat: seat.optional(),
      name: z.string().max(80).optional(),
      ...orderInput,
    }),
    z.strictObject({ action: z.literal('remove'), seat, ...orderInput }),
    z.strictObject({ action: z.literal('use'), seat }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'list':
        return list(context);
      case 'add': {
        const wish = {
          kind: 'add-seat',
          seat: input.seat ?? null,
          name: input.name ?? '',
        } as const;
        return placeOrShow(context, wish, input);
      }
      case 'remove':
        return placeOrShow(context, { kind: 'remove-seat', seat: input.seat }, input);
      case 'use':
        return list(context, input.seat);
      default:
        return assertNever(input);
    }
  },
});

/** The seats, once this computer works as `workAs`, if one is named. */
async function list({ tally }: CommandContext, workAs?: string): Promise<Outcome> {
  const workspace = await begunWorkspace(tally);
  if (workspace.kind !== 'begun') return workspace;
  const state =
    workAs === undefined ? await tally.plan.state() : await tally.plan.workAs({ seat: workAs });
  const result = { seats: state.seats.map(seatJson), workingSeat: state.workingSeat };
  return told(workspace, result, seatLines(state));
}
