import { randomUUID } from 'node:crypto';
import { type Remedy, remediesFor } from '../../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../../src-shared/billing/card/pack-offer';
import { type Receipt, receipt } from '../../../src-shared/billing/card/receipt';
import type { Credits } from '../../../src-shared/billing/credits';
import { extentOf, type Request } from '../../../src-shared/jobs/request';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import {
  priceQuoted,
  type QuoteInput,
  quoteContradiction,
  quotedRequestJson,
  quoteInput,
  quoteOptions,
} from '../quoted-work';
import { quoteJson, receiptJson, warningJson } from '../receipt-json';
import { receiptLines } from '../receipt-text';
import { givenWarnings } from '../warnings';
import { type BegunWorkspace, begunWorkspace, told } from '../workspace';

/** Prints the receipt that a command would be charged by, and spends nothing. */
export const quote = defineCommand({
  name: 'quote',
  summary: 'show what pictures or clips would cost, and spend nothing',
  usage: [
    'quote [PROMPT] [the options of generate that describe the picture]',
    'quote --tool edit | video | image-to-video [the options that describe it]',
  ],
  words: { kind: 'joined', name: 'prompt' },
  options: quoteOptions,
  input: quoteInput,
  async run(context, input) {
    const contradiction = quoteContradiction(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    return quoted(context, workspace, input);
  },
});

async function quoted(
  { tally }: CommandContext,
  workspace: BegunWorkspace,
  input: QuoteInput,
): Promise<Outcome> {
  const work = priceQuoted(workspace.card, input, input.batch ?? randomUUID());
  if (work.kind === 'refused') return work;
  const balance = await tally.credits.balance();
  const slip = receipt(work.quote, balance.lots, balance.at);
  const allowance = allowanceLeft(balance.lots, workspace.seat.id, balance.at);
  const remedies = remediesOf(workspace, slip, work.request, allowance);
  const warnings = await givenWarnings(tally, workspace.card, work);
  const result = {
    request: quotedRequestJson(work.request),
    quote: quoteJson(work.quote),
    receipt: receiptJson(slip, remedies),
    warnings: warnings.map(warningJson),
  };
  const notes = warnings.map(({ sentence }) => sentence);
  return told(workspace, result, receiptLines(workspace, slip, remedies), notes);
}

function remediesOf(
  { card, planId, renewal }: BegunWorkspace,
  slip: Receipt,
  request: Request,
  allowance: Credits,
): Remedy[] {
  if (slip.kind === 'payable') return [];
  const means = { planId, available: slip.before, allowance, renewal };
  return remediesFor(card, slip.quote, extentOf(request), means);
}
