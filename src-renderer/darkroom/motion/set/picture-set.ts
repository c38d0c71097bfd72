import { contextOf, createSurface } from '../../sketch/styles/draw-shape';
import { type DepthMap, guessDepth } from '../plan/depth-map';
import type { Stir } from '../plan/stir';
import { cutOut } from './cut';
import type { FilmSet, Layer } from './film-set';

export type PictureOrder = {
  /** As large as the frame. */
  readonly picture: OffscreenCanvas;
  /** How many layers, 2 to 4. */
  readonly layers: number;
  /** Whether the words speak of water. */
  readonly hasWater: boolean;
  readonly phase: number;
};

/** What is added beyond each side, mirrored, as a share of that side: where the camera may go. */
const beyond = 0.09;
/** The longer side of the picture in which depth is guessed, in pixels. */
const guessed = 112;

/** Layers of a picture by guessed depth. Put together they are the picture again. Yields the share that is done. */
export function* pictureSet(order: PictureOrder): Generator<number, FilmSet> {
  const wide = withSurroundings(order.picture);
  const { width, height } = wide;
  yield 0.1;
  const map = depthOf(wide);
  yield 0.4;
  const cuts = cutsOf(map.depth, order.layers);
  const box = { left: 0, top: 0, width, height };
  const layers: Layer[] = [];
  let nearer: OffscreenCanvas | null = null;
  for (const [at, cut] of cuts.toReversed().entries()) {
    const mask = maskOf(map, (index) => steep((map.depth[index] ?? 0) - cut.from), width, height);
    const image = cutOut(wide, { mask, box }, nearer);
    const near = { top: cut.depth, foot: cut.depth };
    layers.unshift({ image, box, depth: near, stir: stirOf(at, order.phase) });
    nearer = mask;
    yield 0.4 + (0.5 * (at + 1)) / cuts.length;
  }
  const ground = cutOut(wide, wholeOf(width, height), nearer);
  layers.unshift({ image: ground, box, depth: { top: 0, foot: 0 }, stir: still });
  if (order.hasWater) layers.splice(layers.length - 1, 0, waterLayer(wide, map, order.phase));
  const shown = order.picture.width / width;
  return { width, height, shown, edge: { x: 0, y: 0 }, layers, smooth: true };
}

const still: Stir = { kind: 'still', phase: 0, strength: 1 };

/** The nearest layer stirs a little, as what is close does in a draught. */
function stirOf(fromFront: number, phase: number): Stir {
  return fromFront === 0 ? { kind: 'sway', phase, strength: 0.35 } : still;
}

function waterLayer(wide: OffscreenCanvas, map: DepthMap, phase: number): Layer {
  const { width, height } = wide;
  const mask = maskOf(map, (index) => map.water[index] ?? 0, width, height);
  const top = Math.round(height * 0.45);
  const box = { left: 0, top, width, height: height - top };
  const lower = createSurface(box.width, box.height);
  lower.drawImage(mask, 0, -top);
  const image = cutOut(wide, { mask: lower.canvas, box }, null);
  return {
    image,
    box,
    depth: { top: 0.4, foot: 0.85 },
    stir: { kind: 'ripple', phase, strength: 1 },
  };
}

/** A picture in the middle of its own mirror images. */
function withSurroundings(picture: OffscreenCanvas): OffscreenCanvas {
  const { width, height } = picture;
  const [right, down] = [Math.round(width * beyond), Math.round(height * beyond)];
  const context = createSurface(width + 2 * right, height + 2 * down);
  for (const column of [-1, 0, 1]) {
    for (const row of [-1, 0, 1]) {
      context.setTransform(
        column === 0 ? 1 : -1,
        0,
        0,
        row === 0 ? 1 : -1,
        right + width * (column === 0 ? 0 : column === 1 ? 2 : 0),
        down + height * (row === 0 ? 0 : row === 1 ? 2 : 0),
      );
      context.drawImage(picture, 0, 0);
    }
  }
  return context.canvas;
}

function depthOf(wide: OffscreenCanvas): DepthMap {
  const scale = guessed / Math.max(wide.width, wide.height);
  const small = createSurface(wide.width * scale, wide.height * scale);
  const { width, height } = small.canvas;
  small.imageSmoothingQuality = 'high';
  small.drawImage(wide, 0, 0, width, height);
  return guessDepth(small.getImageData(0, 0, width, height).data, width, height);
}

/** The depths from which each layer reaches forward, so that each hides about as much, and where it then stands. */
function cutsOf(depth: Float32Array, count: number): { from: number; depth: number }[] {
  const sorted = depth.toSorted();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return Array.from({ length: count - 1 }, (_, index) => {
    const share = (index + 1) / count;
    return { from: at(share * 0.95) + 0.02, depth: at(share + 0.5 / count) };
  });
}

/** A soft step, two hundredths of depth wide: where masks are half transparent, a picture loses its detail. */
function steep(over: number): number {
  return Math.min(1, Math.max(0, 0.5 + over * 45));
}

function maskOf(
  map: DepthMap,
  alphaAt: (index: number) => number,
  width: number,
  height: number,
): OffscreenCanvas {
  const small = createSurface(map.width, map.height);
  const pixels = new ImageData(map.width, map.height);
  for (let index = 0; index < map.depth.length; index += 1) {
    pixels.data[index * 4 + 3] = Math.round(255 * alphaAt(index));
  }
  small.putImageData(pixels, 0, 0);
  const mask = createSurface(width, height);
  mask.imageSmoothingQuality = 'high';
  mask.drawImage(small.canvas, 0, 0, width, height);
  return mask.canvas;
}

function wholeOf(width: number, height: number) {
  const mask = new OffscreenCanvas(width, height);
  contextOf(mask).fillRect(0, 0, width, height);
  return { mask, box: { left: 0, top: 0, width, height } };
}
