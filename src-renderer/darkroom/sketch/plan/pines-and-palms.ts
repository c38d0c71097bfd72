import { type Colour, hex, shift } from '../core/colour';
import {
  ellipse,
  type Joint,
  type Knot,
  limb,
  type Point,
  type Ring,
  smooth,
} from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';
import type { TreeSpot } from './tree-kinds';

export function pine(stage: Stage, random: Random, spot: TreeSpot, leaf: Colour): Shape[] {
  const { x, y, height, depth } = spot;
  const base = stage.grade(
    shift(leaf, { light: random.between(-0.03, 0.03), hue: random.between(-10, 10) }),
    depth,
  );
  const trunk = stage.grade(hex('#5a4234'), depth);
  const body = stage.body();
  const shapes: Shape[] = [
    area(
      [
        limb([
          [x, y, height * 0.018],
          [x, y - height * 0.3, height * 0.014],
        ]),
      ],
      trunk,
      'bark',
      { body, flow: Math.PI / 2 },
    ),
  ];
  const tiers = random.whole(5, 7);
  const spread = height * random.between(0.17, 0.24);
  for (let tier = 0; tier < tiers; tier += 1) {
    const share = tier / tiers;
    const bottom = y - height * (0.1 + 0.72 * share);
    const top = bottom - (height * 1.5) / tiers;
    const half = spread * (1 - share * 0.86) * random.between(0.9, 1.08);
    shapes.push(
      ...pineTier(stage, { x, top: Math.max(top, y - height), bottom, half }, base, depth, body),
    );
  }
  return shapes;
}

type Tier = {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly half: number;
};

/** One skirt of branches: lit, its far side in shade, snow on it in winter. */
function pineTier(stage: Stage, tier: Tier, colour: Colour, depth: number, body: number): Shape[] {
  const { x, top, bottom, half } = tier;
  const droop = half * 0.22;
  const knot = (across: number, down: number, corner = true): Knot => ({
    at: [x + half * across, bottom + droop * down],
    corner,
  });
  const ring = smooth(
    [
      { at: [x, top], corner: true },
      knot(0.42, -1.3, false),
      knot(1, 0),
      knot(0.5, -0.35),
      knot(0.2, 0.3),
      knot(-0.25, -0.3),
      knot(-0.55, 0.25),
      knot(-1, -0.1),
      knot(-0.42, -1.3, false),
    ],
    3,
  );
  const side = stage.light[0] < 0 ? 1 : -1;
  const options = { clip: [ring], contour: false, body };
  const dark: Ring = [[x, top], knot(side * 1.2, 1).at, knot(side * 0.05, 1).at];
  const shapes: Shape[] = [
    area([ring], colour, 'foliage', { body, flow: 1.2 }),
    area([dark], shift(colour, { light: -0.07 }), 'shade', options),
  ];
  if (stage.snowy) {
    const cover: Ring = [
      [x, top - half * 0.1],
      ...[
        knot(0.62, -0.9),
        knot(0.2, -1.1),
        knot(-0.1, -0.5),
        knot(-0.4, -1.2),
        knot(-0.75, -0.6),
      ].map(({ at }) => at),
    ];
    shapes.push(
      area([cover], stage.grade([243, 247, 251], Math.min(1, depth + 0.1)), 'snow', options),
    );
  }
  return shapes;
}

export function palm(stage: Stage, random: Random, spot: TreeSpot, leaf: Colour): Shape[] {
  const { x, y, height, depth } = spot;
  const lean = height * random.between(0.08, 0.24) * (random.chance(0.5) ? 1 : -1);
  const top: Point = [x + lean, y - height * 0.78];
  const body = stage.body();
  const bark = stage.grade(hex('#8a6a4a'), depth);
  const shapes: Shape[] = [
    area(
      [
        limb([
          [x, y, height * 0.026],
          [x + lean * 0.25, y - height * 0.32, height * 0.018],
          [top[0], top[1], height * 0.013],
        ]),
      ],
      bark,
      'bark',
      { body, flow: Math.PI / 2 },
    ),
  ];
  const base = stage.grade(leaf, depth);
  const fronds = 9;
  for (let index = 0; index < fronds; index += 1) {
    const angle = -Math.PI * (0.02 + 0.96 * (index / (fronds - 1))) + random.between(-0.12, 0.12);
    const reach = height * random.between(0.28, 0.36);
    const joints: Joint[] = [
      [top[0], top[1], height * 0.006],
      [
        top[0] + Math.cos(angle) * reach * 0.45,
        top[1] + Math.sin(angle) * reach * 0.45 - height * 0.02,
        height * 0.024,
      ],
      [
        top[0] + Math.cos(angle) * reach * 0.85,
        top[1] + Math.sin(angle) * reach * 0.6 + height * 0.06,
        height * 0.018,
      ],
      [
        top[0] + Math.cos(angle) * reach,
        top[1] + Math.sin(angle) * reach * 0.55 + height * 0.16,
        height * 0.002,
      ],
    ];
    const colour = shift(base, { light: random.between(-0.08, 0.06) });
    shapes.push(area([limb(joints)], colour, 'foliage', { body: stage.body(), flow: angle }));
  }
  for (let index = 0; index < 3; index += 1) {
    shapes.push(
      area(
        [
          ellipse(
            top[0] + (index - 1) * height * 0.022,
            top[1] + height * 0.02,
            height * 0.014,
            height * 0.016,
          ),
        ],
        stage.grade(hex('#6b4a2a'), depth),
        'object',
        { body },
      ),
    );
  }
  return shapes;
}

export function cactus(stage: Stage, random: Random, spot: TreeSpot, leaf: Colour): Shape[] {
  const { x, y, height, depth } = spot;
  const colour = stage.grade(leaf, depth);
  const body = stage.body();
  const arm = (side: number, from: number, to: number): Ring =>
    limb([
      [x, y - height * from, height * 0.05],
      [x + side * height * 0.16, y - height * from, height * 0.052],
      [x + side * height * 0.2, y - height * (from + 0.08), height * 0.052],
      [x + side * height * 0.2, y - height * to, height * 0.045],
    ]);
  const trunk = limb([
    [x, y, height * 0.07],
    [x, y - height * 0.5, height * 0.078],
    [x, y - height * 0.93, height * 0.062],
  ]);
  const rings = [
    trunk,
    arm(-1, random.between(0.36, 0.46), random.between(0.66, 0.8)),
    arm(1, random.between(0.28, 0.4), random.between(0.55, 0.72)),
  ];
  const options = { clip: rings, contour: false, body };
  return [
    area(rings, colour, 'foliage', { body, flow: Math.PI / 2 }),
    area(
      rings.map((ring) => ring.map(([px, py]): Point => [px - stage.light[0] * height * 0.05, py])),
      shift(colour, { light: -0.09 }),
      'shade',
      options,
    ),
    ...[-0.03, 0.01, 0.045].map((offset) =>
      stroke(
        [
          [x + height * offset, y - height * 0.04],
          [x + height * offset * 0.9, y - height * 0.9],
        ],
        height * 0.006,
        shift(colour, { light: -0.16 }),
        'foliage',
      ),
    ),
  ];
}
