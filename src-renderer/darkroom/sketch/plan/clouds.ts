import { type Colour, mix } from '../core/colour';
import { ellipse, type Point, type Ring, rectangle, smooth } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';

export function overcast(stage: Stage): boolean {
  return ['cloudy', 'rain', 'storm', 'snow', 'fog'].some((id) => stage.wants(id));
}

export function addClouds(stage: Stage): void {
  const { reading, air } = stage;
  if (reading.excluded.has('clouds') || stage.wants('clear')) return;
  const random = stage.random.fork('clouds');
  const heavy = overcast(stage) || stage.wants('storm');
  const asked = stage.wants('clouds') || stage.kind === 'sky';
  const minimal = stage.wants('minimal');
  const low =
    air.time === 'sunset' || air.time === 'dawn' || air.time === 'golden' || air.time === 'dusk';
  const streaks = low || random.chance(0.35);
  const count =
    minimal && !asked
      ? random.whole(0, 1)
      : heavy
        ? random.whole(7, 10)
        : asked
          ? random.whole(5, 8)
          : random.whole(1, 5);
  for (let index = 0; index < count; index += 1) {
    const depth = 0.06 + (index / Math.max(1, count)) * 0.1;
    const rank = (index + random.next() * 0.6) / count;
    const y = stage.horizon * (0.88 - rank * 0.8);
    const x = stage.frame.width * random.between(-0.1, 1.1);
    const size =
      stage.unit *
      (0.1 + (1 - y / stage.horizon) * 0.34) *
      random.between(0.7, 1.25) *
      (heavy ? 1.5 : 1);
    const shapes =
      streaks && !heavy && random.chance(0.75)
        ? streakCloud(stage, random, x, y, size * 1.7)
        : heapCloud(stage, random, x, y, size, heavy);
    stage.add('cloud', 'backdrop', depth, shapes);
  }
  if (count > 0) stage.drawn.add('clouds');
  if (stage.wants('storm') || stage.wants('lightning')) addLightning(stage, random);
}

function cloudColours(stage: Stage, heavy: boolean): { lit: Colour; body: Colour; under: Colour } {
  const { air } = stage;
  const night = air.time === 'night';
  const base = mix(air.sky[2], [255, 255, 255], night ? 0.1 : air.dark ? 0.3 : 0.68);
  const body = heavy ? mix(base, air.sky[0], night ? 0.2 : 0.42) : base;
  return {
    lit: mix(body, mix(air.sun, [255, 255, 255], 0.3), night ? 0.12 : 0.62),
    body,
    under: mix(body, mix(air.sky[0], air.haze, 0.4), heavy ? 0.55 : 0.42),
  };
}

/** The puffs of a heap cloud: large in the middle, small at the ends, all on one flat base. */
function puffs(random: Random, x: number, y: number, size: number): Ring[] {
  const count = random.whole(6, 9);
  const rings: Ring[] = [];
  const peak = random.between(0.35, 0.65);
  for (let index = 0; index < count; index += 1) {
    const share = (index + 0.5) / count;
    const rise = Math.max(0.2, 1 - Math.abs(share - peak) * 1.9);
    const radius = size * (0.1 + 0.2 * rise) * random.between(0.85, 1.15);
    const cx = x - size + share * 2 * size;
    rings.push(ellipse(cx, y - radius * 0.62, radius * 1.15, radius));
    if (rise > 0.55)
      rings.push(
        ellipse(
          cx + radius * random.between(-0.5, 0.5),
          y - radius * random.between(1.2, 1.5),
          radius * 0.85,
          radius * 0.8,
        ),
      );
  }
  rings.push(ellipse(x, y - size * 0.03, size * 1.02, size * 0.11));
  return rings;
}

export function heapCloud(
  stage: Stage,
  random: Random,
  x: number,
  y: number,
  size: number,
  heavy: boolean,
  tint?: Colour,
): Shape[] {
  const plain = cloudColours(stage, heavy);
  const tinted = (colour: Colour): Colour => (tint ? mix(colour, tint, 0.55) : colour);
  const [lit, body, under] = [tinted(plain.lit), tinted(plain.body), tinted(plain.under)];
  const rings = puffs(random, x, y, size);
  const number = stage.body();
  const options = { clip: rings, contour: false, body: number };
  const fall = size * 0.13;
  const lower = rings.map((ring) =>
    ring.map(([px, py]): Point => [px - stage.light[0] * fall, py + fall]),
  );
  return [
    area(rings, lit, 'cloud', { body: number }),
    area(lower, body, 'cloud', options),
    area(
      [rectangle(x - size * 1.4, y - size * 0.34, x + size * 1.4, y + size * 0.3)],
      {
        kind: 'linear',
        from: [0, y - size * 0.34],
        to: [0, y + size * 0.08],
        stops: [
          { at: 0, colour: under, alpha: 0 },
          { at: 1, colour: under, alpha: heavy ? 0.95 : 0.8 },
        ],
      },
      'cloud',
      options,
    ),
  ];
}

function streakCloud(stage: Stage, random: Random, x: number, y: number, size: number): Shape[] {
  const { lit, body, under } = cloudColours(stage, false);
  const shapes: Shape[] = [];
  const count = random.whole(3, 6);
  for (let index = 0; index < count; index += 1) {
    const cx = x + size * random.between(-0.6, 0.6);
    const cy = y + size * random.between(-0.09, 0.09);
    const length = size * random.between(0.4, 0.95);
    const thick = length * random.between(0.022, 0.05);
    const ring = smooth(
      [
        { at: [cx - length, cy], corner: true },
        { at: [cx - length * 0.4, cy - thick], corner: false },
        { at: [cx + length * 0.3, cy - thick * 1.3], corner: false },
        { at: [cx + length, cy - thick * 0.3], corner: true },
        { at: [cx + length * 0.4, cy + thick * 0.8], corner: false },
        { at: [cx - length * 0.5, cy + thick], corner: false },
      ],
      6,
    );
    shapes.push(
      area([ring], random.pick([lit, body, mix(body, under, 0.6)]), 'cloud', {
        body: stage.body(),
      }),
    );
  }
  return shapes;
}

function addLightning(stage: Stage, random: Random): void {
  if (stage.reading.excluded.has('lightning')) return;
  const shapes: Shape[] = [];
  let at: Point = [
    stage.frame.width * random.between(0.2, 0.8),
    stage.horizon * random.between(0.1, 0.25),
  ];
  const points: Point[] = [at];
  while (at[1] < stage.horizon * 0.98) {
    at = [
      at[0] + stage.unit * random.between(-0.05, 0.05),
      at[1] + stage.unit * random.between(0.03, 0.07),
    ];
    points.push(at);
    if (random.chance(0.3)) {
      const fork: Point[] = [at];
      for (let step = 0; step < 3; step += 1) {
        const from = fork[fork.length - 1] ?? at;
        fork.push([
          from[0] + stage.unit * random.between(-0.05, 0.06),
          from[1] + stage.unit * random.between(0.02, 0.04),
        ]);
      }
      shapes.push(stroke(fork, stage.unit * 0.0028, [236, 240, 255], 'spark'));
    }
  }
  shapes.push(stroke(points, stage.unit * 0.006, [250, 250, 255], 'spark'));
  stage.add('lightning', 'backdrop', 0.17, shapes);
  stage.drawn.add('lightning');
}
