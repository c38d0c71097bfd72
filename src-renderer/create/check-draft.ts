import { type Renewal, remediesFor } from '../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../src-shared/billing/card/pack-offer';
import { type PricedRequest, type Quote, quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type Receipt, receipt } from '../../src-shared/billing/card/receipt';
import type { Balance } from '../../src-shared/contract/credits';
import {
  checkImageRequest,
  extentOf,
  type ImageRequest,
} from '../../src-shared/jobs/image-request';
import type { Refusal } from '../../src-shared/refusal';
import type { DraftFields } from '../stores/draft';

/** The control that a refusal belongs to; `form` where it belongs to none. */
export type DraftField =
  | 'prompt'
  | 'negativePrompt'
  | 'count'
  | 'size'
  | 'style'
  | 'model'
  | 'quality'
  | 'seed'
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
  readonly request: ImageRequest;
  /** Null while the form can't be priced. */
  readonly receipt: Receipt | null;
  /** The first reason why it can't be submitted; null when it can. */
  readonly refusal: Refusal | null;
};

/**
 * Works out, with the very functions the main process uses, what a press of Generate would cost and
 * whether it would be refused. Nothing is asked over the port, so that it keeps up with typing.
 */
export function checkDraft(fields: DraftFields, setting: DraftSetting): CheckedDraft {
  const request = requestOf(fields);
  const priced = priceDraft(fields, setting);
  if (priced.kind === 'refused') return { request, receipt: null, refusal: priced.refusal };
  const slip = receipt(priced.quote, setting.balance.lots, setting.balance.at);
  const model = setting.card.models.find((candidate) => candidate.id === fields.model);
  const unfit = checkImageRequest(request, model?.longestSide ?? 0);
  return { request, receipt: slip, refusal: unfit ?? shortageOf(slip, fields, setting) };
}

/** What the main process is asked for. */
function requestOf(fields: DraftFields): ImageRequest {
  const { prompt, negativePrompt, style, model, quality, width, height, seed } = fields;
  return { tool: 'image', prompt, negativePrompt, style, model, quality, width, height, seed };
}

/** What the price depends on. */
export function pricedRequestOf(fields: DraftFields): PricedRequest {
  const { model, quality, count } = fields;
  return { tool: 'image', model, quality, count, seconds: null };
}

function priceDraft(fields: DraftFields, { card, repriced }: DraftSetting) {
  if (repriced !== null) return { kind: 'quote', quote: repriced } as const;
  return quote(card, pricedRequestOf(fields));
}

function shortageOf(
  slip: Receipt,
  fields: DraftFields,
  { card, planId, seat, renewal, balance }: DraftSetting,
): Refusal | null {
  if (slip.kind === 'payable') return null;
  const { before: available, missing } = slip;
  const allowance = allowanceLeft(balance.lots, seat, balance.at);
  const means = { planId, available, allowance, renewal };
  const remedies = remediesFor(card, slip.quote, extentOf(fields), means);
  return { code: 'not-enough-credits', needed: slip.quote.total, available, missing, remedies };
}

const fieldsOfCodes: Partial<Record<Refusal['code'], DraftField>> = {
  'prompt-empty': 'prompt',
  'count-invalid': 'count',
  'size-invalid': 'size',
  'style-unknown': 'style',
  'model-unknown': 'model',
  'quality-unsupported': 'quality',
  'seed-invalid': 'seed',
  'not-enough-credits': 'credits',
};

/** Where in the form the sentence of a refusal belongs. */
export function fieldOf(refusal: Refusal): DraftField {
  if (refusal.code === 'prompt-too-long') return refusal.field;
  return fieldsOfCodes[refusal.code] ?? 'form';
}
