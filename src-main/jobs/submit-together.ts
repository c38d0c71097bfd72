import type { Instant } from '../../src-shared/billing/instant';
import type { Job } from '../../src-shared/jobs/job';
import type { Refusal } from '../../src-shared/refusal';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';
import { rememberRefusal, type Submission, type Submitted, submitJob } from './submit-job';

/** Undoes the batches before the refused one. */
class Together extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('one of the batches was refused');
    this.refusal = refusal;
  }
}

/**
 * Holds and queues several batches, all in one transaction, or refuses and changes nothing. The same batches again
 * are answered as the first time; what one of them is refused for, each of them is.
 */
export function submitTogether(ports: JobPorts, submissions: readonly Submission[]): Submitted {
  // What fell due stays done, whatever becomes of the batches.
  const at = ports.clock.settledNow();
  try {
    const jobs = write(ports.database, () => submitAll(ports, submissions, at));
    return { kind: 'queued', jobs };
  } catch (error) {
    if (!(error instanceof Together)) throw error;
    const { refusal } = error;
    rememberRefusal(ports, submissions, refusal);
    return { kind: 'refused', refusal };
  }
}

function submitAll(ports: JobPorts, submissions: readonly Submission[], at: Instant): Job[] {
  return submissions.flatMap((submission) => {
    const submitted = submitJob(ports, submission, at);
    if (submitted.kind === 'refused') throw new Together(submitted.refusal);
    return submitted.jobs;
  });
}
