import { type Context, createSurface } from '../../sketch/styles/draw-shape';
import { fillHoles } from './fill-holes';
import type { Box } from './film-set';

/** What is to be cut out: `mask` is opaque where it shows, and as large as the box. */
export type Pattern = { readonly mask: OffscreenCanvas; readonly box: Box };

/**
 * Cuts one pattern out of a picture. What `nearer` hides of it is filled in from what is seen of it.
 */
export function cutOut(
  picture: OffscreenCanvas,
  { mask, box }: Pattern,
  nearer: OffscreenCanvas | null,
): OffscreenCanvas {
  const context = createSurface(box.width, box.height);
  context.drawImage(picture, -box.left, -box.top);
  if (nearer !== null) {
    keepInside(context, mask);
    context.globalCompositeOperation = 'destination-out';
    context.drawImage(nearer, -box.left, -box.top);
    context.globalCompositeOperation = 'source-over';
    fillHoles(context);
  }
  keepInside(context, mask);
  return context.canvas;
}

function keepInside(context: Context, mask: OffscreenCanvas): void {
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(mask, 0, 0);
  context.globalCompositeOperation = 'source-over';
}

/** Lets a mask reach out by `pixels` on every side, so that the brush's own edge is cut out with the form. */
export function widened(mask: OffscreenCanvas, pixels: number): OffscreenCanvas {
  const wide = createSurface(mask.width, mask.height);
  wide.drawImage(mask, 0, 0);
  // In rings: one wide ring alone would leave gaps beside what is thin.
  for (let radius = Math.min(2, pixels); radius > 0; radius = nextRadius(radius, pixels)) {
    for (let step = 0; step < 8; step += 1) {
      const angle = (step / 8) * 2 * Math.PI;
      const x = Math.round(Math.cos(angle) * radius);
      wide.drawImage(mask, x, Math.round(Math.sin(angle) * radius));
    }
  }
  return wide.canvas;
}

/** The next ring, up to the last at `pixels`; 0 after that. */
function nextRadius(radius: number, pixels: number): number {
  return radius >= pixels ? 0 : Math.min(pixels, radius + 4);
}

/** A mask with a soft rim of some `pixels` around it. */
export function softened(mask: OffscreenCanvas, pixels: number): OffscreenCanvas {
  const wide = widened(mask, Math.round(pixels * 0.6));
  const grain = Math.max(1, pixels * 0.6);
  const small = createSurface(Math.ceil(mask.width / grain), Math.ceil(mask.height / grain));
  small.drawImage(wide, 0, 0, small.canvas.width, small.canvas.height);
  const soft = createSurface(mask.width, mask.height);
  soft.drawImage(small.canvas, 0, 0, mask.width, mask.height);
  soft.drawImage(mask, 0, 0);
  return soft.canvas;
}
