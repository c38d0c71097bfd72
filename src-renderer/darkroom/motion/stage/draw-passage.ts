import { type Context, createSurface } from '../../sketch/styles/draw-shape';
import { gently } from '../plan/camera';
import { blurred, guessDepth } from '../plan/depth-map';
import { opacityAt, passed, turnsOf, viewsAt } from '../plan/passage';
import { drawScene, drawVeil, type PictureStaging } from './draw-picture';

/** What is needed to go from one picture to another; made once for a clip. */
export type Passage = {
  readonly first: PictureStaging;
  readonly last: PictureStaging;
  readonly turns: Float32Array;
  readonly mask: Context;
  /** Where the last picture is drawn before it is laid over the first. */
  readonly beside: Context;
};

const guessed = 96;
/** Seconds in which it leaves the first picture, and comes to rest in the last; less in a short clip. */
const dwell = { most: 0.4, share: 0.1 };

export function planPassage(first: PictureStaging, last: PictureStaging): Passage {
  const { width, height } = first.picture;
  const scale = guessed / Math.max(width, height);
  const mask = createSurface(width * scale, height * scale);
  const before = smallOf(first.picture, mask);
  const after = smallOf(last.picture, mask);
  const { depth } = guessDepth(before.data, before.width, before.height);
  const { width: wide, height: high } = before;
  const soft = (field: Float32Array) => repeatedly(8, field, (it) => blurred(it, wide, high));
  const turns = turnsOf(soft(lightsOf(before)), soft(lightsOf(after)), soft(depth));
  return { first, last, turns, mask, beside: createSurface(width, height) };
}

function repeatedly<Value>(times: number, value: Value, change: (value: Value) => Value): Value {
  return times === 0 ? value : repeatedly(times - 1, change(value), change);
}

function smallOf(picture: OffscreenCanvas, { canvas }: Context): ImageData {
  const small = createSurface(canvas.width, canvas.height);
  small.imageSmoothingQuality = 'high';
  small.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return small.getImageData(0, 0, canvas.width, canvas.height);
}

function lightsOf({ data }: ImageData): Float32Array {
  const lights = new Float32Array(data.length / 4);
  for (let at = 0; at < lights.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    lights[at] = (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
  }
  return lights;
}

/** Draws a frame at a share of the clip: at 0 it is the first picture, at 1 the last. */
export function drawPassage(
  context: OffscreenCanvasRenderingContext2D,
  passage: Passage,
  share: number,
): void {
  const { first, last, beside } = passage;
  const { seconds } = first.path;
  const gone = passed(share);
  const views = viewsAt(first.path, share);
  if (gone < 1) drawScene(context, first, views.first, share * seconds);
  if (gone >= 1) drawScene(context, last, views.last, share * seconds);
  else if (gone > 0) {
    drawScene(beside, last, views.last, share * seconds);
    revealIn(beside, passage, gone);
    context.drawImage(beside.canvas, 0, 0);
  }
  const span = Math.min(dwell.most, dwell.share * seconds);
  drawVeil(context, first.picture, 1 - gently((share * seconds) / span));
  drawVeil(context, last.picture, 1 - gently(((1 - share) * seconds) / span));
}

/** Leaves of the last picture what has had its turn. */
function revealIn(beside: Context, { mask, turns }: Passage, gone: number): void {
  const { width, height } = mask.canvas;
  const pixels = new ImageData(width, height);
  for (const [at, turn] of turns.entries()) {
    pixels.data[at * 4 + 3] = Math.round(255 * opacityAt(gone, turn));
  }
  mask.putImageData(pixels, 0, 0);
  beside.globalCompositeOperation = 'destination-in';
  beside.drawImage(mask.canvas, 0, 0, beside.canvas.width, beside.canvas.height);
  beside.globalCompositeOperation = 'source-over';
}
