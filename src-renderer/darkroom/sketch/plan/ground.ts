import { type Colour, hex, mix, shift } from '../core/colour';
import { clump, ellipse, limb, type Point, type Ring } from '../core/geometry';
import type { Random } from '../core/random';
import { drawFlower, flowerColour } from './blooms';
import { landShape, type Profile } from './ridges';
import { area, type Shape } from './scene';
import type { Stage } from './stage';

/** The local colour of the ground here, in this season. */
export function groundColour(stage: Stage): Colour {
  const { reading } = stage;
  if (stage.snowy) return hex('#eef3f7');
  if (stage.wants('desert') || stage.wants('canyon'))
    return stage.wants('canyon') ? hex('#c4764a') : hex('#ddb272');
  if (stage.wants('beach') || stage.wants('island')) return hex('#ecd6a6');
  if (stage.wants('volcano')) return hex('#5a4f4c');
  if (stage.wants('planet')) return shift(hex('#b3705a'), { hue: (reading.hash % 300) - 40 });
  if (stage.wants('farm')) return reading.season === 'spring' ? hex('#93b058') : hex('#d9b455');
  switch (reading.season) {
    case 'spring':
      return hex('#8db657');
    case 'autumn':
      return hex('#b3913f');
    case 'summer':
      return hex('#7fa548');
    default:
      return stage.random
        .fork('grass')
        .pick([hex('#7fa24c'), hex('#8aa653'), hex('#739a52'), hex('#98a757')]);
  }
}

/** The near ground below `profile`, with light bands that lead inward. */
export function addGround(stage: Stage, profile: Profile, local: Colour): void {
  const random = stage.random.fork('ground');
  const near = stage.grade(local, 0.96);
  const far = stage.grade(shift(local, { light: 0.04 }), 0.66);
  const land = landShape(
    stage,
    profile,
    far,
    shift(near, { light: -0.08 }),
    stage.frame.height - stage.horizon,
    stage.snowy ? 'snow' : 'ground',
  );
  const shapes: Shape[] = [land];
  for (let index = 0; index < 9; index += 1) {
    const share = (index + random.next()) / 9;
    const x = stage.frame.width * random.between(-0.1, 1.1);
    const y = profile(x) + (stage.frame.height - stage.horizon) * (0.08 + share * 0.85);
    const half = stage.unit * (0.16 + 0.34 * share) * random.between(0.6, 1.3);
    const colour = mix(far, near, share);
    const band = shift(colour, {
      light: random.chance(0.5) ? 0.04 : -0.045,
      hue: random.between(-8, 8),
    });
    shapes.push(
      area(
        [clump(random, x, y, half, half * 0.12, 0.14, 12)],
        band,
        stage.snowy ? 'snow' : 'ground',
        { clip: land.rings, contour: false },
      ),
    );
  }
  stage.add('ground', 'middle', 0.5, shapes);
}

/** A path that winds from the foot of the picture to the focus. */
export function addPath(stage: Stage, profile: Profile, kind: 'path' | 'river'): void {
  const random = stage.random.fork(kind);
  const { frame } = stage;
  const start =
    frame.width *
    (stage.focus[0] > frame.width / 2 ? random.between(0.2, 0.42) : random.between(0.58, 0.8));
  const bend = stage.unit * random.between(0.1, 0.2) * (random.chance(0.5) ? 1 : -1);
  const goal = profile(stage.focus[0]);
  const left: Point[] = [];
  const right: Point[] = [];
  for (let step = 0; step <= 30; step += 1) {
    const share = step / 30;
    const near = 1 - share;
    const y = frame.height * 1.02 + (goal - frame.height * 1.02) * (1 - near ** 1.6);
    const x =
      start + (stage.focus[0] - start) * share + Math.sin(share * Math.PI * 2) * bend * near ** 0.7;
    const half = stage.unit * (0.004 + (kind === 'river' ? 0.2 : 0.12) * near ** 2.1);
    left.push([x - half, y]);
    right.push([x + half, y]);
  }
  const water = mix(stage.air.sky[2], stage.grade([70, 120, 150], 0.8), 0.45);
  const earth = stage.grade(stage.snowy ? hex('#d5dce4') : hex('#d9c196'), 0.85);
  const ring: Ring = [...left, ...right.reverse()];
  stage.add(kind, 'middle', 0.52, [
    area([ring], kind === 'river' ? water : earth, kind === 'river' ? 'water' : 'ground', {
      body: stage.body(),
      flow: Math.PI / 2,
    }),
  ]);
  stage.drawn.add(kind);
}

/** A blade-by-blade tuft. */
function tuft(
  stage: Stage,
  random: Random,
  x: number,
  y: number,
  height: number,
  colour: Colour,
): Shape[] {
  const blades = random.whole(4, 7);
  const lean = stage.wants('wind') || stage.wants('storm') ? 0.5 : 0;
  return Array.from({ length: blades }, (_, index) => {
    const angle = (index / (blades - 1) - 0.5) * 1.1 + random.between(-0.15, 0.15) + lean;
    const tall = height * random.between(0.6, 1.1);
    const tip: Point = [x + Math.sin(angle) * tall, y - Math.cos(angle * 0.7) * tall];
    const ring = limb(
      [
        [x + (index - blades / 2) * height * 0.05, y, height * 0.03],
        [(x + tip[0]) / 2 - Math.sin(angle) * tall * 0.12, (y + tip[1]) / 2, height * 0.022],
        [tip[0], tip[1], height * 0.003],
      ],
      3,
    );
    return area([ring], shift(colour, { light: random.between(-0.07, 0.07) }), 'foliage', {
      body: stage.body(),
      flow: Math.PI / 2 + angle,
    });
  });
}

export function rock(
  stage: Stage,
  random: Random,
  x: number,
  y: number,
  size: number,
  depth: number,
  local: Colour = hex('#8d8578'),
): Shape[] {
  const colour = stage.grade(shift(local, { light: random.between(-0.06, 0.05) }), depth);
  const points: Point[] = [];
  const count = 8;
  for (let index = 0; index <= count; index += 1) {
    const angle = Math.PI + (index / count) * Math.PI;
    points.push([
      x + Math.cos(angle) * size * random.between(0.85, 1.1),
      y + Math.sin(angle) * size * random.between(0.5, 0.78),
    ]);
  }
  const body = stage.body();
  const ring: Ring = [
    ...points,
    [x + size * 0.6, y + size * 0.16],
    [x - size * 0.6, y + size * 0.15],
  ];
  const side = stage.light[0] < 0 ? 1 : -1;
  const options = { clip: [ring], contour: false, body };
  const shapes: Shape[] = [
    area([ring], colour, 'rock', { body, flow: 0.6 }),
    area(
      [
        [
          [x + side * size * 0.05, y - size],
          [x + side * size * 0.28, y - size * 0.25],
          [x + side * size * 0.02, y + size * 0.3],
          [x + side * size * 1.4, y + size * 0.3],
          [x + side * size * 1.4, y - size],
        ],
      ],
      shift(colour, { light: -0.1 }),
      'shade',
      options,
    ),
  ];
  if (stage.snowy)
    shapes.push(
      area(
        [ellipse(x, y - size * 0.68, size, size * 0.3)],
        stage.grade([244, 248, 251], depth),
        'snow',
        options,
      ),
    );
  return shapes;
}

/** Grass, stones and small flowers, thin far away and thick near. */
export function addUndergrowth(stage: Stage, profile: Profile, local: Colour): void {
  const random = stage.random.fork('undergrowth');
  const { frame } = stage;
  const bare =
    stage.wants('desert') ||
    stage.wants('beach') ||
    stage.wants('arctic') ||
    stage.wants('volcano') ||
    stage.wants('planet') ||
    stage.wants('canyon');
  const count = stage.wants('minimal')
    ? 6
    : stage.wants('busy')
      ? 60
      : bare || stage.snowy
        ? 14
        : 34;
  const spots = Array.from({ length: count }, () => {
    const share = random.next() ** 0.6;
    const x = random.between(0, frame.width);
    return { x, share, y: profile(x) + (frame.height * 1.02 - profile(x)) * (0.12 + 0.9 * share) };
  }).sort((a, b) => a.y - b.y);
  const shapes: Shape[] = [];
  for (const spot of spots) {
    const size = stage.unit * (0.012 + 0.055 * spot.share);
    const depth = 0.6 + 0.4 * spot.share;
    if (random.chance(bare ? 0.7 : 0.1))
      shapes.push(
        ...rock(
          stage,
          random,
          spot.x,
          spot.y,
          size * random.between(0.4, 0.9),
          depth,
          bare ? shift(local, { light: -0.16 }) : undefined,
        ),
      );
    else if (!stage.snowy && !bare && stage.reading.season !== 'autumn' && random.chance(0.3))
      shapes.push(...wildflowers(stage, random, spot.x, spot.y, size, depth));
    else {
      const blade = stage.grade(
        stage.snowy ? hex('#a8987a') : shift(local, { light: -0.12, chroma: 1.1, hue: 6 }),
        depth,
      );
      shapes.push(...tuft(stage, random, spot.x, spot.y, size * 1.3, blade));
    }
  }
  stage.add('undergrowth', 'near', 0.8, shapes);
}

function wildflowers(
  stage: Stage,
  random: Random,
  x: number,
  y: number,
  size: number,
  depth: number,
): Shape[] {
  const colour = flowerColour(stage, 'daisy', random);
  return Array.from({ length: 3 }, () =>
    drawFlower(stage, random, 'daisy', {
      x: x + size * random.between(-0.9, 0.9),
      y,
      height: size * random.between(1, 1.8),
      head: size * 0.26,
      depth,
      colour,
      plain: true,
    }),
  ).flat();
}
