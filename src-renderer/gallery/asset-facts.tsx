import { Copy, Download, Film, Paintbrush, RotateCcw, ScrollText, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { FileCondition } from '../../src-shared/jobs/asset';
import { cameraMoves, framesPerSecond } from '../../src-shared/jobs/clip-request';
import { settlementOf } from '../../src-shared/jobs/job';
import { isBlank } from '../../src-shared/jobs/look';
import { nounOf, type OutputNoun } from '../../src-shared/jobs/output-words';
import { type Request, secondsOf } from '../../src-shared/jobs/request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { editAsset } from '../edit/edit-source';
import { screenStore } from '../stores/screen';
import { workspaceStore } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatMoment } from '../ui/dates';
import { Skeleton } from '../ui/empty';
import { formatBytes, formatCredits, formatLength } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { nameOfEdit } from './edit-name';
import { copyText, makeClipFrom, reuseSettings, saveCopy } from './gallery-actions';
import type { DetailState } from './use-detail';

type AssetFactsProps = { item: GalleryItem; detail: DetailState; onRemove: () => void };

/** What is known of a picture or clip, and what can be done with it. */
export function AssetFacts({ item, detail, onRemove }: AssetFactsProps) {
  const { asset, job } = item;
  return (
    <>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-4 py-3" data-selectable>
        <Condition detail={detail} noun={nounOf(asset.mediaType)} />
        <h3 className="text-sm text-muted">Prompt</h3>
        <p className="mb-2">
          {isBlank(job.request.prompt) ? 'None' : <PromptText>{job.request.prompt}</PromptText>}
        </p>
        {job.request.negativePrompt === '' ? null : (
          <>
            <h3 className="text-sm text-muted">Left out</h3>
            <p className="mb-2">
              <PromptText>{job.request.negativePrompt}</PromptText>
            </p>
          </>
        )}
        <Reading detail={detail} />
        <Facts item={item} />
        <Parameters detail={detail} />
      </div>
      <div className="grid grid-cols-2 gap-1.5 border-t border-line p-3">
        <Button look="primary" className="col-span-2" onClick={() => reuseSettings(job)}>
          <RotateCcw size={14} aria-hidden />
          Use these settings again
        </Button>
        {asset.mediaType === 'image/png' ? (
          <>
            <Button className="col-span-2" onClick={() => editAsset(asset)}>
              <Paintbrush size={14} aria-hidden />
              Edit
            </Button>
            <Button className="col-span-2" onClick={() => makeClipFrom(item)}>
              <Film size={14} aria-hidden />
              Make a clip from this
            </Button>
          </>
        ) : null}
        <Button
          disabled={isBlank(job.request.prompt)}
          onClick={() => void copyText(job.request.prompt, 'Prompt')}
        >
          <Copy size={14} aria-hidden />
          Copy prompt
        </Button>
        <Button onClick={() => void saveCopy(asset.id)}>
          <Download size={14} aria-hidden />
          Save a copy
        </Button>
        <Button onClick={() => screenStore.getState().showStatementOf(job.id)}>
          <ScrollText size={14} aria-hidden />
          Its entries
        </Button>
        <Button onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
          Delete
        </Button>
      </div>
    </>
  );
}

const conditions: Record<FileCondition, (noun: OutputNoun) => string | null> = {
  sound: () => null,
  unchecked: () => null,
  missing: (noun) =>
    `The file of this ${noun} is missing from the library. Its settings are below; the same settings and seed make the same ${noun} again.`,
  altered: (noun) =>
    `The file of this ${noun} was changed outside Tally: it is not what was delivered.`,
};

/** Says plainly when the file is not what was delivered, or can't be checked. */
function Condition({ detail, noun }: { detail: DetailState; noun: OutputNoun }) {
  const text =
    detail.kind === 'failed'
      ? detail.problem
      : detail.kind === 'loaded'
        ? conditions[detail.detail.condition](noun)
        : null;
  if (text === null) return null;
  return (
    <p role="alert" className="mb-3 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
      {text}
    </p>
  );
}

/** What the engine made of the prompt, in its own words. */
function Reading({ detail }: { detail: DetailState }) {
  if (detail.kind === 'loading') return <Skeleton className="mb-2 h-10" />;
  if (detail.kind === 'failed' || detail.detail.reading === '') return null;
  return <PromptText className="mb-2 block text-sm text-muted">{detail.detail.reading}</PromptText>;
}

function Facts({ item }: { item: GalleryItem }) {
  const { asset, job } = item;
  const { request } = job;
  const card = workspaceStore((store) =>
    store.workspace?.kind === 'begun' ? store.workspace.card : null,
  );
  const model = card?.models.find((candidate) => candidate.id === request.model)?.name;
  return (
    <dl className="text-sm">
      <Fact name="Cost">
        {formatCredits(job.price)}, {settlementOf(job)}
      </Fact>
      <Fact name="Why">{job.quote.rule}</Fact>
      <Fact name="Made">{formatMoment(asset.createdAt)}</Fact>
      <Fact name="Model">{`${model ?? request.model}, ${request.quality}`}</Fact>
      {isEnlarged(request) ? null : (
        <>
          <Fact name="Style">{styleName(request.style)}</Fact>
          <Fact name="Seed">{request.seed}</Fact>
        </>
      )}
      <Fact name="Size">{`${asset.width} × ${asset.height} px, ${formatBytes(asset.bytes)}`}</Fact>
      <EditFacts request={request} />
      <ClipFacts request={request} />
      <Fact name="Batch">{`${job.index + 1} of ${job.batchSize}`}</Fact>
      <Fact name="Rate card">{`${job.quote.card.id} ${job.quote.card.version}`}</Fact>
      <Fact name="SHA-256">
        <span className="text-xs wrap-anywhere">{asset.sha256}</span>
      </Fact>
    </dl>
  );
}

/** A picture is enlarged the same way whatever the style and the seed. */
function isEnlarged(request: Request): boolean {
  return request.tool === 'edit' && request.action.kind === 'enlarge';
}

/** What was done to a picture. */
function EditFacts({ request }: { request: Request }) {
  if (request.tool !== 'edit') return null;
  const { action } = request;
  const strength = 'strength' in action ? `, ${action.strength} % strong` : '';
  return <Fact name="Edit">{`${nameOfEdit(request)}${strength}`}</Fact>;
}

/** What only a clip has: its length, its frames, its format and how the camera moves. */
function ClipFacts({ request }: { request: Request }) {
  const seconds = secondsOf(request);
  if (seconds === null || !('format' in request)) return null;
  const format = request.format === 'mp4' ? 'MP4 (H.264)' : 'WebM (VP9)';
  const move =
    'camera' in request ? cameraMoves.find(({ id }) => id === request.camera) : undefined;
  return (
    <>
      <Fact name="Length">{`${formatLength(seconds)}, ${framesPerSecond} frames a second`}</Fact>
      <Fact name="Format">{format}</Fact>
      {move === undefined ? null : <Fact name="Camera">{move.name}</Fact>}
    </>
  );
}

function styleName(id: string): string {
  return sketchStyles.find((style) => style.id === id)?.name ?? id;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 border-t border-line py-1">
      <dt className="w-18 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}

/** The text that other programs read from the file. */
function Parameters({ detail }: { detail: DetailState }) {
  if (detail.kind !== 'loaded' || detail.detail.parameters === '') return null;
  return (
    <details className="border-t border-line py-1.5 text-sm">
      <summary className="text-muted hover:text-ink">What is written in the file</summary>
      <PromptText className="mt-1 block text-xs">{detail.detail.parameters}</PromptText>
    </details>
  );
}
