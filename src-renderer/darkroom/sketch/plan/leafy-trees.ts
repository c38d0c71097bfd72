import { type Colour, hex, mix, shift } from '../core/colour';
import { clump, type Knot, limb, type Point, type Ring, smooth } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape } from './scene';
import type { Stage } from './stage';
import type { TreeSpot } from './tree-kinds';

export function trunkOf(
  stage: Stage,
  random: Random,
  spot: TreeSpot,
  bark: Colour,
  thick: number,
): Shape[] {
  const { x, y, height, depth } = spot;
  const lean = height * random.between(-0.04, 0.04);
  const ring = limb([
    [x, y, height * thick * 1.5],
    [x + lean * 0.4, y - height * 0.16, height * thick],
    [x + lean, y - height * 0.62, height * thick * 0.5],
  ]);
  const body = stage.body();
  const colour = stage.grade(bark, depth);
  const options = { clip: [ring], contour: false, body };
  const shapes: Shape[] = [
    area([ring], colour, 'bark', { body, flow: Math.PI / 2 }),
    area(
      [ring.map(([px, py]): Point => [px - stage.light[0] * height * thick * 1.1, py])],
      shift(colour, { light: -0.1 }),
      'shade',
      options,
    ),
  ];
  return shapes;
}

/** Leaves in clumps: dark below and behind, light towards the sun. */
export function crown(
  stage: Stage,
  random: Random,
  spot: TreeSpot,
  leaf: Colour,
  width: number,
  share: number,
): Shape[] {
  const { x, y, height, depth } = spot;
  const middle = y - height * (1 - share / 2);
  const rx = height * width;
  const ry = (height * share) / 2;
  const body = stage.body();
  const base = stage.grade(leaf, depth);
  const dark = shift(base, { light: -0.085, chroma: 0.95, hue: 8 });
  const light = mix(shift(base, { light: 0.075, hue: -6 }), stage.air.sun, 0.12);
  const shapes: Shape[] = [];
  const puffs = 7;
  const rings: Ring[] = [];
  for (let index = 0; index < puffs; index += 1) {
    const angle = (index / puffs) * Math.PI * 2 + random.between(-0.3, 0.3);
    const cx = x + Math.cos(angle) * rx * 0.58;
    const cy = middle + Math.sin(angle) * ry * 0.58;
    rings.push(
      clump(
        random,
        cx,
        cy,
        rx * random.between(0.42, 0.56),
        ry * random.between(0.42, 0.58),
        0.16,
        10,
      ),
    );
  }
  rings.push(clump(random, x, middle, rx * 0.75, ry * 0.75, 0.1, 10));
  shapes.push(area(rings, dark, 'foliage', { body }));
  const options = { clip: rings, contour: false, body };
  for (const [count, size, towards, colour] of [
    [6, 0.5, 0.24, base],
    [6, 0.28, 0.5, light],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const cx = x + rx * (stage.light[0] * towards + random.between(-0.62, 0.62));
      const cy = middle + ry * (stage.light[1] * towards + random.between(-0.5, 0.4));
      shapes.push(
        area(
          [
            clump(
              random,
              cx,
              cy,
              rx * size * random.between(0.6, 1),
              ry * size * random.between(0.5, 0.85),
              0.22,
              9,
            ),
          ],
          colour,
          'foliage',
          options,
        ),
      );
    }
  }
  if (stage.snowy)
    shapes.push(...snowOn(stage, random, rings, x, middle - ry * 0.55, rx, ry * 0.4, body));
  return shapes;
}

function snowOn(
  stage: Stage,
  random: Random,
  clip: readonly Ring[],
  x: number,
  y: number,
  rx: number,
  ry: number,
  body: number,
): Shape[] {
  const white = stage.grade([240, 245, 250], 0.85);
  return [
    area([clump(random, x, y, rx * 0.8, ry, 0.2, 11)], white, 'snow', {
      clip,
      contour: false,
      body,
    }),
  ];
}

export function willow(stage: Stage, random: Random, spot: TreeSpot, leaf: Colour): Shape[] {
  const { x, y, height, depth } = spot;
  const shapes = [
    ...trunkOf(stage, random, spot, hex('#5f4a38'), 0.04),
    ...crown(stage, random, { ...spot, height: height * 0.98 }, leaf, 0.38, 0.4),
  ];
  const base = stage.grade(leaf, depth);
  for (let index = 0; index < 26; index += 1) {
    const from = x + height * random.between(-0.4, 0.4);
    const top = y - height * random.between(0.62, 0.86);
    const reach = height * random.between(0.3, 0.56);
    const out = (from - x) * 0.2;
    shapes.push(
      area(
        [
          limb(
            [
              [from, top, height * 0.006],
              [from + out, top + reach * 0.5, height * 0.015],
              [from + out * 1.2, top + reach, height * 0.003],
            ],
            3,
          ),
        ],
        shift(base, { light: random.between(-0.08, 0.07) }),
        'foliage',
        { body: stage.body(), flow: Math.PI / 2 },
      ),
    );
  }
  return shapes;
}

export function poplar(stage: Stage, random: Random, spot: TreeSpot, leaf: Colour): Shape[] {
  const { x, y, height, depth } = spot;
  const body = stage.body();
  const base = stage.grade(leaf, depth);
  const half = height * random.between(0.09, 0.13);
  const knots: Knot[] = [
    { at: [x, y - height], corner: true },
    { at: [x + half * 0.7, y - height * 0.7], corner: false },
    { at: [x + half, y - height * 0.32], corner: false },
    { at: [x + half * 0.4, y - height * 0.06], corner: false },
    { at: [x - half * 0.4, y - height * 0.06], corner: false },
    { at: [x - half, y - height * 0.32], corner: false },
    { at: [x - half * 0.7, y - height * 0.7], corner: false },
  ];
  const ring = smooth(knots, 5);
  const options = { clip: [ring], contour: false, body };
  return [
    area(
      [
        limb([
          [x, y, height * 0.016],
          [x, y - height * 0.2, height * 0.014],
        ]),
      ],
      stage.grade(hex('#5a4234'), depth),
      'bark',
      { body },
    ),
    area([ring], base, 'foliage', { body, flow: Math.PI / 2 }),
    area(
      [ring.map(([px, py]): Point => [px - stage.light[0] * half * 0.8, py])],
      shift(base, { light: -0.08 }),
      'shade',
      options,
    ),
  ];
}
