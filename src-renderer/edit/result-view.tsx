import { ArrowRight, X } from 'lucide-react';
import { useState } from 'react';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { BatchTile } from '../create/batch-tile';
import { titleOf } from '../gallery/asset-name';
import { cancelJob } from '../queue/queue-actions';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { Button } from '../ui/button';
import { PromptText } from '../ui/prompt-text';
import { actionWords } from './action-words';
import { BeforeAfter } from './before-after';
import { editAsset } from './edit-source';
import { OutputStrip } from './output-strip';

export type EditJob = Job & { readonly request: EditRequest };

/** A job as one that edits a picture; null when it makes something else. */
export function editJobOf(job: Job | undefined): EditJob | null {
  const request = job?.request;
  return job !== undefined && request?.tool === 'edit' ? { ...job, request } : null;
}

/** What came of an edit, laid over the picture it was made from. */
export function ResultView({ batch }: { batch: readonly Job[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = editJobOf(batch.find(({ id }) => id === chosen) ?? newestOf(batch));
  if (shown === null) return null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ResultHeading job={shown} batch={batch} />
      <Output key={shown.id} job={shown} />
      {batch.length > 1 ? <OutputStrip batch={batch} shown={shown.id} onShow={setChosen} /> : null}
    </div>
  );
}

/** The output that was made last; the first one while there is none. */
function newestOf(batch: readonly Job[]): Job | undefined {
  return batch.findLast((job) => job.state.kind === 'done') ?? batch[0];
}

function useAssetOf(job: Job) {
  return galleryStore((store) => store.items.find(({ asset }) => asset.jobId === job.id)?.asset);
}

function ResultHeading({ job, batch }: { job: EditJob; batch: readonly Job[] }) {
  const asset = useAssetOf(job);
  const open = batch.filter(({ state }) => !hasEnded(state.kind) && state.kind !== 'unknown');
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-5 pt-3">
      <div className="min-w-40 flex-1">
        <h2 className="text-base font-medium" data-selectable>
          <PromptText lines={1}>{titleOf(job.request)}</PromptText>
        </h2>
        <p className="text-sm text-muted">
          {actionWords[job.request.action.kind].name}, {job.request.width} × {job.request.height} px
        </p>
      </div>
      <div className="flex gap-1.5">
        {open.length === 0 ? null : (
          <Button onClick={() => open.forEach(({ id }) => void cancelJob(id))}>
            <X size={14} aria-hidden />
            {open.length === 1 ? 'Cancel' : `Cancel ${open.length}`}
          </Button>
        )}
        {asset === undefined ? null : (
          <>
            <Button onClick={() => screenStore.getState().showAsset(asset.id)}>Open</Button>
            <Button onClick={() => editAsset(asset)}>
              Go on from this
              <ArrowRight size={14} aria-hidden />
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** The picture before and after, once it is made; until then how far it is, or why there is none. */
function Output({ job }: { job: EditJob }) {
  const asset = useAssetOf(job);
  if (asset !== undefined && job.state.kind === 'done') {
    return <BeforeAfter request={job.request} asset={asset} />;
  }
  return (
    <div className="min-h-0 flex-1 p-5">
      <div className="[container-type:size] flex size-full items-center justify-center">
        <BatchTile job={job} />
      </div>
    </div>
  );
}
