import { type RefObject, useEffect, useState } from 'react';

type ClipState = {
  /** In seconds, as shown now. */
  readonly time: number;
  /** In seconds, by the file once its head was read. */
  readonly length: number;
  readonly playing: boolean;
  /** The file is not there, or is no clip that can be played. */
  readonly broken: boolean;
};

export type Clip = ClipState & {
  readonly toggle: () => void;
  readonly seek: (time: number) => void;
  /** Goes so many frames on, or back, and stands still there. */
  readonly step: (frames: number) => void;
};

/** Follows and steers a `<video>` of `frameRate` frames a second; `seconds` is its length until the file tells it. */
export function useClip(
  video: RefObject<HTMLVideoElement | null>,
  { seconds, frameRate }: { readonly seconds: number; readonly frameRate: number },
): Clip {
  const [state, setState] = useState<ClipState>({
    time: 0,
    length: seconds,
    playing: false,
    broken: false,
  });
  useEffect(() => {
    const { current } = video;
    return current === null
      ? undefined
      : follow(current, (next) => setState((old) => ({ ...old, ...next })));
  }, [video]);
  const seek = (time: number) => {
    const { current } = video;
    if (current === null || !Number.isFinite(current.duration)) return;
    current.currentTime = Math.min(current.duration, Math.max(0, time));
  };
  return {
    ...state,
    seek,
    toggle: () => {
      const { current } = video;
      if (current === null) return;
      if (current.paused) play(current);
      else current.pause();
    },
    step: (frames) => {
      const { current } = video;
      if (current === null) return;
      current.pause();
      // The middle of a frame, so that rounding can't land on its neighbour.
      const frame = Math.floor(current.currentTime * frameRate + 0.001) + frames;
      seek((Math.max(0, frame) + 0.5) / frameRate);
    },
  };
}

/** Starts a clip; what can't be played tells so by its own error. */
export function play(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}

/** Tells every change of a video until it is called off. */
function follow(video: HTMLVideoElement, tell: (change: Partial<ClipState>) => void): () => void {
  const ending = new AbortController();
  const on = (type: keyof HTMLVideoElementEventMap, listener: () => void) =>
    video.addEventListener(type, listener, { signal: ending.signal });
  const tellTime = () => tell({ time: video.currentTime });
  let frame = 0;
  const tick = () => {
    tellTime();
    frame = requestAnimationFrame(tick);
  };
  const stand = () => {
    cancelAnimationFrame(frame);
    tell({ playing: false, time: video.currentTime });
  };
  on('loadedmetadata', () => tell({ length: video.duration, broken: false }));
  on('play', () => {
    cancelAnimationFrame(frame);
    tell({ playing: true });
    tick();
  });
  on('pause', stand);
  on('ended', stand);
  on('seeked', tellTime);
  on('timeupdate', tellTime);
  on('error', () => tell({ broken: true, playing: false }));
  return () => {
    cancelAnimationFrame(frame);
    ending.abort();
  };
}
