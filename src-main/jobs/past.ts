import { sum } from '../../src-shared/billing/credits';
import type { Past } from '../../src-shared/contract/past';
import type { Asset } from '../../src-shared/jobs/asset';
import { type Job, settlementOf } from '../../src-shared/jobs/job';
import { isBlank } from '../../src-shared/jobs/look';
import { promptsOf } from '../../src-shared/jobs/prompt-alternatives';
import { type Request, requestOfOutput, secondsOf } from '../../src-shared/jobs/request';
import type { JobPorts } from './job-ports';

type PastPorts = Pick<JobPorts, 'jobs' | 'recipes' | 'assets'>;

/** One batch of a press that is thought of. */
export type Asked = { readonly request: Request; readonly count: number };

/** So many of the newest ended jobs are looked through for prompts. */
const recentJobs = 400;

/** What was made before of what a press asks for, for the warnings of B12 and the tries of B8. */
export function pastOf(ports: PastPorts, batches: readonly Asked[]): Past {
  const tried = jobsOfPrompts(ports, batches);
  const paid = tried.filter((job) => settlementOf(job) !== 'not charged');
  const results = tried.flatMap((job) => resultOf(ports, job) ?? []);
  const earlier = results.toSorted((left, right) => right.createdAt - left.createdAt)[0] ?? null;
  return {
    triesOfPrompt: triesOf(paid),
    spentOnPrompt: sum(paid.map(({ price }) => price)),
    lastModel: lastModelFor(ports, batches),
    hasResult: earlier !== null,
    earlier,
    identical: identicalTo(ports, batches),
  };
}

/** How many presses these jobs come from: batches that were submitted together, to be compared, are one. */
function triesOf(jobs: readonly Job[]): number {
  const batchesOfLook = new Map<string, Set<string>>();
  const tries = new Set<string>();
  for (const { batchId, createdAt, request } of jobs) {
    const { model, quality, style } = request;
    const look = JSON.stringify([createdAt, model, quality, style]);
    const batches = (batchesOfLook.get(look) ?? new Set<string>()).add(batchId);
    batchesOfLook.set(look, batches);
    tries.add(`${createdAt} ${[...batches].indexOf(batchId)}`);
  }
  return tries.size;
}

/**
 * The jobs that were made of the very prompts of the press, each of which was in their batch. Without words it is all else
 * but the seed that has to be the same.
 */
function jobsOfPrompts({ jobs, recipes }: PastPorts, batches: readonly Asked[]): Job[] {
  const prompts = new Set(batches.flatMap(({ request }) => promptsIn(request)));
  const [first = [], ...others] = [...prompts].map((prompt) =>
    isBlank(prompt)
      ? batches.flatMap(({ request }) => recipes.batchesOfRecipe({ ...request, prompt }))
      : recipes.batchesOfPrompt(prompt),
  );
  const same = others.reduce((kept, found) => kept.filter((id) => found.includes(id)), first);
  return same.flatMap((batch) => jobs.jobsOfBatch(batch)).filter(isOneOf(prompts));
}

function isOneOf(prompts: ReadonlySet<string>): (job: Job) => boolean {
  const trimmed = new Set([...prompts].map((prompt) => prompt.trim()));
  return ({ request }) => trimmed.has(request.prompt.trim());
}

function promptsIn({ prompt }: Request): readonly string[] {
  return promptsOf(prompt) ?? [prompt];
}

/**
 * The model of the newest job that made what the press makes, a picture or a clip: whoever goes on from a picture to a clip
 * has switched no model. Null before the first.
 */
function lastModelFor({ jobs }: PastPorts, batches: readonly Asked[]): string | null {
  const wanted = batches.map(({ request }) => kindOf(request));
  const alike = [...jobs.unfinished(), ...jobs.ended(recentJobs)].filter(({ request }) =>
    wanted.includes(kindOf(request)),
  );
  const newest = alike.reduce<Job | null>(
    (latest, job) => (latest === null || job.createdAt >= latest.createdAt ? job : latest),
    null,
  );
  return newest?.request.model ?? null;
}

function kindOf(request: Request): 'picture' | 'clip' | 'assembly' {
  if (request.tool === 'assembly') return 'assembly';
  return secondsOf(request) === null ? 'picture' : 'clip';
}

/** What a job delivered that is still in the gallery. */
function resultOf({ assets }: PastPorts, job: Job): Asset | null {
  if (job.state.kind !== 'done') return null;
  const asset = assets.asset(job.id);
  return asset === null || asset.removedAt !== null ? null : asset;
}

/** What was delivered before of the very outputs that the press would make. */
function identicalTo(ports: PastPorts, batches: readonly Asked[]): Asset[] {
  const found = batches.flatMap(({ request, count }) => {
    const prompts = promptsOf(request.prompt);
    const outputs = Array.from({ length: count }, (_, index) =>
      requestOfOutput(request, index, prompts),
    );
    const known = new Map<string, readonly Job[]>();
    return outputs.flatMap((output) => {
      const jobs = known.get(output.prompt) ?? jobsOfRecipe(ports, output);
      known.set(output.prompt, jobs);
      const same = jobs.filter(
        ({ request: { seed, prompt } }) => seed === output.seed && prompt === output.prompt,
      );
      return same.flatMap((job) => resultOf(ports, job) ?? []).slice(0, 1);
    });
  });
  return [...new Map(found.map((asset) => [asset.id, asset])).values()];
}

/** The jobs in which everything but the seed was the same. */
function jobsOfRecipe({ jobs, recipes }: PastPorts, request: Request): Job[] {
  return recipes.batchesOfRecipe(request).flatMap((batch) => jobs.jobsOfBatch(batch));
}

/** The prompts of the newest batches as they were written, newest first, each once. */
export function recentPrompts({ jobs }: Pick<PastPorts, 'jobs'>, limit: number): string[] {
  const newest = [...jobs.unfinished().toReversed(), ...jobs.ended(recentJobs)];
  const batches = new Set(newest.map(({ batchId }) => batchId));
  const prompts = new Set<string>();
  for (const batch of batches) {
    if (prompts.size === limit) break;
    const prompt = writtenPrompt(jobs, batch);
    if (prompt !== '') prompts.add(prompt);
  }
  return [...prompts];
}

/** The prompt with its alternatives, as it was submitted. */
function writtenPrompt(jobs: PastPorts['jobs'], batchId: string): string {
  const row = jobs.batch(batchId);
  return row === null ? '' : (JSON.parse(row.request_json) as Request).prompt;
}
