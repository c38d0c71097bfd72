import type { Colour } from '../sketch/core/colour';
import { paintScene } from '../sketch/paint';
import { planScene } from '../sketch/plan/plan-scene';
import type { Group, Scene } from '../sketch/plan/scene';
import { frameOf } from '../sketch/plan/stage';
import type { Reading } from '../sketch/reading/reading';
import { asStyle } from '../sketch/styles';
import { type Context, createSurface, drawShape, settle } from '../sketch/styles/draw-shape';
import { portion } from '../sketch/styles/easel';
import { at, eachBand } from '../sketch/styles/pixels';
import { continuationOf } from './continuation';
import { asksForThings, figureOf, fitted, lit } from './figure';
import type { Box, Mask } from './mask';
import { around, maskGap } from './mask-gap';
import { readScene } from './read-scene';
import { samplerOf } from './seams';
import { type Sheet, sheetAround, sheetScale } from './sheet';
import type { EditLook } from './steps';
import { shrink, study } from './study';

/**
 * Things that a prompt asks for, painted on what the picture itself would show behind them: the region
 * is first continued from its surroundings. Null where the prompt asks for more than things, or where
 * there is nothing to go on from.
 */
export function* paintFigure(
  look: EditLook,
  reading: Reading,
  loyalty: number,
  picture: OffscreenCanvas,
  mask: Mask,
): Generator<number, Sheet | null> {
  if (!asksForThings(reading)) return null;
  const place = sheetAround(mask.box);
  const frame = frameOf(place.width, place.height);
  const figure = figureOf(planScene(reading, frame, look.seed));
  if (figure.length === 0) return null;
  const part = around(mask.box, picture.width, picture.height);
  const behind = yield* portion(continuedBehind(picture, mask, part, look.seed), 0, 0.3);
  if (behind === null) return null;
  const ground = groundOf(behind, part, place);
  settle(ground);
  const seen = yield* portion(study(ground.canvas, 300), 0.3, 0.34);
  const closeness = { masses: 50, details: 420, rounds: 3 };
  const read = yield* portion(readScene(seen, frame, closeness), 0.34, 0.5);
  const scale = frame.width / place.width;
  const into = {
    left: (mask.box.left - place.left + mask.box.width * 0.06) * scale,
    right: (mask.box.left - place.left + mask.box.width * 0.94) * scale,
    top: (mask.box.top - place.top + mask.box.height * 0.06) * scale,
    bottom: (mask.box.top - place.top + mask.box.height * 0.94) * scale,
  };
  const put = lit(fitted(figure, into), meanColour(ground.canvas), loyalty);
  drawGroups(ground, put, ground.canvas.width / frame.width);
  settle(ground);
  yield 0.52;
  const scene = onGround(read.scene, put);
  const context = createSurface(ground.canvas.width, ground.canvas.height);
  const { width, height } = context.canvas;
  const request = { ...look, style: asStyle(look.style), width, height };
  const likeness = {
    picture: ground.canvas,
    guides: look.style === 'oil' ? read.guides : undefined,
  };
  for (const { fraction } of paintScene(scene, request, context.canvas, likeness)) {
    yield 0.52 + 0.48 * fraction;
  }
  return { context, place, understood: reading.understood };
}

/** A part of the picture with the open pixels filled from what is around them; null if nothing is. */
function* continuedBehind(
  picture: OffscreenCanvas,
  mask: Mask,
  part: Box,
  seed: number,
): Generator<number, OffscreenCanvas | null> {
  const context = createSurface(part.width, part.height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, part.width, part.height);
  context.drawImage(picture, -part.left, -part.top);
  settle(context);
  const { canvas } = context;
  const gap = maskGap(mask, part);
  const continuation = yield* portion(continuationOf(canvas, gap, 170, seed), 0, 0.8);
  if (continuation === null) return null;
  const { data } = context.getImageData(0, 0, part.width, part.height);
  const place = { left: 0, top: 0, right: part.width, bottom: part.height };
  const sample = samplerOf({ data, place }, continuation, part.width, part.height);
  const bands = eachBand(context, part.width, part.height, (into, top, rows) => {
    for (let index = 0; index < rows * part.width; index += 1) {
      const [x, y] = [index % part.width, top + Math.floor(index / part.width)];
      if (at(mask.open, (part.top + y) * mask.width + part.left + x) === 0) continue;
      into.set(sample(x, y), index * 4);
    }
  });
  for (const share of bands) yield 0.8 + 0.2 * share;
  return canvas;
}

/** The sheet's ground: the part in its place, and something like it where the sheet leaves the picture. */
function groundOf(part: OffscreenCanvas, from: Box, place: Box): Context {
  const scale = sheetScale(place);
  const ground = createSurface(place.width * scale, place.height * scale);
  const { width, height } = ground.canvas;
  ground.imageSmoothingQuality = 'high';
  ground.drawImage(part, 0, 0, width, height);
  ground.drawImage(
    part,
    (from.left - place.left) * scale,
    (from.top - place.top) * scale,
    from.width * scale,
    from.height * scale,
  );
  return ground;
}

function meanColour(canvas: OffscreenCanvas): Colour {
  const { data } = shrink(shrink(canvas, 32).canvas, 1).getImageData(0, 0, 1, 1);
  return [at(data, 0), at(data, 1), at(data, 2)];
}

function drawGroups(context: Context, groups: readonly Group[], scale: number): void {
  for (const { shapes } of groups) for (const shape of shapes) drawShape(context, shape, scale);
}

/** The figure before the ground, which steps back behind it; bodies are numbered anew. */
function onGround(ground: Scene, figure: readonly Group[]): Scene {
  const free = 100_000;
  return {
    ...ground,
    groups: [
      ...ground.groups.map((group): Group => {
        return group.plane === 'subject' ? { ...group, plane: 'near' } : group;
      }),
      ...figure.map(
        (group): Group => ({
          ...group,
          shapes: group.shapes.map((shape) =>
            shape.kind === 'area' && shape.body > 0 ? { ...shape, body: shape.body + free } : shape,
          ),
        }),
      ),
    ],
  };
}
