import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Ordered, OrderPreview, OrderWish } from '../../src-shared/contract/plan';
import type { CommandContext, Option, Outcome } from './command';
import { centsOf, dollars, dollarsText } from './dollars';
import { orderedJson, previewJson } from './order-json';
import { previewLines } from './order-text';
import { creditsText } from './text';
import { type BegunWorkspace, begunWorkspace, told } from './workspace';

/** The options of every command that orders. */
export const orderOptions: Readonly<Record<string, Option>> = {
  yes: { kind: 'flag', value: '', summary: 'order it; left out, it is only shown' },
  price: { kind: 'text', value: 'DOLLARS', summary: 'order it only if this is billed now' },
  id: { kind: 'text', value: 'UUID', summary: 'an id of your own: repeating it orders no more' },
};

export const orderInput = {
  yes: z.boolean().optional(),
  price: dollars.optional(),
  id: z.uuid('must be a UUID').optional(),
};

type OrderInput = z.output<z.ZodObject<typeof orderInput>>;

/**
 * Shows what an order would cost and do, and what renews by itself (A14, B9); with `yes` it is placed.
 * The same id again answers as it did the first time.
 */
export async function placeOrShow(
  context: CommandContext,
  wish: OrderWish,
  input: OrderInput,
): Promise<Outcome> {
  const { tally } = context;
  const workspace = await begunWorkspace(tally);
  if (workspace.kind !== 'begun') return workspace;
  if (input.yes !== true) return shown(workspace, await tally.plan.preview({ wish }));
  const accepted = input.price === undefined ? null : { cents: centsOf(input.price) };
  const orderId = input.id ?? randomUUID();
  return placed(workspace, await tally.plan.order({ orderId, wish, accepted }));
}

function shown(workspace: BegunWorkspace, preview: OrderPreview): Outcome {
  const result = { placed: false, preview: previewJson(preview) };
  const price =
    preview.lines.length === 0 ? '' : `, or --yes --price ${dollarsText(preview.cents)}`;
  const hint = `Nothing was ordered. To order it, add --yes${price}.`;
  return told(workspace, result, previewLines(preview, workspace.timeZone), [hint]);
}

function placed(workspace: BegunWorkspace, ordered: Ordered): Outcome {
  const { order, existed, balance } = ordered;
  const result = { placed: true, ...orderedJson(ordered) };
  const repeat = existed ? ['This had been ordered before; nothing was ordered now.'] : [];
  const available = `${creditsText(balance.available)} available.`;
  return told(workspace, result, [order.words], [...repeat, available]);
}
