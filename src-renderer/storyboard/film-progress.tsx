import { cancelJob } from '../queue/queue-actions';
import { queueStore } from '../stores/queue';
import { Button } from '../ui/button';
import { formatRemaining } from '../ui/figures';
import { ProgressBar } from '../ui/progress-bar';
import { storyboardStore } from './storyboard-store';

/** How far the film is, and a way to stop it; why the last attempt failed. */
export function FilmProgress() {
  const { job, failure } = storyboardStore((store) => store.made.film);
  const progress = queueStore((store) => (job === null ? undefined : store.progress[job]));
  if (job === null) {
    return failure === null ? null : (
      <p role="alert" className="text-sm text-danger">
        The film was not made: {failure}
      </p>
    );
  }
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="mb-1 text-xs text-muted">
          {progress === undefined
            ? 'The film waits for its turn'
            : `The film is put together, ${formatRemaining(progress.remaining)}`}
        </p>
        <ProgressBar label="Film" fraction={progress?.fraction ?? null} />
      </div>
      <Button onClick={() => void cancelJob(job)}>Cancel</Button>
    </div>
  );
}
