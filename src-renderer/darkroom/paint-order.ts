import type { DarkroomCommand, DarkroomReport } from '../../src-shared/contract/darkroom';
import { pictureOf, previewOf } from './encode';
import { pause } from './pause';

export type PaintOrder = Extract<DarkroomCommand, { kind: 'paint' }>;
/** Paints in steps that are short; the last says what was understood of the prompt, for a person. */
export type Painter = (
  request: PaintOrder['request'],
  canvas: OffscreenCanvas,
) => Generator<{ readonly fraction: number }, { readonly reading: string }>;

export type Ending = Extract<DarkroomReport, { kind: 'painted' | 'cancelled' | 'failed' }>;

/** How long it paints before it listens, in milliseconds: well below the 100 ms a cancel may take. */
const spell = 25;
const betweenProgress = 100;
const betweenPreviews = 250;
/** Painting takes at least so many times longer than looking at it. */
const previewShare = 8;

/**
 * Paints one order in short spells and tells how far it is. The signal is heeded between two spells and
 * while the finished picture is being encoded. A fault of the painter is thrown on.
 */
export async function paintOrder(
  painter: Painter,
  { orderId, request }: PaintOrder,
  signal: AbortSignal,
  tell: (report: DarkroomReport) => void,
): Promise<Ending> {
  const canvas = new OffscreenCanvas(request.width, request.height);
  const steps = painter(request, canvas);
  let progressDue = performance.now();
  let previewDue = progressDue + betweenPreviews;
  for (;;) {
    const step = stepsUntil(steps, performance.now() + spell);
    if (signal.aborted) return { kind: 'cancelled', orderId };
    if (step.done === true) {
      return deliver({ orderId, canvas, reading: step.value.reading, signal, tell });
    }
    if (performance.now() >= progressDue) {
      tell({ kind: 'progress', orderId, fraction: Math.min(1, Math.max(0, step.value.fraction)) });
      progressDue = performance.now() + betweenProgress;
    }
    const looked = performance.now();
    if (looked >= previewDue) {
      tell({ kind: 'preview', orderId, mediaType: 'image/webp', bytes: await previewOf(canvas) });
      const cost = performance.now() - looked;
      previewDue = performance.now() + Math.max(betweenPreviews, cost * previewShare);
    }
    await pause();
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

type Finished = {
  readonly orderId: string;
  readonly canvas: OffscreenCanvas;
  readonly reading: string;
  readonly signal: AbortSignal;
  readonly tell: (report: DarkroomReport) => void;
};

/** Hands the finished picture over, after a last preview, which shows it whole. */
async function deliver({ orderId, canvas, reading, signal, tell }: Finished): Promise<Ending> {
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const encoded = Promise.all([previewOf(canvas), pictureOf(canvas)]);
  const finished = await Promise.race([encoded, aborted]);
  if (finished === null) return { kind: 'cancelled', orderId };
  const [preview, bytes] = finished;
  tell({ kind: 'preview', orderId, mediaType: 'image/webp', bytes: preview });
  return { kind: 'painted', orderId, bytes, reading };
}
