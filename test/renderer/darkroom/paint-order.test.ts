import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Painter,
  type PaintOrder,
  paintOrder,
} from '../../../src-renderer/darkroom/paint-order';
import type { DarkroomReport } from '../../../src-shared/contract/darkroom';

/** Stands in for the browser's: it encodes to its own size and the type that was asked for. */
class EncodingCanvas {
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    return { drawImage: () => undefined, imageSmoothingQuality: 'low' };
  }
  async convertToBlob({ type }: { type: string }) {
    return new Blob([Uint8Array.of(this.width % 256, this.height % 256)], { type });
  }
}

const order: PaintOrder = {
  kind: 'paint',
  orderId: 'job-1',
  request: {
    tool: 'image',
    prompt: 'a fox',
    negativePrompt: '',
    style: 'ink',
    model: 'image-generator',
    quality: 'basic',
    width: 512,
    height: 300,
    seed: 7,
  },
};

/** Takes so many steps; with `effort`, each passes so many milliseconds of the clock. */
function painterOf(steps: number, effort = 0): Painter {
  return function* () {
    for (let step = 0; step < steps; step += 1) {
      clock += effort;
      yield { fraction: step / steps };
    }
    return { reading: 'a fox in ink' };
  };
}

let clock = 0;

beforeEach(() => {
  clock = 0;
  vi.stubGlobal('OffscreenCanvas', EncodingCanvas);
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function kinds(reports: readonly DarkroomReport[], kind: DarkroomReport['kind']): number {
  return reports.filter((report) => report.kind === kind).length;
}

test('a picture ends as PNG with what was understood of the prompt', async () => {
  const ending = await paintOrder(painterOf(3), order, new AbortController().signal, vi.fn());
  expect(ending).toEqual({
    kind: 'painted',
    orderId: 'job-1',
    bytes: Uint8Array.of(0, 44),
    reading: 'a fox in ink',
  });
});

test('the last preview shows the finished picture', async () => {
  const reports: DarkroomReport[] = [];
  const tell = (report: DarkroomReport) => void reports.push(report);
  const ending = await paintOrder(painterOf(3), order, new AbortController().signal, tell);
  expect(ending.kind).toBe('painted');
  expect(reports.at(-1)).toMatchObject({ kind: 'preview', orderId: 'job-1' });
  expect(kinds(reports, 'preview')).toBe(1);
});

test('it tells of progress ten times a second and shows previews four times a second', async () => {
  const reports: DarkroomReport[] = [];
  const tell = (report: DarkroomReport) => void reports.push(report);
  // A hundred steps of 20 ms: two seconds.
  await paintOrder(painterOf(100, 20), order, new AbortController().signal, tell);
  expect(kinds(reports, 'progress')).toBeGreaterThanOrEqual(10);
  expect(kinds(reports, 'progress')).toBeLessThanOrEqual(20);
  expect(kinds(reports, 'preview')).toBeGreaterThanOrEqual(4);
  expect(kinds(reports, 'preview')).toBeLessThanOrEqual(8);
});

test('a cancel is heeded within a spell of 25 ms and one more step', async () => {
  const cancellation = new AbortController();
  let cancelledAt = Number.NaN;
  const tell = () => {
    if (clock < 1000 || cancellation.signal.aborted) return;
    cancelledAt = clock;
    cancellation.abort();
  };
  const ending = await paintOrder(
    painterOf(Number.POSITIVE_INFINITY, 10),
    order,
    cancellation.signal,
    tell,
  );
  expect(ending).toEqual({ kind: 'cancelled', orderId: 'job-1' });
  expect(clock - cancelledAt).toBeLessThanOrEqual(35);
});

test('messages are heard while it paints', async () => {
  const cancellation = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => cancellation.abort();
  port2.postMessage('cancel');
  const forever = painterOf(Number.POSITIVE_INFINITY, 5);
  const ending = await paintOrder(forever, order, cancellation.signal, vi.fn());
  port1.close();
  expect(ending.kind).toBe('cancelled');
});

test('a cancel while the picture is being encoded is heeded at once', async () => {
  const cancellation = new AbortController();
  vi.spyOn(EncodingCanvas.prototype, 'convertToBlob').mockImplementation(() => {
    cancellation.abort();
    return new Promise(() => undefined);
  });
  const ending = await paintOrder(painterOf(1), order, cancellation.signal, vi.fn());
  expect(ending).toEqual({ kind: 'cancelled', orderId: 'job-1' });
});

test('a fault of the painter is not hidden', async () => {
  const faulty: Painter = function* () {
    yield { fraction: 0 };
    throw new TypeError('no brush');
  };
  const painting = paintOrder(faulty, order, new AbortController().signal, vi.fn());
  await expect(painting).rejects.toThrow('no brush');
});
