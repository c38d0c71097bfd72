import { createSurface } from '../sketch/styles/draw-shape';
import { at } from '../sketch/styles/pixels';
import type { Box, Mask } from './mask';
import { between, fillGaps } from './pull-push';
import { paintedPart, type Sheet } from './sheet';

/** What has to be added to a painting so that its light is that of the picture around it. */
export type Surroundings = {
  readonly width: number;
  readonly height: number;
  /** Added to red, green and blue, 0..255, on a coarse grid over the sheet. */
  readonly shift: readonly [Float32Array, Float32Array, Float32Array];
};

const longestSide = 96;

/** How a picture differs from a painting around the open pixels, carried inwards smoothly. */
export function* surroundingsOf(
  picture: OffscreenCanvas,
  { context, place }: Pick<Sheet, 'context' | 'place'>,
  mask: Mask,
): Generator<number, Surroundings> {
  const ratio = longestSide / Math.max(place.width, place.height);
  const size = {
    width: Math.max(1, Math.round(place.width * ratio)),
    height: Math.max(1, Math.round(place.height * ratio)),
  };
  const seen = small(picture, size, place);
  const { width, height } = context.canvas;
  const own = small(context.canvas, size, { left: 0, top: 0, width, height });
  yield 0.3;
  const weights = knownAround(mask, place, size);
  yield 0.5;
  const gaps = (plane: 0 | 1 | 2): Float32Array =>
    fillGaps({
      ...size,
      values: weights.map((_, index) => at(seen, index * 4 + plane) - at(own, index * 4 + plane)),
      weights,
    });
  const shift = [gaps(0), gaps(1), gaps(2)] as const;
  yield 1;
  return { ...size, shift };
}

/** What is to be added at a pixel of the picture, for a sheet at `place`. */
export function lightAt(
  surroundings: Surroundings,
  place: Box,
  x: number,
  y: number,
): readonly [number, number, number] {
  const column = ((x + 0.5 - place.left) / place.width) * surroundings.width - 0.5;
  const row = ((y + 0.5 - place.top) / place.height) * surroundings.height - 0.5;
  const [red, green, blue] = surroundings.shift;
  return [
    between(red, surroundings, column, row),
    between(green, surroundings, column, row),
    between(blue, surroundings, column, row),
  ];
}

type Size = { readonly width: number; readonly height: number };

function small(canvas: OffscreenCanvas, { width, height }: Size, part: Box): Uint8ClampedArray {
  const context = createSurface(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, part.left, part.top, part.width, part.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

/** 1 for cells in the picture, painted, and wholly outside the mask, else 0. */
function knownAround(mask: Mask, place: Box, { width, height }: Size): Float32Array {
  const stepX = place.width / width;
  const stepY = place.height / height;
  const painted = paintedPart(place);
  const isKnown = (x: number, y: number): boolean =>
    x >= Math.max(0, painted.left) &&
    y >= Math.max(0, painted.top) &&
    x < Math.min(mask.width, painted.left + painted.width) &&
    y < Math.min(mask.height, painted.top + painted.height) &&
    at(mask.open, y * mask.width + x) === 0;
  const spots = [0.05, 0.5, 0.95];
  return Float32Array.from({ length: width * height }, (_, index) => {
    const [column, row] = [index % width, Math.floor(index / width)];
    const known = spots.every((down) =>
      spots.every((across) =>
        isKnown(
          Math.floor(place.left + (column + across) * stepX),
          Math.floor(place.top + (row + down) * stepY),
        ),
      ),
    );
    return known ? 1 : 0;
  });
}
