import { assertNever } from './assert-never';
import type { Remedy } from './billing/card/advice';
import type { Quote, QuoteRefusal } from './billing/card/quote';
import type { Credits } from './billing/credits';
import { isoOf } from './billing/instant';
import { describeOrderRefusal } from './billing/plan/describe-order-refusal';
import type { OrderRefusal } from './billing/plan/order-refusal';
import type { ImageRequestRefusal } from './jobs/image-request';

/** Why something is not made, or what was made can't be had. */
export type WorkRefusal =
  | QuoteRefusal
  | ImageRequestRefusal
  | {
      readonly code: 'not-enough-credits';
      readonly needed: Credits;
      readonly available: Credits;
      readonly missing: Credits;
      readonly remedies: readonly Remedy[];
    }
  | { readonly code: 'price-changed'; readonly quote: Quote }
  | { readonly code: 'submission-differs'; readonly batchId: string; readonly field: string }
  | { readonly code: 'job-unknown'; readonly jobId: string }
  | { readonly code: 'job-ended'; readonly jobId: string; readonly state: string }
  | { readonly code: 'job-not-retryable'; readonly jobId: string; readonly state: string }
  | { readonly code: 'asset-unknown'; readonly assetId: string }
  | { readonly code: 'asset-file-missing'; readonly assetId: string }
  | { readonly code: 'asset-file-altered'; readonly assetId: string };

/** One sentence for a person about what is made or ordered. */
export function describeWorkRefusal(refusal: WorkRefusal | OrderRefusal): string {
  switch (refusal.code) {
    case 'tool-unknown':
      return `This rate card has no tool called «${refusal.tool}»; choose one of its tools.`;
    case 'model-unknown':
      return `This rate card has no model «${refusal.model}» for this tool; choose one of ${list(refusal.known)}.`;
    case 'quality-unsupported':
      return `The model ${refusal.model} has no such quality; choose ${list(refusal.supported)}.`;
    case 'count-invalid':
      return `The count must be a whole number from 1 to ${refusal.limit}; ${figure(refusal.count)} is not.`;
    case 'duration-invalid':
      return `A clip lasts a whole number of seconds from 1 to ${refusal.limit}; choose such a length.`;
    case 'prompt-empty':
      return 'The prompt is empty; write what the picture should show.';
    case 'prompt-too-long':
      return `The ${refusal.field === 'prompt' ? 'prompt' : 'negative prompt'} has ${refusal.length.toLocaleString('en')} characters; shorten it to at most ${refusal.limit.toLocaleString('en')}.`;
    case 'style-unknown':
      return `There is no style «${refusal.style}»; choose one of ${list(refusal.known)}.`;
    case 'size-invalid':
      return `A picture of ${figure(refusal.width)} × ${figure(refusal.height)} pixels can't be made by this model; choose sides from ${refusal.least} to ${refusal.most} pixels, the longer at most ${refusal.ratio} times the shorter.`;
    case 'seed-invalid':
      return `The seed must be a whole number from 0 to ${refusal.limit}; ${figure(refusal.seed)} is not.`;
    case 'not-enough-credits':
      return `This costs ${counted(refusal.needed)} and ${refusal.available} ${refusal.available === 1 ? 'is' : 'are'} available: ${refusal.missing} more ${refusal.missing === 1 ? 'is' : 'are'} needed.${remedySentence(refusal.remedies)}`;
    case 'price-changed':
      return `The price has changed to ${counted(refusal.quote.total)} since it was quoted; look at the receipt and press again.`;
    case 'submission-differs':
      return `A batch with this id was already submitted with another ${refusal.field}; submit again under a new id.`;
    case 'job-unknown':
      return `There is no job ${refusal.jobId}; look at the queue for the jobs there are.`;
    case 'job-ended':
      return `This job has already ended (${refusal.state}); there is nothing left to cancel.`;
    case 'job-not-retryable':
      return `This job is still ${refusal.state}; it can be tried again once it has ended.`;
    case 'asset-unknown':
      return `There is no picture ${refusal.assetId} in the gallery; look at the gallery for those there are.`;
    case 'asset-file-missing':
      return 'The file of this picture is missing from the library; put it back, or make the picture again from its settings.';
    case 'asset-file-altered':
      return 'The file of this picture was changed outside Tally and is not what was delivered; restore the original file.';
    default:
      return describeOrderRefusal(refusal);
  }
}

function remedySentence(remedies: readonly Remedy[]): string {
  if (remedies.length === 0) return ' Choose something cheaper.';
  return ` You can ${remedies.map(describeRemedy).join(', or ')}.`;
}

/** What a person can do, as the end of «You can …». */
export function describeRemedy(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'fewer':
      return `make ${remedy.count} for ${counted(remedy.total)}`;
    case 'cheaper':
      return `choose ${remedy.request.model} (${remedy.request.quality}) for ${counted(remedy.total)}`;
    case 'add-on':
      return `buy ${remedy.addOn.name} (${counted(remedy.addOn.credits)})`;
    case 'pack':
      return `buy ${remedy.pack.name} (${counted(remedy.pack.credits)})`;
    case 'wait':
      return `wait until ${isoOf(remedy.renewsAt).slice(0, 10)}, when ${counted(remedy.credits)} come`;
    default:
      return assertNever(remedy);
  }
}

function counted(amount: number): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? 'credit' : 'credits'}`;
}

/** A number as a person would say it; what is no number at all is called so. */
function figure(value: number): string {
  return Number.isNaN(value) ? 'what was entered' : String(value);
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
