import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError, type RouterClient } from '@orpc/server';
import type { router } from '../../src-main/rpc/router';
import type { Studio } from '../../src-main/studio';
import { quote } from '../../src-shared/billing/card/quote';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { cardText, modelOf } from './chaos-cards';
import type { Chance } from './seeded-random';
import { batchIdOf, orderIdOf, say, type VictimOptions } from './victim-talk';
import type { JumpingClock } from './victim-time';
import { wishOf } from './victim-wishes';

export type Client = RouterClient<typeof router>;

export type Life = {
  readonly studio: Studio;
  readonly client: Client;
  readonly chance: Chance;
  readonly clock: JumpingClock;
  readonly options: VictimOptions;
};

const day = 86_400_000;
/** How many orders from before the kill are sent again. */
const repeats = 6;
/** Every so many orders one takes up a newer version of the card. */
const ordersPerVersion = 25;
/** No more is submitted while so many jobs have their hold, or so many wait in a paused queue. */
const busy = 12;
const crowded = 40;

/** What else is done, each once in so many rounds. */
const acts: readonly (readonly [oneIn: number, act: (life: Life) => Promise<void>])[] = [
  [5, cancelOne],
  [7, retryNewest],
  [9, workAsAnother],
  [12, pauseOrResume],
  [25, letTimePass],
  [35, backUp],
];
const roundsPerRestore = 70;

/** Orders, submits and does all else that a person can do, until it is killed or a backup takes the ledger's place. */
export async function keepBusy(life: Life): Promise<void> {
  const { chance, options, studio } = life;
  for (let number = Math.max(1, options.order - repeats); number < options.order; number += 1) {
    await order(life, number);
  }
  let next = options.order;
  for (let batch = options.batch; ; batch += 1) {
    await submit(life, batch);
    if (chance.below(3) > 0) await order(life, next++);
    for (const [oneIn, act] of acts) if (chance.below(oneIn) === 0) await act(life);
    if (chance.below(roundsPerRestore) === 0 && (await restoreOne(life))) return;
    await room(studio, life);
  }
}

async function room(studio: Studio, { client }: Life): Promise<void> {
  const held = () => studio.ports.jobs.unfinished().filter((job) => job.held).length;
  if (studio.queue.isPaused() && held() > crowded) await client.jobs.resume();
  while (!studio.queue.isPaused() && held() > busy) await pause(2);
}

/** A refusal is an answer like any other; whatever else goes wrong ends the process. */
async function answerTo<Answer>(call: Promise<Answer>): Promise<Answer | { refused: string }> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
    return { refused: String(error.data.code) };
  }
}

async function submit(life: Life, batch: number): Promise<void> {
  say(`submitting ${batch}`);
  await answerTo(life.client.jobs.submit(submissionOf(life, batch)));
  say(`submitted ${batch}`);
}

/** The same number is always the same batch, so that it can be sent again after a crash. */
function submissionOf({ studio, options }: Life, batch: number) {
  const { plans, clock } = studio.ports;
  const card = plans.cardInUse(clock.settledNow());
  if (card === null) throw new Error('the workspace has not begun');
  const count = 1 + (batch % 3);
  const request: ImageRequest = {
    tool: 'image',
    prompt: `batch ${batch}`,
    negativePrompt: '',
    style: 'ink',
    model: modelOf(options.card),
    quality: 'basic',
    width: 256,
    height: 256,
    seed: batch * 3,
  };
  const priced = quote(card, { ...request, count, seconds: null });
  if (priced.kind === 'refused') throw new Error(`there is no price: ${priced.refusal.code}`);
  const { id, version } = card;
  const accepted = { card: { id, version }, total: priced.quote.total };
  return { batchId: batchIdOf('0', batch), request, count, accepted };
}

async function order(life: Life, number: number): Promise<void> {
  say(`ordering ${number}`);
  say(`ordered ${number} ${await answerToOrder(life, number)}`);
}

async function answerToOrder({ client, chance, options }: Life, number: number): Promise<string> {
  if (number % ordersPerVersion === 0) {
    const text = cardText(options.card, number / ordersPerVersion);
    await answerTo(client.cards.import({ text }));
    return 'imported';
  }
  const wish = wishOf(options.card, number);
  const preview = chance.below(2) === 0 ? await answerTo(client.plan.preview({ wish })) : null;
  const accepted = preview !== null && 'cents' in preview ? { cents: preview.cents } : null;
  const send = async () => {
    const orderId = orderIdOf(number);
    const answer = await answerTo(client.plan.order({ orderId, wish, accepted }));
    return 'refused' in answer ? `refused ${answer.refused}` : `placed ${answer.order.number}`;
  };
  // Now and then two windows send it at once: both must hear the same.
  const windows = chance.below(4) === 0 ? [send(), send()] : [send()];
  return [...new Set(await Promise.all(windows))].join(' and ');
}

async function cancelOne({ client, chance }: Life): Promise<void> {
  const { jobs } = await client.jobs.queue({ ended: 0 });
  const job = jobs[chance.below(jobs.length)];
  if (job !== undefined) await answerTo(client.jobs.cancel({ jobId: job.id }));
}

async function retryNewest({ client, chance }: Life): Promise<void> {
  const { jobs } = await client.jobs.queue({ ended: 1 });
  const job = jobs.find(({ state }) => 'endedAt' in state);
  if (job === undefined) return;
  const batchId = batchIdOf('1', chance.below(2 ** 32));
  await answerTo(client.jobs.retry({ jobId: job.id, batchId }));
}

async function workAsAnother({ client, chance }: Life): Promise<void> {
  await answerTo(client.plan.workAs({ seat: `seat-${1 + chance.below(4)}` }));
}

async function pauseOrResume({ client, studio }: Life): Promise<void> {
  await (studio.queue.isPaused() ? client.jobs.resume() : client.jobs.pause());
}

/** Somebody sets the clock ahead by months, once in a while by more than a year, or back. */
async function letTimePass({ client, chance, clock }: Life): Promise<void> {
  const ahead = [20, 40, 70, 100, 400, -90][chance.below(6)] ?? 0;
  say(`jumping ${ahead}`);
  clock.jump(ahead * day);
  await client.credits.balance();
  say('jumped');
}

async function backUp({ client, studio, chance }: Life): Promise<void> {
  say('backing up');
  if (chance.below(2) === 0) await studio.backUp();
  else await client.proof.backUpNow();
  say('backed up');
}

/** Puts a backup in the ledger's place and ends; answers false, and goes on, when there is none. */
async function restoreOne({ client, studio, chance }: Life): Promise<boolean> {
  const { backups } = await client.proof.backups();
  const newest = backups.filter((each) => each.ours).slice(0, 6);
  const backup = newest[chance.below(newest.length)];
  if (backup === undefined) return false;
  say(`restoring ${backup.name}`);
  await client.proof.restore({ name: backup.name });
  await studio.close();
  say('restored');
  return true;
}
