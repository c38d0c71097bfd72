import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { orderInput, orderOptions, placeOrShow } from '../place-order';
import { packOfferJson } from '../plan-json';
import { packLines } from '../plan-text';
import { begunWorkspace, told } from '../workspace';

/** Lists the one-off packs, and buys one. */
export const packs = defineCommand({
  name: 'packs',
  summary: 'list the credit packs, or buy one',
  usage: ['packs [list]', 'packs buy PACK [--yes]'],
  words: { kind: 'ordered', names: ['action', 'pack'] },
  options: orderOptions,
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list').optional() }),
    z.strictObject({ action: z.literal('buy'), pack: z.string().max(64), ...orderInput }),
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'list':
        return list(context);
      case 'buy':
        return placeOrShow(context, { kind: 'buy-pack', packId: input.pack }, input);
      default:
        return assertNever(input);
    }
  },
});

async function list({ tally }: CommandContext): Promise<Outcome> {
  const workspace = await begunWorkspace(tally);
  if (workspace.kind !== 'begun') return workspace;
  const { packs } = await tally.plan.state();
  return told(workspace, { packs: packs.map(packOfferJson) }, packLines(packs));
}
