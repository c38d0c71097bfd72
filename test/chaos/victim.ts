// The process that the chaos test kills: a real studio on real files, with an engine that takes a few
// milliseconds. It tells what it does, line by line, right when it does it.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import type { Engine } from '../../src-main/engines/engine';
import { verifyEverything } from '../../src-main/jobs/verify-everything';
import { sealedKeyStore } from '../../src-main/proof/sealed-key-store';
import { router } from '../../src-main/rpc/router';
import { openStudio, type Studio } from '../../src-main/studio';
import type { Verification } from '../../src-shared/contract/credits';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { memoryVault } from '../helpers/memory-vault';
import { tinyPicture } from '../helpers/scripted-engine';
import { cardIdOf, cardText } from './chaos-cards';
import { type Chance, chanceOf } from './seeded-random';
import { type Client, keepBusy } from './victim-life';
import { filesIn, type Opened, say, type VictimOptions } from './victim-talk';
import { jumpingClock } from './victim-time';

async function live(options: VictimOptions): Promise<void> {
  const chance = chanceOf(options.seed);
  const clock = jumpingClock(options);
  say('opening');
  const opened = await openStudio({
    dataFolder: options.folder,
    clock,
    engines: [quickEngine(chance)],
    saveDialog: async () => null,
    keys: sealedKeyStore(options.folder, () => memoryVault()),
    ownFolder: join(options.folder, 'own-configuration'),
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') {
    throw new Error(`unusable: ${opened.reason} ${opened.detail ?? ''}`);
  }
  const { studio } = opened;
  say('checking');
  say(`opened ${JSON.stringify(await inspect(studio))}`);
  studio.queue.work();
  const client = createRouterClient(router, { context: { studio, caller: 'terminal' } });
  await begin(client, options);
  if (!options.finish) return keepBusy({ studio, client, chance, clock, options });
  await client.jobs.resume();
  await finishQueue(studio, client);
  say(`finished ${JSON.stringify(await inspect(studio))}`);
  await studio.close();
}

async function begin(client: Client, { card }: VictimOptions): Promise<void> {
  await client.cards.import({ text: cardText(card, 0) });
  await client.workspace.begin({
    cardId: cardIdOf(card),
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
    ...(card === 'chatnow' ? { planId: 'plus' } : { planId: 'team', seats: 2 }),
  });
}

/** Lets everything run that has its hold; what waits for credit may wait for ever, and is cancelled. */
async function finishQueue(studio: Studio, client: Client): Promise<void> {
  for (;;) {
    const unfinished = studio.ports.jobs.unfinished();
    if (unfinished.length === 0) return;
    if (unfinished.every(({ held }) => !held)) await client.jobs.cancelAll();
    await pause(5);
  }
}

async function inspect(studio: Studio): Promise<Opened> {
  const { ports, proof, recovery } = studio;
  const { assets, library } = ports;
  let verification: Verification | null = null;
  for await (const step of verifyEverything(ports, undefined, proof.verifyHeads)) {
    verification = step;
  }
  if (verification === null) throw new Error('verify said nothing');
  const files = filesIn(library.folder);
  const delivered = assets.deliveredFiles();
  const known = (name: string) => delivered.has(name.slice(0, 64));
  return {
    verification,
    found: proof.state().atStart.kind,
    requeued: recovery.requeued.length,
    swept: recovery.sweptFiles,
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
      edits: [],
      styles: sketchStyles.map(({ id, name }) => ({ id, name })),
      qualities: ['basic'],
      seeds: true,
      cancel: true,
    },
    makes: ({ tool }) => tool === 'image',
    concurrency: 3,
    workplace: 'quick',
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

await live(JSON.parse(process.argv[2] ?? '') as VictimOptions);
