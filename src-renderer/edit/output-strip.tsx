import type { Job } from '../../src-shared/jobs/job';
import { AssetImage } from '../gallery/asset-image';
import { galleryStore } from '../stores/gallery';
import { queueStore } from '../stores/queue';
import { Choice, Choices } from '../ui/choice';

type OutputStripProps = {
  batch: readonly Job[];
  /** The id of the job that is shown. */
  shown: string;
  onShow: (jobId: string) => void;
};

/** The outputs of a batch, small; arrow keys show one after the other. */
export function OutputStrip({ batch, shown, onShow }: OutputStripProps) {
  return (
    <Choices
      label="Results"
      value={shown}
      onChange={onShow}
      className="flex shrink-0 gap-1.5 overflow-x-auto px-5 pt-1 pb-3"
    >
      {batch.map((job) => (
        <Choice
          key={job.id}
          value={job.id}
          label={`Result ${job.index + 1} of ${job.batchSize}`}
          className="size-14 shrink-0 overflow-hidden"
        >
          <Thumbnail job={job} />
        </Choice>
      ))}
    </Choices>
  );
}

const words: Record<Exclude<Job['state']['kind'], 'running'>, string> = {
  waiting: 'waits',
  unknown: '…',
  done: '',
  failed: 'failed',
  cancelled: 'cancelled',
};

function Thumbnail({ job }: { job: Job }) {
  const asset = galleryStore(
    (store) => store.items.find((item) => item.asset.jobId === job.id)?.asset,
  );
  const fraction = queueStore((store) => store.progress[job.id]?.fraction ?? 0);
  if (asset !== undefined) {
    return <AssetImage small listed asset={asset} alt="" className="size-full object-cover" />;
  }
  const { kind } = job.state;
  return (
    <span className="text-xs text-muted">
      {kind === 'running' ? `${Math.round(fraction * 100)} %` : words[kind]}
    </span>
  );
}
