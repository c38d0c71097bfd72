import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Darkroom, DarkroomNews } from '../../../src-main/engines/darkroom/darkroom';
import { createDarkrooms, darkroomsFor } from '../../../src-main/engines/darkroom/darkrooms';
import type { EngineEvent, EngineOutcome } from '../../../src-main/engines/engine';
import { createSketchEngine } from '../../../src-main/engines/sketch/sketch-engine';
import type { DarkroomCommand } from '../../../src-shared/contract/darkroom';
import type { ImageRequest } from '../../../src-shared/jobs/image-request';
import { greyPng } from '../../helpers/png';

/** A darkroom that says what a test tells it to say. */
class ScriptedDarkroom implements Darkroom {
  isOpen = true;
  readonly commands: DarkroomCommand[] = [];
  /** Answers each command at once, as far as the test wants it to. */
  answer: (command: DarkroomCommand) => DarkroomNews | null = () => null;
  private listener: ((news: DarkroomNews) => void) | null = null;

  send(command: DarkroomCommand): void {
    this.commands.push(command);
    const news = this.answer(command);
    if (news !== null) this.say(news);
  }

  listen(listener: ((news: DarkroomNews) => void) | null): void {
    this.listener = listener;
  }

  say(news: DarkroomNews): void {
    this.listener?.(news);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.say({ kind: 'lost', reason: 'closed' });
  }
}

const request: ImageRequest = {
  tool: 'image',
  prompt: 'a fox',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 256,
  height: 300,
  seed: 7,
};
const picture = greyPng(256, 300);
const order = { jobId: 'job-1', request, inputs: new Map<string, Uint8Array>() };
const orderId = order.jobId;
const made = {
  kind: 'made',
  orderId,
  mediaType: 'image/png',
  bytes: picture,
  width: 256,
  height: 300,
  reading: 'a fox',
} as const;
const patience = { silence: 60_000, cancelling: 80, windingDown: 5_000, reading: 40_000 };

function painted(command: DarkroomCommand): DarkroomNews | null {
  if (command.kind === 'cancel') return null;
  return { ...made, orderId: command.orderId };
}

function newDarkrooms(answer: ScriptedDarkroom['answer'] = () => null) {
  const opened: ScriptedDarkroom[] = [];
  const darkrooms = createDarkrooms({
    open: async () => {
      const darkroom = new ScriptedDarkroom();
      darkroom.answer = answer;
      opened.push(darkroom);
      return darkroom;
    },
    idle: 30_000,
    patience,
  });
  const engine = createSketchEngine(darkrooms, 2);
  const start = (signal = new AbortController().signal, jobId = orderId) =>
    finish(engine.run({ ...order, jobId }, signal));
  return { opened, darkrooms, engine, start };
}

type Finished = { readonly events: EngineEvent[]; readonly outcome: EngineOutcome };

async function finish(run: AsyncGenerator<EngineEvent, EngineOutcome, void>): Promise<Finished> {
  const events: EngineEvent[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done === true) return { events, outcome: step.value };
    events.push(step.value);
  }
}

const crashed = { kind: 'refused', code: 'engine-crashed' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('painting', () => {
  test('progress and previews are passed on, and the picture ends it', async () => {
    const { opened, start } = newDarkrooms();
    const running = start();
    await vi.advanceTimersByTimeAsync(0);
    const [darkroom] = opened;
    expect(darkroom?.commands).toEqual([{ kind: 'make', orderId, request, inputs: [] }]);
    darkroom?.say({ kind: 'progress', orderId, fraction: 0.5 });
    darkroom?.say({ kind: 'preview', orderId, mediaType: 'image/webp', bytes: picture });
    darkroom?.say(made);
    const { events, outcome } = await running;
    expect(events.map((event) => event.kind)).toEqual(['accepted', 'progress', 'preview']);
    expect(outcome).toEqual({
      kind: 'produced',
      mediaType: 'image/png',
      bytes: picture,
      width: 256,
      height: 300,
      reading: 'a fox',
    });
  });

  test('one after the other share a darkroom, two at once have one each', async () => {
    const { opened, start } = newDarkrooms(painted);
    await start();
    await start();
    expect(opened).toHaveLength(1);
    await Promise.all([start(), start()]);
    expect(opened).toHaveLength(2);
  });

  test('a darkroom without work is closed after a while, one with work is not', async () => {
    const { opened, start } = newDarkrooms(painted);
    await start();
    await vi.advanceTimersByTimeAsync(29_000);
    await start();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(opened[0]?.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(opened[0]?.isOpen).toBe(false);
    await start();
    expect(opened).toHaveLength(2);
  });

  test('a darkroom lost while resting is not used again', async () => {
    const { opened, start } = newDarkrooms(painted);
    await start();
    if (opened[0] !== undefined) opened[0].isOpen = false;
    expect((await start()).outcome.kind).toBe('produced');
    expect(opened).toHaveLength(2);
  });

  test('closing closes every darkroom', async () => {
    const { opened, engine, start } = newDarkrooms(painted);
    await start();
    await engine.close();
    expect(opened.map((darkroom) => darkroom.isOpen)).toEqual([false]);
    expect((await start()).outcome.kind).toBe('produced');
  });
});

describe('what goes wrong costs the order and no more', () => {
  test('a crash', async () => {
    const { opened, start } = newDarkrooms();
    const running = start();
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.close();
    expect((await running).outcome).toMatchObject(crashed);
  });

  test('a hang: silence for a minute', async () => {
    const { opened, start } = newDarkrooms();
    const running = start();
    await vi.advanceTimersByTimeAsync(59_000);
    opened[0]?.say({ kind: 'progress', orderId, fraction: 0.1 });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(opened[0]?.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await running).outcome).toMatchObject(crashed);
    expect(opened[0]?.isOpen).toBe(false);
  });

  test('a fault of the painter leaves its darkroom in use', async () => {
    const { opened, start } = newDarkrooms(() => ({ kind: 'failed', orderId, message: 'a fox' }));
    const { outcome } = await start();
    expect(outcome).toMatchObject(crashed);
    expect(JSON.stringify(outcome)).not.toContain('a fox');
    await start();
    expect(opened).toHaveLength(1);
  });

  test.each<[string, DarkroomNews]>([
    ['another order’s picture', { ...made, orderId: 'job-2' }],
    ['another size', { ...made, bytes: greyPng(300, 256), width: 300, height: 256 }],
    ['another size than it says', { ...made, bytes: greyPng(300, 256) }],
    ['another kind of file', { ...made, mediaType: 'video/mp4' }],
    ['no picture', { ...made, bytes: Uint8Array.of(1) }],
    ['a cancel nobody asked for', { kind: 'cancelled', orderId }],
    ['a second start', { kind: 'ready' }],
  ])('%s: the darkroom is no longer trusted', async (_what, news) => {
    const { opened, start } = newDarkrooms(() => news);
    expect((await start()).outcome).toMatchObject(crashed);
    expect(opened[0]?.isOpen).toBe(false);
  });

  test('an order that no darkroom paints is refused before one is opened', async () => {
    const { opened, darkrooms } = newDarkrooms(painted);
    for (const wrong of [
      { width: 4096 },
      { style: 'photo' },
      { seed: -1 },
      { prompt: 'a'.repeat(2001) },
    ]) {
      const run = darkrooms.make(
        { ...order, request: { ...request, ...wrong } },
        new AbortController().signal,
      );
      expect((await finish(run)).outcome).toMatchObject({
        kind: 'refused',
        code: 'engine-refused',
      });
    }
    expect(opened).toHaveLength(0);
  });

  test('a darkroom that does not open', async () => {
    const darkrooms = createDarkrooms({ open: async () => ({ kind: 'lost', reason: 'crashed' }) });
    const run = darkrooms.make(order, new AbortController().signal);
    expect((await finish(run)).outcome).toMatchObject(crashed);
  });
});

describe('more than pictures from words', () => {
  const clip = {
    tool: 'video',
    prompt: 'a fox',
    negativePrompt: '',
    style: 'ink',
    model: 'video-generator',
    quality: 'basic',
    width: 1280,
    height: 720,
    seed: 7,
    seconds: 5,
    format: 'mp4',
    camera: 'auto',
    first: null,
    last: null,
  } as const;
  const madeClip = { ...made, mediaType: 'video/mp4', width: 1280, height: 720 } as const;

  async function outcomeOf(news: DarkroomNews): Promise<EngineOutcome> {
    const { darkrooms } = newDarkrooms((command) => (command.kind === 'make' ? news : null));
    const run = darkrooms.make({ ...order, request: clip }, new AbortController().signal);
    return (await finish(run)).outcome;
  }

  test('a clip is passed on as the kind of file that it is', async () => {
    expect(await outcomeOf(madeClip)).toMatchObject({
      kind: 'produced',
      mediaType: 'video/mp4',
      width: 1280,
      height: 720,
    });
  });

  test.each<[string, DarkroomNews]>([
    ['another format', { ...madeClip, mediaType: 'video/webm' }],
    ['a picture in place of a clip', made],
    ['another size', { ...madeClip, width: 1920, height: 1080 }],
  ])('%s is not what was ordered', async (_what, news) => {
    expect(await outcomeOf(news)).toMatchObject(crashed);
  });

  test('the pictures that it starts from go with the order', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const source = 'ab'.repeat(32);
    const edit = {
      ...request,
      tool: 'edit',
      source,
      action: { kind: 'enlarge', factor: 2 },
    } as const;
    const inputs = new Map([[source, picture]]);
    const run = finish(
      darkrooms.make({ ...order, request: edit, inputs }, new AbortController().signal),
    );
    await vi.advanceTimersByTimeAsync(0);
    const files = [{ sha256: source, bytes: picture }];
    expect(opened[0]?.commands).toEqual([{ kind: 'make', orderId, request: edit, inputs: files }]);
    opened[0]?.say(made);
    expect((await run).outcome.kind).toBe('produced');
  });

  test('what can’t be worked on is refused with its reason, and the darkroom stays in use', async () => {
    const { opened, start } = newDarkrooms((command) =>
      command.kind === 'make' ? { kind: 'refused', orderId, message: 'It is no picture.' } : null,
    );
    expect((await start()).outcome).toEqual({
      kind: 'refused',
      code: 'engine-refused',
      message: 'It is no picture.',
    });
    await start();
    expect(opened).toHaveLength(1);
  });
});

describe('bringing a picture in', () => {
  const file = Uint8Array.of(1, 2, 3);

  test('answers a PNG of whatever size it has', async () => {
    const { opened, darkrooms } = newDarkrooms(painted);
    expect(await darkrooms.bringIn(file)).toMatchObject({
      kind: 'produced',
      bytes: picture,
      width: 256,
      height: 300,
    });
    expect(opened[0]?.commands).toMatchObject([{ kind: 'bring-in', file }]);
  });

  test('a file that is none is refused with the reason', async () => {
    const { darkrooms } = newDarkrooms(({ orderId: id }) => ({
      kind: 'refused',
      orderId: id,
      message: 'it is no picture',
    }));
    expect(await darkrooms.bringIn(file)).toMatchObject({
      kind: 'refused',
      message: 'it is no picture',
    });
  });

  test('a file that kills its darkroom costs nothing else', async () => {
    const { opened, darkrooms, start } = newDarkrooms();
    const bringing = darkrooms.bringIn(file);
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.close();
    expect(await bringing).toMatchObject(crashed);
    const next = start();
    await vi.advanceTimersByTimeAsync(0);
    opened[1]?.say(made);
    expect((await next).outcome.kind).toBe('produced');
  });

  test('a clip in place of a picture is a breach', async () => {
    const { darkrooms } = newDarkrooms(({ orderId: id }) => ({
      ...made,
      orderId: id,
      mediaType: 'video/mp4',
    }));
    expect(await darkrooms.bringIn(file)).toMatchObject(crashed);
  });
});

describe('cancelling', () => {
  test('a darkroom that heeds it is used again', async () => {
    const { opened, start } = newDarkrooms((command) =>
      command.kind === 'cancel' ? { kind: 'cancelled', orderId } : null,
    );
    const stop = new AbortController();
    const running = start(stop.signal);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect((await running).outcome).toEqual({ kind: 'cancelled' });
    const next = start(undefined, 'job-2');
    await vi.advanceTimersByTimeAsync(10);
    expect(opened).toHaveLength(1);
    opened[0]?.say({ ...made, orderId: 'job-2' });
    expect((await next).outcome.kind).toBe('produced');
  });

  test('a busy darkroom keeps nobody waiting, and is used again when it comes to rest', async () => {
    const { opened, start } = newDarkrooms();
    const stop = new AbortController();
    const running = start(stop.signal);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await vi.advanceTimersByTimeAsync(80);
    expect((await running).outcome).toEqual({ kind: 'cancelled' });
    const meanwhile = start(undefined, 'job-2');
    await vi.advanceTimersByTimeAsync(10);
    expect(opened).toHaveLength(2);
    opened[0]?.say({ kind: 'cancelled', orderId });
    void start(undefined, 'job-3');
    await vi.advanceTimersByTimeAsync(10);
    expect(opened[0]?.commands.at(-1)).toMatchObject({ kind: 'make', orderId: 'job-3' });
    opened[1]?.say({ ...made, orderId: 'job-2' });
    expect((await meanwhile).outcome.kind).toBe('produced');
  });

  test('a hung darkroom is closed in the background', async () => {
    const { opened, start } = newDarkrooms();
    const stop = new AbortController();
    const running = start(stop.signal);
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await vi.advanceTimersByTimeAsync(80);
    expect((await running).outcome).toEqual({ kind: 'cancelled' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(opened[0]?.isOpen).toBe(false);
  });

  test('before it began, nothing is opened; while it opens, nobody waits', async () => {
    const { opened, start } = newDarkrooms(painted);
    expect((await start(AbortSignal.abort())).outcome).toEqual({ kind: 'cancelled' });
    expect(opened).toHaveLength(0);
    const darkrooms = createDarkrooms({ open: () => new Promise(() => undefined), patience });
    const stop = new AbortController();
    const running = finish(darkrooms.make(order, stop.signal));
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    expect((await running).outcome).toEqual({ kind: 'cancelled' });
  });

  test('a picture that came before the cancel was heard is delivered', async () => {
    const { opened, start } = newDarkrooms();
    const stop = new AbortController();
    const running = start(stop.signal);
    await vi.advanceTimersByTimeAsync(10);
    opened[0]?.say(made);
    stop.abort();
    expect((await running).outcome.kind).toBe('produced');
  });

  test('a caller that walks away stops the painter', async () => {
    const { opened, engine } = newDarkrooms();
    const run = engine.run(order, new AbortController().signal);
    await run.next();
    await run.return({ kind: 'cancelled' });
    expect(opened[0]?.commands.map((command) => command.kind)).toEqual(['make', 'cancel']);
  });
});

test('one core is left for the rest of Tally, and two darkrooms are enough', () => {
  expect([1, 2, 3, 4, 64].map(darkroomsFor)).toEqual([1, 1, 2, 2, 2]);
});

describe('reading a document', () => {
  const file = new TextEncoder().encode('Bees fly.');
  const document = {
    title: '',
    parts: [{ kind: 'paragraph' as const, text: 'Bees fly.' }],
    cut: false,
  };
  const idOf = (command: DarkroomCommand) => command.orderId;

  test('the text comes back, and the darkroom is used again', async () => {
    const { opened, darkrooms } = newDarkrooms((command) => ({
      kind: 'read',
      orderId: idOf(command),
      document,
    }));
    expect(await darkrooms.readDocument(file, 'bees.txt')).toEqual({ kind: 'read', document });
    await darkrooms.readDocument(file, 'bees.txt');
    expect(opened).toHaveLength(1);
    expect(opened[0]?.commands[0]).toMatchObject({ kind: 'read-document', file, name: 'bees.txt' });
  });

  test('why it can’t be used is passed on', async () => {
    const { darkrooms } = newDarkrooms((command) => ({
      kind: 'refused',
      orderId: idOf(command),
      message: 'it is damaged',
    }));
    expect(await darkrooms.readDocument(file, 'bees.pdf')).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged',
    });
  });

  test('one that hangs is given up after 40 s and its darkroom ended', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const reading = darkrooms.readDocument(file, 'bees.pdf');
    await vi.advanceTimersByTimeAsync(41_000);
    expect(await reading).toEqual({ kind: 'unreadable', reason: 'it takes too long to read' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(opened[0]?.isOpen).toBe(false);
  });

  test('one that breaks its reader is refused', async () => {
    const { opened, darkrooms } = newDarkrooms();
    const reading = darkrooms.readDocument(file, 'bees.pdf');
    await vi.advanceTimersByTimeAsync(0);
    opened[0]?.close();
    expect(await reading).toEqual({
      kind: 'unreadable',
      reason: 'it is damaged, or too much to be read',
    });
  });

  test('a text in answer to a picture is a breach, and the other way round', async () => {
    const asText = newDarkrooms((command) => ({ kind: 'read', orderId: idOf(command), document }));
    expect((await asText.start()).outcome).toMatchObject(crashed);
    expect(asText.opened[0]?.isOpen).toBe(false);
    const asPicture = newDarkrooms(painted);
    expect((await asPicture.darkrooms.readDocument(file, 'a.txt')).kind).toBe('unreadable');
    expect(asPicture.opened[0]?.isOpen).toBe(false);
  });
});
