import type { EditRequest } from '../../../src-shared/jobs/edit-request';
import type { Bench, Made, Maker } from '../maker';
import { deliver } from '../paint-picture';
import { faithful } from './faithful';
import { type Network, openNetwork } from './network';
import { coloursOf, insideOf } from './pixels';
import { reach, type Tile, tilesOf } from './tiles';

/** A picture enlarged 2, 3 or 4 times and cleaned by a neural network (B1), tile by tile. */
export const enlarge: Maker<EditRequest> = async (request, bench) => {
  const { action, source, width, height } = request;
  if (action.kind !== 'enlarge') throw new Error(`nothing to enlarge in ${action.kind}`);
  const { factor } = action;
  const picture = await openPicture(bench.input(source));
  if (picture === null) return refused('The picture can’t be read; choose it again.');
  try {
    if (picture.width * factor !== width || picture.height * factor !== height) {
      return refused('The picture has another size than it had; choose it again.');
    }
    const network = await openNetwork(factor);
    const canvas = await enlargePicture(picture, factor, network, bench);
    if (canvas === null) return { kind: 'cancelled' };
    return await deliver(canvas, readingOf(picture, factor), bench);
  } finally {
    picture.close();
  }
};

function refused(message: string): Made {
  return { kind: 'refused', message };
}

function readingOf({ width, height }: ImageBitmap, factor: number): string {
  return `Enlarged ${factor} times by the ESRGAN network, from ${width} × ${height} to ${width * factor} × ${height * factor} pixels.`;
}

/** The colours as they stand in the file; null for a file that is no picture. */
function openPicture(file: Uint8Array): Promise<ImageBitmap | null> {
  return createImageBitmap(new Blob([new Uint8Array(file)]), {
    colorSpaceConversion: 'none',
  }).catch(() => null);
}

/** The enlarged picture; null when it was cancelled. */
async function enlargePicture(
  picture: ImageBitmap,
  factor: number,
  network: Network,
  bench: Bench,
): Promise<OffscreenCanvas | null> {
  const wide = withMargin(picture);
  const result = plainlyEnlarged(picture, factor);
  const tiles = tilesOf(picture.width, picture.height);
  for (const [index, tile] of tiles.entries()) {
    if (bench.signal.aborted) return null;
    enlargeTile(wide, tile, factor, network, result);
    bench.progress((index + 1) / (tiles.length + 1));
    await bench.preview(result.canvas);
    await bench.pause();
  }
  if (bench.signal.aborted) return null;
  // How opaque the picture is knows no detail: plain scaling keeps it.
  result.globalCompositeOperation = 'destination-in';
  result.drawImage(picture, 0, 0, result.canvas.width, result.canvas.height);
  return result.canvas;
}

/** What is shown until the tiles come. */
function plainlyEnlarged(picture: ImageBitmap, factor: number): OffscreenCanvasRenderingContext2D {
  const context = contextOf(picture.width * factor, picture.height * factor);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  return context;
}

/** The picture with `reach` pixels around it, its outermost ones repeated: else the network would see a dark rim. */
function withMargin(picture: ImageBitmap): OffscreenCanvasRenderingContext2D {
  const { width, height } = picture;
  const context = contextOf(width + 2 * reach, height + 2 * reach);
  const { canvas } = context;
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, reach, reach);
  context.drawImage(picture, 0, 0, 1, height, 0, reach, reach, height);
  context.drawImage(picture, width - 1, 0, 1, height, width + reach, reach, reach, height);
  context.drawImage(canvas, 0, reach, canvas.width, 1, 0, 0, canvas.width, reach);
  const last = height + reach;
  context.drawImage(canvas, 0, last - 1, canvas.width, 1, 0, last, canvas.width, reach);
  return context;
}

function enlargeTile(
  wide: OffscreenCanvasRenderingContext2D,
  { x, y, width, height }: Tile,
  factor: number,
  network: Network,
  result: OffscreenCanvasRenderingContext2D,
): void {
  const seen = { width: width + 2 * reach, height: height + 2 * reach };
  const { data } = wide.getImageData(x, y, seen.width, seen.height);
  const picture = coloursOf(data);
  const colours = faithful(network(picture, seen), picture, seen, factor);
  const size = { width: seen.width * factor, height: seen.height * factor };
  const inside = insideOf(colours, size, reach * factor);
  const pixels = new ImageData(inside.rgba, inside.width, inside.height);
  result.putImageData(pixels, x * factor, y * factor);
}

/** A canvas in plain memory: the same bytes on every machine, and no graphics memory for large pictures. */
function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no drawing context to enlarge a picture');
  return context;
}
