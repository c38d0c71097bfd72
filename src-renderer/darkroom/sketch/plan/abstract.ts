import { type Colour, hex, mix, shift } from '../core/colour';
import { ellipse, type Point, type Ring, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';

const schemes: readonly [readonly string[], ...(readonly string[])[]] = [
  ['#f2e6d0', '#d9482f', '#1f3a5f', '#e8a93a', '#5f8a86', '#20201f'],
  ['#efe9dc', '#264653', '#2a9d8f', '#e9c46a', '#f4a261', '#e76f51'],
  ['#1d2440', '#f25c54', '#f7b267', '#f4845f', '#7b6fa0', '#f6ecd9'],
  ['#f5ede3', '#355070', '#6d597a', '#b56576', '#e56b6f', '#eaac8b'],
  ['#0f2b33', '#3b7a78', '#a5c9a1', '#f3dfa2', '#e58b4a', '#a83f39'],
  ['#fbf3e4', '#3d5a45', '#8aa05f', '#e4c45c', '#c9683c', '#5b3a2e'],
  ['#20162e', '#5b3a7d', '#c2528b', '#f08a7b', '#f8d08a', '#efe7f0'],
];

/** A composition without things, drawn from the prompt's own hash and the seed. */
export function addAbstract(stage: Stage): void {
  const random = stage.random.fork('abstract');
  const colours = colourScheme(stage, random);
  const [ground, ...inks] = colours;
  const { frame } = stage;
  const base = ground ?? hex('#efe9dc');
  stage.add('ground', 'backdrop', 0, [
    area(
      [rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'linear',
        from: [0, 0],
        to: [frame.width, frame.height],
        stops: [
          { at: 0, colour: shift(base, { light: 0.02 }), alpha: 1 },
          { at: 1, colour: mix(base, inks[3] ?? base, 0.16), alpha: 1 },
        ],
      },
      'air',
      { contour: false, flow: 0.6 },
    ),
  ]);
  const palette: readonly [Colour, ...Colour[]] = [inks[0] ?? base, ...inks.slice(1)];
  const family = (stage.reading.hash + random.whole(0, 4)) % 5;
  if (family === 0) circles(stage, random, palette);
  else if (family === 1) strata(stage, random, palette);
  else if (family === 2) ribbons(stage, random, palette);
  else if (family === 3) blocks(stage, random, palette);
  else rays(stage, random, palette);
  accents(stage, random, palette);
  stage.drawn.add(['circles', 'strata', 'ribbons', 'blocks', 'rays'][family] ?? 'shapes');
}

function colourScheme(stage: Stage, random: Random): Colour[] {
  const scheme = random.pick(schemes).map(hex);
  const turn = random.between(-18, 18);
  const asked = stage.reading.colours;
  const turned = scheme.map((colour) => shift(colour, { hue: turn }));
  if (asked.length === 0) return turned;
  return turned.map((colour, index) => {
    const wanted = asked[index % asked.length] ?? colour;
    return index === 0
      ? mix(colour, wanted, 0.18)
      : mix(
          colour,
          shift(wanted, { light: (index % 3) * 0.08 - 0.08, hue: (index % 2) * 16 - 8 }),
          0.75,
        );
  });
}

function arc(
  x: number,
  y: number,
  inner: number,
  outer: number,
  from: number,
  sweep: number,
): Ring {
  const steps = 28;
  const outerEdge = Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = from + (sweep * step) / steps;
    return [x + Math.cos(angle) * outer, y + Math.sin(angle) * outer];
  });
  const innerEdge = Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = from + (sweep * (steps - step)) / steps;
    return [x + Math.cos(angle) * inner, y + Math.sin(angle) * inner];
  });
  return [...outerEdge, ...innerEdge];
}

function circles(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  for (let index = 0; index < 16; index += 1) {
    const x = frame.width * random.between(0.02, 0.98);
    const y = frame.height * random.between(0.02, 0.98);
    const size = unit * (index < 3 ? random.between(0.22, 0.36) : random.between(0.03, 0.15));
    const colour = random.pick(palette);
    const kind = random.next();
    const shapes: Shape[] = [];
    const body = stage.body();
    if (kind < 0.4) shapes.push(area([ellipse(x, y, size, size)], colour, 'object', { body }));
    else if (kind < 0.72) {
      for (let ring = 0; ring < 4; ring += 1)
        shapes.push(
          area(
            [ellipse(x, y, size * (1 - ring * 0.24), size * (1 - ring * 0.24))],
            random.pick(palette),
            'object',
            { body: stage.body() },
          ),
        );
    } else
      shapes.push(
        area(
          [
            arc(
              x,
              y,
              size * random.between(0, 0.6),
              size,
              random.between(0, 6),
              random.between(1.5, 4.4),
            ),
          ],
          colour,
          'object',
          { body },
        ),
      );
    stage.add('circle', index < 3 ? 'far' : 'middle', 0.2 + index * 0.045, shapes);
  }
}

function strata(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  const bands = random.whole(9, 13);
  const slope = random.between(-0.22, 0.22);
  for (let band = 0; band < bands; band += 1) {
    const base = frame.height * (0.06 + (0.98 * band) / bands);
    const swell = unit * random.between(0.03, 0.11);
    const ring: Point[] = Array.from({ length: 60 }, (_, step): Point => {
      const x = -0.05 + (step / 59) * (frame.width + 0.1);
      return [
        x,
        base +
          slope * (x - frame.width / 2) +
          swell * stage.noise(x * 2.6 + band * 3.7, band * 1.9),
      ];
    });
    const colour = shift(palette[band % palette.length] ?? palette[0], {
      light: random.between(-0.06, 0.06),
    });
    stage.add('band', band > bands * 0.6 ? 'near' : 'middle', 0.1 + (0.85 * band) / bands, [
      area(
        [[...ring, [frame.width + 0.1, frame.height + 0.2], [-0.1, frame.height + 0.2]]],
        {
          kind: 'linear',
          from: [0, base - swell],
          to: [0, base + frame.height * 0.24],
          stops: [
            { at: 0, colour: shift(colour, { light: 0.05 }), alpha: 1 },
            { at: 1, colour: shift(colour, { light: -0.09 }), alpha: 1 },
          ],
        },
        'ground',
        { body: stage.body() },
      ),
    ]);
  }
  stage.add('disc', 'backdrop', 0.05, [
    area(
      [ellipse(stage.focus[0], frame.height * 0.2, unit * 0.13, unit * 0.13)],
      random.pick(palette),
      'glow',
      { body: stage.body() },
    ),
  ]);
}

function ribbons(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  for (let index = 0; index < 15; index += 1) {
    const base = frame.height * random.between(-0.05, 1.05);
    const swing = unit * random.between(0.1, 0.3);
    const length = frame.width * random.between(0.35, 0.8);
    const phase = random.between(0, 9);
    const wide = unit * random.between(0.012, 0.085);
    const middle = (x: number): number =>
      base +
      swing * Math.sin((x / length) * 3.1 + phase) +
      swing * 0.5 * stage.noise(x * 2.2, phase);
    const upper: Point[] = [];
    const lower: Point[] = [];
    for (let step = 0; step <= 48; step += 1) {
      const x = -0.05 + (step / 48) * (frame.width + 0.1);
      const half = wide * (0.55 + 0.45 * Math.sin(x * 4 + phase));
      upper.push([x, middle(x) - half]);
      lower.push([x, middle(x) + half]);
    }
    const colour = random.pick(palette);
    stage.add('ribbon', index > 9 ? 'near' : 'middle', 0.15 + index * 0.055, [
      area(
        [[...upper, ...lower.reverse()]],
        {
          kind: 'linear',
          from: [0, 0],
          to: [frame.width, 0],
          stops: [
            { at: 0, colour, alpha: 1 },
            { at: 1, colour: mix(colour, random.pick(palette), 0.55), alpha: 1 },
          ],
        },
        'cloth',
        { body: stage.body() },
      ),
    ]);
  }
}

function blocks(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  const split = (left: number, top: number, right: number, bottom: number, level: number): void => {
    const wide = right - left;
    const tall = bottom - top;
    if (level === 0 || Math.min(wide, tall) < unit * 0.1 || (level < 4 && random.chance(0.18))) {
      const gap = unit * 0.006;
      const cell = rectangle(left + gap, top + gap, right - gap, bottom - gap);
      const shapes: Shape[] = [
        area([cell], random.pick(palette), 'object', {
          body: stage.body(),
          flow: wide > tall ? 0 : Math.PI / 2,
        }),
      ];
      const inner = random.next();
      const reach = Math.min(wide, tall) / 2 - gap;
      const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
      if (inner < 0.28)
        shapes.push(
          area([ellipse(cx, cy, reach * 0.72, reach * 0.72)], random.pick(palette), 'object', {
            body: stage.body(),
          }),
        );
      else if (inner < 0.5)
        shapes.push(
          area(
            [
              [
                [left + gap, bottom - gap],
                [right - gap, bottom - gap],
                [random.chance(0.5) ? left + gap : right - gap, top + gap],
              ],
            ],
            random.pick(palette),
            'object',
            { body: stage.body(), clip: [cell] },
          ),
        );
      else if (inner < 0.64)
        shapes.push(
          area(
            [arc(left + gap, bottom - gap, reach * 0.9, reach * 1.7, -Math.PI / 2, Math.PI / 2)],
            random.pick(palette),
            'object',
            { body: stage.body(), clip: [cell] },
          ),
        );
      stage.add('block', 'middle', 0.4, shapes);
      return;
    }
    const share = random.between(0.32, 0.68);
    if (wide > tall) {
      split(left, top, left + wide * share, bottom, level - 1);
      split(left + wide * share, top, right, bottom, level - 1);
    } else {
      split(left, top, right, top + tall * share, level - 1);
      split(left, top + tall * share, right, bottom, level - 1);
    }
  };
  split(0, 0, frame.width, frame.height, 5);
}

function rays(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  const x = stage.focus[0];
  const y = frame.height * random.between(0.3, 0.7);
  const count = random.whole(16, 28);
  for (let index = 0; index < count; index += 1) {
    const from = (index / count) * Math.PI * 2;
    const sweep = ((Math.PI * 2) / count) * random.between(0.55, 1);
    const shapes = [
      area(
        [arc(x, y, unit * 0.1, unit * random.between(0.5, 1.6), from, sweep)],
        shift(palette[index % palette.length] ?? palette[0], {
          light: random.between(-0.05, 0.05),
        }),
        'object',
        { body: stage.body(), flow: from },
      ),
    ];
    stage.add('ray', 'middle', 0.3, shapes);
  }
  for (let ring = 0; ring < 5; ring += 1) {
    const reach = unit * (0.3 - ring * 0.055);
    stage.add('ring', 'subject', 0.8, [
      area(
        [arc(x, y, reach - unit * 0.03, reach, random.between(0, 6), random.between(2.4, 6))],
        random.pick(palette),
        'object',
        { body: stage.body() },
      ),
    ]);
  }
}

function accents(stage: Stage, random: Random, palette: readonly [Colour, ...Colour[]]): void {
  const { frame, unit } = stage;
  const shapes: Shape[] = [];
  for (let index = 0; index < 9; index += 1) {
    const x = frame.width * random.next();
    const y = frame.height * random.next();
    const angle = random.between(0, Math.PI);
    const reach = unit * random.between(0.06, 0.34);
    shapes.push(
      stroke(
        [
          [x - Math.cos(angle) * reach, y - Math.sin(angle) * reach],
          [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach],
        ],
        unit * random.between(0.003, 0.008),
        random.pick(palette),
        'object',
      ),
    );
  }
  for (let index = 0; index < 14; index += 1) {
    const size = unit * random.between(0.006, 0.02);
    shapes.push(
      area(
        [ellipse(frame.width * random.next(), frame.height * random.next(), size, size)],
        random.pick(palette),
        'object',
        { body: stage.body() },
      ),
    );
  }
  stage.add('accents', 'near', 0.9, shapes);
}
