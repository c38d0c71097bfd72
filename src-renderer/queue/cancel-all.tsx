import { openJobs, queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { Confirm } from '../ui/confirm';
import { formatNumberOf } from '../ui/figures';
import { cancelAllJobs } from './queue-actions';

/** Asks before every job is cancelled, the running ones too. */
export function CancelAll() {
  const open = screenStore((store) => store.dialog === 'cancel-all');
  const jobs = queueStore((store) => store.jobs);
  const count = openJobs(jobs).length;
  return (
    <Confirm
      open={open}
      onClose={() => screenStore.getState().showDialog(null)}
      title="Cancel all jobs?"
      deed="Cancel all"
      onConfirm={() => void cancelAllJobs()}
    >
      {formatNumberOf(count, 'job')} would end without a picture, the running ones too. What was not
      processed is not charged.
    </Confirm>
  );
}
