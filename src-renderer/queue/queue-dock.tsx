import { CirclePause, CirclePlay, PanelRightClose } from 'lucide-react';
import { useMemo } from 'react';
import type { Job } from '../../src-shared/jobs/job';
import { endedJobs, openJobs, queueStore } from '../stores/queue';
import { roomForQueue, screenStore } from '../stores/screen';
import { Button, IconButton } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { useMediaQuery } from '../ui/media-query';
import { EndedJobCard, OpenJobCard } from './job-cards';
import { askToCancelAll, cancelWaiting, togglePause } from './queue-actions';

const endedShown = 30;

/** What runs, what waits and why, and what ended of late. */
export function QueueDock() {
  const beside = useMediaQuery(`(width >= ${roomForQueue}px)`);
  const loaded = queueStore((store) => store.loaded);
  const jobs = queueStore((store) => store.jobs);
  const open = useMemo(() => openJobs(jobs), [jobs]);
  const ended = useMemo(() => endedJobs(jobs).slice(0, endedShown), [jobs]);
  const place = beside ? 'relative' : 'absolute inset-y-0 right-0 z-30 shadow-float';
  return (
    <aside
      aria-label="Queue"
      className={`flex w-76 shrink-0 flex-col border-l border-line bg-panel ${place}`}
    >
      <DockHead open={open} />
      <div className="relative min-h-0 flex-1 overflow-y-auto px-3 pb-3">
        {loaded ? <DockLists open={open} ended={ended} /> : <Skeleton className="h-16" />}
      </div>
    </aside>
  );
}

function DockHead({ open }: { open: readonly Job[] }) {
  const paused = queueStore((store) => store.paused);
  const waiting = open.filter((job) => job.state.kind === 'waiting').length;
  const PauseIcon = paused ? CirclePlay : CirclePause;
  return (
    <div className="px-3 pt-2 pb-2">
      <div className="flex items-center gap-1">
        <h2 className="flex-1 text-base font-semibold">Queue</h2>
        <Button look="plain" onClick={() => void togglePause()}>
          <PauseIcon size={15} aria-hidden />
          {paused ? 'Resume' : 'Pause'}
        </Button>
        <IconButton label="Hide the queue" onClick={() => screenStore.getState().showQueue(false)}>
          <PanelRightClose size={16} aria-hidden />
        </IconButton>
      </div>
      {paused ? (
        <p className="mt-1 rounded-md bg-caution-soft px-2.5 py-1.5 text-sm">
          Paused: running jobs finish, no other starts.
        </p>
      ) : null}
      {open.length > 0 ? (
        <div className="mt-1.5 flex gap-1.5">
          <Button className="flex-1" disabled={waiting === 0} onClick={() => void cancelWaiting()}>
            Cancel waiting
          </Button>
          <Button className="flex-1" onClick={askToCancelAll}>
            Cancel all
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function DockLists({ open, ended }: { open: readonly Job[]; ended: readonly Job[] }) {
  if (open.length === 0 && ended.length === 0) {
    return (
      <p className="py-2 text-sm text-muted">
        Nothing queued. What you generate waits here for its turn, also while Tally is closed.
      </p>
    );
  }
  return (
    <>
      {open.length === 0 ? null : (
        <ol aria-label="Running and waiting" className="flex flex-col gap-1.5">
          {open.map((job) => (
            <OpenJobCard key={job.id} job={job} />
          ))}
        </ol>
      )}
      {ended.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-1.5 text-sm text-muted">Ended</h3>
          <ol aria-label="Ended" className="flex flex-col gap-0.5">
            {ended.map((job) => (
              <EndedJobCard key={job.id} job={job} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}
