import type { EditAction } from '../../../src-shared/jobs/edit-request';
import { createNoise, layered } from '../sketch/core/noise';
import { type Context, contextOf, createSurface, settle } from '../sketch/styles/draw-shape';
import { at, bandRows } from '../sketch/styles/pixels';
import { type Continuation, continuationOf } from './continuation';
import { smooth } from './inside';
import { awayFrom, type Known, marginGap, marginMask, marginsOf } from './margin';
import { nameOf } from './names';
import { createSeams, pictureAt, type Sample, samplerOf } from './seams';
import { drawPart, paintSheet, saidOfSheet } from './sheet';
import { type EditLook, type Step, type Steps, within } from './steps';
import { lightAt, surroundingsOf } from './surroundings';

type Margins = Extract<EditAction, { kind: 'extend' }>;

/**
 * Enlarges the canvas and has the new margin go on from the picture, which stays as it is to the byte
 * (B1). With a prompt, the margin turns into a painting of it away from the picture.
 */
export function* extend(
  look: EditLook,
  margins: Margins,
  source: ImageBitmap,
  canvas: OffscreenCanvas,
): Steps {
  const context = contextOf(canvas);
  context.drawImage(source, margins.left, margins.top);
  settle(context);
  yield { fraction: 0.01 };
  const place = {
    left: margins.left,
    top: margins.top,
    right: margins.left + source.width,
    bottom: margins.top + source.height,
  };
  const finest = look.quality === 'premium' ? 300 : 200;
  const continuation = yield* within(
    continuationOf(onWhite(canvas), marginGap(place, look.width, look.height), finest, look.seed),
    0.01,
    0.5,
  );
  yield* within(fillMargin(context, place, continuation), 0.5, 0.7);
  const reading = 'Sketch continued the picture into the margin';
  if (!/\p{L}/u.test(look.prompt)) return { reading: `${reading} from what is at its edges.` };
  const said = yield* paintOutside(look, context, place);
  return {
    reading: `${reading} and turned it, away from the picture, into ${nameOf(look.style)}${said}`,
  };
}

/** What can be seen through is seen on white. */
function onWhite(canvas: OffscreenCanvas): OffscreenCanvas {
  const context = createSurface(canvas.width, canvas.height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(canvas, 0, 0);
  return context.canvas;
}

/** Changes the pixel at (x, y), which is at `to` in `data` and at the same place in `other`. */
type Change = (
  data: Uint8ClampedArray,
  to: number,
  x: number,
  y: number,
  other: ArrayLike<number>,
) => void;

/** Changes every pixel of the margin and none of the picture. */
function* eachMarginPixel(
  context: Context,
  place: Known,
  change: Change,
  other?: Context,
): Generator<number, void> {
  const { width, height } = context.canvas;
  const all = marginsOf(place, width, height);
  const total = all.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
  let done = 0;
  for (const { left, top, right, bottom } of all) {
    const wide = right - left;
    const rows = Math.max(4, Math.floor(bandRows(wide) / 4));
    for (let y = top; y < bottom; y += rows) {
      const count = Math.min(rows, bottom - y);
      const image = context.getImageData(left, y, wide, count);
      const beside = other?.getImageData(left, y, wide, count).data ?? image.data;
      for (let index = 0; index < wide * count; index += 1) {
        change(image.data, index * 4, left + (index % wide), y + Math.floor(index / wide), beside);
      }
      context.putImageData(image, left, y);
      done += count;
      yield done / total;
    }
  }
}

/** Fills the margin at full size from the places its cells go on from, and evens out the seam. */
function* fillMargin(
  context: Context,
  place: Known,
  continuation: Continuation | null,
): Generator<number, void> {
  const wide = place.right - place.left;
  const { data } = context.getImageData(place.left, place.top, wide, place.bottom - place.top);
  yield 0.05;
  const picture = { data, place };
  const { width, height } = context.canvas;
  const sample: Sample =
    continuation === null
      ? (x, y) => pictureAt(picture, x, y)
      : samplerOf(picture, continuation, width, height);
  const seams = createSeams(picture, sample);
  yield 0.1;
  const paintMargin: Change = (into, to, x, y) => {
    const colour = sample(x, y);
    const [red, green, blue] = seams.join(x, y, colour);
    into[to] = red;
    into[to + 1] = green;
    into[to + 2] = blue;
    into[to + 3] = 255;
  };
  for (const share of eachMarginPixel(context, place, paintMargin)) yield 0.1 + 0.9 * share;
}

/** Where the margin's painting begins and where it alone is seen, in shares of the way to the border. */
const begins = 0.1;
const alone = 0.5;

/** Lets a painting by the prompt take over from the continuation, away from the picture. */
function* paintOutside(look: EditLook, context: Context, place: Known): Generator<Step, string> {
  const { width, height } = context.canvas;
  const box = { left: 0, top: 0, width, height };
  const sheet = yield* within(paintSheet(look, box), 0.7, 0.92);
  const mask = { width, height, box, open: marginMask(place, width, height) };
  const surroundings = yield* within(surroundingsOf(context.canvas, sheet, mask), 0.92, 0.94);
  const painted = drawPart(sheet, box);
  settle(painted);
  const noise = createNoise(look.seed);
  const unit = Math.min(width, height);
  yield { fraction: 0.95 };
  const change: Change = (data, to, x, y, laid) => {
    const wave = layered(noise, (x / unit) * 7, (y / unit) * 7, 3) * 0.22;
    const share = (awayFrom(place, width, height, x, y) - begins) / (alone - begins);
    const alpha = smooth(share + wave * Math.min(1, share * 4));
    if (alpha === 0) return;
    const light = lightAt(surroundings, sheet.place, x, y);
    for (const channel of [0, 1, 2] as const) {
      const colour = at(laid, to + channel) + light[channel] * 0.6;
      data[to + channel] = at(data, to + channel) * (1 - alpha) + colour * alpha;
    }
  };
  yield* within(eachMarginPixel(context, place, change, painted), 0.95, 1);
  return saidOfSheet(sheet);
}
