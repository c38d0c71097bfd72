import type { Job } from '../../src-shared/jobs/job';
import { titleOf } from '../gallery/asset-name';
import { queueStore } from '../stores/queue';
import { formatRemaining } from '../ui/figures';
import { ProgressBar } from '../ui/progress-bar';

/** How far a running job is, and how long it will still take. */
export function JobProgressLine({ job }: { job: Job }) {
  const progress = queueStore((store) => store.progress[job.id]);
  if (job.state.kind === 'unknown') {
    return <p className="text-xs text-muted">Checking whether it was made; the hold stays.</p>;
  }
  const fraction = progress?.fraction ?? null;
  return (
    <div>
      <ProgressBar label={`Progress of ${titleOf(job.request)}`} fraction={fraction} />
      <p className="mt-1 flex justify-between gap-2 text-xs text-muted">
        <span>{fraction === null ? 'Starting' : `${Math.round(fraction * 100)} %`}</span>
        <span>{progress === undefined ? '' : formatRemaining(progress.remaining)}</span>
      </p>
    </div>
  );
}
