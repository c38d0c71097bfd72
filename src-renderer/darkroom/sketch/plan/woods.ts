import { type Colour, hex, mix, shift } from '../core/colour';
import { clump, limb, type Point } from '../core/geometry';
import type { Random } from '../core/random';
import { rolling } from './ridges';
import { type AreaOptions, area, type Shape } from './scene';
import type { Stage } from './stage';
import { leafColour, type TreeKind, treeKindOf } from './tree-kinds';
import { drawTree, treeline } from './trees';

/** The kind of tree this picture is about. */
export function chosenTree(stage: Stage): TreeKind {
  const asked = stage.reading.plants
    .map((it) => treeKindOf(it.id))
    .find((kind) => kind !== undefined && kind !== 'bush');
  if (asked) return asked;
  if (stage.wants('jungle') || stage.wants('island')) return 'palm';
  if (stage.wants('desert')) return 'cactus';
  const random = stage.random.fork('tree kind');
  if (stage.snowy) return random.pick(['pine', 'pine', 'bare']);
  if (stage.reading.season === 'autumn') return random.pick(['round', 'birch', 'round']);
  if (stage.wants('eerie') || stage.wants('gloomy')) return random.pick(['bare', 'pine']);
  if (stage.wants('mountains')) return 'pine';
  return random.pick(['pine', 'round', 'birch', 'round']);
}

/** Deep woods: rows of trunks that pale into a glow, leaves above, ferns below. */
export function addWoods(stage: Stage): void {
  const random = stage.random.fork('woods');
  const { frame, unit } = stage;
  const kind = chosenTree(stage);
  const tall = kind === 'pine' || kind === 'round' || kind === 'birch' || kind === 'bare';
  const back = rolling(stage, stage.horizon - unit * 0.02, unit * 0.02, unit * 0.4, 5);
  const leaf = leafColour(stage, random);
  stage.add('treeline', 'far', 0.16, [
    treeline(stage, random, back, unit * 0.34, stage.grade(leaf, 0.16), kind === 'pine'),
  ]);
  stage.add('treeline', 'far', 0.28, [
    treeline(
      stage,
      random,
      rolling(stage, stage.horizon, unit * 0.02, unit * 0.4, 9),
      unit * 0.22,
      stage.grade(shift(leaf, { light: -0.05 }), 0.3),
      kind === 'pine',
    ),
  ]);
  for (let row = 0; row < 3; row += 1) {
    const depth = 0.42 + row * 0.18;
    const count = Math.round((6 - row) * (0.6 + frame.width * 0.6));
    for (let index = 0; index < count; index += 1) {
      const x = frame.width * ((index + random.between(0.1, 0.9)) / count);
      const clear = Math.abs(x - stage.focus[0]) / frame.width;
      if (row > 0 && clear < 0.13) continue;
      const y =
        stage.horizon +
        (frame.height - stage.horizon) * (0.06 + row * 0.16) +
        unit * random.between(-0.01, 0.03);
      const height = unit * (0.46 + row * 0.22) * random.between(0.8, 1.15);
      if (tall && row > 0 && kind !== 'pine')
        stage.add(
          'trunk',
          'middle',
          depth,
          bigTrunk(stage, x, y, height * 1.6, depth, kind === 'birch'),
        );
      else
        stage.add('tree', 'middle', depth, drawTree(stage, random, kind, { x, y, height, depth }));
    }
  }
  if (kind !== 'pine' && kind !== 'bare' && !stage.snowy) addCanopy(stage, leaf);
  stage.drawn.add('forest');
}

type Trunk = {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lean: number;
  readonly thick: number;
};

function birchMarks(
  stage: Stage,
  random: Random,
  trunk: Trunk,
  depth: number,
  inside: AreaOptions,
): Shape[] {
  const { x, y, height, lean, thick } = trunk;
  const colour = stage.grade(hex('#3f3a36'), depth);
  return Array.from({ length: 9 }, () => {
    const up = height * random.between(0.04, 0.9);
    const across = x + lean * (up / height) + thick * random.between(-0.6, 0.6);
    const mark = clump(
      random,
      across,
      y - up,
      thick * random.between(0.3, 0.7),
      thick * 0.14,
      0.3,
      6,
    );
    return area([mark], colour, 'bark', inside);
  });
}

function branches(
  stage: Stage,
  random: Random,
  trunk: Trunk,
  colour: Colour,
  body: number,
): Shape[] {
  const { x, y, height, lean, thick } = trunk;
  return [-1, 1].map((side) => {
    const from = y - height * random.between(0.3, 0.55);
    const reach = stage.unit * random.between(0.08, 0.18);
    const ring = limb([
      [x + lean * 0.4, from, thick * 0.4],
      [x + side * reach * 0.6, from - reach * 0.5, thick * 0.24],
      [x + side * reach, from - reach * 1.1, thick * 0.08],
    ]);
    return area([ring], colour, 'bark', { body, flow: 1 });
  });
}

function bigTrunk(
  stage: Stage,
  x: number,
  y: number,
  height: number,
  depth: number,
  birch: boolean,
): Shape[] {
  const random = stage.random.fork(`trunk ${x.toFixed(4)}`);
  const thick = stage.unit * (0.016 + depth * 0.022) * random.between(0.7, 1.3) * (birch ? 0.7 : 1);
  const lean = stage.unit * random.between(-0.05, 0.05);
  const ring = limb(
    [
      [x, y + thick, thick * 1.7],
      [x + lean * 0.2, y - height * 0.1, thick],
      [x + lean, y - height, thick * 0.7],
    ],
    6,
  );
  const colour = stage.grade(birch ? hex('#e8e3d8') : hex('#5f4636'), depth);
  const body = stage.body();
  const options = { clip: [ring], contour: false, body };
  const shapes: Shape[] = [
    area([ring], colour, 'bark', { body, flow: Math.PI / 2 }),
    area(
      [ring.map(([px, py]): Point => [px - Math.sign(stage.light[0]) * thick * 0.9, py])],
      shift(colour, { light: -0.11 }),
      'shade',
      options,
    ),
  ];
  const trunk = { x, y, height, lean, thick };
  shapes.push(
    ...(birch
      ? birchMarks(stage, random, trunk, depth, options)
      : branches(stage, random, trunk, colour, body)),
  );
  return shapes;
}

/** Leaves that hang in from the top edge. */
function addCanopy(stage: Stage, leaf: Colour): void {
  const random = stage.random.fork('canopy');
  const { frame, unit } = stage;
  for (let row = 0; row < 2; row += 1) {
    const depth = 0.62 + row * 0.26;
    const base = stage.grade(shift(leaf, { light: -0.03 * row }), depth);
    const shapes: Shape[] = [];
    const count = Math.round(13 * (0.5 + frame.width * 0.5));
    for (let index = 0; index < count; index += 1) {
      const x = frame.width * ((index + random.next()) / count);
      const away = Math.min(1, Math.abs(x - stage.focus[0]) / (frame.width * 0.5));
      const size = unit * random.between(0.06, 0.12);
      const y = unit * (0.01 + 0.16 * away * (1 - row * 0.35)) * random.between(0.3, 1.2);
      const colour = mix(
        shift(base, { light: random.between(-0.06, 0.06) }),
        stage.air.sun,
        random.chance(0.25) ? 0.2 : 0,
      );
      shapes.push(
        area([clump(random, x, y, size * 1.25, size * 0.8, 0.24, 11)], colour, 'foliage', {
          body: stage.body(),
        }),
      );
    }
    stage.add('canopy', 'near', depth, shapes);
  }
}

/** A few trees in open country, the largest to one side as a frame. */
export function addTrees(stage: Stage, groundAt: (x: number) => number): void {
  const { reading, frame, unit } = stage;
  if (reading.excluded.has('tree') || reading.excluded.has('forest')) return;
  const random = stage.random.fork('trees');
  const asked = reading.plants.filter((it) => treeKindOf(it.id) !== undefined);
  const leading = reading.subjects.length === 0;
  const hero = asked[0] !== undefined && leading;
  for (const plant of asked) {
    const kind = treeKindOf(plant.id);
    if (!kind) continue;
    const count = Math.min(14, plant.count ?? random.whole(4, 7));
    for (let index = 0; index < count; index += 1) {
      const single = count === 1;
      const x = single
        ? hero
          ? stage.focus[0]
          : frame.width * (stage.focus[0] > frame.width / 2 ? 0.18 : 0.82)
        : frame.width * ((index + random.between(0.2, 0.8)) / count);
      const share = single ? 0.22 : random.between(0.02, 0.3);
      const y = groundAt(x) + (frame.height - groundAt(x)) * share;
      const height = Math.min(
        y * 0.94,
        unit *
          (kind === 'bush' ? 0.14 : single && hero ? 0.66 : 0.3) *
          (0.8 + share) *
          random.between(0.85, 1.2) *
          (plant.size === 'huge' ? 1.25 : plant.size === 'tiny' ? 0.6 : 1),
      );
      const depth = 0.6 + share;
      stage.add(
        plant.id,
        single && hero ? 'subject' : 'middle',
        depth,
        drawTree(stage, random, kind, { x, y, height, depth }, plant.colours[0]),
      );
    }
    stage.drawn.add(plant.word);
  }
  if (
    asked.length > 0 ||
    stage.wants('minimal') ||
    stage.wants('sea') ||
    stage.wants('arctic') ||
    stage.wants('planet') ||
    stage.wants('volcano')
  )
    return;
  const kind = chosenTree(stage);
  const count = random.whole(2, 5);
  for (let index = 0; index < count; index += 1) {
    const x = frame.width * random.between(-0.02, 1.02);
    if (Math.abs(x - stage.focus[0]) < frame.width * 0.16) continue;
    const share = random.between(0.0, 0.16);
    const y = groundAt(x) + (frame.height - groundAt(x)) * share;
    stage.add(
      'tree',
      'middle',
      0.56 + share,
      drawTree(stage, random, kind, {
        x,
        y,
        height: unit * random.between(0.16, 0.3),
        depth: 0.56 + share,
      }),
    );
  }
}
