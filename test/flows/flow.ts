import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import { afterEach, expect } from 'vitest';
import { verifyEverything } from '../../src-main/jobs/verify-everything';
import { rebuildBalances } from '../../src-main/ledger/rebuild-balances';
import { quote } from '../../src-shared/billing/card/quote';
import type { Verification } from '../../src-shared/contract/credits';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { pricedRequestOf, type Request } from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';
import { foxRequest, openTestStudio, removeFolder, type TestStudio } from '../helpers/test-studio';

/** A card and plan to begin with; AI Studios' free plan grants 16 credits a month, one a picture. */
export const freePlan = {
  cardId: 'ai-studios',
  planId: 'free',
  cadence: 'monthly',
  timeZone: 'UTC',
} as const;

type Options = Parameters<typeof openTestStudio>[0];

const openStudios = new Set<TestStudio>();
const folders = new Set<string>();

// Whatever a flow did, the books must be right after it.
afterEach(async () => {
  const [flows, used] = [[...openStudios], [...folders]];
  openStudios.clear();
  folders.clear();
  try {
    for (const flow of flows) await expectSound(flow);
  } finally {
    for (const flow of flows) await flow.studio.close();
    for (const folder of used) removeFolder(folder);
  }
});

/** A studio that has not begun; it is verified and closed after the test. */
export async function openFlow(options: Options = {}): Promise<TestStudio> {
  const flow = await openTestStudio(options);
  openStudios.add(flow);
  folders.add(flow.folder);
  return flow;
}

/** A studio that has begun and works. */
export async function workingFlow(options: Options = {}): Promise<TestStudio> {
  const flow = await openFlow(options);
  await flow.client.workspace.begin(freePlan);
  flow.studio.queue.work();
  return flow;
}

export async function closeFlow(flow: TestStudio): Promise<void> {
  openStudios.delete(flow);
  await flow.studio.close();
}

/** Closes the studio and opens its folder again, on the same clock and engine; it works again if told. */
export async function restart(flow: TestStudio, work = true): Promise<TestStudio> {
  await closeFlow(flow);
  const again = await openFlow({ folder: flow.folder, clock: flow.clock, engine: flow.engine });
  if (work) again.studio.queue.work();
  return again;
}

export async function verify(flow: TestStudio): Promise<Verification> {
  let last: Verification | null = null;
  const { ports, proof } = flow.studio;
  for await (const step of verifyEverything(ports, undefined, proof.verifyHeads)) last = step;
  if (last === null) throw new Error('verify said nothing');
  return last;
}

/** Verifies ledger, jobs and files, and that rebuilding the balances changes none of them. */
export async function expectSound(flow: TestStudio): Promise<void> {
  expect(await verify(flow)).toMatchObject({ kind: 'sound' });
  const { database } = flow.studio.ports;
  const balances = () => database.prepare('select * from lot order by id').all();
  const before = balances();
  rebuildBalances(database);
  expect(balances()).toEqual(before);
}

export type Order = { batchId?: string; count?: number; request?: Partial<ImageRequest> };

/** What the page sends: the request with the price that it showed. */
export async function submissionOf(flow: TestStudio, order: Order = {}) {
  const { batchId = randomUUID(), count = 1 } = order;
  return submissionFor(flow, { ...foxRequest, ...order.request }, { batchId, count });
}

/** The same for a request of any tool. */
export async function submissionFor<Asked extends Request>(
  flow: TestStudio,
  request: Asked,
  { batchId = randomUUID(), count = 1 }: Pick<Order, 'batchId' | 'count'> = {},
) {
  const workspace = await flow.client.workspace.state();
  if (workspace.kind === 'new') throw new Error('the workspace has not begun');
  const priced = quote(workspace.card, pricedRequestOf(request, count));
  const { id, version } = workspace.card;
  const total = priced.kind === 'quote' ? priced.quote.total : 0;
  return { batchId, request, count, accepted: { card: { id, version }, total } };
}

/** Submits an order and answers with its jobs. */
export async function submit(flow: TestStudio, order: Order = {}): Promise<readonly Job[]> {
  const { jobs } = await flow.client.jobs.submit(await submissionOf(flow, order));
  return jobs;
}

/** Submits a request of any tool once and waits for what became of it. */
export async function make(flow: TestStudio, request: Request): Promise<Job> {
  const { jobs } = await flow.client.jobs.submit(await submissionFor(flow, request));
  const [job] = jobs;
  if (job === undefined) throw new Error('nothing was queued');
  return until(
    () => jobNow(flow, job.id),
    ({ state }) => hasEnded(state.kind),
  );
}

export async function submitOne(flow: TestStudio, order: Order = {}): Promise<Job> {
  const [job] = await submit(flow, { ...order, count: 1 });
  if (job === undefined) throw new Error('nothing was queued');
  return job;
}

/** The refusal that a call ends in; one that succeeds or fails otherwise fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return error.data as Refusal;
  }
  throw new Error('the call was not refused');
}

/** Lets the queue work until something holds; gives up with the last answer after many looks. */
export async function until<Answer>(
  look: () => Answer,
  holds: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let looks = 0; looks < 5000; looks += 1) {
    const answer = look();
    if (holds(answer)) return answer;
    await pause(1);
  }
  throw new Error(`it never came to that; at last: ${JSON.stringify(look())}`);
}

export function jobNow(flow: TestStudio, id: string): Job {
  const job = flow.studio.ports.jobs.job(id);
  if (job === null) throw new Error(`there is no job ${id}`);
  return job;
}

export function inState(flow: TestStudio, id: string, kind: Job['state']['kind']): Promise<Job> {
  return until(
    () => jobNow(flow, id),
    ({ state }) => state.kind === kind,
  );
}

/** Waits until every job has ended. */
export async function allEnded(flow: TestStudio): Promise<void> {
  await until(
    () => flow.studio.ports.jobs.unfinished(),
    (jobs) => jobs.every(({ state }) => hasEnded(state.kind)),
  );
}

/** Available and held credits, as the header shows them. */
export async function balance(flow: TestStudio): Promise<{ available: number; held: number }> {
  const { available, held } = await flow.client.credits.balance();
  return { available, held };
}

/** The ledger's entries of a job (or all), oldest first, as `kind credits`. */
export async function entriesOf(flow: TestStudio, jobId: string | null): Promise<string[]> {
  const page = await flow.client.credits.statement({ before: null, limit: 500, jobId });
  return page.lines.toReversed().map(({ kind, credits }) => `${kind} ${credits}`);
}

/** Everything that is told from now on, in a list that grows. */
export function listen(flow: TestStudio): TallyEvent[] {
  const heard: TallyEvent[] = [];
  const stream = flow.studio.events.subscribe(undefined);
  const hear = async () => {
    for await (const event of stream) heard.push(event);
  };
  hear().catch((error: unknown) => {
    throw error;
  });
  return heard;
}
