import { readPrompt } from '../sketch/reading/read-prompt';
import { type Context, contextOf, settle } from '../sketch/styles/draw-shape';
import { at, bandRows } from '../sketch/styles/pixels';
import { paintFigure } from './figure-sheet';
import { depths, type Mask } from './mask';
import { nameOf } from './names';
import { drawPart, paintSheet, type Sheet, saidOfSheet } from './sheet';
import { type EditLook, type Steps, within } from './steps';
import { lightAt, type Surroundings, surroundingsOf } from './surroundings';

/**
 * Paints by the prompt where the mask is open, and leaves all other pixels as they are (B1). The new
 * content is composed for the region's place and takes its light from what surrounds it; the weaker,
 * the more.
 */
export function* inside(
  look: EditLook,
  strength: number,
  source: ImageBitmap,
  mask: Mask,
  canvas: OffscreenCanvas,
): Steps {
  const context = contextOf(canvas);
  context.drawImage(source, 0, 0);
  settle(context);
  yield { fraction: 0.02 };
  const loyalty = 0.9 - strength * 0.006;
  const reading = readPrompt(look.prompt, look.negativePrompt);
  const figure = yield* within(paintFigure(look, reading, loyalty, canvas, mask), 0.02, 0.8);
  const sheet = figure ?? (yield* within(paintSheet(look, mask.box), 0.02, 0.82));
  const depth = yield* within(depths(mask), 0.82, 0.88);
  const surroundings = yield* within(surroundingsOf(canvas, sheet, mask), 0.88, 0.92);
  const soft = softness(depth);
  yield* within(putIn(context, { mask, depth, sheet, surroundings, loyalty, soft }), 0.92, 1);
  return {
    reading: `Sketch painted inside the mask as ${nameOf(look.style)}${saidOfSheet(sheet)}`,
  };
}

/** A narrow region keeps a middle that is wholly painted. */
function softness(depth: Float32Array): number {
  const deepest = depth.reduce((most, here) => Math.max(most, here), 0);
  return Math.min(18, deepest * 0.45);
}

type Join = {
  readonly mask: Mask;
  /** As `depths` gives it. */
  readonly depth: Float32Array;
  readonly sheet: Sheet;
  readonly surroundings: Surroundings;
  /** How much of the surroundings' light reaches the middle, 0..1. */
  readonly loyalty: number;
  /** The width of the join along the inner edge, in pixels. */
  readonly soft: number;
};

/** Puts the painting in, softly along the inner edge, touching open pixels only. */
function* putIn(context: Context, join: Join): Generator<number, void> {
  const { box } = join.mask;
  const painted = drawPart(join.sheet, box);
  settle(painted);
  yield 0.2;
  const rows = Math.max(4, Math.floor(bandRows(box.width) / 4));
  for (let top = 0; top < box.height; top += rows) {
    const count = Math.min(rows, box.height - top);
    const image = context.getImageData(box.left, box.top + top, box.width, count);
    const laid = painted.getImageData(0, top, box.width, count).data;
    for (let index = 0; index < box.width * count; index += 1) {
      joinAt(join, image.data, laid, top, index);
    }
    context.putImageData(image, box.left, box.top + top);
    yield 0.2 + (0.8 * top) / box.height;
  }
}

function joinAt(
  { mask, depth, sheet, surroundings, loyalty, soft }: Join,
  data: Uint8ClampedArray,
  laid: ArrayLike<number>,
  top: number,
  index: number,
): void {
  const { box } = mask;
  const deep = at(depth, top * box.width + index);
  if (deep === 0) return;
  const alpha = smooth(deep / (soft + 1));
  const matched = 1 + (loyalty - 1) * smooth(deep / (Math.min(box.width, box.height) * 0.3));
  const x = box.left + (index % box.width);
  const y = box.top + top + Math.floor(index / box.width);
  const light = lightAt(surroundings, sheet.place, x, y);
  for (const channel of [0, 1, 2] as const) {
    const to = index * 4 + channel;
    data[to] = at(data, to) * (1 - alpha) + (at(laid, to) + light[channel] * matched) * alpha;
  }
  data[index * 4 + 3] = at(data, index * 4 + 3) * (1 - alpha) + 255 * alpha;
}

/** 0 at 0 and below to 1 at 1 and above, without a kink. */
export function smooth(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
