import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DarkroomNews } from '../../../src-main/engines/darkroom/darkroom';
import { createDarkrooms, darkroomsFor } from '../../../src-main/engines/darkroom/darkrooms';
import { greyPng } from '../../helpers/png';
import {
  crashed,
  finish,
  made,
  newDarkrooms,
  order,
  orderId,
  painted,
  patience,
  picture,
  request,
} from '../../helpers/scripted-darkroom';

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
