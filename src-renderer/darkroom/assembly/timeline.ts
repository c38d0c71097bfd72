import type { AssemblyScene, Transition } from '../../../src-shared/jobs/assembly-request';

/** The longest that one scene takes to give way to the next, in seconds. */
const longestTransition = 1;
/** How long a caption takes to come and to go, in seconds. */
const captionFade = 0.25;

type Timed = Pick<AssemblyScene, 'seconds' | 'transition'>;

/** A scene as it is seen at a moment. */
export type Seen = {
  /** Counted from 0. */
  readonly scene: number;
  /** How much of the time in which it is seen has passed, 0 to 1: the camera moves all the while. */
  readonly share: number;
};

/** What is on the screen at a moment. */
export type Moment = {
  readonly seen: Seen;
  /** The scene that comes after it, while that takes its place; `share` is how far that is, 0 to 1. */
  readonly change: {
    readonly to: Seen;
    readonly transition: Exclude<Transition, 'cut'>;
    readonly share: number;
  } | null;
  /** Whose caption is shown, and how opaque, 0 to 1. */
  readonly caption: { readonly scene: number; readonly opacity: number };
};

type Span = { readonly starts: number; readonly ends: number };

/**
 * What is on the screen when. A transition lies half in the last moments of its scene and half in the first of the
 * next, so that the whole lasts as long as the scenes together, and never longer than half of either.
 */
export function timelineOf(scenes: readonly Timed[]): (second: number) => Moment {
  const spans = spansOf(scenes);
  const lengths = scenes.map((scene, index) => transitionLength(scene, scenes[index + 1]));
  const seenAt = (scene: number, second: number): Seen => {
    const { starts, ends } = spans[scene] ?? { starts: 0, ends: 1 };
    const from = starts - (lengths[scene - 1] ?? 0) / 2;
    const to = ends + (lengths[scene] ?? 0) / 2;
    return { scene, share: clamp((second - from) / (to - from)) };
  };
  const changeAt = (scene: number, second: number): Pick<Moment, 'seen' | 'change'> | null => {
    const [length, transition] = [lengths[scene] ?? 0, scenes[scene]?.transition ?? 'cut'];
    const share = length === 0 ? 0 : (second - (spans[scene]?.ends ?? 0)) / length + 0.5;
    if (transition === 'cut' || share <= 0 || share >= 1) return null;
    const to = seenAt(scene + 1, second);
    return { seen: seenAt(scene, second), change: { to, transition, share } };
  };
  return (second) => {
    const after = spans.findIndex(({ ends }) => second < ends);
    const scene = after === -1 ? scenes.length - 1 : after;
    const changing = changeAt(scene - 1, second) ?? changeAt(scene, second);
    return {
      ...(changing ?? { seen: seenAt(scene, second), change: null }),
      caption: { scene, opacity: captionOpacity(spans[scene], second) },
    };
  };
}

function spansOf(scenes: readonly Timed[]): Span[] {
  let at = 0;
  return scenes.map(({ seconds }) => {
    const starts = at;
    at += seconds;
    return { starts, ends: at };
  });
}

function transitionLength({ transition, seconds }: Timed, next: Timed | undefined): number {
  if (transition === 'cut' || next === undefined) return 0;
  return Math.min(longestTransition, Math.min(seconds, next.seconds) / 2);
}

function captionOpacity(span: Span | undefined, second: number): number {
  if (span === undefined) return 0;
  const { starts, ends } = span;
  return clamp(Math.min(second - starts, ends - second) / captionFade);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
