import type { ReactNode } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { type Job, settlementOf } from '../../src-shared/jobs/job';
import { AssetImage } from '../gallery/asset-image';
import { JobProgressLine } from '../queue/job-progress-line';
import { retryJob } from '../queue/queue-actions';
import { waitSentence } from '../queue/wait-sentence';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { Button } from '../ui/button';
import { formatCredits } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';

/** One output of the batch, at whatever point of its life it is. */
export function BatchTile({ job }: { job: Job }) {
  switch (job.state.kind) {
    case 'waiting':
      return <WaitingTile job={job} />;
    case 'running':
    case 'unknown':
      return <RunningTile job={job} />;
    case 'done':
      return <DoneTile job={job} />;
    case 'failed':
      return <FailedTile job={job} message={job.state.failure.message} />;
    case 'cancelled':
      return <EndedTile job={job} title="Cancelled" message={null} />;
    default:
      return assertNever(job.state);
  }
}

type FrameProps = { job: Job; empty?: boolean; children: ReactNode };

/** A box of the picture's own proportions, as large as its cell allows. */
function Frame({ job, empty = false, children }: FrameProps) {
  const { width, height } = job.request;
  const look = empty ? 'border border-dashed border-edge/60' : 'bg-well';
  return (
    <div
      className={`relative overflow-hidden rounded-sm ${look}`}
      style={{
        aspectRatio: `${width} / ${height}`,
        width: `min(100cqw, 100cqh * ${width / height}, ${width}px)`,
      }}
    >
      {children}
    </div>
  );
}

function WaitingTile({ job }: { job: Job }) {
  const reason = queueStore((store) => store.waitReasons[job.id]);
  return (
    <Frame job={job} empty>
      <p className="flex h-full items-center justify-center p-3 text-center text-sm text-muted">
        {waitSentence(reason)}
      </p>
    </Frame>
  );
}

function RunningTile({ job }: { job: Job }) {
  const progress = queueStore((store) => store.progress[job.id]);
  return (
    <Frame job={job}>
      {progress?.preview ? (
        <img
          src={progress.preview}
          alt={`Unfinished: ${job.request.prompt}`}
          className="absolute inset-0 size-full object-contain"
        />
      ) : null}
      <div className="absolute inset-x-0 bottom-0 bg-panel/90 px-3 py-2">
        <JobProgressLine job={job} />
      </div>
    </Frame>
  );
}

function DoneTile({ job }: { job: Job }) {
  const asset = galleryStore(
    (store) => store.items.find((candidate) => candidate.asset.jobId === job.id)?.asset,
  );
  if (asset === undefined) {
    return <EndedTile job={job} title="Not in the gallery" message={null} />;
  }
  return (
    <Frame job={job}>
      <button
        type="button"
        aria-label={`Open picture ${job.index + 1} of ${job.batchSize}`}
        onClick={() => screenStore.getState().showAsset(asset.id)}
        className="absolute inset-0 focus-visible:outline-offset-[-2px]"
      >
        <AssetImage
          sha256={asset.sha256}
          alt={job.request.prompt}
          className="size-full animate-settle object-contain"
        />
      </button>
    </Frame>
  );
}

function FailedTile({ job, message }: { job: Job; message: string }) {
  return <EndedTile job={job} title="Not made" message={message} />;
}

type EndedTileProps = { job: Job; title: string; message: string | null };

/** A job that ended without a picture to show: why, what it cost, and how to try again. */
function EndedTile({ job, title, message }: EndedTileProps) {
  const settled = settlementOf(job);
  const retryable = job.state.kind === 'failed' || job.state.kind === 'cancelled';
  return (
    <article
      aria-label={`${title}: ${job.request.prompt}`}
      className="flex max-h-full w-full max-w-sm flex-col gap-1.5 overflow-y-auto rounded-lg border border-line bg-paper p-4 text-sm"
    >
      <h3 className={`font-semibold ${job.state.kind === 'failed' ? 'text-danger' : ''}`}>
        {title}
      </h3>
      <PromptText lines={2} className="text-muted">
        {job.request.prompt}
      </PromptText>
      {message === null ? null : <p className="wrap-anywhere">{message}</p>}
      <p className="font-medium">
        {settled === 'charged' ? `${formatCredits(job.price)} charged` : 'Not charged'}
      </p>
      {retryable ? (
        <Button className="mt-1 self-start" onClick={() => void retryJob(job)}>
          Try again · {formatCredits(job.price)}
        </Button>
      ) : null}
    </article>
  );
}
