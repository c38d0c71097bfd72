import { clipSizes } from '../jobs/clip-request';
import { checkSize } from '../jobs/image-request';
import { largestSide, smallestSide } from '../jobs/look';
import type { Wish } from './wish';

type Size = { readonly width: number; readonly height: number };
/** A size, and in a sentence what was wished for and can't be. */
export type FittedSize = Size & { readonly note: string | null };

const usualSide = 1024;
/** The widest picture, longer side to shorter. */
const widest = 3;

/** The longest side that a wish names, in pixels; 0 where it leaves that open. */
export function longestWished({ tool, size, lines, shape }: Wish): number {
  if (tool === 'video' || tool === 'image-to-video') {
    const across = clipShape(shape);
    const most = size === null ? 0 : Math.max(size.width, size.height);
    const wanted = lines ?? (most > 1280 ? 1080 : null);
    return wanted === null ? 0 : longSide(sizeOfClip(wanted, across));
  }
  if (size !== null) return Math.min(largestSide, Math.max(size.width, size.height));
  return lines === 1080 ? 1920 : 0;
}

/** The size of a picture by a model up to `longestSide` pixels. */
export function pictureSize(wish: Wish, longestSide: number): FittedSize {
  const most = Math.min(longestSide, largestSide);
  const wished = wish.size ?? (wish.lines === null ? null : linesOfPicture(wish));
  if (wished === null) {
    const { across, down } = wish.shape ?? { across: 1, down: 1 };
    return { ...shaped(across, down, Math.min(usualSide, most)), note: null };
  }
  if (checkSize(wished, longestSide) === null) return { ...wished, note: null };
  const long = Math.min(most, Math.max(smallestSide, longSide(wished)));
  const size = shaped(wished.width, wished.height, long);
  const note = `${wished.width} × ${wished.height} pixels can’t be made here; ${size.width} × ${size.height} is the nearest that can.`;
  return { ...size, note };
}

function linesOfPicture({ lines, shape }: Wish): Size {
  const long = lines === 1080 ? 1920 : 1280;
  const { across, down } = shape ?? { across: 16, down: 9 };
  return shaped(across, down, long);
}

/** One of the sizes that clips have, by a model up to `longestSide` pixels. */
export function clipSize({ shape, size, lines }: Wish, longestSide: number): FittedSize {
  const proportion = clipShape(
    shape ?? (size === null ? null : { across: size.width, down: size.height }),
  );
  const most = size === null ? 0 : longSide(size);
  const wanted = lines ?? (most > 1280 ? 1080 : 720);
  const wished = sizeOfClip(wanted, proportion);
  const fits = longSide(wished) <= longestSide;
  const { width, height } = fits ? wished : sizeOfClip(720, proportion);
  const isNamed = size === null || (size.width === width && size.height === height);
  const missed = fits ? null : '1080p is more than this model can do; 720p it is.';
  const note = isNamed ? missed : `Clips have fixed sizes; ${width} × ${height} is the nearest.`;
  return { width, height, note };
}

type ClipShape = (typeof clipSizes)[number]['ratio'];

function clipShape(shape: Wish['shape']): ClipShape {
  if (shape === null || shape.across > shape.down) return '16:9';
  return shape.across === shape.down ? '1:1' : '9:16';
}

function sizeOfClip(lines: 720 | 1080, ratio: ClipShape): Size {
  return (
    clipSizes.find((size) => size.name === `${lines}p` && size.ratio === ratio) ?? clipSizes[0]
  );
}

function longSide({ width, height }: Size): number {
  return Math.max(width, height);
}

/** Sides in a proportion, the longer one `long` pixels, both multiples of 8 and no thinner than can be painted. */
function shaped(across: number, down: number, long: number): Size {
  const longest = Math.max(across, down, 1);
  const least = Math.max(smallestSide, Math.ceil(long / widest));
  const side = (part: number) => {
    const pixels = Math.round((long * part) / longest / 8) * 8;
    return Math.min(long, Math.max(least, pixels));
  };
  return { width: side(across), height: side(down) };
}
