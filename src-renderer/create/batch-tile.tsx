import { Info, Paintbrush } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { type Job, settlementOf } from '../../src-shared/jobs/job';
import { nounOf } from '../../src-shared/jobs/output-words';
import { editAsset } from '../edit/edit-source';
import { AssetImage } from '../gallery/asset-image';
import { titleOf } from '../gallery/asset-name';
import { AssetPlayer } from '../gallery/asset-player';
import { AssetThumbnail } from '../gallery/asset-thumbnail';
import { JobProgressLine } from '../queue/job-progress-line';
import { retryJob } from '../queue/queue-actions';
import { useRetryPrice } from '../queue/use-retry-price';
import { waitSentence } from '../queue/wait-sentence';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { Button, IconButton } from '../ui/button';
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
      className={`group relative overflow-hidden rounded-sm ${look}`}
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
          alt={`Unfinished: ${titleOf(job.request)}`}
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
  const open = () => screenStore.getState().showAsset(asset.id);
  const noun = nounOf(asset.mediaType);
  if (noun === 'clip' && job.batchSize === 1) {
    return (
      <AssetPlayer
        item={{ asset, job }}
        actions={
          <IconButton label="Open with all its facts" onClick={open}>
            <Info size={15} aria-hidden />
          </IconButton>
        }
      />
    );
  }
  return (
    <Frame job={job}>
      <button
        type="button"
        aria-label={`Open ${noun} ${job.index + 1} of ${job.batchSize}`}
        onClick={open}
        className="absolute inset-0 focus-visible:outline-offset-[-2px]"
      >
        {noun === 'clip' ? (
          <AssetThumbnail
            asset={asset}
            request={job.request}
            alt={titleOf(job.request)}
            className="size-full animate-settle object-contain"
          />
        ) : (
          <AssetImage
            asset={asset}
            alt={titleOf(job.request)}
            className="size-full animate-settle object-contain"
          />
        )}
      </button>
      {noun === 'picture' ? (
        <IconButton
          look="quiet"
          label={`Edit picture ${job.index + 1} of ${job.batchSize}`}
          title="Edit"
          onClick={() => editAsset(asset)}
          className="absolute top-2 right-2 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        >
          <Paintbrush size={15} aria-hidden />
        </IconButton>
      ) : null}
    </Frame>
  );
}

function FailedTile({ job, message }: { job: Job; message: string }) {
  return <EndedTile job={job} title="Not made" message={message} />;
}

type EndedTileProps = { job: Job; title: string; message: string | null };

/** A job that ended with nothing to show: why, what it cost, and how to try again. */
function EndedTile({ job, title, message }: EndedTileProps) {
  const settled = settlementOf(job);
  const retryPrice = useRetryPrice(job);
  const retryable = job.state.kind === 'failed' || job.state.kind === 'cancelled';
  return (
    <article
      aria-label={`${title}: ${titleOf(job.request)}`}
      className="flex max-h-full w-full max-w-sm flex-col gap-1.5 overflow-y-auto rounded-lg border border-line bg-paper p-4 text-sm"
    >
      <h3 className={`font-semibold ${job.state.kind === 'failed' ? 'text-danger' : ''}`}>
        {title}
      </h3>
      <PromptText lines={2} className="text-muted">
        {titleOf(job.request)}
      </PromptText>
      {message === null ? null : <p className="wrap-anywhere">{message}</p>}
      <p className="font-medium">
        {settled === 'charged' ? `${formatCredits(job.price)} charged` : 'Not charged'}
      </p>
      {retryable ? (
        <Button className="mt-1 self-start" onClick={() => void retryJob(job)}>
          Try again · {retryPrice}
        </Button>
      ) : null}
    </article>
  );
}
