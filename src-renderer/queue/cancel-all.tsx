import { nounOf } from '../../src-shared/jobs/output-words';
import { mediaTypeOf } from '../../src-shared/jobs/request';
import { openJobs, queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { Confirm } from '../ui/confirm';
import { formatNumberOf } from '../ui/figures';
import { cancelAllJobs } from './queue-actions';

/** Asks before every job is cancelled, the running ones too. */
export function CancelAll() {
  const shown = screenStore((store) => store.dialog === 'cancel-all');
  const jobs = queueStore((store) => store.jobs);
  const open = openJobs(jobs);
  const nouns = new Set(open.map(({ request }) => nounOf(mediaTypeOf(request))));
  const [noun] = nouns;
  const result = nouns.size === 1 && noun !== undefined ? `without a ${noun}` : 'with nothing made';
  return (
    <Confirm
      open={shown}
      onClose={() => screenStore.getState().showDialog(null)}
      title="Cancel all jobs?"
      deed="Cancel all"
      onConfirm={() => void cancelAllJobs()}
    >
      {formatNumberOf(open.length, 'job')} would end {result}, the running ones too. What was not
      processed is not charged.
    </Confirm>
  );
}
