import { paintScene } from '../sketch/paint';
import { frameOf } from '../sketch/plan/stage';
import { asStyle } from '../sketch/styles';
import { type Context, contextOf, createSurface, settle } from '../sketch/styles/draw-shape';
import { portion } from '../sketch/styles/easel';
import { at, eachBand } from '../sketch/styles/pixels';
import { type Closeness, readScene } from './read-scene';
import type { EditLook } from './steps';
import { shrink, study } from './study';

/** How a strength, 0..100, is met. */
export type Handling = {
  /** The longest side of the study, and of the picture that painters look at. */
  readonly studySide: number;
  readonly modelSide: number;
  readonly closeness: Closeness;
  /** How much of the painting covers the picture it was made from, 0..1. */
  readonly cover: number;
};

/** Weak: seen closely, painted thinly over the picture. Strong: few wide forms, painted opaquely; a
 * broad style also sees less, so that its brushes stay large. */
export function handlingOf(strength: number, isFine: boolean, isBroad: boolean): Handling {
  const share = strength / 100;
  const between = (weak: number, strong: number): number => weak * (strong / weak) ** share;
  const fine = isFine ? 1 : 0.7;
  return {
    studySide: Math.round(between(400, 260) * fine),
    modelSide: Math.round(between(1600, isBroad ? 90 : 220)),
    closeness: {
      masses: Math.round(between(150, 28) * fine),
      details: Math.round(between(1500, 240) * fine),
      rounds: Math.round(between(2, 5)),
    },
    cover: Math.min(1, 0.35 + share * 1.1),
  };
}

/** Paints over what a canvas shows in the look's style, following it as closely as `strength` asks. */
export function* repaint(
  look: EditLook,
  strength: number,
  canvas: OffscreenCanvas,
): Generator<number, void> {
  const { width, height } = look;
  const style = asStyle(look.style);
  const handling = handlingOf(strength, look.quality === 'premium', style === 'oil');
  const kept = createSurface(width, height);
  kept.drawImage(canvas, 0, 0);
  settle(kept);
  yield 0.02;
  const seen = yield* portion(study(kept.canvas, handling.studySide), 0.02, 0.05);
  const { scene, guides } = yield* portion(
    readScene(seen, frameOf(width, height), handling.closeness),
    0.05,
    0.3,
  );
  const picture = shrink(kept.canvas, handling.modelSide).canvas;
  yield 0.31;
  // Lines that are carved or drawn along the form keep one direction over a region.
  const likeness = { picture, guides: style === 'oil' ? guides : undefined };
  const painting = paintScene(scene, { ...look, style }, canvas, likeness);
  for (const { fraction } of painting) yield 0.31 + 0.64 * fraction;
  if (handling.cover < 1) {
    yield* portion(letThrough(contextOf(canvas), kept, 1 - handling.cover), 0.95, 1);
  }
}

/** Lets a share of another picture show through, evenly. */
function letThrough(context: Context, other: Context, share: number): Generator<number, void> {
  const { width, height } = context.canvas;
  return eachBand(context, width, height, (data, top, rows) => {
    const under = other.getImageData(0, top, width, rows).data;
    for (let index = 0; index < data.length; index += 1) {
      data[index] = at(data, index) * (1 - share) + at(under, index) * share;
    }
  });
}
