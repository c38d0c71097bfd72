import { type ReactNode, useMemo, useRef } from 'react';
import type { Job } from '../../src-shared/jobs/job';
import { type Request, secondsOf } from '../../src-shared/jobs/request';
import { titleOf } from '../gallery/asset-name';
import { draftStore } from '../stores/draft';
import { jobsOfBatch, queueStore } from '../stores/queue';
import { Button } from '../ui/button';
import { useElementSize } from '../ui/element-size';
import { Empty, Skeleton } from '../ui/empty';
import { formatLength, formatNumberOf } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { BatchTile } from './batch-tile';
import { layOutTiles } from './tile-layout';

const examples = [
  'A lighthouse on a cliff at dusk, waves below',
  'Three birch trees in morning fog',
  'A fox asleep in the snow under a red moon',
];

/** The middle of the Image tool. */
export function Stage() {
  return <BatchStage firstSteps={<FirstSteps />} />;
}

/** The newest batch, as it comes to be; before the first one, how to make it. */
export function BatchStage({ firstSteps }: { firstSteps: ReactNode }) {
  const loaded = queueStore((store) => store.loaded);
  const jobs = queueStore((store) => store.jobs);
  const shown = queueStore((store) => store.shownBatch);
  const batch = useMemo(() => jobsOfBatch(jobs, shown), [jobs, shown]);
  const first = batch[0];
  return (
    <section aria-label="Result" className="flex min-w-0 flex-1 flex-col">
      {first === undefined ? (
        loaded ? (
          firstSteps
        ) : (
          <Skeleton className="m-6 h-full" />
        )
      ) : (
        <>
          <BatchHeading job={first} />
          <BatchTiles batch={batch} />
        </>
      )}
    </section>
  );
}

function BatchHeading({ job }: { job: Job }) {
  const { request, batchSize } = job;
  return (
    <div className="px-5 pt-4 pb-1">
      <h2 className="text-base font-medium" data-selectable>
        <PromptText lines={2}>{titleOf(request)}</PromptText>
      </h2>
      <p className="mt-0.5 text-sm text-muted">{sizeWords(request, batchSize)}</p>
    </div>
  );
}

/** «2 clips of 5 s, 1280 × 720 px». */
function sizeWords(request: Request, count: number): string {
  const seconds = secondsOf(request);
  const outputs =
    seconds === null
      ? formatNumberOf(count, 'image')
      : `${formatNumberOf(count, 'clip')} of ${formatLength(seconds)}`;
  return `${outputs}, ${request.width} × ${request.height} px`;
}

const gap = 12;
const padding = 20;

function BatchTiles({ batch }: { batch: readonly Job[] }) {
  const list = useRef<HTMLUListElement>(null);
  const { width, height } = useElementSize(list);
  const first = batch[0];
  const { request } = first ?? { request: { width: 1, height: 1 } };
  const isFilm = first !== undefined && secondsOf(first.request) !== null;
  const place = { width: width - 2 * padding, height: height - 2 * padding, gap };
  const { columns, scrolls } = layOutTiles(batch.length, request.width / request.height, place);
  return (
    <ul
      ref={list}
      aria-label={`${isFilm ? 'Clips' : 'Pictures'} of this batch`}
      // Where it scrolls, the keyboard must be able to scroll it.
      tabIndex={scrolls ? 0 : undefined}
      className={`grid min-h-0 flex-1 ${scrolls ? 'auto-rows-max overflow-y-auto' : 'auto-rows-fr'}`}
      style={{ gap, padding, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {batch.map((job) => (
        <li
          key={job.id}
          className={`[container-type:size] flex min-h-0 min-w-0 items-center justify-center ${scrolls ? 'aspect-square' : ''}`}
        >
          <BatchTile job={job} />
        </li>
      ))}
    </ul>
  );
}

function FirstSteps() {
  const { change } = draftStore.getState();
  return (
    <Empty title="Your first picture will appear here">
      <p>
        Write what it should show. The receipt tells the price as you type; nothing is charged until
        a picture is made.
      </p>
      <ul aria-label="Examples" className="flex flex-col items-center gap-1.5">
        {examples.map((example) => (
          <li key={example}>
            <Button onClick={() => change({ prompt: example })}>{example}</Button>
          </li>
        ))}
      </ul>
    </Empty>
  );
}
