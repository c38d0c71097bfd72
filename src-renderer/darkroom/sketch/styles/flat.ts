import { type Colour, css, lightness, shift } from '../core/colour';
import { ellipse } from '../core/geometry';
import type { Area, Fill, Group, Shape } from '../plan/scene';
import { type Context, clipped, drawShape, settle, traceRings } from './draw-shape';
import type { Easel, Painter } from './easel';
import { colourAt } from './tones';

/** A printed poster: no gradient anywhere, few flat colours, bands of sky, a paper margin. */
export const paintFlat: Painter = function* (easel) {
  const { context, scene, width, height } = easel;
  const inks = inksOf(easel);
  const total = scene.groups.length;
  let drawn = 0;
  for (const [index, group] of scene.groups.entries()) {
    for (const shape of group.shapes) {
      drawFlat(easel, shape, group, inks);
      if (drawn % 8 === 7) settle(context);
      drawn += 1;
      yield (0.98 * index) / total;
    }
  }
  const margin = Math.round(Math.min(width, height) * 0.032);
  context.strokeStyle = '#f5eddc';
  context.lineWidth = margin * 2;
  context.strokeRect(0, 0, width, height);
  yield 1;
};

type Inks = { readonly settle: (colour: Colour) => Colour };

/** Poster inks: lightness in steps, chroma up, so that neighbouring tones fall together. */
function inksOf(easel: Easel): Inks {
  const known = new Map<string, Colour>();
  const steps = easel.fine ? 11 : 9;
  return {
    settle: (colour) => {
      const key = colour.map((channel) => Math.round(channel / 6)).join();
      const kept = known.get(key);
      if (kept) return kept;
      const level = lightness(colour);
      const snapped = Math.round(level * steps) / steps;
      const settled = shift(colour, { light: (snapped - level) * 0.85, chroma: 1.18 });
      known.set(key, settled);
      return settled;
    },
  };
}

function drawFlat(easel: Easel, shape: Shape, group: Group, inks: Inks): void {
  const { context, scale } = easel;
  if (shape.kind === 'stroke') {
    drawShape(
      context,
      {
        ...shape,
        colour: inks.settle(shape.colour),
        alpha: Math.min(1, shape.alpha * 1.3),
        width: shape.width * 1.25,
      },
      scale,
    );
    return;
  }
  if (shape.fill.kind === 'flat') {
    drawShape(
      context,
      { ...shape, fill: { kind: 'flat', colour: inks.settle(shape.fill.colour) } },
      scale,
    );
    return;
  }
  if (shape.fill.kind === 'radial') drawRings(easel, shape, shape.fill, inks);
  else drawBands(easel, shape, shape.fill, inks, group.name === 'sky' ? 9 : 4);
}

/** A straight gradient becomes stripes across its direction, soft ones nothing at all. */
function drawBands(
  easel: Easel,
  shape: Area,
  fill: Extract<Fill, { kind: 'linear' }>,
  inks: Inks,
  count: number,
): void {
  const { context, scale } = easel;
  if (shape.material === 'mist' || shape.material === 'glow') {
    context.save();
    context.globalAlpha = 0.55;
    drawShape(context, shape, scale);
    context.restore();
    return;
  }
  const see = fill.stops.every((stop) => stop.alpha === 1);
  const dx = fill.to[0] - fill.from[0];
  const dy = fill.to[1] - fill.from[1];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  clipped(context, shape, scale, () => {
    context.save();
    traceRings(context, shape.rings, scale);
    context.clip(shape.rule);
    for (let band = 0; band < count; band += 1) {
      const { colour, alpha } = colourAt(fill, (band + 0.5) / count);
      if (!see && alpha < 0.3) continue;
      const from = band === 0 ? -4 : (length * band) / count;
      const far = 4;
      context.fillStyle = css(inks.settle(colour));
      traceRings(
        context,
        [
          [
            [fill.from[0] + ux * from - uy * far, fill.from[1] + uy * from + ux * far],
            [fill.from[0] + ux * from + uy * far, fill.from[1] + uy * from - ux * far],
            [fill.from[0] + ux * far + uy * far, fill.from[1] + uy * far - ux * far],
            [fill.from[0] + ux * far - uy * far, fill.from[1] + uy * far + ux * far],
          ],
        ],
        scale,
      );
      context.fill();
    }
    context.restore();
  });
}

/** A glow becomes concentric discs. */
function drawRings(
  easel: Easel,
  shape: Area,
  fill: Extract<Fill, { kind: 'radial' }>,
  inks: Inks,
): void {
  const { context, scale } = easel;
  const solid = fill.stops.every((stop) => stop.alpha === 1);
  if (!solid && (shape.material === 'cloud' || (shape.material === 'glow' && fill.radius < 0.05)))
    return;
  const count = solid ? 5 : 3;
  clipped(context, shape, scale, () => {
    context.save();
    traceRings(context, shape.rings, scale);
    context.clip(shape.rule);
    for (let ring = count; ring > 0; ring -= 1) {
      const share = (ring - 0.5) / count;
      const { colour, alpha } = colourAt(fill, share * (solid ? 1 : 0.6));
      const reach = ring === count && solid ? 9 : (fill.radius * ring) / count;
      fillDisc(
        context,
        fill.centre[0],
        fill.centre[1],
        reach * (solid ? 1 : 0.62),
        css(inks.settle(colour), solid ? 1 : Math.min(0.5, alpha + 0.14)),
        scale,
      );
    }
    context.restore();
  });
}

function fillDisc(
  context: Context,
  x: number,
  y: number,
  radius: number,
  style: string,
  scale: number,
): void {
  traceRings(context, [ellipse(x, y, radius, radius)], scale);
  context.fillStyle = style;
  context.fill();
}
