import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { letGo, pictureOf } from './encode';
import type { Bench, Made, Maker } from './maker';
import { paint } from './sketch/paint';
import { asStyle } from './sketch/styles';

/** How long it paints before it listens, in milliseconds: well below the 100 ms a cancel may take. */
const spell = 25;

/** Paints in steps that are short; the last says what was understood of the prompt, for a person. */
export type Painter = (
  request: ImageRequest,
  canvas: OffscreenCanvas,
) => Generator<{ readonly fraction: number }, { readonly reading: string }>;

const sketch: Painter = (request, canvas) =>
  paint({ ...request, style: asStyle(request.style) }, canvas);

/** A picture from words (A1, A5, B1), painted by Sketch. */
export const paintPicture: Maker<ImageRequest> = (request, bench) =>
  paintWith(sketch, request, bench);

/** Paints in short spells and shows how far it is. A fault of the painter is thrown on. */
export async function paintWith(
  painter: Painter,
  request: ImageRequest,
  bench: Bench,
): Promise<Made> {
  const canvas = new OffscreenCanvas(request.width, request.height);
  const steps = painter(request, canvas);
  for (;;) {
    const step = stepsUntil(steps, performance.now() + spell);
    if (bench.signal.aborted) return { kind: 'cancelled' };
    if (step.done === true) return deliver(canvas, step.value.reading, bench);
    bench.progress(step.value.fraction);
    await bench.preview(canvas);
    await bench.pause();
  }
}

function stepsUntil<Step, Summary>(
  steps: Generator<Step, Summary>,
  ends: number,
): IteratorResult<Step, Summary> {
  let step = steps.next();
  while (step.done !== true && performance.now() < ends) step = steps.next();
  return step;
}

/** Hands a finished picture over, after a last preview, which shows it whole. A cancel need not wait for the encoder. */
export async function deliver(
  canvas: OffscreenCanvas,
  reading: string,
  bench: Bench,
): Promise<Made> {
  const { signal } = bench;
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  await Promise.race([bench.lastPreview(canvas), aborted]);
  const bytes = await Promise.race([pictureOf(canvas), aborted]);
  if (bytes === null || signal.aborted) return { kind: 'cancelled' };
  const { width, height } = canvas;
  letGo(canvas);
  return { kind: 'made', mediaType: 'image/png', bytes, width, height, reading };
}
