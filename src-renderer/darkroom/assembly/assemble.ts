import { type AssemblyRequest, assemblySeconds } from '../../../src-shared/jobs/assembly-request';
import { framesPerSecond } from '../../../src-shared/jobs/clip-request';
import { encodeClip } from '../clip/encode-clip';
import type { Bench, Made, Maker } from '../maker';
import { cameraFor } from './camera';
import { drawCaption, type SetCaption, setCaption } from './caption';
import { drawPlate, type Plate, plateOf } from './plate';
import { type Moment, type Seen, timelineOf } from './timeline';
import { drawTransition } from './transitions';

type Context = OffscreenCanvasRenderingContext2D;

/** A picture that can't be opened; scenes are counted from 1. */
class Unreadable extends Error {
  readonly scene: number;

  constructor(scene: number) {
    super(`the picture of scene ${scene} can't be opened`);
    this.scene = scene;
  }
}

/**
 * The scenes of a storyboard as one silent video (A4): slow camera moves through their pictures, transitions inside
 * their seconds, and captions in the picture where they are asked for. The same request draws the same frames.
 */
export const assemble: Maker<AssemblyRequest> = async (request, bench) => {
  const { width, height, format } = request;
  const draw = drawing(request, bench);
  try {
    const seconds = assemblySeconds(request);
    const bytes = await encodeClip({
      width,
      height,
      format,
      frames: seconds * framesPerSecond,
      framesPerSecond,
      draw: (frame, context) => draw(context, frame / framesPerSecond),
      bench,
    });
    if (bytes === null) return { kind: 'cancelled' };
    await showPoster(request, bench, draw);
    if (bench.signal.aborted) return { kind: 'cancelled' };
    const mediaType = format === 'mp4' ? 'video/mp4' : 'video/webm';
    return { kind: 'made', mediaType, bytes, width, height, reading: readingOf(request, seconds) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused(error);
  }
};

function refused({ scene }: Unreadable): Made {
  return {
    kind: 'refused',
    message: `The picture of scene ${scene} can’t be opened; choose another one.`,
  };
}

function readingOf({ scenes, burnCaptions }: AssemblyRequest, seconds: number): string {
  const what = scenes.length === 1 ? 'One scene' : `${scenes.length} scenes`;
  const captions = burnCaptions ? 'with captions in the picture' : 'captions in files of their own';
  return `${what} put together into ${seconds} s of video, ${captions}.`;
}

/** The middle of the first scene stands for the whole. */
async function showPoster(
  request: AssemblyRequest,
  bench: Bench,
  draw: (context: Context, second: number) => Promise<void>,
): Promise<void> {
  const canvas = new OffscreenCanvas(request.width, request.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no drawing context for a poster');
  await draw(context, (request.scenes[0]?.seconds ?? 0) / 2);
  await bench.lastPreview(canvas);
}

/** Draws what is on the screen at a second. */
function drawing(request: AssemblyRequest, bench: Bench) {
  const { scenes, seed, burnCaptions } = request;
  const momentAt = timelineOf(scenes);
  const cameras = scenes.map((_, scene) => cameraFor(seed, scene));
  const plates = createPlates(request, bench);
  const captions = new Map<number, SetCaption | null>();
  const captionOf = (context: Context, scene: number) => {
    const known = captions.get(scene);
    if (known !== undefined) return known;
    const set = burnCaptions ? setCaption(context, scenes[scene]?.caption ?? '') : null;
    captions.set(scene, set);
    return set;
  };
  return async (context: Context, second: number): Promise<void> => {
    const moment = momentAt(second);
    const ready = await plates(scenesIn(moment));
    const draw = ({ scene, share }: Seen) => {
      const [plate, camera] = [ready.get(scene), cameras[scene]];
      if (plate === undefined || camera === undefined) throw new Error(`no scene ${scene}`);
      drawPlate(context, plate, camera(share));
    };
    const { seen, change, caption } = moment;
    if (change === null) draw(seen);
    else {
      const both = { from: () => draw(seen), to: () => draw(change.to) };
      drawTransition(context, change.transition, change.share, both);
    }
    const set = captionOf(context, caption.scene);
    if (set !== null && caption.opacity > 0) drawCaption(context, set, caption.opacity);
  };
}

function scenesIn({ seen, change }: Moment): number[] {
  return change === null ? [seen.scene] : [seen.scene, change.to.scene];
}

/** Prepares the pictures of the scenes that are seen, and lets go of the others: two at most are large. */
function createPlates({ scenes, width, height }: AssemblyRequest, bench: Bench) {
  const ready = new Map<number, Plate>();
  return async (wanted: readonly number[]): Promise<ReadonlyMap<number, Plate>> => {
    for (const scene of ready.keys()) if (!wanted.includes(scene)) ready.delete(scene);
    for (const scene of wanted) {
      if (ready.has(scene)) continue;
      const sha256 = scenes[scene]?.picture;
      if (sha256 === undefined) throw new Error(`there is no scene ${scene}`);
      const picture = await open(bench.input(sha256), scene + 1);
      ready.set(scene, plateOf(picture, width, height));
      picture.close();
      await bench.pause();
    }
    return ready;
  };
}

async function open(file: Uint8Array, scene: number): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(file)]));
  } catch {
    throw new Unreadable(scene);
  }
}
