import { assertNever } from './assert-never';
import type { Remedy } from './billing/advice';
import type { Credits } from './billing/credits';
import { isoOf } from './billing/instant';
import type { Quote, QuoteRefusal } from './billing/quote';
import type { CardProblem } from './billing/rate-card';
import type { ImageRequestRefusal } from './jobs/image-request';

/** Every way in which Tally says no. Codes are stable: scripts and tests rely on them. */
export type Refusal =
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
  | { readonly code: 'workspace-not-begun' }
  | { readonly code: 'workspace-already-begun'; readonly cardId: string; readonly planId: string }
  | { readonly code: 'card-unknown'; readonly cardId: string; readonly known: readonly string[] }
  | {
      readonly code: 'card-invalid';
      readonly file: string;
      readonly problems: readonly CardProblem[];
    }
  | { readonly code: 'plan-unknown'; readonly planId: string; readonly known: readonly string[] }
  | { readonly code: 'plan-needs-contract'; readonly planId: string }
  | { readonly code: 'job-unknown'; readonly jobId: string }
  | { readonly code: 'job-ended'; readonly jobId: string; readonly state: string }
  | { readonly code: 'job-not-retryable'; readonly jobId: string; readonly state: string }
  | { readonly code: 'asset-unknown'; readonly assetId: string }
  | { readonly code: 'asset-file-missing'; readonly assetId: string }
  | { readonly code: 'asset-file-altered'; readonly assetId: string }
  | { readonly code: 'folder-unwritable'; readonly folder: string; readonly reason: string }
  | { readonly code: 'folder-not-allowed' }
  | { readonly code: 'entry-unknown'; readonly entryId: string }
  | { readonly code: 'data-unusable'; readonly reason: DataProblem; readonly folder: string };

/** Why a data folder can't be opened; Tally then does not start rather than carry on without it. */
export type DataProblem =
  | 'damaged'
  | 'newer'
  | 'read-only'
  | 'in-use'
  | 'chain-broken'
  | 'disk-full';

export type RefusalCode = Refusal['code'];

/** Whether the same call may succeed later without being changed. */
export function isRetryable(code: RefusalCode): boolean {
  return retryable[code];
}

const retryable: Record<RefusalCode, boolean> = {
  'tool-unknown': false,
  'model-unknown': false,
  'quality-unsupported': false,
  'count-invalid': false,
  'duration-invalid': false,
  'prompt-empty': false,
  'prompt-too-long': false,
  'style-unknown': false,
  'size-invalid': false,
  'seed-invalid': false,
  'not-enough-credits': true,
  'price-changed': false,
  'submission-differs': false,
  'workspace-not-begun': true,
  'workspace-already-begun': false,
  'card-unknown': false,
  'card-invalid': false,
  'plan-unknown': false,
  'plan-needs-contract': false,
  'job-unknown': false,
  'job-ended': false,
  'job-not-retryable': false,
  'asset-unknown': false,
  'asset-file-missing': true,
  'asset-file-altered': false,
  'folder-unwritable': true,
  'folder-not-allowed': false,
  'entry-unknown': false,
  'data-unusable': true,
};

/** One sentence for a person: what is wrong and what to do next. */
export function describeRefusal(refusal: Refusal): string {
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
    case 'workspace-not-begun':
      return 'No rate card and plan have been chosen yet; choose them first.';
    case 'workspace-already-begun':
      return `This workspace already runs on ${refusal.cardId} with the plan ${refusal.planId}, so nothing was changed; choose another data folder for another one.`;
    case 'card-unknown':
      return `There is no rate card «${refusal.cardId}»; choose one of ${list(refusal.known)}.`;
    case 'card-invalid':
      return `The rate card ${refusal.file} can't be used: ${refusal.problems.map((problem) => `${problem.path}: ${problem.message}`).join('; ')}. Mend the file or remove it.`;
    case 'plan-unknown':
      return `This rate card has no plan «${refusal.planId}» of that kind; choose one of ${list(refusal.known)}.`;
    case 'plan-needs-contract':
      return `The plan ${refusal.planId} needs a contract with its own figures; choose another plan to begin with.`;
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
    case 'folder-unwritable':
      return `Nothing can be written to the folder ${refusal.folder} (${refusal.reason}); choose another folder or make room.`;
    case 'folder-not-allowed':
      return 'A folder can only be chosen in the dialog; press Save a copy again.';
    case 'entry-unknown':
      return `There is no ledger entry ${refusal.entryId}; look at the statement for those there are.`;
    case 'data-unusable':
      return dataProblemSentence(refusal.reason, refusal.folder);
    default:
      return assertNever(refusal);
  }
}

function dataProblemSentence(reason: DataProblem, folder: string): string {
  const sentences: Record<DataProblem, string> = {
    damaged: `The ledger in ${folder} is damaged and was not opened; restore a copy from its backups folder.`,
    newer: `The ledger in ${folder} was written by a newer Tally; update Tally to open it.`,
    'read-only': `The ledger in ${folder} can't be written; make the folder writable and start Tally again.`,
    'in-use': `Another copy of Tally is using ${folder}; close it first.`,
    'chain-broken': `The ledger in ${folder} does not agree with its own records and was not opened; restore a copy from its backups folder.`,
    'disk-full': `The disk of ${folder} is full; make room and start Tally again.`,
  };
  return sentences[reason];
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
