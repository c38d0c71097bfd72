import { assertNever } from '../../../../src-shared/assert-never';
import type { CameraMove } from '../../../../src-shared/jobs/clip-request';

export type Move = Exclude<CameraMove, 'auto'>;

/** Where the camera stands. All zeros and a zoom of 1 is where it began to look. */
export type View = {
  /** How far it has gone to the right and down, as shares of the set's width and height. */
  readonly x: number;
  readonly y: number;
  /** How much larger the middle distance looks. */
  readonly zoom: number;
  /** Radians, clockwise. */
  readonly roll: number;
  /** How far it has gone around the middle distance: near things pass one way, far ones the other. */
  readonly turn: number;
};

export const restingView: View = { x: 0, y: 0, zoom: 1, roll: 0, turn: 0 };

export type CameraPath = {
  readonly move: Move;
  /** Seconds from its beginning to its end. */
  readonly seconds: number;
  /** Differs from clip to clip, in radians: where a hand's tremor begins. */
  readonly phase: number;
};

/** A move is whole after so many seconds; in a shorter clip the camera goes part of the way, no faster. */
const wholeMove = 4;
/** How long it takes to set off and to arrive. */
const softSeconds = 0.45;
const travel = { zoom: 0.15, side: 0.052, height: 0.044, around: 0.052 };

/** Where the camera is after `seconds`. It sets off and arrives gently, and never jumps. */
export function viewAt(path: CameraPath, seconds: number): View {
  const reach = Math.min(1, 0.25 + (0.75 * path.seconds) / wholeMove);
  const way = gently(seconds / path.seconds, Math.min(0.18, softSeconds / path.seconds)) - 0.5;
  const shift = 2 * way * reach;
  switch (path.move) {
    case 'still':
      return restingView;
    case 'push-in':
      return { ...restingView, zoom: 1 + travel.zoom * reach * (way + 0.5) };
    case 'pull-out':
      return { ...restingView, zoom: 1 + travel.zoom * reach * (0.5 - way) };
    case 'pan-left':
      return { ...restingView, x: -travel.side * shift, zoom: 1.08 };
    case 'pan-right':
      return { ...restingView, x: travel.side * shift, zoom: 1.08 };
    case 'rise':
      return { ...restingView, y: -travel.height * shift, zoom: 1.08 };
    case 'sink':
      return { ...restingView, y: travel.height * shift, zoom: 1.08 };
    case 'orbit':
      return {
        ...restingView,
        turn: travel.around * shift,
        x: 0.006 * shift,
        zoom: 1.06 + 0.02 * (1 - shift * shift),
      };
    case 'handheld':
      return handheldAt(path, seconds);
    default:
      return assertNever(path.move);
  }
}

/** The slow breath and the faster tremor of somebody who stands and holds a camera. */
function handheldAt({ phase }: CameraPath, seconds: number): View {
  const swing = (rate: number, offset: number) => Math.sin(rate * seconds + phase + offset);
  return {
    x: 0.008 * swing(1.3, 0) + 0.0028 * swing(3.7, 2),
    y: 0.007 * swing(1.7, 1) + 0.0024 * swing(4.3, 4),
    zoom: 1.035 + 0.008 * swing(0.9, 5),
    roll: 0.004 * swing(1.1, 3),
    turn: 0.006 * swing(0.8, 0.5),
  };
}

/** The same move, seen from where it stands at `origin`: there it rests. */
export function since(view: View, origin: View): View {
  return {
    x: view.x - origin.x,
    y: view.y - origin.y,
    zoom: view.zoom / origin.zoom,
    roll: view.roll - origin.roll,
    turn: view.turn - origin.turn,
  };
}

/** How something at a depth, 0 far to 1 near, is seen: moved by shares of the set, enlarged about its middle. */
export type Seen = { readonly x: number; readonly y: number; readonly zoom: number };

/** What is near moves and grows more than what is far. */
export function seenAt(view: View, depth: number): Seen {
  const nearness = 0.3 + depth;
  return {
    x: -view.x * nearness - view.turn * (depth - 0.45) * 1.5,
    y: -view.y * nearness,
    zoom: view.zoom ** (0.45 + 0.8 * depth),
  };
}

/**
 * The view nearest to `view` in which nothing within the depths 0 to `nearest` shows its edge. The frame is the
 * `shown` share of a set's width and height that may be seen out to `edge`, a share from each side.
 */
export function withinSet(view: View, shown: number, edge: { x: number; y: number }): View {
  const level = { ...view, roll: Math.max(-0.012, Math.min(0.012, view.roll)) };
  const fits = (scale: number): boolean => {
    const tried = scaled(level, scale);
    return [0, 0.5, 1].every((depth) => {
      const { x, y, zoom } = seenAt(tried, depth);
      const half = (shown / 2 / zoom) * (1 + 0.6 * Math.abs(tried.roll));
      return Math.abs(x) / zoom + half <= 0.5 - edge.x && Math.abs(y) / zoom + half <= 0.5 - edge.y;
    });
  };
  if (fits(1)) return level;
  let [low, high] = [0, 1];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return scaled(level, low);
}

function scaled(view: View, scale: number): View {
  const { x, y, zoom, roll, turn } = view;
  const isWide = zoom < 1;
  return {
    x: x * scale,
    y: y * scale,
    zoom: isWide ? 1 + (zoom - 1) * scale : zoom,
    roll: roll * scale,
    turn: turn * scale,
  };
}

/** From 0 to 1, at an even pace but for a soft start and end, each `soft` of the whole. */
export function gently(share: number, soft = 0.18): number {
  const t = Math.min(1, Math.max(0, share));
  const pace = 1 / (1 - soft);
  if (t < soft) return (pace * t * t) / (2 * soft);
  if (t > 1 - soft) return 1 - (pace * (1 - t) * (1 - t)) / (2 * soft);
  return pace * (t - soft / 2);
}
