import { crc32, deflateSync } from 'node:zlib';
import type { Engine, EngineOrder, EngineOutcome } from '../../src-main/engines/engine';
import { clipTools } from '../../src-shared/jobs/clip-request';
import { editKinds } from '../../src-shared/jobs/edit-request';
import { mediaTypeOf, type Request } from '../../src-shared/jobs/request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import { tinyClip } from './tiny-clip';

/** What the engine is told to do with the next order. */
export type Script =
  | { readonly kind: 'deliver' }
  /** Works until the test lets it go on, heeding the signal. */
  | { readonly kind: 'wait-for-release' }
  | { readonly kind: 'refuse'; readonly message: string }
  | { readonly kind: 'unknown' };

export type ScriptedEngine = Engine & {
  /** The scripts of the coming orders; when it is empty, every order is delivered. */
  readonly scripts: Script[];
  /** Every order that was ever given, in the order of arrival. */
  readonly orders: EngineOrder[];
  /** Lets every order that waits go on and deliver. */
  release(): void;
};

/** An engine whose outcomes a test writes beforehand; its pictures and clips are real, tiny files. */
export function scriptedEngine(
  options: { repeatable?: boolean; concurrency?: number } = {},
): ScriptedEngine {
  const scripts: Script[] = [];
  const orders: EngineOrder[] = [];
  let waiting: (() => void)[] = [];
  return {
    capabilities: {
      id: 'scripted',
      name: 'Scripted',
      description: 'Does what a test says.',
      tools: ['image', 'topic-to-video', 'helper-visual', 'edit', ...clipTools, 'assembly'],
      edits: editKinds,
      styles: sketchStyles.map(({ id, name }) => ({ id, name })),
      qualities: ['basic', 'premium'],
      seeds: true,
      cancel: true,
    },
    makes: () => true,
    workplace: 'scripted',
    concurrency: options.concurrency ?? 1,
    repeatable: options.repeatable ?? true,
    scripts,
    orders,
    health: () => ({ kind: 'ready' }),
    close: async () => undefined,
    release: () => {
      const released = waiting;
      waiting = [];
      for (const resolve of released) resolve();
    },
    async *run(order, signal) {
      orders.push(order);
      const script = scripts.shift() ?? { kind: 'deliver' };
      yield { kind: 'accepted' };
      yield { kind: 'progress', fraction: 0.5 };
      if (script.kind === 'wait-for-release') {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      }
      yield { kind: 'preview', mediaType: 'image/webp', bytes: Uint8Array.of(1, 2, 3) };
      return outcomeOf(script, order, signal);
    },
  };
}

function outcomeOf(script: Script, order: EngineOrder, signal: AbortSignal): EngineOutcome {
  if (signal.aborted) return { kind: 'cancelled' };
  switch (script.kind) {
    case 'deliver':
    case 'wait-for-release':
      return delivered(order.request);
    case 'refuse':
      return { kind: 'refused', code: 'engine-refused', message: script.message };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

function delivered(request: Request): EngineOutcome {
  const mediaType = mediaTypeOf(request);
  if (mediaType !== 'image/png') {
    const bytes = tinyClip(mediaType);
    return { kind: 'produced', mediaType, bytes, width: 16, height: 16, reading: 'a test card' };
  }
  const bytes = tinyPicture(request.seed);
  return { kind: 'produced', mediaType, bytes, width: 1, height: 1, reading: 'one pixel' };
}

/** A valid PNG of one pixel whose colour is the seed. */
export function tinyPicture(seed: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixel = Buffer.from([0, seed & 255, (seed >> 8) & 255, (seed >> 16) & 255]);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixel)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
