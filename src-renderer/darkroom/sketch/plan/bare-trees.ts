import type { Colour } from '../core/colour';
import { limb, type Point, type Ring } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape } from './scene';
import type { Stage } from './stage';
import type { TreeSpot } from './tree-kinds';

/** Twigs by recursion, each thinner and bent away from its parent. */
function twigs(
  random: Random,
  from: Point,
  angle: number,
  length: number,
  thick: number,
  level: number,
  into: Ring[],
): void {
  const bend = random.between(-0.25, 0.25);
  const middle: Point = [
    from[0] + Math.cos(angle) * length * 0.5,
    from[1] + Math.sin(angle) * length * 0.5,
  ];
  const end: Point = [
    middle[0] + Math.cos(angle + bend) * length * 0.5,
    middle[1] + Math.sin(angle + bend) * length * 0.5,
  ];
  into.push(
    limb(
      [
        [from[0], from[1], thick],
        [middle[0], middle[1], thick * 0.8],
        [end[0], end[1], thick * 0.55],
      ],
      3,
    ),
  );
  if (level === 0) return;
  const children = level > 2 ? 3 : 2;
  for (let index = 0; index < children; index += 1) {
    const side = index === 0 ? -1 : index === 1 ? 1 : random.between(-0.4, 0.4);
    twigs(
      random,
      index === 2 ? middle : end,
      angle + bend + side * random.between(0.28, 0.62),
      length * random.between(0.62, 0.8),
      thick * 0.55,
      level - 1,
      into,
    );
  }
}

export function bare(stage: Stage, random: Random, spot: TreeSpot, bark: Colour): Shape[] {
  const rings: Ring[] = [];
  twigs(
    random,
    [spot.x, spot.y],
    -Math.PI / 2 + random.between(-0.08, 0.08),
    spot.height * 0.34,
    spot.height * 0.028,
    spot.depth > 0.6 ? 5 : 4,
    rings,
  );
  return [
    area(rings, stage.grade(bark, spot.depth), 'bark', { body: stage.body(), flow: Math.PI / 2 }),
  ];
}

export function boughs(stage: Stage, random: Random, spot: TreeSpot, bark: Colour): Shape[] {
  const rings: Ring[] = [];
  twigs(
    random,
    [spot.x, spot.y],
    -Math.PI / 2 + random.between(-0.15, 0.15),
    spot.height * 0.36,
    spot.height * 0.034,
    3,
    rings,
  );
  return [
    area(rings, stage.grade(bark, spot.depth), 'bark', { body: stage.body(), flow: Math.PI / 2 }),
  ];
}
