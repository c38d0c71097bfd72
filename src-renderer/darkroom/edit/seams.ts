import { at } from '../sketch/styles/pixels';
import type { Continuation } from './continuation';
import type { Known } from './margin';

export type Rgb = readonly [number, number, number];

/** The picture that is extended: its RGBA bytes, and its place on the larger canvas. */
export type Placed = { readonly data: Uint8ClampedArray; readonly place: Known };

/** A colour for a pixel of the larger canvas. */
export type Sample = (x: number, y: number) => Rgb;

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** The picture's colour at a pixel of the larger canvas, on white; past its edges that of the edge. */
export function pictureAt({ data, place }: Placed, x: number, y: number): Rgb {
  const column = clamp(Math.round(x), place.left, place.right - 1) - place.left;
  const row = clamp(Math.round(y), place.top, place.bottom - 1) - place.top;
  const from = (row * (place.right - place.left) + column) * 4;
  const alpha = at(data, from + 3) / 255;
  const seen = (channel: number): number => at(data, from + channel) * alpha + 255 * (1 - alpha);
  return [seen(0), seen(1), seen(2)];
}

/** Colours of the margin at full size: each pixel blends what the four cells around it go on from. */
export function samplerOf(
  picture: Placed,
  { width, height, known, matches }: Continuation,
  fullWidth: number,
  fullHeight: number,
): Sample {
  const [across, down] = [fullWidth / width, fullHeight / height];
  return (x, y) => {
    const gridX = (x + 0.5) / across - 0.5;
    const gridY = (y + 0.5) / down - 0.5;
    const [left, top] = [Math.floor(gridX), Math.floor(gridY)];
    let [red, green, blue, total] = [0, 0, 0, 0];
    for (let corner = 0; corner < 4; corner += 1) {
      const cellX = clamp(left + (corner & 1), 0, width - 1);
      const cellY = clamp(top + (corner >> 1), 0, height - 1);
      if (at(known, cellY * width + cellX) === 1) continue;
      const share =
        (1 - Math.abs(gridX - left - (corner & 1))) * (1 - Math.abs(gridY - top - (corner >> 1)));
      if (share <= 0) continue;
      const match = at(matches, cellY * width + cellX);
      const seen = pictureAt(
        picture,
        x + ((match % width) - cellX) * across,
        y + (Math.floor(match / width) - cellY) * down,
      );
      red += seen[0] * share;
      green += seen[1] * share;
      blue += seen[2] * share;
      total += share;
    }
    return total > 0 ? [red / total, green / total, blue / total] : pictureAt(picture, x, y);
  };
}

/** Takes the step in colour out of the seams. */
export type Seams = {
  /** The colour at a pixel of the margin, brought to the picture's near its edge. */
  join(x: number, y: number, colour: Rgb): Rgb;
};

/** The first pixels of the margin mirror the picture, in pixels; then the continuation takes over. */
const mirrorReach = 7;

/** Compares picture and continuation along all four edges. */
export function createSeams(picture: Placed, sample: Sample): Seams {
  const { left, top, right, bottom } = picture.place;
  const along = (
    count: number,
    place: (index: number) => readonly [number, number, number, number],
  ) =>
    softened(
      Array.from({ length: count }, (_, index): Rgb => {
        const [x, y, outX, outY] = place(index);
        const [own, made] = [pictureAt(picture, x, y), sample(outX, outY)];
        return gently([own[0] - made[0], own[1] - made[1], own[2] - made[2]]);
      }),
    );
  const sides = {
    left: along(bottom - top, (index) => [left, top + index, left - 1, top + index]),
    right: along(bottom - top, (index) => [right - 1, top + index, right, top + index]),
    top: along(right - left, (index) => [left + index, top, left + index, top - 1]),
    bottom: along(right - left, (index) => [left + index, bottom - 1, left + index, bottom]),
  };
  const fade = clamp(Math.min(right - left, bottom - top) * 0.06, 8, 60);
  return {
    join: (x, y, colour) => {
      const dx = Math.max(left - x, x - right + 1, 0);
      const dy = Math.max(top - y, y - bottom + 1, 0);
      const distance = Math.hypot(dx, dy);
      const row = clamp(y, top, bottom - 1) - top;
      const column = clamp(x, left, right - 1) - left;
      const beside = (x < left ? sides.left : sides.right)[row] ?? none;
      const above = (y < top ? sides.top : sides.bottom)[column] ?? none;
      const share = dx / (dx + dy);
      const force = Math.exp((1 - distance) / fade);
      const twin = Math.max(0, 1 - (distance - 1) / mirrorReach);
      const mirror = twin > 0 ? pictureAt(picture, ...mirrored(picture.place, x, y)) : none;
      const joined = (channel: 0 | 1 | 2): number => {
        const evened =
          colour[channel] + (beside[channel] * share + above[channel] * (1 - share)) * force;
        return evened + (mirror[channel] - evened) * twin;
      };
      return [joined(0), joined(1), joined(2)];
    },
  };
}

/** A large step is another thing and no seam: it would only glow. */
function gently([red, green, blue]: Rgb): Rgb {
  const ease = 1 / (1 + (Math.hypot(red, green, blue) / 60) ** 2);
  return [red * ease, green * ease, blue * ease];
}

const none: Rgb = [0, 0, 0];

function mirrored(
  { left, top, right, bottom }: Known,
  x: number,
  y: number,
): readonly [number, number] {
  const fold = (value: number, from: number, to: number): number => {
    if (value < from) return 2 * from - 1 - value;
    return value >= to ? 2 * to - 1 - value : value;
  };
  return [fold(x, left, right), fold(y, top, bottom)];
}

/** Means over a stretch of the edge: single pixels are allowed to differ. */
function softened(steps: readonly Rgb[]): Rgb[] {
  const reach = 10;
  return steps.map((_, index) => {
    const near = steps.slice(Math.max(0, index - reach), index + reach + 1);
    const mean = (channel: 0 | 1 | 2): number =>
      near.reduce((sum, step) => sum + step[channel], 0) / near.length;
    return [mean(0), mean(1), mean(2)];
  });
}
