import { paint } from '../sketch/paint';
import { asStyle } from '../sketch/styles';
import { type Context, createSurface } from '../sketch/styles/draw-shape';
import type { Box } from './mask';
import type { EditLook } from './steps';

/** Around what is used, in shares of its shorter side: Sketch's paper edge, and what is compared. */
const paperEdge = 0.07;
const compared = 0.1;
const smallestSheet = 64;
const largestSheet = 2048;

/** A painting by the prompt and where it lies in the picture; larger than its place where that is tiny. */
export type Sheet = {
  readonly context: Context;
  /** In pixels of the picture; may go past its edges. */
  readonly place: Box;
  /** Words of the prompt that were understood. */
  readonly understood: readonly string[];
};

/** Where a painting lies that fills a box: the box with an edge around it, at most 3 to 1. */
export function sheetAround(box: Box): Box {
  const longest = Math.max(box.width, box.height);
  const least = Math.max(longest / 2.6, smallestSheet);
  const inner = { width: Math.max(box.width, least), height: Math.max(box.height, least) };
  const edge = Math.min(inner.width, inner.height) * (paperEdge + compared);
  const width = Math.ceil(inner.width + 2 * edge);
  const height = Math.ceil(inner.height + 2 * edge);
  return {
    left: Math.round(box.left + (box.width - width) / 2),
    top: Math.round(box.top + (box.height - height) / 2),
    width,
    height,
  };
}

/** What of a sheet's place is painted, and no paper. */
export function paintedPart({ left, top, width, height }: Box): Box {
  const edge = Math.min(width, height) * (paperEdge / (1 + 2 * (paperEdge + compared)));
  return { left: left + edge, top: top + edge, width: width - 2 * edge, height: height - 2 * edge };
}

/** Pixels of a sheet for one of the picture: a sheet is never larger than Sketch paints. */
export function sheetScale(place: Box): number {
  return Math.min(1, largestSheet / Math.max(place.width, place.height));
}

/** Paints the prompt for a box of the picture. */
export function* paintSheet(look: EditLook, box: Box): Generator<number, Sheet> {
  const place = sheetAround(box);
  const scale = sheetScale(place);
  const context = createSurface(place.width * scale, place.height * scale);
  const { width, height } = context.canvas;
  const painting = paint({ ...look, style: asStyle(look.style), width, height }, context.canvas);
  let step = painting.next();
  while (step.done !== true) {
    yield step.value.fraction;
    step = painting.next();
  }
  return { context, place, understood: step.value.understood };
}

/** What of the prompt was understood, to end a sentence with. */
export function saidOfSheet({ understood }: Pick<Sheet, 'understood'>): string {
  return understood.length === 0
    ? ', an abstract, because it knew none of these words.'
    : `, having understood: ${understood.join(', ')}.`;
}

/** Draws the part of a sheet that lies on a box, at the picture's scale. */
export function drawPart({ context, place }: Sheet, box: Box): Context {
  const part = createSurface(box.width, box.height);
  const scale = context.canvas.width / place.width;
  part.imageSmoothingQuality = 'high';
  part.drawImage(
    context.canvas,
    (box.left - place.left) * scale,
    (box.top - place.top) * scale,
    box.width * scale,
    box.height * scale,
    0,
    0,
    box.width,
    box.height,
  );
  return part;
}
