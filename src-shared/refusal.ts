import type { PlacedProblem } from './billing/card/rate-card';
import { type Instant, isoOf } from './billing/instant';
import type { EntryKind } from './billing/lots/entry';
import { moneyText } from './billing/money-text';
import type { OrderRefusal } from './billing/plan/order-refusal';
import { type ChatRefusal, describeChatRefusal } from './chat/chat-refusal';
import { describeWorkRefusal, type WorkRefusal } from './work-refusal';

/** Every way in which Tally says no. Codes are stable: scripts and tests rely on them. */
export type Refusal =
  | WorkRefusal
  | { readonly code: 'workspace-not-begun' }
  | { readonly code: 'workspace-already-begun'; readonly cardId: string; readonly planId: string }
  | { readonly code: 'card-unknown'; readonly cardId: string; readonly known: readonly string[] }
  | {
      readonly code: 'card-invalid';
      readonly file: string;
      readonly problems: readonly PlacedProblem[];
    }
  | OrderRefusal
  | { readonly code: 'order-differs'; readonly orderId: string; readonly field: string }
  | { readonly code: 'order-price-changed'; readonly cents: number | null }
  | { readonly code: 'card-text-invalid'; readonly problems: readonly PlacedProblem[] }
  | { readonly code: 'card-version-taken'; readonly cardId: string; readonly version: string }
  | { readonly code: 'card-id-taken'; readonly cardId: string }
  | { readonly code: 'entry-not-a-charge'; readonly entryId: string; readonly kind: EntryKind }
  | { readonly code: 'backup-unknown'; readonly name: string }
  | { readonly code: 'backup-foreign'; readonly name: string }
  | { readonly code: 'span-invalid'; readonly from: string; readonly to: string }
  | { readonly code: 'export-too-long'; readonly lines: number; readonly limit: number }
  | { readonly code: 'print-failed'; readonly reason: string }
  | { readonly code: 'clock-not-test' }
  | { readonly code: 'clock-backward'; readonly now: Instant }
  | { readonly code: 'folder-unwritable'; readonly folder: string; readonly reason: string }
  | { readonly code: 'folder-not-allowed' }
  | { readonly code: 'entry-unknown'; readonly entryId: string }
  | ChatRefusal
  | {
      readonly code: 'data-unusable';
      readonly reason: DataProblem;
      readonly folder: string;
      /** What exactly was found, as a sentence. */
      readonly detail?: string;
    };

/** Why a data folder can't be opened; Tally then does not start rather than carry on without it. */
export type DataProblem =
  | 'damaged'
  | 'newer'
  | 'read-only'
  | 'in-use'
  | 'chain-broken'
  | 'disk-full'
  /** A test clock was asked for where the computer's clock has been used. */
  | 'not-a-test';

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
  'strength-invalid': false,
  'margin-invalid': false,
  'enlarged-too-large': false,
  'clip-size-invalid': false,
  'first-picture-missing': false,
  'last-picture-missing': false,
  'source-missing': false,
  'mask-missing': false,
  'source-size-differs': false,
  'scenes-missing': false,
  'scene-duration-invalid': false,
  'caption-too-long': false,
  'input-missing': false,
  'picture-unreadable': false,
  'document-unreadable': false,
  'topic-empty': false,
  'board-unknown': false,
  'scene-unknown': false,
  'too-many-alternatives': false,
  'count-uneven': false,
  'blank-empty': false,
  'contenders-alike': false,
  'not-enough-credits': true,
  'price-changed': false,
  'submission-differs': false,
  'workspace-not-begun': true,
  'workspace-already-begun': false,
  'card-unknown': false,
  'card-invalid': false,
  'plan-unknown': false,
  'plan-needs-contract': false,
  'plan-has-no-contract': false,
  'contract-invalid': false,
  'plan-running': false,
  'plan-not-running': false,
  'plan-unchanged': false,
  'plan-ending': false,
  'contract-running': false,
  'nothing-waiting': false,
  'seats-invalid': false,
  'plan-without-seats': false,
  'seats-full': false,
  'seat-unknown': false,
  'seat-active': false,
  'seat-removed': false,
  'seat-needed': false,
  'add-on-unknown': false,
  'unit-count-invalid': false,
  'units-unknown': false,
  'pack-unknown': false,
  'pack-not-yet': true,
  'card-not-in-use': false,
  'card-not-newer': false,
  'order-differs': false,
  'order-price-changed': false,
  'card-text-invalid': false,
  'card-version-taken': false,
  'card-id-taken': false,
  'entry-not-a-charge': false,
  'backup-unknown': false,
  'backup-foreign': false,
  'span-invalid': false,
  'export-too-long': false,
  'print-failed': true,
  'clock-not-test': false,
  'clock-backward': false,
  'job-unknown': false,
  'job-ended': false,
  'job-not-retryable': false,
  'asset-unknown': false,
  'asset-file-missing': true,
  'asset-file-altered': false,
  'folder-unwritable': true,
  'folder-not-allowed': false,
  'entry-unknown': false,
  'chat-unknown': false,
  'chat-answering': true,
  'message-empty': false,
  'title-empty': false,
  'model-address-invalid': false,
  'model-name-missing': false,
  'model-key-invalid': false,
  'data-unusable': true,
};

/** One sentence for a person: what is wrong and what to do next. */
export function describeRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'workspace-not-begun':
      return 'No rate card and plan have been chosen yet; choose them first.';
    case 'workspace-already-begun':
      return `This workspace already runs on ${refusal.cardId} with the plan ${refusal.planId}, so nothing was changed; choose another data folder for another one.`;
    case 'card-unknown':
      return `There is no rate card «${refusal.cardId}»; choose one of ${list(refusal.known)}.`;
    case 'card-invalid':
      return `The rate card ${refusal.file} can't be used: ${placedProblems(refusal.problems)}. Mend the file or remove it.`;
    case 'order-differs':
      return `An order with this id was already placed with another ${refusal.field}; order again under a new id.`;
    case 'order-price-changed':
      return `This costs ${moneyText(refusal.cents)} by now; look at it again and confirm.`;
    case 'card-text-invalid':
      return `This is no rate card that Tally can use: ${placedProblems(refusal.problems)}. Mend the file and import it again.`;
    case 'card-version-taken':
      return `Tally knows another card «${refusal.cardId}» of version ${refusal.version}, and cards can't be edited in place; give yours a newer version.`;
    case 'card-id-taken':
      return `The id «${refusal.cardId}» is that of a card that comes with Tally; give yours another.`;
    case 'entry-not-a-charge':
      return `The entry ${refusal.entryId} is a ${refusal.kind}; a receipt can be made of a charge.`;
    case 'backup-unknown':
      return `There is no backup «${refusal.name}»; look at the list for those there are.`;
    case 'backup-foreign':
      return `The backup «${refusal.name}» is of another workspace and was not restored; choose one of this workspace.`;
    case 'span-invalid':
      return `No days lie between ${refusal.from} and ${refusal.to}; choose an end that is not before the start.`;
    case 'export-too-long':
      return `At most ${refusal.limit.toLocaleString('en')} lines are printed, and these days have ${refusal.lines.toLocaleString('en')}; choose fewer days, or CSV.`;
    case 'print-failed':
      return `The page could not be printed (${refusal.reason}); try again, or choose CSV.`;
    case 'clock-not-test':
      return 'This workspace goes by the computer’s clock, which can’t be moved from here; make a test workspace with --test-clock.';
    case 'clock-backward':
      return `The clock is at ${isoOf(refusal.now)} and only goes forward; choose a later time.`;
    case 'folder-unwritable':
      return `Nothing can be written to the folder ${refusal.folder} (${refusal.reason}); choose another folder or make room.`;
    case 'folder-not-allowed':
      return 'A folder can only be chosen in the dialog; press Save a copy again.';
    case 'entry-unknown':
      return `There is no ledger entry ${refusal.entryId}; look at the statement for those there are.`;
    case 'chat-unknown':
    case 'chat-answering':
    case 'message-empty':
    case 'title-empty':
    case 'model-address-invalid':
    case 'model-name-missing':
    case 'model-key-invalid':
      return describeChatRefusal(refusal);
    case 'data-unusable':
      return dataProblemSentence(refusal.reason, refusal.folder, refusal.detail);
    default:
      return describeWorkRefusal(refusal);
  }
}

/** So many problems are told in a sentence; all of them are in its data. */
const mostToldProblems = 5;

function placedProblems(problems: readonly PlacedProblem[]): string {
  const told = problems
    .slice(0, mostToldProblems)
    .map(({ path, message, line }) => `line ${line}, ${path}: ${message}`);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function dataProblemSentence(reason: DataProblem, folder: string, detail?: string): string {
  const found = detail === undefined ? '' : ` ${detail}`;
  const sentences: Record<DataProblem, string> = {
    damaged: `The ledger in ${folder} is damaged and was not opened; restore a copy from its backups folder.`,
    newer: `The ledger in ${folder} was written by a newer Tally; update Tally to open it.`,
    'read-only': `The ledger in ${folder} can't be written; make the folder writable and start Tally again.`,
    'in-use': `Another copy of Tally is using ${folder}; close it first.`,
    'chain-broken': `The ledger in ${folder} does not agree with its own records and was not opened.${found} Restore a copy from its backups folder.`,
    'disk-full': `The disk of ${folder} is full; make room and start Tally again.`,
    'not-a-test': `The ledger in ${folder} goes by the computer's clock for ever; choose another folder for a test workspace.`,
  };
  return sentences[reason];
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
