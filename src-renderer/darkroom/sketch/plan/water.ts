import { type Colour, mix, shift } from '../core/colour';
import { type Point, type Ring, rectangle, smooth } from '../core/geometry';
import type { Random } from '../core/random';
import { type Area, area, type Fill, type Group, type Shape } from './scene';
import type { Stage } from './stage';

/** The colour of open water under this sky. */
function waterColour(stage: Stage): Colour {
  const deep: Colour = stage.wants('storm')
    ? [52, 74, 86]
    : stage.wants('beach')
      ? [46, 148, 168]
      : [44, 104, 140];
  return mix(stage.grade(deep, 0.8), stage.air.sky[1], stage.air.dark ? 0.5 : 0.3);
}

/** A sheet of water from `top` to `bottom`, its light falling off towards the viewer. */
export function addWater(stage: Stage, top: number, bottom: number, name: string): void {
  const { frame, air } = stage;
  const near = waterColour(stage);
  const far = mix(near, air.sky[3], 0.62);
  stage.add(name, 'middle', 0.3, [
    area(
      [rectangle(-0.06, top, frame.width + 0.06, bottom + 0.1)],
      {
        kind: 'linear',
        from: [0, top],
        to: [0, bottom],
        stops: [
          { at: 0, colour: far, alpha: 1 },
          { at: 0.25, colour: mix(far, near, 0.55), alpha: 1 },
          { at: 1, colour: shift(near, { light: -0.07 }), alpha: 1 },
        ],
      },
      'water',
      { contour: true, body: stage.body() },
    ),
  ]);
  stage.drawn.add(name);
}

function lens(x: number, y: number, half: number, thick: number): Ring {
  return smooth(
    [
      { at: [x - half, y], corner: true },
      { at: [x, y - thick], corner: false },
      { at: [x + half, y], corner: true },
      { at: [x, y + thick], corner: false },
    ],
    4,
  );
}

/** Ripples, and the path of light under sun or moon. */
export function addRipples(stage: Stage, top: number, bottom: number): void {
  const random = stage.random.fork('ripples');
  const { frame, air } = stage;
  const near = waterColour(stage);
  const light = mix(air.sky[3], [255, 255, 255], 0.25);
  const dark = shift(near, { light: -0.09 });
  const shapes: Shape[] = [];
  const rough = stage.wants('storm') || stage.wants('wind') ? 1.6 : 1;
  const calm = stage.wants('reflection') || stage.wants('calm') ? 0.45 : 1;
  const count = Math.round(90 * rough * calm * (0.6 + frame.width * 0.5));
  for (let index = 0; index < count; index += 1) {
    const share = random.next() ** 0.75;
    const y = top + (bottom - top) * share;
    const half = stage.unit * (0.01 + 0.085 * share) * random.between(0.4, 1.2);
    const thick = stage.unit * (0.0008 + 0.005 * share) * rough;
    const colour = random.chance(0.5)
      ? mix(near, light, 0.34 + 0.2 * (1 - share))
      : mix(near, dark, 0.7);
    shapes.push(
      area([lens(random.between(0, frame.width), y, half, thick)], colour, 'water', {
        contour: false,
      }),
    );
  }
  if (hasLightSource(stage)) shapes.push(...lightPath(stage, random, top, bottom));
  stage.add('ripples', 'middle', 0.55, shapes);
}

function hasLightSource(stage: Stage): boolean {
  return stage.drawn.has('sun') || stage.drawn.has('moon');
}

function lightPath(stage: Stage, random: Random, top: number, bottom: number): Shape[] {
  const shapes: Shape[] = [];
  const colour = mix(stage.air.sun, stage.air.sky[3], 0.2);
  const count = 64;
  for (let index = 0; index < count; index += 1) {
    const share = (index / count) ** 1.5;
    const y = top + (bottom - top) * (share * 0.97 + 0.006);
    const spread = stage.unit * (0.02 + 0.1 * share);
    const x = stage.sun[0] + spread * random.bell() * 0.8;
    const half = stage.unit * (0.014 + 0.05 * share) * random.between(0.4, 1.2);
    shapes.push(
      area([lens(x, y, half, stage.unit * (0.0014 + 0.0052 * share))], colour, 'spark', {
        contour: false,
      }),
    );
  }
  return shapes;
}

/** Waves that run across: crests with a lit back and foam. */
export function addWaves(stage: Stage, top: number, bottom: number): void {
  const random = stage.random.fork('waves');
  const { frame } = stage;
  const near = waterColour(stage);
  const storm = stage.wants('storm');
  const rows = storm ? 7 : 5;
  for (let row = 0; row < rows; row += 1) {
    const share = (row + 0.6) / rows;
    const base = top + (bottom - top) * share;
    const swell = stage.unit * (storm ? 0.075 : 0.02) * (0.25 + share);
    const length = stage.unit * (storm ? 0.36 : 0.3) * (0.3 + share);
    const phase = random.between(0, 9);
    const edge = (x: number): number => {
      const turn = x / length + phase;
      const wave = Math.abs(Math.sin(turn * Math.PI)) ** (storm ? 0.8 : 1.3);
      return base - swell * (wave - 0.5) - swell * 0.4 * stage.noise(turn * 1.7, row * 5);
    };
    const ring: Point[] = [];
    for (let step = 0; step <= 90; step += 1) {
      const x = -0.05 + (step / 90) * (frame.width + 0.1);
      ring.push([x, edge(x)]);
    }
    const crest = ring.slice();
    ring.push([frame.width + 0.05, bottom + 0.1], [-0.05, bottom + 0.1]);
    const colour = mix(mix(near, stage.air.sky[3], 0.4), shift(near, { light: -0.06 }), share);
    const fill: Fill = {
      kind: 'linear',
      from: [0, base - swell],
      to: [0, base + swell * 2.6],
      stops: [
        { at: 0, colour: shift(colour, { light: 0.06 }), alpha: 1 },
        { at: 1, colour: shift(colour, { light: -0.05 }), alpha: 1 },
      ],
    };
    const shapes: Area[] = [area([ring], fill, 'water', { body: stage.body() })];
    if (storm || share > 0.3) shapes.push(...foam(stage, random, crest, share, storm));
    stage.add('wave', 'middle', 0.4 + share * 0.4, shapes);
  }
  stage.drawn.add('waves');
}

function foam(
  stage: Stage,
  random: Random,
  crest: readonly Point[],
  share: number,
  storm: boolean,
): Area[] {
  const white = stage.grade([243, 247, 248], 0.9);
  const shapes: Area[] = [];
  const pieces = storm ? 14 : 6;
  for (let index = 0; index < pieces; index += 1) {
    const start = random.whole(0, crest.length - 9);
    const run = crest.slice(start, start + random.whole(4, 8));
    const thick = stage.unit * (storm ? 0.009 : 0.004) * (0.3 + share);
    const under = run
      .slice()
      .reverse()
      .map(
        ([x, y], step): Point => [
          x,
          y + thick * (step % 2 === 0 ? 1.7 : 0.8) * random.between(0.4, 1.3),
        ],
      );
    shapes.push(
      area([[...run, ...under]], mix(white, stage.air.haze, 0.12), 'spark', { contour: false }),
    );
  }
  return shapes;
}

/** Mirror images, below `line`, of groups that stand on it. */
export function reflectGroups(
  stage: Stage,
  groups: readonly Group[],
  line: number,
  strength: number,
): void {
  const near = waterColour(stage);
  const mirrored: Shape[] = [];
  const flip = (ring: readonly Point[]): Point[] =>
    ring.map(([x, y]): Point => {
      const below = line + Math.max(0, line - y) * 0.72;
      return [x + stage.unit * 0.006 * stage.noise(x * 3, below * 60), below];
    });
  const tint = (colour: Colour): Colour =>
    mix(near, shift(colour, { light: -0.03, chroma: 0.85 }), strength);
  for (const group of groups) {
    for (const shape of group.shapes) {
      if (shape.kind === 'stroke') continue;
      if (shape.rings.every((ring) => ring.every(([, y]) => y > line))) continue;
      mirrored.push({
        ...shape,
        rings: shape.rings.map(flip),
        clip: shape.clip?.map(flip),
        fill: tintFill(shape.fill, tint, line),
        contour: false,
        material: 'water',
      });
    }
  }
  stage.add('reflection', 'middle', 0.4, mirrored);
  stage.drawn.add('reflections');
}

function tintFill(fill: Fill, tint: (colour: Colour) => Colour, line: number): Fill {
  const mirror = ([x, y]: Point): Point => [x, line + (line - y) * 0.72];
  if (fill.kind === 'flat') return { kind: 'flat', colour: tint(fill.colour) };
  const stops = fill.stops.map((stop) => ({ ...stop, colour: tint(stop.colour) }));
  if (fill.kind === 'linear')
    return { kind: 'linear', from: mirror(fill.from), to: mirror(fill.to), stops };
  return { kind: 'radial', centre: mirror(fill.centre), radius: fill.radius, stops };
}
