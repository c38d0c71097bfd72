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
    // Several times: what is left nearly transparent has lost its colour to rounding and would spread it.
    for (let time = 0; time < 4; time += 1) context.drawImage(nearer, -box.left, -box.top);
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

/** Masks are widened in a copy so many times smaller: their rims are soft anyway, and it takes much less time. */
const coarse = 4;

/**
 * Lets a mask reach out by some `pixels` on every side, with a soft rim, so that what a brush left around the form is
 * cut out with it.
 */
export function widened(mask: OffscreenCanvas, pixels: number): OffscreenCanvas {
  const small = createSurface(Math.ceil(mask.width / coarse), Math.ceil(mask.height / coarse));
  const { width, height } = small.canvas;
  small.drawImage(mask, 0, 0, width, height);
  const wide = createSurface(width, height);
  wide.drawImage(small.canvas, 0, 0);
  const last = Math.max(1, Math.round(pixels / coarse));
  // In rings: one wide ring alone would leave gaps beside what is thin.
  for (let radius = 1; radius <= last; radius += radius < last - 1 ? 2 : 1) {
    for (let step = 0; step < 8; step += 1) {
      const angle = (step / 8) * 2 * Math.PI;
      const x = Math.round(Math.cos(angle) * radius);
      wide.drawImage(small.canvas, x, Math.round(Math.sin(angle) * radius));
    }
  }
  const large = createSurface(mask.width, mask.height);
  large.drawImage(wide.canvas, 0, 0, width * coarse, height * coarse);
  large.drawImage(mask, 0, 0);
  return large.canvas;
}
