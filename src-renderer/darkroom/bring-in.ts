import { largestBroughtIn } from '../../src-shared/contract/darkroom';
import { readPictureHead } from '../../src-shared/jobs/picture-head';
import { pictureOf } from './encode';
import type { Made } from './maker';

/** No picture is unpacked that has more pixels than this: a small file can claim to be a huge one. */
const mostPixels = 120_000_000;
/** Smaller than this there is nothing to work on, in pixels on the shorter side. */
const smallest = 16;

/** A stranger's picture file as a PNG no larger than Tally works with, its orientation applied, all else dropped. */
export async function bringIn(file: Uint8Array): Promise<Made> {
  const claimed = readPictureHead(file);
  if (claimed === null) return refused('it is of another kind, or damaged');
  if (claimed.width * claimed.height > mostPixels) return refused('it is too large to be opened');
  const picture = await createImageBitmap(new Blob([new Uint8Array(file)])).catch(() => null);
  if (picture === null) return refused('it is no picture, or a damaged one');
  const { width, height } = picture;
  if (Math.min(width, height) < smallest)
    return refused(`it has fewer than ${smallest} pixels on a side`);
  const scale = Math.min(1, largestBroughtIn / Math.max(width, height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no drawing context for a picture that was brought in');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const bytes = await pictureOf(canvas);
  return {
    kind: 'made',
    mediaType: 'image/png',
    bytes,
    width: canvas.width,
    height: canvas.height,
    reading: '',
  };
}

function refused(message: string): Made {
  return { kind: 'refused', message };
}
