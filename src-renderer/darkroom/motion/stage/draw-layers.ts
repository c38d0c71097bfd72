import { type Seen, seenAt, type View } from '../plan/camera';
import { flashAt } from '../plan/glimmer';
import { type Pose, poseAt, slideAt } from '../plan/stir';
import type { FilmSet, Layer } from '../set/film-set';

type Context = OffscreenCanvasRenderingContext2D;

/** When a frame is taken, and from where. */
export type Moment = {
  readonly view: View;
  readonly seconds: number;
  /** Of the whole clip. */
  readonly duration: number;
  /** How far the sun has risen, -1 to 1. */
  readonly climb: number;
  /** Where the storm is in its lightning, radians. */
  readonly storm: number;
};

/** Rows of the frame that are moved as one, in pixels. */
const rows = { ripple: 4, ground: 12 };

/** Draws one layer of a set over what the frame has so far. */
export function drawLayer(context: Context, set: FilmSet, layer: Layer, moment: Moment): void {
  const { stir, depth } = layer;
  if (stir.kind === 'flash') {
    const bright = flashAt(moment.storm, moment.seconds);
    if (bright < 0.03) return;
    context.globalAlpha = bright;
    drawWhole(context, set, layer, moment);
    context.globalAlpha = 1;
  } else if (stir.kind === 'ripple' || depth.top !== depth.foot)
    drawRows(context, set, layer, moment);
  else drawWhole(context, set, layer, moment);
}

/** Pixels of the frame for one of the set while the camera rests. */
export function scaleOf({ canvas }: Context, set: FilmSet): number {
  return canvas.width / (set.shown * set.width);
}

/** Where a place of the set, in its pixels, is in the frame. */
export function placed(
  context: Context,
  set: FilmSet,
  seen: Seen,
  x: number,
  y: number,
): { x: number; y: number } {
  const scale = scaleOf(context, set);
  const { canvas } = context;
  return {
    x: canvas.width / 2 + ((x - set.width / 2) * seen.zoom + seen.x * set.width) * scale,
    y: canvas.height / 2 + ((y - set.height / 2) * seen.zoom + seen.y * set.height) * scale,
  };
}

function drawWhole(context: Context, set: FilmSet, layer: Layer, moment: Moment): void {
  const { image, box, stir } = layer;
  const pose = level(poseAt(stir, moment.seconds, moment.duration, moment.climb), set, layer);
  const looked = seenAt(moment.view, layer.depth.foot);
  const seen = { zoom: looked.zoom, x: looked.x + pose.x, y: looked.y + pose.y };
  const scale = scaleOf(context, set) * seen.zoom;
  const [width, height] = [box.width * scale, box.height * scale];
  if (isUpright(pose)) {
    const { x, y } = placed(context, set, seen, box.left, box.top);
    context.drawImage(image, x, y, width, height);
    return;
  }
  const foot = placed(context, set, seen, box.left + box.width / 2, box.top + box.height);
  context.save();
  context.translate(foot.x, foot.y);
  context.rotate(pose.turn);
  context.transform(1, 0, -pose.lean, pose.stretch, 0, 0);
  context.drawImage(image, -width / 2, -height, width, height);
  context.restore();
}

/** What is as wide as half the set does not turn: it costs much and is hardly seen. */
function level(pose: Pose, set: FilmSet, { box }: Layer): Pose {
  return box.width > set.width * 0.4 ? { ...pose, turn: 0 } : pose;
}

function isUpright({ turn, lean, stretch }: Pose): boolean {
  return turn === 0 && lean === 0 && stretch === 1;
}

/** What lies is drawn row by row: near rows pass faster than far ones, and those of water slide about. */
function drawRows(context: Context, set: FilmSet, layer: Layer, moment: Moment): void {
  const { image, box, depth, stir } = layer;
  const scale = scaleOf(context, set);
  const step = (stir.kind === 'ripple' ? rows.ripple : rows.ground) / scale;
  const overlap = moment.view.roll === 0 ? 0 : 1;
  let from = 0;
  let top = Math.round(rowAt(context, set, layer, moment, 0));
  while (from < box.height) {
    const to = Math.min(box.height, from + step);
    const bottom = Math.round(rowAt(context, set, layer, moment, to));
    if (bottom > top && bottom > -overlap && top < context.canvas.height) {
      const near = (from + to) / 2 / box.height;
      const seen = seenAt(moment.view, depth.top + (depth.foot - depth.top) * near);
      const slide = stir.kind === 'ripple' ? slideAt(stir.phase, near, moment.seconds) : 0;
      const { x } = placed(context, set, { ...seen, x: seen.x + slide }, box.left, 0);
      const high = Math.min(to - from + overlap, box.height - from);
      context.drawImage(
        image,
        0,
        from,
        box.width,
        high,
        x,
        top,
        box.width * scale * seen.zoom,
        bottom - top + overlap,
      );
    }
    if (bottom > top) [from, top] = [to, bottom];
    else from = to;
  }
}

/** Where a row of a layer, counted in pixels from its top, is in the frame. */
function rowAt(context: Context, set: FilmSet, layer: Layer, moment: Moment, row: number): number {
  const { box, depth } = layer;
  const near = row / box.height;
  const seen = seenAt(moment.view, depth.top + (depth.foot - depth.top) * near);
  return placed(context, set, seen, 0, box.top + row).y;
}
