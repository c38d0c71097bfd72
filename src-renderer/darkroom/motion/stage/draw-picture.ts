import {
  type CameraPath,
  gently,
  restingView,
  since,
  type View,
  viewAt,
  withinSet,
} from '../plan/camera';
import { climbAt, lightAt } from '../plan/hours';
import type { FilmSet } from '../set/film-set';
import type { Staging } from './draw-frame';
import { rollAbout } from './draw-frame';
import { drawLayer } from './draw-layers';
import { drawLights } from './draw-lights';
import { drawShower } from './draw-shower';

type Context = OffscreenCanvasRenderingContext2D;

/** A picture set in motion; the picture itself is as large as the frame. */
export type PictureStaging = Staging & { readonly picture: OffscreenCanvas };

/** Seconds in which a clip leaves the picture that it begins with, or comes to rest in its last. */
const dwell = 0.45;

/** Draws a clip from one picture: at 0 seconds it is that very picture. */
export function drawFromPicture(context: Context, staging: PictureStaging, seconds: number): void {
  drawScene(context, staging, viewFrom(staging.path, seconds), seconds);
  drawVeil(context, staging.picture, 1 - gently(seconds / dwell));
}

/** The layers of a picture from a view, with the light and the weather. */
export function drawScene(
  context: Context,
  staging: PictureStaging,
  asked: View,
  seconds: number,
): void {
  const { set, path, change, lights, showers } = staging;
  const share = Math.min(1, seconds / path.seconds);
  const view = within(set, asked);
  const moment = {
    view,
    seconds,
    duration: path.seconds,
    climb: climbAt(change, share),
    storm: lights.phase,
  };
  context.imageSmoothingEnabled = true;
  context.save();
  rollAbout(context, view.roll);
  for (const layer of set.layers) drawLayer(context, set, layer, moment);
  context.restore();
  const light = change === null ? null : lightAt(change, share);
  drawLights(context, { ...moment, set, kit: lights, light });
  for (const shower of showers) drawShower(context, shower, seconds);
}

/** Lays the untouched picture over the frame. */
export function drawVeil(context: Context, picture: OffscreenCanvas, alpha: number): void {
  if (alpha <= 0) return;
  context.globalAlpha = alpha;
  context.drawImage(picture, 0, 0);
  context.globalAlpha = 1;
}

/** The camera's way from the picture as it is; it comes a little closer, so that less is seen beyond its sides. */
function viewFrom(path: CameraPath, seconds: number): View {
  const moved = since(viewAt(path, seconds), viewAt(path, 0));
  const closer = path.move === 'pull-out' || path.move === 'still' ? 0 : 0.05;
  return { ...moved, zoom: moved.zoom * (1 + closer * gently(seconds / path.seconds)) };
}

function within(set: FilmSet, view: View): View {
  return view === restingView ? view : withinSet(view, set.shown, set.edge);
}
