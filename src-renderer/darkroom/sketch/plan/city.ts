import { type Colour, hex, mix, shift } from '../core/colour';
import { type Point, type Ring, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';

/** Rows of buildings, each nearer row lower, darker and with clearer windows. */
export function addSkyline(stage: Stage, base: number): void {
  const future = stage.wants('future');
  const rows = 3;
  for (let row = 0; row < rows; row += 1) {
    const random = stage.random.fork(`skyline ${row}`);
    const depth = 0.2 + row * 0.24;
    const shapes: Shape[] = [];
    let x = -stage.unit * random.between(0.02, 0.1);
    while (x < stage.frame.width + 0.02) {
      const width = stage.unit * random.between(0.05, 0.11) * (0.85 + row * 0.25);
      const near =
        1 - Math.min(1, Math.abs(x + width / 2 - stage.focus[0]) / (stage.frame.width * 0.7));
      const tall =
        stage.horizon *
        (0.24 + 0.5 * near ** 1.6) *
        random.between(0.55, 1.05) *
        (1 - row * 0.2) *
        (future ? 1.15 : 1);
      shapes.push(...block(stage, random, x, base + row * stage.unit * 0.035, width, tall, depth));
      x += width * random.between(0.94, 1.12);
    }
    stage.add('skyline', row === rows - 1 ? 'middle' : 'far', depth, shapes);
  }
  stage.drawn.add('city');
}

function block(
  stage: Stage,
  random: Random,
  x: number,
  base: number,
  width: number,
  tall: number,
  depth: number,
): Shape[] {
  const day: readonly [string, ...string[]] = [
    '#a8a29a',
    '#8d9aa8',
    '#b59a86',
    '#7f8792',
    '#c2b29c',
    '#94807a',
  ];
  const local = hex(random.pick(day));
  const colour = stage.grade(stage.air.dark ? shift(local, { light: -0.18 }) : local, depth);
  const top = base - tall;
  const body = stage.body();
  const shapes: Shape[] = [];
  const crown = random.next();
  const ring = crownRing(x, top, width, base, crown);
  if (crown > 0.72)
    shapes.push(
      stroke(
        [
          [x + width / 2, top],
          [x + width / 2, top - tall * 0.16],
        ],
        stage.unit * 0.003,
        colour,
        'metal',
      ),
    );
  shapes.push(
    area(
      [ring],
      {
        kind: 'linear',
        from: [x, top],
        to: [x, base],
        stops: [
          { at: 0, colour, alpha: 1 },
          { at: 1, colour: mix(colour, stage.air.haze, 0.3), alpha: 1 },
        ],
      },
      'wall',
      { body, flow: Math.PI / 2 },
    ),
  );
  const side = stage.light[0] < 0 ? [x + width * 0.66, x + width] : [x, x + width * 0.34];
  shapes.push(
    area(
      [rectangle(side[0] ?? x, top - tall * 0.2, side[1] ?? x, base)],
      shift(colour, { light: -0.06 }),
      'shade',
      { clip: [ring], contour: false, body },
    ),
  );
  if (depth > 0.3)
    shapes.push(...windowGrid(stage, random, x, top, width, base, colour, ring, body));
  return shapes;
}

function crownRing(x: number, top: number, width: number, base: number, crown: number): Ring {
  const right = x + width;
  const corners: Point[] = [
    [x, base + 0.4],
    [x, top],
  ];
  if (crown < 0.2) corners.push([x + width * 0.5, top - width * 0.5], [right, top]);
  else if (crown < 0.42)
    corners.push(
      [x + width * 0.18, top],
      [x + width * 0.18, top - width * 0.3],
      [x + width * 0.82, top - width * 0.3],
      [x + width * 0.82, top],
      [right, top],
    );
  else if (crown < 0.55) corners.push([right, top + width * 0.4]);
  else corners.push([right, top]);
  corners.push([right, base + 0.4]);
  return corners;
}

function windowGrid(
  stage: Stage,
  random: Random,
  x: number,
  top: number,
  width: number,
  base: number,
  wall: Colour,
  clip: Ring,
  body: number,
): Shape[] {
  const columns = Math.max(2, Math.round(width / (stage.unit * 0.02)));
  const step = width / columns;
  const rise = step * random.between(1.3, 1.7);
  const lit: Ring[] = [];
  const unlit: Ring[] = [];
  for (let y = top + rise * 0.5; y < base - rise * 0.4; y += rise) {
    for (let column = 0; column < columns; column += 1) {
      const left = x + step * (column + 0.24);
      const pane = rectangle(left, y, left + step * 0.5, y + rise * 0.56);
      if (stage.air.dark ? random.chance(0.42) : random.chance(0.06)) lit.push(pane);
      else unlit.push(pane);
    }
  }
  const neon: readonly [Colour, ...Colour[]] =
    stage.wants('future') || stage.wants('lights')
      ? [
          [255, 120, 190],
          [110, 230, 240],
          [255, 206, 110],
        ]
      : [
          [255, 208, 120],
          [255, 226, 160],
        ];
  const options = { clip: [clip], contour: false, body };
  return [
    area(unlit, shift(wall, { light: stage.air.dark ? -0.05 : -0.11, hue: 12 }), 'window', options),
    area(
      lit,
      stage.air.dark ? random.pick(neon) : mix(wall, [255, 255, 255], 0.6),
      'spark',
      options,
    ),
  ];
}

/** A street that runs to the focus between two rows of fronts. */
export function addStreet(stage: Stage): void {
  const random = stage.random.fork('street');
  const { frame } = stage;
  const [vx, vy] = [stage.focus[0], stage.horizon];
  const road = stage.grade(stage.snowy ? hex('#d9e0e8') : hex('#6b6864'), 0.9);
  const pave = stage.grade(stage.snowy ? hex('#eef2f6') : hex('#a89c8c'), 0.85);
  stage.add('pavement', 'middle', 0.5, [
    area(
      [rectangle(-0.1, vy, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'linear',
        from: [0, vy],
        to: [0, frame.height],
        stops: [
          { at: 0, colour: mix(pave, stage.air.haze, 0.55), alpha: 1 },
          { at: 1, colour: pave, alpha: 1 },
        ],
      },
      'ground',
      { body: stage.body() },
    ),
    area(
      [
        [
          [vx - 0.008, vy],
          [vx + 0.008, vy],
          [vx + frame.width * 0.42, frame.height * 1.05],
          [vx - frame.width * 0.42, frame.height * 1.05],
        ],
      ],
      {
        kind: 'linear',
        from: [0, vy],
        to: [0, frame.height],
        stops: [
          { at: 0, colour: mix(road, stage.air.haze, 0.6), alpha: 1 },
          { at: 1, colour: road, alpha: 1 },
        ],
      },
      'ground',
      { body: stage.body(), flow: Math.PI / 2 },
    ),
  ]);
  const dashes: Shape[] = [0.04, 0.12, 0.24, 0.42, 0.66].map((share) => {
    const y0 = vy + (frame.height - vy) * share;
    const y1 = vy + (frame.height - vy) * share * 1.28;
    const w0 = 0.016 * share;
    const w1 = w0 * 1.3;
    return area(
      [
        [
          [vx - w0, y0],
          [vx + w0, y0],
          [vx + w1, y1],
          [vx - w1, y1],
        ],
      ],
      stage.grade([236, 226, 196], 0.9),
      'ground',
      { contour: false },
    );
  });
  stage.add('road marks', 'middle', 0.52, dashes);
  for (const side of [-1, 1]) addFronts(stage, random, side, vx, vy);
  stage.drawn.add('street');
}

function addFronts(stage: Stage, random: Random, side: number, vx: number, vy: number): void {
  const { frame } = stage;
  const edge = side < 0 ? -0.05 : frame.width + 0.05;
  const count = 5;
  const shapes: Shape[] = [];
  const cut = (share: number): number => vx + (edge - vx) * share;
  for (let index = 0; index < count; index += 1) {
    const from = 0.12 * 1.75 ** index;
    const to = 0.12 * 1.75 ** (index + 1);
    const height = frame.height * random.between(0.5, 0.78);
    const local = hex(
      random.pick(['#c98f6b', '#b5a78f', '#8f9aa0', '#d9c3a0', '#a8645a', '#7f8f86']),
    );
    const colour = stage.grade(
      stage.air.dark ? shift(local, { light: -0.14 }) : local,
      0.4 + index * 0.13,
    );
    const x0 = cut(from);
    const x1 = cut(to);
    const wall: Ring = [
      [x0, vy + (frame.height - vy) * from * 0.45],
      [x0, vy - height * from],
      [x1, vy - height * to],
      [x1, vy + (frame.height - vy) * to * 0.45],
    ];
    shapes.push(
      area([wall], shift(colour, { light: side * stage.light[0] > 0 ? -0.07 : 0.02 }), 'wall', {
        body: stage.body(),
        flow: Math.PI / 2,
      }),
    );
    shapes.push(...frontWindows(stage, random, wall, colour));
  }
  stage.add('fronts', 'middle', 0.55, shapes);
}

function frontWindows(stage: Stage, random: Random, wall: Ring, colour: Colour): Shape[] {
  const [a, b, c, d] = wall;
  if (!a || !b || !c || !d) return [];
  const at = (u: number, v: number): Point => {
    const left = a[1] + (b[1] - a[1]) * v;
    const right = d[1] + (c[1] - d[1]) * v;
    return [a[0] + (d[0] - a[0]) * u, left + (right - left) * u];
  };
  const shapes: Shape[] = [];
  for (const v of [0.08, 0.34, 0.56, 0.76]) {
    for (const u of [0.16, 0.44, 0.72]) {
      const tall = v < 0.1 ? 0.2 : 0.13;
      const pane: Ring = [at(u, v), at(u + 0.15, v), at(u + 0.15, v + tall), at(u, v + tall)];
      const lit = stage.air.windowLight && random.chance(0.55);
      shapes.push(
        area(
          [pane],
          lit && stage.air.windowLight
            ? stage.air.windowLight
            : shift(colour, { light: -0.16, hue: 15 }),
          lit ? 'spark' : 'window',
          { body: stage.body() },
        ),
      );
    }
  }
  return shapes;
}
