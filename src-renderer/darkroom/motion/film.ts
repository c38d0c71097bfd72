import { type ClipRequest, framesPerSecond } from '../../../src-shared/jobs/clip-request';
import { encodeClip } from '../clip/encode-clip';
import type { Bench, Made, Maker } from '../maker';
import { createSurface } from '../sketch/styles/draw-shape';
import { fromPictures } from './from-pictures';
import { fromWords } from './from-words';
import { drawFrame } from './stage/draw-frame';
import { drawPassage, planPassage } from './stage/draw-passage';
import { drawFromPicture } from './stage/draw-picture';

/** What a clip shows, ready to be drawn frame by frame. */
export type Shot = {
  /** Draws the frame at `seconds`; `share` is how far the clip then is, 0 at its first frame to 1 at its last. */
  draw(context: OffscreenCanvasRenderingContext2D, seconds: number, share: number): void;
  /** The second that says most about it. */
  readonly telling: number;
  readonly reading: string;
};

/** The share of the work that is done when the first frame is drawn. */
const prepared = 0.25;

/**
 * A silent clip (A2, B1) from words alone, from the picture that it begins with, or from a first to a last picture.
 * The same request draws the same frames.
 */
export const film: Maker<ClipRequest> = async (request, bench) => {
  const shot = await prepare(request, bench, (done) => bench.progress(prepared * done));
  if (shot === null) return { kind: 'cancelled' };
  if (shot === 'refused') {
    return { kind: 'refused', message: 'The picture could not be opened; choose another one.' };
  }
  return shoot(request, bench, shot);
};

/**
 * Paints or opens what a clip shows; null when cancelled, `refused` when a picture of it can't be opened.
 * @public the bench draws the same frames before it encodes them
 */
export async function prepare(
  request: ClipRequest,
  bench: Bench,
  share: (done: number) => void,
): Promise<Shot | 'refused' | null> {
  if (request.first !== null) return shotOfPictures(request, bench, share);
  const words = await fromWords(request, bench, share);
  if (words === null) return null;
  const { staging, reading } = words;
  return {
    draw: (context, seconds) => drawFrame(context, staging, seconds),
    telling: request.seconds * 0.45,
    reading,
  };
}

async function shotOfPictures(
  request: ClipRequest,
  bench: Bench,
  share: (done: number) => void,
): Promise<Shot | 'refused' | null> {
  const pictures = await fromPictures(request, bench, share);
  if (pictures === null || pictures === 'refused') return pictures;
  const { reading } = pictures;
  const [first, last] = pictures.shots;
  if (first === undefined) throw new Error('a clip from pictures has none');
  if (last === undefined) {
    return {
      draw: (context, seconds) => drawFromPicture(context, first, seconds),
      telling: request.seconds * 0.45,
      reading,
    };
  }
  const passage = planPassage(first, last);
  return {
    draw: (context, _seconds, share) => drawPassage(context, passage, share),
    telling: request.seconds * 0.4,
    reading,
  };
}

async function shoot(request: ClipRequest, bench: Bench, shot: Shot): Promise<Made> {
  const { width, height, format, seconds } = request;
  const frames = seconds * framesPerSecond;
  const drawAt = (frame: number, context: OffscreenCanvasRenderingContext2D) =>
    shot.draw(context, frame / framesPerSecond, frame / (frames - 1));
  const bytes = await encodeClip({
    width,
    height,
    format,
    frames,
    framesPerSecond,
    draw: drawAt,
    bench,
    begun: prepared,
  });
  if (bytes === null) return { kind: 'cancelled' };
  const poster = createSurface(width, height);
  drawAt(Math.round(shot.telling * framesPerSecond), poster);
  await bench.lastPreview(poster.canvas);
  if (bench.signal.aborted) return { kind: 'cancelled' };
  const mediaType = format === 'mp4' ? 'video/mp4' : 'video/webm';
  return { kind: 'made', mediaType, bytes, width, height, reading: shot.reading };
}
