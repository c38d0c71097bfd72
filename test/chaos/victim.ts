// The process that the chaos test kills: a real studio on real files, with an engine that takes a few
// milliseconds. It tells what it does, line by line, right when it does it.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server';
import type { Engine } from '../../src-main/engines/engine';
import { verifyEverything } from '../../src-main/jobs/verify-everything';
import { router } from '../../src-main/rpc/router';
import { openStudio, type Studio } from '../../src-main/studio';
import { instant } from '../../src-shared/billing/instant';
import type { Verification } from '../../src-shared/contract/credits';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { tinyPicture } from '../helpers/scripted-engine';
import { type Chance, chanceOf } from './seeded-random';
import { batchIdOf, filesIn, type Opened, type VictimOptions } from './victim-talk';

const say = (line: string) => void writeSync(1, `${line}\n`);

async function live(options: VictimOptions): Promise<void> {
  const chance = chanceOf(options.seed);
  const started = Date.now();
  say('opening');
  const opened = await openStudio({
    dataFolder: options.folder,
    clock: { now: () => instant(options.time + Math.floor((Date.now() - started) * options.pace)) },
    engines: [quickEngine(chance)],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  const { studio } = opened;
  say('checking');
  say(`opened ${JSON.stringify(await inspect(studio))}`);
  studio.queue.work();
  const client = createRouterClient(router, { context: { studio, caller: 'terminal' } });
  await client.workspace.begin({
    cardId: 'chatnow',
    planId: 'plus',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
  });
  if (!options.finish) return keepBusy(studio, client, chance, options.batch);
  while (studio.ports.jobs.unfinished().length > 0) await pause(5);
  say(`finished ${JSON.stringify(await inspect(studio))}`);
  await studio.close();
}

async function inspect(studio: Studio): Promise<Opened> {
  const { assets, library } = studio.ports;
  let verification: Verification | null = null;
  for await (const step of verifyEverything(studio.ports, undefined)) verification = step;
  if (verification === null) throw new Error('verify said nothing');
  const files = filesIn(library.folder);
  const delivered = assets.deliveredFiles();
  const known = (name: string) => delivered.has(name.slice(0, 64));
  return {
    verification,
    requeued: studio.recovery.requeued.length,
    swept: studio.recovery.sweptFiles,
    dangling: files.filter((name) => !known(name)),
  };
}

function quickEngine(chance: Chance): Engine {
  return {
    capabilities: {
      id: 'quick',
      name: 'Quick',
      description: 'Gives one pixel in a few milliseconds.',
      tools: ['image'],
      styles: sketchStyles.map(({ id, name }) => ({ id, name })),
      qualities: ['basic'],
      seeds: true,
      cancel: true,
    },
    concurrency: 3,
    repeatable: true,
    health: () => ({ kind: 'ready' }),
    close: async () => undefined,
    async *run({ jobId, request }, signal) {
      say(`running ${jobId}`);
      yield { kind: 'progress', fraction: 0.5 };
      await pause(chance.below(8));
      if (signal.aborted) return { kind: 'cancelled' };
      if (request.seed % 11 === 0) {
        return { kind: 'refused', code: 'engine-refused', message: 'Not this one.' };
      }
      say(`produced ${jobId}`);
      const bytes = tinyPicture(request.seed);
      return { kind: 'produced', mediaType: 'image/png', bytes, width: 1, height: 1, reading: '' };
    },
  };
}

type Client = RouterClient<typeof router>;

/** Submits batch after batch, cancels and tries again now and then, until it is killed. */
async function keepBusy(
  studio: Studio,
  client: Client,
  chance: Chance,
  first: number,
): Promise<void> {
  for (let batch = first; ; batch += 1) {
    say(`submitting ${batch}`);
    await orRefused(client.jobs.submit(submissionOf(studio, batch)));
    say(`submitted ${batch}`);
    if (chance.below(5) === 0) await cancelOne(client, chance);
    if (chance.below(7) === 0) await retryNewest(client, batch);
    while (studio.ports.jobs.unfinished().length > 12) await pause(2);
  }
}

/** A refusal is an answer like any other; whatever else goes wrong ends the process. */
async function orRefused(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
    say(`refused ${error.data.code}`);
    await pause(5);
  }
}

/** The same number is always the same batch, so that it can be sent again after a crash. */
function submissionOf(studio: Studio, batch: number) {
  const card = studio.ports.workspace.read()?.card;
  if (card === undefined) throw new Error('the workspace has not begun');
  const count = 1 + (batch % 3);
  const { id, version } = card;
  const request: ImageRequest = {
    tool: 'image',
    prompt: `batch ${batch}`,
    negativePrompt: '',
    style: 'ink',
    model: 'image-swift',
    quality: 'basic',
    width: 256,
    height: 256,
    seed: batch * 3,
  };
  const accepted = { card: { id, version }, total: 2 * count };
  return { batchId: batchIdOf('0', batch), request, count, accepted };
}

async function cancelOne(client: Client, chance: Chance): Promise<void> {
  const { jobs } = await client.jobs.queue({ ended: 0 });
  const job = jobs[chance.below(jobs.length)];
  if (job !== undefined) await orRefused(client.jobs.cancel({ jobId: job.id }));
}

async function retryNewest(client: Client, batch: number): Promise<void> {
  const { jobs } = await client.jobs.queue({ ended: 1 });
  const job = jobs.find(({ state }) => 'endedAt' in state);
  if (job === undefined) return;
  await orRefused(client.jobs.retry({ jobId: job.id, batchId: batchIdOf('1', batch) }));
}

await live(JSON.parse(process.argv[2] ?? '') as VictimOptions);
