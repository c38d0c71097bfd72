import { clipSizes } from '../../src-shared/jobs/clip-request';

type ClipSize = (typeof clipSizes)[number];
type Size = { readonly width: number; readonly height: number };

/** The proportions of clips, as a person calls them. */
export const clipShapes = [
  { ratio: '16:9', name: 'Wide' },
  { ratio: '9:16', name: 'Tall' },
  { ratio: '1:1', name: 'Square' },
] as const satisfies readonly { readonly ratio: ClipSize['ratio']; readonly name: string }[];

/** The heights of clips, as a person calls them. */
export const resolutions = ['720p', '1080p'] as const satisfies readonly ClipSize['name'][];

/** A clip's size by its id; the first one where there is none of that id. */
export function clipSizeOf(id: string): ClipSize {
  return clipSizes.find((size) => size.id === id) ?? clipSizes[0];
}

/** The id of the size of another proportion or height, all else the same. */
export function changedSize(id: string, change: { ratio?: string; name?: string }): string {
  const { ratio, name } = { ...clipSizeOf(id), ...change };
  return clipSizes.find((size) => size.ratio === ratio && size.name === name)?.id ?? id;
}

/** Whether a model up to `longestSide` pixels can make a clip of that size. */
export function fitsModel({ width, height }: Size, longestSide: number): boolean {
  return Math.max(width, height) <= longestSide;
}

/** Less than this is an error of rounding. */
const rounding = 1e-9;

/** The id of the size of that height whose proportion is nearest to a picture's. */
export function clipSizeLike({ width, height }: Size, id: string): string {
  const wanted = Math.log(width / height);
  const distance = (size: ClipSize) => Math.abs(Math.log(size.width / size.height) - wanted);
  const { name } = clipSizeOf(id);
  const sizes = clipSizes.filter((size) => size.name === name);
  const least = Math.min(...sizes.map(distance));
  // Half-way between two, as 4:3 is, a picture keeps lying or standing: the square comes last.
  return sizes.find((size) => distance(size) < least + rounding)?.id ?? id;
}
