import type { ClipFormat } from '../../../src-shared/jobs/clip-request';
import type { Bench } from '../maker';
import { openClipFile } from './clip-file';
import { encoderSettings } from './encoder-settings';

export type ClipDrawing = {
  /** Even numbers of pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: ClipFormat;
  /** How many frames; the clip lasts `frames / framesPerSecond` seconds. */
  readonly frames: number;
  readonly framesPerSecond: number;
  /**
   * Draws a frame, counted from 0, over the one before. One that takes longer than some 30 ms pauses in between.
   * The canvas is opaque and is not cleared.
   */
  draw(frame: number, context: OffscreenCanvasRenderingContext2D): void | Promise<void>;
  readonly bench: Pick<Bench, 'signal' | 'progress' | 'preview' | 'pause'>;
  /** The share of the whole work that was done before the first frame, 0 to 1. */
  readonly begun?: number;
};

/** Frames that wait for the encoder: enough to keep it busy while the next is drawn. */
const queueLimit = 5;
/** Looking takes time from making, and a clip is soon made. */
const framesBetweenPreviews = 60;
/** A player can seek to every second of a clip. */
const secondsBetweenKeyFrames = 1;

/**
 * The file of a silent clip, frame after frame at a constant rate: H.264 in MP4, its index first, or VP9 in WebM (A2);
 * null when it was cancelled. Throws what the encoder throws. H.264 is encoded on several threads at once, which cut
 * a frame differently from run to run: the same drawing gives the same film, but not always the same bytes.
 */
export async function encodeClip(drawing: ClipDrawing): Promise<Uint8Array | null> {
  const { bench } = drawing;
  const file = await openClipFile(drawing);
  const line = await openEncoder(drawing, file.add);
  try {
    for (let frame = 0; frame < drawing.frames; frame += 1) {
      await line.encode(frame);
      if (bench.signal.aborted) return null;
      bench.progress(progressAt(drawing, frame + 1));
      if (frame % framesBetweenPreviews === 0) await bench.preview(line.canvas);
    }
    if (!(await line.finish())) return null;
    const bytes = await file.finish();
    return bench.signal.aborted ? null : bytes;
  } finally {
    line.close();
    await file.discard();
  }
}

function progressAt({ frames, begun = 0 }: ClipDrawing, done: number): number {
  return begun + (1 - begun) * (done / frames);
}

type Line = {
  readonly canvas: OffscreenCanvas;
  /** Draws one frame and hands it to the encoder as soon as that has room. */
  encode(frame: number): Promise<void>;
  /** Whether all frames came out, and not a cancel. */
  finish(): Promise<boolean>;
  close(): void;
};

async function openEncoder(
  drawing: ClipDrawing,
  add: (chunk: EncodedVideoChunk, metadata: EncodedVideoChunkMetadata | undefined) => void,
): Promise<Line> {
  const { width, height, framesPerSecond, bench } = drawing;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no drawing context for a clip');
  const fault: { error: unknown } = { error: null };
  const encoder = new VideoEncoder({
    output: add,
    error: (error) => {
      fault.error = error;
    },
  });
  encoder.configure(await encoderSettings(drawing));
  const aborted = abortOf(bench.signal);
  const check = () => {
    if (fault.error !== null) throw fault.error;
  };
  return {
    canvas,
    encode: async (frame) => {
      await drawing.draw(frame, context);
      await bench.pause();
      while (encoder.encodeQueueSize >= queueLimit && !bench.signal.aborted) {
        await Promise.race([roomIn(encoder), aborted]);
      }
      check();
      if (bench.signal.aborted) return;
      const timestamp = microsecondsAt(frame, framesPerSecond);
      const duration = microsecondsAt(frame + 1, framesPerSecond) - timestamp;
      const picture = new VideoFrame(canvas, { timestamp, duration });
      const keyFrame = frame % (framesPerSecond * secondsBetweenKeyFrames) === 0;
      encoder.encode(picture, { keyFrame });
      picture.close();
    },
    finish: async () => {
      const flushed = encoder.flush().then(
        () => null,
        (error: unknown) => fault.error ?? error,
      );
      const failure = await Promise.race([flushed, aborted]);
      if (bench.signal.aborted) return false;
      if (failure !== null) throw failure;
      return true;
    },
    close: () => {
      if (encoder.state !== 'closed') encoder.close();
    },
  };
}

function microsecondsAt(frame: number, framesPerSecond: number): number {
  return Math.round((frame * 1_000_000) / framesPerSecond);
}

/** Settles when a frame was taken from the queue, or when the encoder has failed and takes none. */
function roomIn(encoder: VideoEncoder): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      encoder.removeEventListener('dequeue', settle);
      resolve();
    };
    encoder.addEventListener('dequeue', settle);
    if (encoder.state !== 'configured') settle();
  });
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
