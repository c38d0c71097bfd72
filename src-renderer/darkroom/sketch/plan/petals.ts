import { type Colour, hex, mix, shift } from '../core/colour';
import { ellipse, type Knot, type Point, type Ring, smooth } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape } from './scene';
import type { Stage } from './stage';

function petal(at: Point, angle: number, reach: number, wide: number, notch = 0): Ring {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const put = (along: number, across: number): Point => [
    at[0] + cos * along - sin * across,
    at[1] + sin * along + cos * across,
  ];
  const knots: Knot[] = [
    { at: put(0, 0), corner: true },
    { at: put(reach * 0.45, wide * 0.8), corner: false },
    { at: put(reach * 0.85, wide * 0.75), corner: false },
    { at: put(reach * (1 - notch), 0), corner: false },
    { at: put(reach * 0.85, -wide * 0.75), corner: false },
    { at: put(reach * 0.45, -wide * 0.8), corner: false },
  ];
  return smooth(knots, 4);
}

export function rayed(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
  count: number,
  core: number,
  heart: Colour,
): Shape[] {
  const shapes: Shape[] = [];
  const turn = random.between(0, 6);
  const wide = (size * Math.PI * 0.62) / count;
  for (const [layer, shade] of [
    [1, -0.07],
    [0, 0],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const angle = turn + ((index + layer * 0.5) / count) * Math.PI * 2;
      shapes.push(
        area(
          [petal(at, angle, size * random.between(0.9, 1.05), wide)],
          shift(colour, { light: shade + random.between(-0.03, 0.03) }),
          'petal',
          { body: stage.body(), flow: angle },
        ),
      );
    }
    if (count < 9) break;
  }
  const centre = stage.grade(heart, 0.95);
  const body = stage.body();
  shapes.push(area([ellipse(at[0], at[1], size * core, size * core)], centre, 'petal', { body }));
  shapes.push(
    area(
      [
        ellipse(
          at[0] + stage.light[0] * size * core * 0.25,
          at[1] + stage.light[1] * size * core * 0.25,
          size * core * 0.6,
          size * core * 0.6,
        ),
      ],
      shift(centre, { light: 0.07 }),
      'petal',
      { contour: false, body },
    ),
  );
  return shapes;
}

export function tulip(stage: Stage, at: Point, size: number, colour: Colour): Shape[] {
  const [x, y] = at;
  const put = (px: number, py: number, corner = false): Knot => ({
    at: [x + px * size, y + py * size],
    corner,
  });
  const side = (s: number): Ring =>
    smooth(
      [
        put(0, 0.5, true),
        put(s * 0.6, 0.3),
        put(s * 0.78, -0.3),
        put(s * 0.62, -1.05, true),
        put(s * 0.25, -0.6),
        put(0, -0.2, true),
      ],
      5,
    );
  const middle = smooth(
    [
      put(0, 0.5, true),
      put(0.42, 0.1),
      put(0.36, -0.6),
      put(0, -1.15, true),
      put(-0.36, -0.6),
      put(-0.42, 0.1),
    ],
    5,
  );
  return [
    area(
      [
        smooth(
          [
            put(-0.3, 0.2, true),
            put(-0.34, -0.8),
            put(-0.2, -1.1, true),
            put(0.2, -1.1, true),
            put(0.34, -0.8),
            put(0.3, 0.2, true),
          ],
          4,
        ),
      ],
      shift(colour, { light: -0.12 }),
      'petal',
      { body: stage.body(), flow: Math.PI / 2 },
    ),
    area([side(-1)], shift(colour, { light: stage.light[0] < 0 ? 0.04 : -0.06 }), 'petal', {
      body: stage.body(),
      flow: 1.3,
    }),
    area([side(1)], shift(colour, { light: stage.light[0] < 0 ? -0.06 : 0.04 }), 'petal', {
      body: stage.body(),
      flow: 1.8,
    }),
    area([middle], colour, 'petal', { body: stage.body(), flow: Math.PI / 2 }),
  ];
}

export function rose(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
): Shape[] {
  const shapes: Shape[] = [];
  for (const [reach, count, shade] of [
    [1, 6, -0.08],
    [0.76, 5, -0.02],
    [0.54, 4, 0.03],
    [0.34, 3, -0.04],
  ] as const) {
    const turn = random.between(0, 6);
    for (let index = 0; index < count; index += 1) {
      const angle = turn + (index / count) * Math.PI * 2;
      const centre: Point = [
        at[0] + Math.cos(angle) * size * reach * 0.45,
        at[1] + Math.sin(angle) * size * reach * 0.42,
      ];
      shapes.push(
        area(
          [
            ellipse(
              centre[0],
              centre[1],
              size * reach * 0.55,
              size * reach * 0.44,
              angle + Math.PI / 2,
            ),
          ],
          shift(colour, { light: shade + random.between(-0.025, 0.025) }),
          'petal',
          { body: stage.body(), flow: angle + Math.PI / 2 },
        ),
      );
    }
  }
  shapes.push(
    area(
      [ellipse(at[0], at[1], size * 0.12, size * 0.1)],
      shift(colour, { light: -0.14 }),
      'petal',
      { body: stage.body() },
    ),
  );
  return shapes;
}

export function poppy(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
): Shape[] {
  const shapes: Shape[] = [];
  const turn = random.between(0, 6);
  for (let index = 0; index < 5; index += 1) {
    const angle = turn + (index / 5) * Math.PI * 2;
    shapes.push(
      area(
        [petal(at, angle, size * random.between(0.92, 1.1), size * 0.72, 0.1)],
        shift(colour, { light: random.between(-0.07, 0.05) }),
        'petal',
        { body: stage.body(), flow: angle },
      ),
    );
  }
  const dark = stage.grade(hex('#2a1f24'), 0.95);
  shapes.push(
    area([ellipse(at[0], at[1], size * 0.26, size * 0.26)], dark, 'petal', { body: stage.body() }),
  );
  shapes.push(
    area(
      [ellipse(at[0], at[1], size * 0.12, size * 0.12)],
      stage.grade(hex('#9aa860'), 0.95),
      'petal',
      { body: stage.body() },
    ),
  );
  return shapes;
}

export function spike(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
): Shape[] {
  const shapes: Shape[] = [];
  for (let row = 0; row < 8; row += 1) {
    const wide = size * 0.46 * (1 - row / 9.5);
    const y = at[1] + size * 1.1 - row * size * 0.36;
    for (const side of [-1, 0, 1]) {
      shapes.push(
        area(
          [
            ellipse(
              at[0] + side * wide * 0.75,
              y + Math.abs(side) * size * 0.08,
              wide * 0.6,
              size * 0.21,
              side * 0.5,
            ),
          ],
          shift(colour, { light: random.between(-0.08, 0.08) }),
          'petal',
          { body: stage.body(), flow: Math.PI / 2 },
        ),
      );
    }
  }
  return shapes;
}

export function iris(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
): Shape[] {
  const shapes: Shape[] = [];
  for (const angle of [-1.57, -2.3, -0.84, 0.5, 2.64, 1.57]) {
    const down = angle > 0;
    shapes.push(
      area(
        [petal(at, angle + random.between(-0.1, 0.1), size * (down ? 1.05 : 1.15), size * 0.42)],
        shift(colour, { light: down ? -0.06 : 0.05 }),
        'petal',
        { body: stage.body(), flow: angle },
      ),
    );
    if (down)
      shapes.push(
        area(
          [petal(at, angle, size * 0.5, size * 0.1)],
          stage.grade(hex('#f2c84a'), 0.95),
          'petal',
          { contour: false },
        ),
      );
  }
  return shapes;
}

export function globe(
  stage: Stage,
  random: Random,
  at: Point,
  size: number,
  colour: Colour,
): Shape[] {
  const shapes: Shape[] = [
    area(
      [ellipse(at[0], at[1], size * 0.92, size * 0.92)],
      mix(colour, stage.air.haze, 0.35),
      'petal',
      { body: stage.body() },
    ),
  ];
  for (let index = 0; index < 40; index += 1) {
    const angle = index * 2.399963;
    const reach = size * Math.sqrt(index / 40) * 0.95;
    const dot = size * random.between(0.07, 0.13);
    shapes.push(
      area(
        [ellipse(at[0] + Math.cos(angle) * reach, at[1] + Math.sin(angle) * reach, dot, dot)],
        shift(colour, { light: random.between(-0.05, 0.05) }),
        'petal',
        { contour: false },
      ),
    );
  }
  return shapes;
}
