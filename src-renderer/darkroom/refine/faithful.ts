/** So often is the difference added: more would bring the noise of the picture back, too. */
const rounds = 2;
/** How far a round reaches, in pixels of the picture. */
export const faithfulReach = rounds;

type Size = { readonly width: number; readonly height: number };

/**
 * Gives back to an enlarged picture what the network lost of the one that it comes from: enlarged colours that,
 * scaled down again, are nearly those of the picture (back-projection, Irani and Peleg 1991). The network alone is
 * clean but soft. Three numbers a pixel, row by row; `size` is that of the picture.
 */
export function faithful(
  enlarged: Float32Array,
  picture: Float32Array,
  size: Size,
  factor: number,
): Float32Array {
  const result = Float32Array.from(enlarged);
  for (let round = 0; round < rounds; round += 1) {
    const small = scaledDown(result, size, factor);
    const missing = picture.map((colour, index) => colour - (small[index] ?? 0));
    addEnlarged(result, missing, size, factor);
  }
  return result;
}

/** The mean of each field of `factor` × `factor` pixels. */
function scaledDown(colours: Float32Array, { width, height }: Size, factor: number): Float32Array {
  const small = new Float32Array(width * height * 3);
  const share = 1 / factor ** 2;
  for (let y = 0; y < height * factor; y += 1) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < width * factor; x += 1) {
      const from = (y * width * factor + x) * 3;
      const to = (row + Math.floor(x / factor)) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const sum = (small[to + channel] ?? 0) + (colours[from + channel] ?? 0) * share;
        small[to + channel] = sum;
      }
    }
  }
  return small;
}

/** Between which two pixels of a row each pixel of the enlarged one lies, and how near to the second. */
type Place = { readonly low: number; readonly high: number; readonly toHigh: number };

function placesOf(length: number, factor: number): Place[] {
  return Array.from({ length: length * factor }, (_, index) => {
    const place = (index + 0.5) / factor - 0.5;
    const low = Math.floor(place);
    return {
      low: Math.max(0, low),
      high: Math.min(length - 1, low + 1),
      toHigh: place - low,
    };
  });
}

/** Adds a small picture, enlarged by plain bilinear scaling. */
function addEnlarged(
  colours: Float32Array,
  small: Float32Array,
  { width, height }: Size,
  factor: number,
): void {
  const columns = placesOf(width, factor);
  let to = 0;
  for (const row of placesOf(height, factor)) {
    for (const column of columns) {
      const [left, right] = [column.low * 3, column.high * 3];
      const [above, below] = [row.low * width * 3, row.high * width * 3];
      for (let channel = 0; channel < 3; channel += 1) {
        const top = between(small, above + left + channel, above + right + channel, column.toHigh);
        const base = between(small, below + left + channel, below + right + channel, column.toHigh);
        colours[to] = (colours[to] ?? 0) + top + (base - top) * row.toHigh;
        to += 1;
      }
    }
  }
}

function between(values: Float32Array, first: number, second: number, share: number): number {
  const from = values[first] ?? 0;
  return from + ((values[second] ?? 0) - from) * share;
}
