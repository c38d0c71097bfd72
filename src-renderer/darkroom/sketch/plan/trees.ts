import { type Colour, hex } from '../core/colour';
import type { Point } from '../core/geometry';
import type { Random } from '../core/random';
import { bare, boughs } from './bare-trees';
import { crown, poplar, trunkOf, willow } from './leafy-trees';
import { cactus, palm, pine } from './pines-and-palms';
import { area, type Shape } from './scene';
import { groundShadow } from './shadow';
import type { Stage } from './stage';
import { leafColour, type TreeKind, type TreeSpot } from './tree-kinds';

/** The shapes of one tree standing at `spot`; near ones cast a shadow. */
export function drawTree(
  stage: Stage,
  random: Random,
  kind: TreeKind,
  spot: TreeSpot,
  leaves?: Colour,
): Shape[] {
  const tree = growTree(stage, random, kind, spot, leaves);
  if (spot.depth < 0.6 || kind === 'bush') return tree;
  return [groundShadow(stage, spot.x, spot.y, spot.height * 0.17, spot.height * 0.55), ...tree];
}

function growTree(
  stage: Stage,
  random: Random,
  kind: TreeKind,
  spot: TreeSpot,
  leaves: Colour | undefined,
): Shape[] {
  const leaf = leaves ?? leafColour(stage, random);
  switch (kind) {
    case 'pine':
      return pine(stage, random, spot, leaves ?? hex('#2f5a48'));
    case 'palm':
      return palm(stage, random, spot, leaves ?? hex('#4a8a4a'));
    case 'cactus':
      return cactus(stage, random, spot, leaves ?? hex('#5b8a52'));
    case 'bare':
      return bare(stage, random, spot, hex('#4a3a34'));
    case 'willow':
      return willow(stage, random, spot, leaf);
    case 'poplar':
      return poplar(stage, random, spot, leaf);
    case 'birch':
      return [
        ...trunkOf(stage, random, spot, hex('#e9e4da'), 0.018),
        ...crown(stage, random, spot, leaf, 0.26, 0.62),
      ];
    case 'blossom':
      return [
        ...boughs(stage, random, spot, hex('#4f3a36')),
        ...crown(stage, random, spot, leaves ?? hex('#f0b3c2'), 0.42, 0.5),
      ];
    case 'bush':
      return crown(stage, random, { ...spot, height: spot.height * 0.9 }, leaf, 0.5, 0.36);
    case 'round':
      if (stage.snowy && stage.reading.season !== 'autumn' && leaves === undefined)
        return bare(stage, random, spot, hex('#54433c'));
      return [
        ...trunkOf(stage, random, spot, hex('#6b4c38'), 0.035),
        ...crown(stage, random, spot, leaf, 0.36, 0.56),
      ];
  }
}

/** A distant line of trees standing on `profile`: one ragged outline. */
export function treeline(
  stage: Stage,
  random: Random,
  profile: (x: number) => number,
  height: number,
  colour: Colour,
  pointed: boolean,
): Shape {
  const { frame } = stage;
  const ring: Point[] = [];
  let x = -0.05;
  while (x < frame.width + 0.05) {
    const tall = height * random.between(0.45, 1.1) * (0.7 + 0.5 * stage.noise(x * 6, 77));
    const half = pointed ? tall * random.between(0.16, 0.24) : tall * random.between(0.35, 0.6);
    const ground = profile(x + half);
    if (pointed) {
      ring.push(
        [x, ground - tall * 0.1],
        [x + half * 0.55, ground - tall * 0.55],
        [x + half * 0.4, ground - tall * 0.55],
        [x + half, ground - tall],
        [x + half * 1.6, ground - tall * 0.55],
        [x + half * 1.45, ground - tall * 0.55],
      );
      x += half * 1.7;
    } else {
      ring.push(
        [x, ground - tall * 0.4],
        [x + half * 0.3, ground - tall * 0.82],
        [x + half * 0.8, ground - tall],
        [x + half * 1.4, ground - tall * 0.88],
        [x + half * 1.8, ground - tall * 0.5],
      );
      x += half * 1.7;
    }
  }
  for (let step = 40; step >= 0; step -= 1) {
    const at = -0.05 + (step / 40) * (frame.width + 0.1);
    ring.push([at, profile(at) + height * 0.3]);
  }
  return area([ring], colour, 'foliage', { body: stage.body(), flow: Math.PI / 2 });
}
