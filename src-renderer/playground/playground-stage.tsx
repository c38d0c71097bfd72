import { Check, CornerUpLeft } from 'lucide-react';
import { useMemo } from 'react';
import { sum } from '../../src-shared/billing/credits';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { BatchTile } from '../create/batch-tile';
import { removeAssets, reuseSettings } from '../gallery/gallery-actions';
import { comparisonStore } from '../stores/comparison';
import { galleryStore } from '../stores/gallery';
import { jobsOfBatch, queueStore } from '../stores/queue';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { formatCredits, formatNumberOf } from '../ui/figures';
import { PromptText } from '../ui/prompt-text';
import { letterOf, lookWords, modelName } from './letters';

/** The newest comparison: what each contender made of the same prompt and seed, side by side. */
export function PlaygroundStage() {
  const ids = comparisonStore((store) => store.batches);
  const jobs = queueStore((store) => store.jobs);
  const contenders = useMemo(
    () => ids.map((id) => jobsOfBatch(jobs, id)).filter((batch) => batch.length > 0),
    [ids, jobs],
  );
  const prompts = new Set(contenders[0]?.map(({ request }) => request.prompt));
  const [prompt] = prompts;
  const further = prompts.size - 1;
  return (
    <section aria-label="Result" className="flex min-w-0 flex-1 flex-col">
      {prompt === undefined ? (
        <FirstComparison />
      ) : (
        <>
          <h2 className="px-5 pt-4 pb-1 text-base font-medium" data-selectable>
            <PromptText lines={2}>{prompt}</PromptText>
            {further > 0 ? (
              <span className="text-sm font-normal text-muted">
                and {formatNumberOf(further, 'more prompt')}
              </span>
            ) : null}
          </h2>
          <div
            className="grid min-h-0 flex-1 gap-4 overflow-auto px-5 pt-2 pb-5"
            style={{
              gridTemplateColumns: `repeat(${columnsFor(contenders.length)}, minmax(0, 1fr))`,
            }}
          >
            {contenders.map((batch, place) => (
              <ContenderResult
                key={batch[0]?.batchId}
                batch={batch}
                letter={letterOf(place)}
                others={contenders.filter((each) => each !== batch).flat()}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** Four stand in a square, fewer in a row. */
function columnsFor(count: number): number {
  return count === 4 ? 2 : count;
}

type ContenderResultProps = {
  batch: readonly Job[];
  letter: string;
  /** What the other contenders made. */
  others: readonly Job[];
};

function ContenderResult({ batch, letter, others }: ContenderResultProps) {
  const { card } = useBegun();
  const shown = useShown(batch);
  const rivals = useShown(others);
  const [first] = batch;
  if (first === undefined) return null;
  const { request } = first;
  const price = sum(batch.map((job) => job.price));
  const isKept = shown.length > 0 && rivals.length === 0 && others.every(isOver);
  return (
    <article
      aria-label={`Contender ${letter}`}
      className="flex min-h-56 min-w-0 flex-col gap-1.5 rounded-lg border border-line bg-panel p-2.5"
    >
      <div className="text-sm">
        <div className="flex items-baseline gap-2">
          <h3 className="min-w-0 flex-1 truncate">
            <span className="mr-1.5 font-semibold">{letter}</span>
            {modelName(request, card)}
          </h3>
          <span className="shrink-0 text-xs text-muted">{formatCredits(price)}</span>
        </div>
        <p className="truncate text-xs text-muted">{lookWords(request)}</p>
      </div>
      <ul
        aria-label={`Pictures of ${letter}`}
        className="grid min-h-0 flex-1 auto-rows-fr gap-2"
        style={{
          gridTemplateColumns: `repeat(${Math.ceil(Math.sqrt(batch.length))}, minmax(0, 1fr))`,
        }}
      >
        {batch.map((job) => (
          <li
            key={job.id}
            className="[container-type:size] flex min-h-0 min-w-0 items-center justify-center"
          >
            <BatchTile job={job} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-1.5">
        {isKept ? (
          <span className="flex items-center gap-1 text-sm font-medium text-accent">
            <Check size={14} aria-hidden />
            Kept
          </span>
        ) : (
          <Button
            aria-disabled={shown.length === 0 || rivals.length === 0}
            className="px-2"
            aria-label={`Keep ${letter} alone`}
            onClick={() => (shown.length === 0 ? undefined : void removeAssets(rivals))}
          >
            <Check size={14} aria-hidden />
            Keep this one
          </Button>
        )}
        <Button
          look="plain"
          className="px-2"
          aria-label={`Use the settings of ${letter} in Image`}
          onClick={() => reuseSettings(first)}
        >
          <CornerUpLeft size={14} aria-hidden />
          Use in Image
        </Button>
      </div>
    </article>
  );
}

/** The pictures of these jobs that are in the gallery, by their ids. */
function useShown(jobs: readonly Job[]): readonly string[] {
  const items = galleryStore((store) => store.items);
  return useMemo(() => {
    const wanted = new Set(jobs.map(({ id }) => id));
    return items.flatMap(({ asset }) => (wanted.has(asset.jobId) ? [asset.id] : []));
  }, [jobs, items]);
}

function isOver(job: Job): boolean {
  return hasEnded(job.state.kind);
}

function FirstComparison() {
  return (
    <Empty title="Which one is worth it?">
      <p>
        Write one prompt and let two to four models, qualities or styles make it side by side, from
        the same seed. Keep the best; the others go to the bin. Each picture is charged.
      </p>
    </Empty>
  );
}
