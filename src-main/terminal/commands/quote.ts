import { randomUUID } from 'node:crypto';
import { type Remedy, remediesFor } from '../../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../../src-shared/billing/card/pack-offer';
import { type Receipt, receipt } from '../../../src-shared/billing/card/receipt';
import type { Credits } from '../../../src-shared/billing/credits';
import { extentOf, type ImageRequest } from '../../../src-shared/jobs/image-request';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import {
  contradictionIn,
  type ImageInput,
  imageInput,
  imageOptions,
  priceImage,
} from '../image-options';
import { requestJson } from '../jobs-json';
import { quoteJson, receiptJson, warningJson } from '../receipt-json';
import { receiptLines } from '../receipt-text';
import { givenWarnings } from '../warnings';
import { type BegunWorkspace, begunWorkspace, told } from '../workspace';

/** Any prompt has the same price, so that a quote needs none. */
const anyPrompt = 'a picture';

/** Prints the receipt that `generate` would be charged by, and spends nothing. */
export const quote = defineCommand({
  name: 'quote',
  summary: 'show what pictures would cost, and spend nothing',
  usage: ['quote [PROMPT] [the options of generate that describe the picture]'],
  words: { kind: 'joined', name: 'prompt' },
  options: imageOptions,
  input: imageInput,
  async run(context, input) {
    const contradiction = contradictionIn(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    return quoted(context, workspace, { ...input, prompt: input.prompt ?? anyPrompt });
  },
});

async function quoted(
  { tally }: CommandContext,
  workspace: BegunWorkspace,
  input: ImageInput,
): Promise<Outcome> {
  const image = priceImage(workspace.card, input, input.batch ?? randomUUID());
  if (image.kind === 'refused') return image;
  const balance = await tally.credits.balance();
  const slip = receipt(image.quote, balance.lots, balance.at);
  const allowance = allowanceLeft(balance.lots, workspace.seat.id, balance.at);
  const remedies = remediesOf(workspace, slip, image.request, allowance);
  const warnings = await givenWarnings(tally, workspace.card, image);
  const result = {
    request: requestJson(image.request),
    quote: quoteJson(image.quote),
    receipt: receiptJson(slip, remedies),
    warnings: warnings.map(warningJson),
  };
  const notes = warnings.map(({ text }) => text);
  return told(workspace, result, receiptLines(workspace, slip, remedies), notes);
}

function remediesOf(
  { card, planId, renewal }: BegunWorkspace,
  slip: Receipt,
  request: ImageRequest,
  allowance: Credits,
): Remedy[] {
  if (slip.kind === 'payable') return [];
  const means = { planId, available: slip.before, allowance, renewal };
  return remediesFor(card, slip.quote, extentOf(request), means);
}
