import { framesPerSecond } from '../../../../src-shared/jobs/clip-request';
import type { Context } from '../../sketch/styles/draw-shape';
import { type CameraPath, type Move, viewAt, withinSet } from '../plan/camera';
import { climbAt, type HourChange, lightAt } from '../plan/hours';
import type { StirKind } from '../plan/stir';
import type { FilmSet } from '../set/film-set';
import { drawLayer, type Moment } from './draw-layers';
import { drawLights, drawStars, type LightKit, type Lit } from './draw-lights';
import { drawShower, type ShowerKit } from './draw-shower';

/** All that a scene in motion is drawn from. */
export type Staging = {
  readonly set: FilmSet;
  readonly path: CameraPath;
  readonly change: HourChange | null;
  readonly lights: LightKit;
  readonly showers: readonly ShowerKit[];
};

/** A staging whose far layers are drawn less often than the near ones: so slowly do they move. */
export type PaintedStaging = Staging & { readonly far: FarLayers };

export type FarLayers = {
  /** How many of the layers, from the farthest on. */
  readonly count: number;
  /** Seconds for which they stand still. */
  readonly step: number;
  readonly surface: Context;
  /** What is on the surface now. */
  readonly drawn: { at: number };
};

const distant = 0.42;
const slow = new Set<StirKind>(['still', 'drift', 'climb']);
/** A hand's tremor moves even what is far. */
const farStep = 2 / framesPerSecond;

/** Which layers of a set can be drawn at half the rate; `surface` is as large as the frame. */
export function farLayers(set: FilmSet, move: Move, surface: Context): FarLayers {
  const near = set.layers.findIndex(
    ({ depth, stir }) => depth.foot > distant || !slow.has(stir.kind),
  );
  const isUnsteady = move === 'handheld' || near === 0;
  const count = near === -1 ? set.layers.length : near;
  return { count: isUnsteady ? 0 : count, step: farStep, surface, drawn: { at: Number.NaN } };
}

/** Draws the frame at `seconds`; the same moment is the same frame. */
export function drawFrame(
  context: OffscreenCanvasRenderingContext2D,
  staging: PaintedStaging,
  seconds: number,
): void {
  const { set, showers, far } = staging;
  const lit = litAt(staging, seconds);
  if (far.count > 0) drawFar(context, staging, seconds);
  context.imageSmoothingEnabled = set.smooth;
  context.save();
  rollAbout(context, lit.view.roll);
  for (const [index, layer] of set.layers.entries()) {
    if (index >= far.count) drawLayer(context, set, layer, lit);
    if (index === 0 && far.count === 0) drawStars(context, lit);
  }
  context.restore();
  drawLights(context, lit);
  for (const shower of showers) drawShower(context, shower, seconds);
}

function drawFar(
  context: OffscreenCanvasRenderingContext2D,
  staging: PaintedStaging,
  seconds: number,
): void {
  const { set, far } = staging;
  const at = Math.floor(seconds / far.step + 1e-6) * far.step;
  if (far.drawn.at !== at) {
    far.surface.imageSmoothingEnabled = set.smooth;
    const lit = litAt(staging, at);
    for (const [index, layer] of set.layers.slice(0, far.count).entries()) {
      drawLayer(far.surface, set, layer, lit);
      if (index === 0) drawStars(far.surface, lit);
    }
    far.drawn.at = at;
  }
  context.drawImage(far.surface.canvas, 0, 0);
}

type Moving = Lit & Moment;

function litAt({ set, path, change, lights }: Staging, seconds: number): Moving {
  const share = Math.min(1, seconds / path.seconds);
  return {
    set,
    kit: lights,
    view: withinSet(viewAt(path, seconds), set.shown, set.edge),
    seconds,
    duration: path.seconds,
    climb: climbAt(change, share),
    storm: lights.phase,
    light: change === null ? null : lightAt(change, share),
  };
}

export function rollAbout(context: OffscreenCanvasRenderingContext2D, roll: number): void {
  if (roll === 0) return;
  const { width, height } = context.canvas;
  context.translate(width / 2, height / 2);
  context.rotate(roll);
  context.translate(-width / 2, -height / 2);
}
