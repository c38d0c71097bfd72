import { type Colour, mix, shift } from '../core/colour';
import type { Point, Ring } from '../core/geometry';
import { layered } from '../core/noise';
import type { Random } from '../core/random';
import { type Area, area, type Fill, linear, type Shape } from './scene';
import type { Stage } from './stage';

/** Height of a land's edge at `x`. */
export type Profile = (x: number) => number;

/** A gently rolling edge around `base`, `swell` high, hills about `length` wide. */
export function rolling(
  stage: Stage,
  base: number,
  swell: number,
  length: number,
  phase: number,
): Profile {
  return (x) => base + swell * layered(stage.noise, x / length + phase * 7.7, phase * 3.1, 3);
}

/** The land below a profile, a little darker (or mistier) towards its foot. */
export function landShape(
  stage: Stage,
  profile: Profile,
  colour: Colour,
  foot: Colour,
  drop: number,
  material: 'ground' | 'rock' | 'foliage' | 'snow' | 'water' = 'ground',
): Area {
  const { frame } = stage;
  const ring: Point[] = [];
  const steps = 72;
  let top = frame.height;
  for (let index = 0; index <= steps; index += 1) {
    const x = -0.06 + (index / steps) * (frame.width + 0.12);
    const y = profile(x);
    top = Math.min(top, y);
    ring.push([x, y]);
  }
  ring.push([frame.width + 0.06, frame.height + 0.1], [-0.06, frame.height + 0.1]);
  const fill: Fill = {
    kind: 'linear',
    from: [0, top],
    to: [0, top + drop],
    stops: [
      { at: 0, colour, alpha: 1 },
      { at: 1, colour: foot, alpha: 1 },
    ],
  };
  return area([ring], fill, material, { body: stage.body() });
}

/** Hill after hill, fading into the haze. */
export function addHills(
  stage: Stage,
  from: number,
  to: number,
  count: number,
  local: Colour,
): void {
  const random = stage.random.fork('hills');
  for (let index = 0; index < count; index += 1) {
    const depth = 0.12 + (index / Math.max(1, count)) * 0.42;
    const base = from + ((to - from) * (index + 0.4)) / count;
    const swell = stage.unit * (0.075 - 0.03 * (index / count)) * random.between(0.7, 1.3);
    const colour = stage.grade(
      shift(local, { light: random.between(-0.04, 0.04), hue: random.between(-8, 8) }),
      depth,
    );
    const profile = rolling(stage, base, swell, stage.unit * random.between(0.45, 0.8), index + 3);
    stage.add('hill', 'far', depth, [
      landShape(stage, profile, colour, mix(colour, stage.air.haze, 0.35), stage.unit * 0.22),
    ]);
  }
  stage.drawn.add('hills');
}

type Peak = { readonly at: Point; readonly left: Point; readonly right: Point };

/** A rough line from `from` to `to`; displaced across its direction, midpoint by midpoint. */
function rough(random: Random, from: Point, to: Point, amount: number, rounds: number): Point[] {
  let line: Point[] = [from, to];
  let reach = amount;
  for (let round = 0; round < rounds; round += 1) {
    const next: Point[] = [];
    line.forEach((point, index) => {
      const following = line[index + 1];
      next.push(point);
      if (!following) return;
      const shiftBy = random.between(-reach, reach);
      const dx = following[0] - point[0];
      const dy = following[1] - point[1];
      const length = Math.hypot(dx, dy) || 1;
      next.push([
        (point[0] + following[0]) / 2 - (dy / length) * shiftBy,
        (point[1] + following[1]) / 2 + (dx / length) * shiftBy,
      ]);
    });
    line = next;
    reach *= 0.55;
  }
  return line;
}

/** One mountain: a lit and a shaded face, spurs, and snow down to a ragged line. */
function mountain(stage: Stage, random: Random, peak: Peak, rock: Colour, snow: number): Shape[] {
  const { at, left, right } = peak;
  const height = left[1] - at[1];
  const sunLeft = stage.light[0] < 0;
  const leftSide = rough(random, at, left, height * 0.1, 4);
  const rightSide = rough(random, at, right, height * 0.1, 4);
  const outline: Ring = [
    ...leftSide.slice().reverse(),
    ...rightSide.slice(1),
    [right[0], right[1] + 0.6],
    [left[0], left[1] + 0.6],
  ];
  const foot: Point = [at[0] + random.between(-0.12, 0.12) * height, left[1]];
  const spine = rough(random, at, foot, height * 0.14, 4);
  const dark = sunLeft ? rightSide : leftSide;
  const body = stage.body();
  const inside = { clip: [outline], contour: false, body };
  const shade: Ring = [
    ...spine,
    [foot[0], foot[1] + 0.6],
    [dark[dark.length - 1]?.[0] ?? foot[0], foot[1] + 0.6],
    ...dark.slice().reverse(),
  ];
  const foothill: Point = [at[0], left[1]];
  const face = linear(
    at,
    foothill,
    [0, shift(rock, { light: 0.04 })],
    [1, mix(rock, stage.air.haze, 0.55)],
  );
  const cold = mix(shift(rock, { light: -0.13, hue: 10 }), stage.air.sky[0], 0.25);
  const dusk = linear(at, foothill, [0, cold, 0.72], [1, mix(rock, stage.air.haze, 0.5), 0.3]);
  const shapes: Shape[] = [area([outline], face, 'rock', { body, flow: 1 })];
  if (snow > 0) shapes.push(...snowCap(stage, random, peak, snow, inside));
  shapes.push(area([shade], dusk, 'shade', inside));
  shapes.push(
    ...spurs(
      random,
      spine,
      height,
      (lit) => shift(rock, { light: lit === sunLeft ? 0.03 : -0.1 }),
      inside,
    ),
  );
  return shapes;
}

type Inside = { readonly clip: readonly Ring[]; readonly contour: boolean; readonly body: number };

/** Small facets that break off the spine to either side. */
function spurs(
  random: Random,
  spine: readonly Point[],
  height: number,
  colourOf: (left: boolean) => Colour,
  inside: Inside,
): Shape[] {
  return [-1, 1, -1, 1].map((side) => {
    const start = spine[Math.floor(spine.length * random.between(0.15, 0.6))] ?? [0, 0];
    const reach = height * random.between(0.12, 0.26);
    const spur: Ring = [
      start,
      [start[0] + side * reach * 0.45, start[1] + reach],
      [start[0] + side * reach * 0.12, start[1] + reach * 0.92],
    ];
    return area([spur], colourOf(side < 0), 'shade', inside);
  });
}

function snowCap(stage: Stage, random: Random, peak: Peak, share: number, inside: Inside): Shape[] {
  const { at, left, right } = peak;
  const height = left[1] - at[1];
  const line = at[1] + height * share;
  const teeth = 9;
  const ring: Point[] = [
    [left[0], at[1] - 0.1],
    [right[0], at[1] - 0.1],
  ];
  for (let index = teeth; index >= 0; index -= 1) {
    const x = left[0] + ((right[0] - left[0]) * index) / teeth;
    const dip = index % 2 === 0 ? random.between(0.1, 0.26) : random.between(-0.2, -0.06);
    ring.push([x, line + height * dip * 0.7]);
  }
  const white = stage.grade([246, 249, 252], 0.62);
  return [area([ring], white, 'snow', inside)];
}

/** A range of mountains standing on `base`, highest near `focus`. */
export function addMountains(
  stage: Stage,
  base: number,
  size: number,
  depth: number,
  rock: Colour,
  snow: number,
): void {
  const random = stage.random.fork(`mountains ${depth}`);
  const { frame } = stage;
  const count = random.whole(3, 5) + Math.round(frame.width);
  const shapes: Shape[] = [];
  const order: Peak[] = [];
  const summit = stage.wants('symmetrical') ? frame.width / 2 : stage.focus[0];
  for (let index = 0; index < count; index += 1) {
    const x = index === 0 ? summit : frame.width * random.between(-0.08, 1.08);
    const near = 1 - Math.min(1, Math.abs(x - summit) / frame.width);
    const height = size * (index === 0 ? 1 : random.between(0.42, 0.62) + near * 0.18);
    const half = height * random.between(0.75, 1.15);
    order.push({
      at: [x, base - height],
      left: [x - half, base],
      right: [x + half * random.between(0.85, 1.2), base],
    });
  }
  order.sort((a, b) => a.at[1] - b.at[1]);
  for (const peak of order)
    shapes.push(
      ...mountain(
        stage,
        random,
        peak,
        stage.grade(shift(rock, { light: random.between(-0.03, 0.03) }), depth),
        snow,
      ),
    );
  stage.add('mountains', 'far', depth, shapes);
  stage.drawn.add('mountains');
}

/** A volcano with a glowing crater, a plume and lava. */
export function addVolcano(stage: Stage, base: number, size: number): void {
  const random = stage.random.fork('volcano');
  const x = stage.focus[0];
  const rock = stage.grade([92, 74, 78], 0.55);
  const left: Point = [x - size * 1.25, base];
  const right: Point = [x + size * 1.25, base];
  const rim = size * 0.16;
  const outline: Ring = [
    ...rough(random, [x - rim, base - size], left, size * 0.04, 4).reverse(),
    ...rough(random, [x + rim, base - size * 1.01], right, size * 0.04, 4),
    [right[0], base + 0.6],
    [left[0], base + 0.6],
  ];
  const body = stage.body();
  const inside = { clip: [outline], contour: false, body };
  const shapes: Shape[] = [
    area(
      [outline],
      {
        kind: 'linear',
        from: [x, base - size],
        to: [x, base],
        stops: [
          { at: 0, colour: shift(rock, { light: -0.06 }), alpha: 1 },
          { at: 1, colour: mix(rock, stage.air.haze, 0.45), alpha: 1 },
        ],
      },
      'rock',
      { body, flow: 1 },
    ),
  ];
  for (const side of [-0.4, 0.15, 0.6]) {
    const line = rough(
      random,
      [x + rim * side, base - size * 1.02],
      [x + size * side * 1.1, base - size * 0.3],
      size * 0.1,
      4,
    );
    const ring: Ring = [
      ...line,
      ...line
        .slice()
        .reverse()
        .map(([px, py], index): Point => [px + size * 0.012 * (index % 3 === 0 ? 2.4 : 1.4), py]),
    ];
    shapes.push(area([ring], [255, 122, 44], 'spark', inside));
  }
  shapes.push(
    area(
      [
        [
          [x - rim, base - size * 0.985],
          [x + rim, base - size],
          [x + rim * 0.6, base - size * 0.95],
          [x - rim * 0.7, base - size * 0.94],
        ],
      ],
      [255, 206, 96],
      'spark',
      inside,
    ),
  );
  stage.add('volcano', 'far', 0.5, shapes);
  stage.drawn.add('volcano');
}
