import { type Colour, hex, shift } from '../core/colour';
import { limb, type Point } from '../core/geometry';
import type { Random } from '../core/random';
import type { FlowerId } from '../reading/words-places';
import { globe, iris, poppy, rayed, rose, spike, tulip } from './petals';
import { area, type Shape } from './scene';
import type { Stage } from './stage';

export type FlowerSpot = {
  readonly x: number;
  /** Where the stem meets the ground. */
  readonly y: number;
  readonly height: number;
  /** Radius of the flower head. */
  readonly head: number;
  readonly depth: number;
  readonly colour: Colour;
  /** Small and far: no leaves, fewer petals. */
  readonly plain: boolean;
  /** How far the head leans sideways; without it the stem sways a little. */
  readonly lean?: number;
};

const natural: Readonly<Record<FlowerId, readonly [string, ...string[]]>> = {
  daisy: ['#fbf7ec', '#f6efe0', '#f2c9d6', '#f4e08a'],
  tulip: ['#d8413f', '#f0b13f', '#e68aa8', '#8a4fa0', '#f4ede0'],
  rose: ['#c9344f', '#e88fa0', '#f3d3c2', '#f0b45a', '#f7efe4'],
  sunflower: ['#f2b92e', '#eda823'],
  poppy: ['#d93a2a', '#e2512f', '#c92f35'],
  lavender: ['#8a72c0', '#7a63b5', '#a08ad2'],
  iris: ['#6a5ac0', '#8f7bd0', '#f0d25a', '#f5f0ea'],
  dandelion: ['#e9eef0', '#f2d24a', '#a9b8e0'],
  flower: ['#e2577a', '#f2a24a', '#f5d65a', '#b079cf', '#f6efe2', '#d9483f'],
};

export function flowerColour(stage: Stage, id: FlowerId, random: Random): Colour {
  const said = stage.reading.flowers.find((it) => it.id === id)?.colours ?? [];
  const [first, ...rest] = said;
  if (first) return random.pick([first, ...rest]);
  return hex(random.pick(natural[id]));
}

/** A stem with leaves and a head, facing the viewer or the side. */
export function drawFlower(stage: Stage, random: Random, id: FlowerId, spot: FlowerSpot): Shape[] {
  const sway = spot.lean ?? spot.height * random.between(-0.12, 0.12);
  const top: Point = [spot.x + sway, spot.y - spot.height];
  const green = stage.grade(
    shift(hex('#5a8a45'), { light: random.between(-0.06, 0.05) }),
    spot.depth,
  );
  const stem = limb(
    [
      [spot.x, spot.y, spot.head * 0.1],
      [spot.x + sway * 0.3, spot.y - spot.height * 0.5, spot.head * 0.085],
      [top[0], top[1], spot.head * 0.075],
    ],
    4,
  );
  const shapes: Shape[] = [
    area([stem], green, 'foliage', { body: stage.body(), flow: Math.PI / 2 }),
  ];
  if (!spot.plain) shapes.push(...leaves(stage, random, spot, sway, green));
  const colour = stage.grade(spot.colour, spot.depth);
  shapes.push(...head(stage, random, id, top, spot.head, colour, spot.plain));
  return shapes;
}

function leaves(
  stage: Stage,
  random: Random,
  spot: FlowerSpot,
  sway: number,
  green: Colour,
): Shape[] {
  return [-1, 1].map((side) => {
    const share = random.between(0.25, 0.55);
    const from: Point = [spot.x + sway * share * 0.6, spot.y - spot.height * share];
    const reach = spot.head * random.between(1.3, 2);
    const ring = limb(
      [
        [from[0], from[1], spot.head * 0.05],
        [from[0] + side * reach * 0.5, from[1] - reach * 0.35, spot.head * 0.26],
        [from[0] + side * reach, from[1] - reach * 0.75, spot.head * 0.02],
      ],
      5,
    );
    return area([ring], shift(green, { light: random.between(-0.05, 0.06) }), 'foliage', {
      body: stage.body(),
      flow: side > 0 ? -0.6 : 0.6,
    });
  });
}

function head(
  stage: Stage,
  random: Random,
  id: FlowerId,
  at: Point,
  size: number,
  colour: Colour,
  plain: boolean,
): Shape[] {
  switch (id) {
    case 'tulip':
      return tulip(stage, at, size, colour);
    case 'rose':
      return rose(stage, random, at, size, colour);
    case 'lavender':
      return spike(stage, random, at, size, colour);
    case 'poppy':
      return poppy(stage, random, at, size, colour);
    case 'iris':
      return iris(stage, random, at, size, colour);
    case 'dandelion':
      return globe(stage, random, at, size, colour);
    case 'sunflower':
      return rayed(stage, random, at, size, colour, plain ? 12 : 20, 0.42, hex('#5c3a20'));
    case 'flower':
      return random.chance(0.5)
        ? rayed(stage, random, at, size, colour, 7, 0.28, hex('#f0c44a'))
        : rose(stage, random, at, size, colour);
    case 'daisy':
      return rayed(stage, random, at, size, colour, plain ? 7 : 13, 0.3, hex('#eab83a'));
  }
}
