import { setUpBench } from '../../../src-renderer/darkroom/bench';
import { openClipFile } from '../../../src-renderer/darkroom/clip/clip-file';
import { encoderSettings } from '../../../src-renderer/darkroom/clip/encoder-settings';
import { film, prepare } from '../../../src-renderer/darkroom/motion/film';
import { type ClipRequest, framesPerSecond } from '../../../src-shared/jobs/clip-request';

export type FilmOrder = { readonly request: ClipRequest; readonly rounds: number };
/** Milliseconds for a whole clip: made by Motion, and its frames only encoded. */
export type FilmFigures = { readonly tally: number[]; readonly reference: number[] };

/** Frames that are held ready at once: three hundred megabytes of 1080p. */
const mostReady = 36;

async function measureFilm({ request, rounds }: FilmOrder): Promise<FilmFigures> {
  const figures: FilmFigures = { tally: [], reference: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const tally = await makeFilm(request);
    const reference = await encodeOnly(request);
    // The first round warms up and is not counted.
    if (round === 0) continue;
    figures.tally.push(tally);
    figures.reference.push(reference);
  }
  return figures;
}

function benchFor() {
  const { signal } = new AbortController();
  return setUpBench({ orderId: 'bench', inputs: [] }, signal, () => undefined);
}

async function makeFilm(request: ClipRequest): Promise<number> {
  const begin = performance.now();
  const made = await film(request, benchFor());
  if (made.kind !== 'made') throw new Error(`no clip was made: ${made.kind}`);
  return performance.now() - begin;
}

/** The same frames, drawn beforehand, through a bare encoder into a file; only that is timed. */
async function encodeOnly(request: ClipRequest): Promise<number> {
  const { width, height, format, seconds } = request;
  const shot = await prepare(request, benchFor(), () => undefined);
  if (shot === null || shot === 'refused') throw new Error('there is nothing to draw');
  const frames = seconds * framesPerSecond;
  const measure = { width, height, format, frames, framesPerSecond };
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no drawing context');
  const file = await openClipFile(measure);
  const failures: unknown[] = [];
  const encoder = new VideoEncoder({ output: file.add, error: (error) => failures.push(error) });
  encoder.configure(await encoderSettings(measure));
  let milliseconds = 0;
  for (let from = 0; from < frames; from += mostReady) {
    const ready: VideoFrame[] = [];
    for (let frame = from; frame < Math.min(frames, from + mostReady); frame += 1) {
      shot.draw(context, frame / framesPerSecond, frame / (frames - 1));
      const timestamp = Math.round((frame * 1_000_000) / framesPerSecond);
      ready.push(new VideoFrame(canvas, { timestamp }));
    }
    const begin = performance.now();
    for (const [at, frame] of ready.entries()) {
      encoder.encode(frame, { keyFrame: (from + at) % framesPerSecond === 0 });
      frame.close();
    }
    await encoder.flush();
    milliseconds += performance.now() - begin;
  }
  const begin = performance.now();
  await file.finish();
  encoder.close();
  if (failures.length > 0) throw failures[0];
  return milliseconds + performance.now() - begin;
}

Object.assign(globalThis, { measureFilm });
