import { assertNever } from '../../src-shared/assert-never';
import { inputAddress } from '../../src-shared/contract/media-address';
import type { StartPicture } from '../stores/draft-fields';
import { loadPicture } from './load-picture';
import type { MaskStep, Stroke } from './mask-work';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What is painted wears this while it is worked on: seen on any picture, and through. */
const veil = 'rgb(226 32 122)';

/** Paints a mask as a veil: opaque where something changes, transparent elsewhere. */
export function paintMask(
  context: Context,
  base: CanvasImageSource | null,
  steps: readonly MaskStep[],
): void {
  const { width, height } = context.canvas;
  context.globalCompositeOperation = 'source-over';
  context.clearRect(0, 0, width, height);
  if (base !== null) context.drawImage(base, 0, 0, width, height);
  for (const step of steps) paintStep(context, step);
}

/** Does one step to a mask that is already on the canvas. */
function paintStep(context: Context, step: MaskStep): void {
  const { width, height } = context.canvas;
  switch (step.kind) {
    case 'stroke':
      paintStroke(context, step);
      break;
    case 'invert':
      context.fillStyle = veil;
      // The new veil stays only where there was none.
      context.globalCompositeOperation = 'source-out';
      context.fillRect(0, 0, width, height);
      break;
    case 'clear':
      context.clearRect(0, 0, width, height);
      break;
    default:
      assertNever(step);
  }
}

/** Pulls the brush along its points; a single point leaves a dot. */
export function paintStroke(context: Context, { erases, size, points }: Stroke): void {
  const [first, ...others] = points;
  if (first === undefined) return;
  context.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
  context.strokeStyle = veil;
  context.lineWidth = size;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of others.length === 0 ? [first] : others) context.lineTo(x, y);
  context.stroke();
}

/** A mask that was kept as a picture, as a veil: opaque where it is white. Null where its file is gone. */
export async function veilOf(mask: string): Promise<OffscreenCanvas | null> {
  const picture = await loadPicture(inputAddress(mask));
  if (picture === null) return null;
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
  const context = contextOf(canvas);
  context.drawImage(picture, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) data[at + 3] = data[at] ?? 0;
  context.putImageData(pixels, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = veil;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The mask as it is handed over: a PNG as large as the picture, white on black; null where nothing is painted. */
export async function maskFile(
  { width, height }: Pick<StartPicture, 'width' | 'height'>,
  base: CanvasImageSource | null,
  steps: readonly MaskStep[],
): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  paintMask(context, base, steps);
  if (!hasPaint(context)) return null;
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = 'black';
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function hasPaint(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return true;
  return false;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no drawing context for a mask');
  return context;
}
