import { type Remedy, type Renewal, remediesFor } from '../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../src-shared/billing/card/pack-offer';
import { type Quote, type QuoteResult, quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type JointReceipt, jointReceipt } from '../../src-shared/billing/card/receipt';
import type { Part } from '../../src-shared/billing/card/warnings';
import type { Balance } from '../../src-shared/contract/credits';
import { checkSubmission } from '../../src-shared/jobs/check-submission';
import { checkBlanks } from '../../src-shared/jobs/prompt-blanks';
import { extentOf, pricedRequestOf } from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';
import {
  batchesOf,
  type Contender,
  type DraftBatch,
  type DraftFields,
  isEnlarging,
} from '../stores/draft-fields';
import { isSame } from '../stores/fit-contenders';

/** The control that a refusal belongs to; `form` where it belongs to none. */
export type DraftField =
  | 'prompt'
  | 'blanks'
  | 'negativePrompt'
  | 'count'
  | 'size'
  | 'style'
  | 'model'
  | 'quality'
  | 'seed'
  | 'source'
  | 'mask'
  | 'strength'
  | 'margins'
  | 'factor'
  | 'seconds'
  | 'first'
  | 'last'
  | 'credits'
  | 'form';

/** What stands around a draft when it is checked. */
export type DraftSetting = {
  readonly card: RateCard;
  /** Null while no plan runs. */
  readonly planId: string | null;
  /** The seat that this computer works as. */
  readonly seat: string;
  readonly renewal: Renewal;
  readonly balance: Balance;
  /** A price that the main process named instead of the card's; null when there is none. */
  readonly repriced: Quote | null;
};

export type CheckedDraft = {
  /** What a press would submit, all of it or nothing. */
  readonly batches: readonly DraftBatch[];
  /** Null while the form can't be priced. */
  readonly receipt: JointReceipt | null;
  /** The first reason why it can't be submitted; null when it can. */
  readonly refusal: Refusal | null;
};

/**
 * Works out, with the very functions the main process uses, what a press of Generate would cost and
 * whether it would be refused. Nothing is asked over the port, so that it keeps up with typing.
 */
export function checkDraft(fields: DraftFields, setting: DraftSetting): CheckedDraft {
  const batches = batchesOf(fields);
  const quotes: Quote[] = [];
  for (const batch of batches) {
    const priced = priceBatch(batch, setting.card);
    if (priced.kind === 'refused') return { batches, receipt: null, refusal: priced.refusal };
    quotes.push(priced.quote);
  }
  const { balance, repriced } = setting;
  const slip = jointReceipt(withRepriced(quotes, repriced), balance.lots, balance.at);
  const unfit = checkFields(fields) ?? checkBatches(batches, setting);
  return { batches, receipt: slip, refusal: unfit ?? shortageOf(slip, batches, setting) };
}

/** What the warnings and the price of a press depend on. */
export function pressOf(fields: DraftFields): Part[] {
  return batchesOf(fields).map(({ request, count }) => ({
    request: pricedRequestOf(request, count),
    longestSide: extentOf(request).longestSide,
  }));
}

/** What is missing in the form itself, whatever it would ask for. */
function checkFields(fields: DraftFields): Refusal | null {
  const { tool, source, edit, mask, prompt, blanks } = fields;
  if (tool === 'edit' && source === null) return { code: 'source-missing' };
  if (tool === 'edit' && edit === 'inside' && mask === null) return { code: 'mask-missing' };
  if (tool === 'playground' && hasTwins(fields.contenders)) return { code: 'contenders-alike' };
  // Whoever enlarges a picture is not asked for words.
  return missingEnd(fields) ?? (isEnlarging(fields) ? null : checkBlanks(prompt, blanks));
}

/** Whether the very same picture would be made, and charged, twice. */
function hasTwins(contenders: readonly Contender[]): boolean {
  return contenders.some((one, place) =>
    contenders.slice(place + 1).some((other) => isSame(one, other)),
  );
}

/** The picture that a clip begins or ends with and that was not chosen yet. */
function missingEnd({ tool, clipStart, first, last }: DraftFields): Refusal | null {
  if (tool !== 'video' || clipStart === 'words') return null;
  if (first === null) return { code: 'first-picture-missing' };
  return clipStart === 'pictures' && last === null ? { code: 'last-picture-missing' } : null;
}

function checkBatches(batches: readonly DraftBatch[], { card }: DraftSetting): Refusal | null {
  for (const { request, count } of batches) {
    const model = card.models.find(({ id }) => id === request.model);
    const unfit = checkSubmission(request, count, model?.longestSide ?? 0);
    if (unfit !== null) return unfit;
  }
  return null;
}

function priceBatch({ request, count }: DraftBatch, card: RateCard): QuoteResult {
  return quote(card, pricedRequestOf(request, count));
}

/** The price that the main process named, in the place of the one that it is about. */
function withRepriced(quotes: readonly Quote[], repriced: Quote | null): readonly Quote[] {
  if (repriced === null) return quotes;
  if (quotes.length === 1) return [repriced];
  const { model, quality, count } = repriced;
  return quotes.map((each) =>
    each.model === model && each.quality === quality && each.count === count ? repriced : each,
  );
}

function shortageOf(
  slip: JointReceipt,
  batches: readonly DraftBatch[],
  { card, planId, seat, renewal, balance }: DraftSetting,
): Refusal | null {
  const [quoted] = slip.quotes;
  const [batch] = batches;
  if (slip.kind === 'payable' || quoted === undefined || batch === undefined) return null;
  const { before: available, missing } = slip;
  const allowance = allowanceLeft(balance.lots, seat, balance.at);
  const means = { planId, available, allowance, renewal };
  const remedies = remediesFor(card, quoted, extentOf(batch.request), means);
  return {
    code: 'not-enough-credits',
    needed: slip.total,
    available,
    missing,
    // Fewer or cheaper is a word on one thing alone, not on several that are compared.
    remedies: batches.length === 1 ? remedies : remedies.filter(isMoney),
  };
}

function isMoney({ kind }: Remedy): boolean {
  return kind !== 'fewer' && kind !== 'cheaper';
}

const fieldsOfCodes: Partial<Record<Refusal['code'], DraftField>> = {
  'prompt-empty': 'prompt',
  'count-invalid': 'count',
  'size-invalid': 'size',
  'style-unknown': 'style',
  'model-unknown': 'model',
  'contenders-alike': 'model',
  'quality-unsupported': 'quality',
  'seed-invalid': 'seed',
  'too-many-alternatives': 'prompt',
  'blank-empty': 'blanks',
  'count-uneven': 'count',
  'source-missing': 'source',
  'source-size-differs': 'source',
  'input-missing': 'source',
  'mask-missing': 'mask',
  'strength-invalid': 'strength',
  'margin-invalid': 'margins',
  'enlarged-too-large': 'factor',
  'duration-invalid': 'seconds',
  'clip-size-invalid': 'size',
  'first-picture-missing': 'first',
  'last-picture-missing': 'last',
  'not-enough-credits': 'credits',
};

/** Where in the form the sentence of a refusal belongs. */
export function fieldOf(refusal: Refusal): DraftField {
  if (refusal.code === 'prompt-too-long') return refusal.field;
  return fieldsOfCodes[refusal.code] ?? 'form';
}
