import { assertNever } from './assert-never';
import type { Remedy } from './billing/card/advice';
import type { Quote, QuoteRefusal } from './billing/card/quote';
import type { Credits } from './billing/credits';
import { isoOf } from './billing/instant';
import { describeOrderRefusal } from './billing/plan/describe-order-refusal';
import type { OrderRefusal } from './billing/plan/order-refusal';
import type { SourceRefusal } from './jobs/edit-request';
import type { AlternativesRefusal } from './jobs/prompt-alternatives';
import type { BlanksRefusal } from './jobs/prompt-blanks';
import type { RequestRefusal } from './jobs/request';

/** Why something is not made, or what was made can't be had. */
export type WorkRefusal =
  | QuoteRefusal
  | RequestRefusal
  | { readonly code: 'input-missing'; readonly sha256: string }
  | { readonly code: 'picture-unreadable'; readonly reason: string }
  | { readonly code: 'source-missing' }
  | { readonly code: 'last-picture-missing' }
  | { readonly code: 'mask-missing' }
  | { readonly code: 'document-unreadable'; readonly reason: string }
  | { readonly code: 'topic-empty' }
  | { readonly code: 'contenders-alike' }
  | { readonly code: 'board-unknown'; readonly boardId: string }
  | { readonly code: 'scene-unknown'; readonly scene: string }
  | AlternativesRefusal
  | BlanksRefusal
  | SourceRefusal
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
      return 'The prompt is empty; write what should be shown.';
    case 'blank-empty':
      return `The blank «${refusal.blank}» is still empty; fill it in, or take its brackets out of the prompt.`;
    case 'prompt-too-long':
      return `The ${refusal.field === 'prompt' ? 'prompt' : 'negative prompt'} has ${refusal.length.toLocaleString('en')} characters; shorten it to at most ${refusal.limit.toLocaleString('en')}.`;
    case 'style-unknown':
      return `There is no style «${refusal.style}»; choose one of ${list(refusal.known)}.`;
    case 'size-invalid':
      return `A picture of ${figure(refusal.width)} × ${figure(refusal.height)} pixels can't be made by this model; choose sides from ${refusal.least} to ${refusal.most} pixels, the longer at most ${refusal.ratio} times the shorter.`;
    case 'strength-invalid':
      return `The strength must be a whole number from 0 to 100 per cent; ${figure(refusal.strength)} is not.`;
    case 'margin-invalid':
      return `Extend the picture on at least one side, by a whole number of pixels up to ${refusal.most}.`;
    case 'enlarged-too-large':
      return `Enlarged, the picture would have ${figure(refusal.width)} × ${figure(refusal.height)} pixels; choose a smaller factor, up to ${refusal.most} pixels a side.`;
    case 'clip-size-invalid':
      return `A clip of ${figure(refusal.width)} × ${figure(refusal.height)} pixels can't be made by this model; choose 720p or 1080p in 16:9, 9:16 or 1:1.`;
    case 'first-picture-missing':
      return 'Choose the picture that the clip begins with.';
    case 'last-picture-missing':
      return 'Choose the picture that the clip ends with.';
    case 'source-missing':
      return 'Choose the picture to start from: drop a file here, or take one from the gallery.';
    case 'mask-missing':
      return 'Paint over the part of the picture that should change.';
    case 'scenes-missing':
      return 'There is no scene to put together; make a visual for at least one.';
    case 'scene-duration-invalid':
      return `Scene ${refusal.scene} must last a whole number of seconds from 1 to ${refusal.limit}.`;
    case 'caption-too-long':
      return `The caption of scene ${refusal.scene} is too long; shorten it to at most ${refusal.limit} characters.`;
    case 'input-missing':
      return 'The picture that this starts from is not in the library any more; choose another one.';
    case 'source-size-differs':
      return `The picture is ${refusal.expected.width} × ${refusal.expected.height} pixels after this change, not what was asked for; choose the picture again.`;
    case 'picture-unreadable':
      return `This file can't be used as a picture: ${refusal.reason}. Choose a PNG, JPEG or WebP picture.`;
    case 'document-unreadable':
      return `This document can't be used: ${refusal.reason}. Choose a text, Markdown, PDF or Word (DOCX) file.`;
    case 'topic-empty':
      return 'The topic is empty; write what the video should be about.';
    case 'board-unknown':
      return `There is no storyboard ${refusal.boardId}; look at the list for those there are.`;
    case 'scene-unknown':
      return `The storyboard has no scene ${refusal.scene} to be made; look at its scenes and choose one.`;
    case 'too-many-alternatives':
      return `The alternatives in braces make more than ${refusal.limit} prompts; use fewer of them.`;
    case 'count-uneven':
      return `A batch of ${refusal.count} can't be shared out evenly among ${refusal.prompts} prompts; choose a multiple of ${refusal.prompts}.`;
    case 'seed-invalid':
      return `The seed must be a whole number from 0 to ${refusal.limit}; ${figure(refusal.seed)} is not.`;
    default:
      return describeOutcomeRefusal(refusal);
  }
}

/** What is refused though it could be made, or concerns what was made before. */
type OutcomeRefusal =
  | Extract<
      WorkRefusal,
      {
        readonly code:
          | 'contenders-alike'
          | 'not-enough-credits'
          | 'price-changed'
          | 'submission-differs'
          | 'job-unknown'
          | 'job-ended'
          | 'job-not-retryable'
          | 'asset-unknown'
          | 'asset-file-missing'
          | 'asset-file-altered';
      }
    >
  | OrderRefusal;

function describeOutcomeRefusal(refusal: OutcomeRefusal): string {
  switch (refusal.code) {
    case 'contenders-alike':
      return 'Two contenders are alike and would make the same picture twice; change one of them or take it out.';
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
      return `There is no picture or clip ${refusal.assetId} in the gallery; look at the gallery for those there are.`;
    case 'asset-file-missing':
      return 'This file is missing from the library; put it back, or make it again from its settings.';
    case 'asset-file-altered':
      return 'This file was changed outside Tally and is not what was delivered; restore the original file.';
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
