import { type EditAction, resultSize } from './edit-request';
import { largestSide, smallestSide } from './look';

type Size = { readonly width: number; readonly height: number };

const usual: Size = { width: 1024, height: 1024 };
/** The longest proportion that can be painted. */
const widestRatio = 3;

/**
 * The size in pixels of what an edit makes of a picture, by a model that paints up to `most` pixels a side; a usual
 * one while none was chosen.
 */
export function editedSize(action: EditAction, source: Size | null, most = largestSide): Size {
  if (source === null) return usual;
  return resultSize(action, source) ?? paintableSize(source, Math.min(most, largestSide));
}

/** The size of the picture itself, as near as it can be painted. */
function paintableSize({ width, height }: Size, most: number): Size {
  const longest = Math.min(most, Math.max(width, height, smallestSide));
  const scale = longest / Math.max(width, height);
  const least = Math.max(smallestSide, Math.ceil(longest / widestRatio));
  const within = (side: number) => Math.min(longest, Math.max(least, Math.round(side * scale)));
  return { width: within(width), height: within(height) };
}
