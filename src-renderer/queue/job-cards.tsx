import { RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Job, settlementOf } from '../../src-shared/jobs/job';
import { titleOf } from '../gallery/asset-name';
import { AssetThumbnail } from '../gallery/asset-thumbnail';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { roomForQueue, screenStore } from '../stores/screen';
import { IconButton } from '../ui/button';
import { formatCount, formatCredits } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { JobProgressLine } from './job-progress-line';
import { cancelJob, retryJob } from './queue-actions';
import { useRetryPrice } from './use-retry-price';
import { waitSentence } from './wait-sentence';

/** A job that has not ended: what it is, why it waits or how far it is, and what it holds. */
export function OpenJobCard({ job }: { job: Job }) {
  const reason = queueStore((store) => store.waitReasons[job.id]);
  const preview = queueStore((store) => store.progress[job.id]?.preview ?? null);
  const waiting = job.state.kind === 'waiting';
  const unknown = job.state.kind === 'unknown';
  return (
    <li className="rounded-md border border-line bg-paper p-2">
      <div className="flex gap-2.5">
        <Thumbnail>
          {preview === null ? null : <img src={preview} alt="" className={thumbnailImage} />}
        </Thumbnail>
        <CardText job={job}>
          {waiting ? waitSentence(reason) : unknown ? 'Not known yet' : 'Running'}
          <span aria-hidden> · </span>
          {formatCount(job.price)} held
        </CardText>
        {unknown ? null : (
          <IconButton
            label={`Cancel ${shortName(job)}`}
            title="Cancel"
            className="-mt-1 -mr-1"
            onClick={() => void cancelJob(job.id)}
          >
            <X size={15} aria-hidden />
          </IconButton>
        )}
      </div>
      {waiting ? null : (
        <div className="mt-2">
          <JobProgressLine job={job} />
        </div>
      )}
    </li>
  );
}

/** A job that ended: its picture or clip, or why there is none, and whether it was charged. */
export function EndedJobCard({ job }: { job: Job }) {
  const asset = galleryStore(
    (store) => store.items.find((candidate) => candidate.asset.jobId === job.id)?.asset,
  );
  const failure = job.state.kind === 'failed' ? job.state.failure.message : null;
  const settled = settlementOf(job);
  const retryPrice = useRetryPrice(job);
  return (
    <li className="flex gap-2.5 rounded-md p-2 hover:bg-well">
      <Thumbnail>
        {asset === undefined ? null : (
          <AssetThumbnail
            small
            asset={asset}
            request={job.request}
            alt=""
            className={thumbnailImage}
          />
        )}
      </Thumbnail>
      <CardText job={job}>
        {job.state.kind === 'cancelled' ? 'Cancelled · ' : ''}
        {settled === 'charged' ? `${formatCredits(job.price)} charged` : 'not charged'}
        {failure === null ? null : (
          <span className="mt-0.5 block text-danger wrap-anywhere">{failure}</span>
        )}
      </CardText>
      {job.state.kind === 'done' ? null : (
        <IconButton
          label={`Try ${shortName(job)} again for ${retryPrice}`}
          title={`Try again · ${retryPrice}`}
          className="-mt-1 -mr-1"
          onClick={() => void retryJob(job)}
        >
          <RotateCcw size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** The prompt, which shows the job's batch in the middle, and a line of facts. */
function CardText({ job, children }: { job: Job; children: ReactNode }) {
  const show = () => {
    queueStore.getState().showBatch(job.batchId);
    screenStore.getState().show('create');
    // Where the queue lies over the screen, it would hide what was asked for.
    if (window.innerWidth < roomForQueue) screenStore.getState().showQueue(false);
  };
  return (
    <div className="min-w-0 flex-1 text-xs text-muted">
      <button
        type="button"
        onClick={show}
        className="block w-full rounded-sm text-left text-sm text-ink"
      >
        <PromptText lines={2}>{titleOf(job.request)}</PromptText>
      </button>
      {children}
    </div>
  );
}

const thumbnailImage = 'size-full object-cover';

function Thumbnail({ children }: { children: ReactNode }) {
  return <div className="size-10 shrink-0 overflow-hidden rounded-sm bg-well">{children}</div>;
}

function shortName(job: Job): string {
  const prompt = titleOf(job.request);
  return `«${prompt.length > 40 ? `${prompt.slice(0, 40)}…` : prompt}»`;
}
