import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Clock } from '../../src-main/clock';
import type { Caller } from '../../src-main/rpc/context';
import { router } from '../../src-main/rpc/router';
import { openStudio, type Studio } from '../../src-main/studio';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { type FrozenClock, frozenClock } from './frozen-clock';
import { type ScriptedEngine, scriptedEngine } from './scripted-engine';

export type TestStudio = {
  readonly studio: Studio;
  readonly client: RouterClient<typeof router>;
  readonly engine: ScriptedEngine;
  readonly clock: FrozenClock;
  readonly folder: string;
};

/** A folder that the caller removes. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tally-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A real studio on real files, with a scripted engine and a frozen clock; it does not work until told. */
export async function openTestStudio(
  options: { folder?: string; clock?: FrozenClock; engine?: ScriptedEngine; caller?: Caller } = {},
): Promise<TestStudio> {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? frozenClock('2026-01-31T10:00:00Z');
  const engine = options.engine ?? scriptedEngine();
  const studio = await openWith(folder, clock, engine);
  const client = createRouterClient(router, {
    context: { studio, caller: options.caller ?? 'page' },
  });
  return { studio, client, engine, clock, folder };
}

async function openWith(folder: string, clock: Clock, engine: ScriptedEngine): Promise<Studio> {
  const opened = await openStudio({
    dataFolder: folder,
    clock,
    engines: [engine],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  return opened.studio;
}

/** A request that both rate cards' image models can make, on the AI Studios card. */
export const foxRequest: ImageRequest = {
  tool: 'image',
  prompt: 'a fox in the snow',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 512,
  height: 512,
  seed: 7,
};
