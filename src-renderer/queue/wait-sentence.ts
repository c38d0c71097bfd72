import { assertNever } from '../../src-shared/assert-never';
import type { WaitReason } from '../../src-shared/jobs/job';
import { formatCredits, formatNumberOf } from '../ui/figures';

/** Why a job waits, in a few words. */
export function waitSentence(reason: WaitReason | undefined): string {
  if (reason === undefined) return 'Waiting its turn';
  switch (reason.kind) {
    case 'its-turn':
      return reason.ahead === 0 ? 'Next' : `${formatNumberOf(reason.ahead, 'job')} ahead`;
    case 'paused':
      return 'The queue is paused';
    case 'needs-credit':
      return `Waits for credit: ${formatCredits(reason.credits)}, which lapsed while it waited`;
    case 'engine-missing':
    case 'library-unwritable':
      return reason.message;
    default:
      return assertNever(reason);
  }
}
