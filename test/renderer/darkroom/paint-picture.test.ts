import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setUpBench } from '../../../src-renderer/darkroom/bench';
import type { Made } from '../../../src-renderer/darkroom/maker';
import { type Painter, paintWith } from '../../../src-renderer/darkroom/paint-picture';
import type { DarkroomReport } from '../../../src-shared/contract/darkroom';
import type { ImageRequest } from '../../../src-shared/jobs/image-request';

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

const request: ImageRequest = {
  tool: 'image',
  prompt: 'a fox',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 512,
  height: 300,
  seed: 7,
};

function paint(
  painter: Painter,
  signal = new AbortController().signal,
  tell: (report: DarkroomReport) => void = () => undefined,
): Promise<Made> {
  return paintWith(painter, request, setUpBench({ orderId: 'job-1', inputs: [] }, signal, tell));
}

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
  const ending = await paint(painterOf(3));
  expect(ending).toEqual({
    kind: 'made',
    mediaType: 'image/png',
    bytes: Uint8Array.of(0, 44),
    width: 512,
    height: 300,
    reading: 'a fox in ink',
  });
});

test('the last preview shows the finished picture', async () => {
  const reports: DarkroomReport[] = [];
  const tell = (report: DarkroomReport) => void reports.push(report);
  const ending = await paint(painterOf(3), undefined, tell);
  expect(ending.kind).toBe('made');
  expect(reports.at(-1)).toMatchObject({ kind: 'preview', orderId: 'job-1' });
  expect(kinds(reports, 'preview')).toBe(1);
});

test('it tells of progress ten times a second and shows previews four times a second', async () => {
  const reports: DarkroomReport[] = [];
  const tell = (report: DarkroomReport) => void reports.push(report);
  // A hundred steps of 20 ms: two seconds.
  await paint(painterOf(100, 20), undefined, tell);
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
  const ending = await paint(painterOf(Number.POSITIVE_INFINITY, 10), cancellation.signal, tell);
  expect(ending).toEqual({ kind: 'cancelled' });
  expect(clock - cancelledAt).toBeLessThanOrEqual(35);
});

test('messages are heard while it paints', async () => {
  const cancellation = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => cancellation.abort();
  port2.postMessage('cancel');
  const forever = painterOf(Number.POSITIVE_INFINITY, 5);
  const ending = await paint(forever, cancellation.signal);
  port1.close();
  expect(ending.kind).toBe('cancelled');
});

test('a cancel while the picture is being encoded is heeded at once', async () => {
  const cancellation = new AbortController();
  vi.spyOn(EncodingCanvas.prototype, 'convertToBlob').mockImplementation(() => {
    cancellation.abort();
    return new Promise(() => undefined);
  });
  const ending = await paint(painterOf(1), cancellation.signal);
  expect(ending).toEqual({ kind: 'cancelled' });
});

test('a fault of the painter is not hidden', async () => {
  const faulty: Painter = function* () {
    yield { fraction: 0 };
    throw new TypeError('no brush');
  };
  const painting = paint(faulty);
  await expect(painting).rejects.toThrow('no brush');
});

test('a maker gets the pictures that its request names, and no other', () => {
  const bytes = Uint8Array.of(1);
  const inputs = [{ sha256: 'ab', bytes }];
  const bench = setUpBench({ orderId: 'job-1', inputs }, new AbortController().signal, vi.fn());
  expect(bench.input('ab')).toBe(bytes);
  expect(() => bench.input('cd')).toThrow('no such picture');
});

test('progress stays between nothing and all', () => {
  const tell = vi.fn();
  const bench = setUpBench({ orderId: 'job-1', inputs: [] }, new AbortController().signal, tell);
  bench.progress(1.2);
  clock += 1000;
  bench.progress(-0.2);
  expect(tell.mock.calls).toEqual([
    [{ kind: 'progress', orderId: 'job-1', fraction: 1 }],
    [{ kind: 'progress', orderId: 'job-1', fraction: 0 }],
  ]);
});
