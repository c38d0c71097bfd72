import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ReadOutcome } from '../../src-main/engines/darkroom/read-outcome';
import type { EngineOutcome } from '../../src-main/engines/engine';
import { pngHeaderSize } from '../../src-main/gallery/png-chunks';
import { sealedKeyStore, type Vault } from '../../src-main/proof/sealed-key-store';
import type { KeyStore } from '../../src-main/proof/signing-key';
import type { Caller } from '../../src-main/rpc/context';
import { router } from '../../src-main/rpc/router';
import { openStudio, type Studio } from '../../src-main/studio';
import type { StudioOptions } from '../../src-main/studio-options';
import { readDocument } from '../../src-renderer/darkroom/documents/read-document';
import type { Instant } from '../../src-shared/billing/instant';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { type FrozenClock, frozenClock } from './frozen-clock';
import { memoryVault } from './memory-vault';
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
  options: {
    folder?: string;
    clock?: FrozenClock;
    /** Makes a test workspace whose own clock starts then. */
    testClock?: Instant | null;
    engine?: ScriptedEngine;
    caller?: Caller;
    /** Where the second copy of the heads is kept; inside the data folder when left out. */
    ownFolder?: string;
    keys?: KeyStore;
    /** Seals the key of a language model; left out, there is no key store. */
    modelVault?: () => Vault;
  } = {},
): Promise<TestStudio> {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? frozenClock('2026-01-31T10:00:00Z');
  const engine = options.engine ?? scriptedEngine();
  const studio = await openWith({
    dataFolder: folder,
    clock,
    engines: [engine],
    testClock: options.testClock ?? null,
    ownFolder: options.ownFolder ?? join(folder, 'own-configuration'),
    ...(options.modelVault === undefined ? {} : { modelVault: options.modelVault }),
    keys: options.keys ?? sealedKeyStore(folder, () => memoryVault()),
  });
  const client = createRouterClient(router, {
    context: { studio, caller: options.caller ?? 'page' },
  });
  return { studio, client, engine, clock, folder };
}

async function openWith(
  options: Omit<StudioOptions, 'saveDialog' | 'report' | 'bringIn' | 'readDocument'>,
): Promise<Studio> {
  const opened = await openStudio({
    ...options,
    saveDialog: async () => null,
    bringIn: takePng,
    readDocument: readHere,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  return opened.studio;
}

/** Takes a PNG as it is, by its head, as the darkroom takes one; there is no window here that could decode others. */
async function takePng(file: Uint8Array): Promise<EngineOutcome> {
  const size = pngHeaderSize(file);
  if (size === null) return { kind: 'refused', code: 'engine-refused', message: 'it is no PNG' };
  return { kind: 'produced', mediaType: 'image/png', bytes: file, ...size, reading: '' };
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

/** The darkroom's own reader, without the darkroom around it. */
async function readHere(file: Uint8Array, name: string): Promise<ReadOutcome> {
  const read = await readDocument(file, name, () => undefined);
  return read.kind === 'read' ? read : { kind: 'unreadable', reason: read.message };
}
