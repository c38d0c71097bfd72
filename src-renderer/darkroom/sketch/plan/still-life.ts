import { hex, mix, shift } from '../core/colour';
import { clump, ellipse, type Point, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import { type FigureId, figures } from '../figures/figures';
import { castOf, putFigure, type Role, sizeFactor } from './cast';
import { addBouquet } from './flower-pieces';
import { area, type Shape } from './scene';
import type { Stage } from './stage';

/** A wall, a table, light from one side, and things with room between them. */
export function addStillLife(stage: Stage): void {
  const random = stage.random.fork('still life');
  const { frame } = stage;
  const wash = stage.reading.colours[0];
  const wall =
    wash ?? hex(random.pick(['#5f6f6a', '#8a7a6a', '#4f5f73', '#a8907a', '#6f5a5f', '#c9b8a0']));
  const graded = stage.grade(wall, 0.8);
  const table = frame.height * random.between(0.64, 0.72);
  const fromLeft = stage.light[0] < 0;
  const bright: Point = [fromLeft ? 0 : frame.width, frame.height * 0.1];
  stage.add('wall', 'backdrop', 0, [
    area(
      [rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'radial',
        centre: bright,
        radius: frame.width * 1.25,
        stops: [
          { at: 0, colour: mix(graded, stage.air.sun, 0.35), alpha: 1 },
          { at: 0.5, colour: graded, alpha: 1 },
          { at: 1, colour: shift(graded, { light: -0.13 }), alpha: 1 },
        ],
      },
      'air',
      { contour: false, flow: 0.5 },
    ),
  ]);
  if (stage.wants('window') || random.chance(0.35)) addWindow(stage, table, fromLeft);
  addTable(stage, random, table);
  const cast = withVase(
    stage,
    castOf(stage).filter((role) => role.figureId !== 'portrait'),
  );
  const roles = cast.length > 0 ? cast : inventedStillLife(random);
  setTable(stage, random, roles, table);
}

const vessels: readonly string[] = ['vase', 'jug', 'bottle'];

/** Flowers on a table want something to stand in. */
function withVase(stage: Stage, cast: readonly Role[]): readonly Role[] {
  const held = cast.some((role) => vessels.includes(role.figureId));
  if (stage.reading.flowers.length === 0 || held) return cast;
  return [invented('vase'), ...cast];
}

function invented(id: FigureId): Role {
  return {
    subject: { id: 'fruit', count: 1, colours: [], size: undefined, word: id },
    figureId: id,
    figure: figures[id],
    leading: true,
    company: 1,
  };
}

function addWindow(stage: Stage, table: number, left: boolean): void {
  const { frame, unit } = stage;
  const x = left ? frame.width * 0.05 : frame.width * 0.67;
  const right = x + frame.width * 0.28;
  const top = frame.height * 0.06;
  const bottom = table - unit * 0.16;
  const wood = stage.grade(hex('#efe6d6'), 0.85);
  const shapes: Shape[] = [
    area(
      [
        rectangle(
          x - unit * 0.015,
          top - unit * 0.015,
          right + unit * 0.015,
          bottom + unit * 0.015,
        ),
      ],
      wood,
      'wall',
      { body: stage.body() },
    ),
    area(
      [rectangle(x, top, right, bottom)],
      {
        kind: 'linear',
        from: [0, top],
        to: [0, bottom],
        stops: [
          { at: 0, colour: stage.air.sky[1], alpha: 1 },
          { at: 1, colour: stage.air.sky[3], alpha: 1 },
        ],
      },
      'air',
      { body: stage.body() },
    ),
    area(
      [
        clump(
          stage.random.fork('hill'),
          x + (right - x) * 0.6,
          bottom,
          (right - x) * 0.8,
          unit * 0.1,
          0.15,
          10,
        ),
      ],
      stage.grade(hex('#7f9a5f'), 0.35),
      'foliage',
      { clip: [rectangle(x, top, right, bottom)], contour: false },
    ),
    area(
      [rectangle((x + right) / 2 - unit * 0.007, top, (x + right) / 2 + unit * 0.007, bottom)],
      wood,
      'wall',
      { body: stage.body() },
    ),
    area(
      [rectangle(x, (top + bottom) / 2 - unit * 0.006, right, (top + bottom) / 2 + unit * 0.006)],
      wood,
      'wall',
      { body: stage.body() },
    ),
  ];
  stage.add('window', 'backdrop', 0.2, shapes);
}

function addTable(stage: Stage, random: Random, table: number): void {
  const { frame, unit } = stage;
  const wood = stage.grade(
    hex(random.pick(['#9a6b45', '#7d5236', '#c9a57a', '#e6dccb', '#5f4a3f'])),
    0.95,
  );
  const shapes: Shape[] = [
    area(
      [rectangle(-0.1, table, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'linear',
        from: [0, table],
        to: [0, frame.height],
        stops: [
          { at: 0, colour: shift(wood, { light: 0.05 }), alpha: 1 },
          { at: 1, colour: shift(wood, { light: -0.08 }), alpha: 1 },
        ],
      },
      'ground',
      { body: stage.body() },
    ),
  ];
  if (random.chance(0.6)) {
    const cloth =
      stage.reading.colours[1] ?? hex(random.pick(['#efe6d6', '#c9d3d6', '#b5584a', '#5f7a8f']));
    const x0 = frame.width * random.between(0.05, 0.3);
    const x1 = x0 + frame.width * random.between(0.4, 0.6);
    const graded = stage.grade(cloth, 0.95);
    shapes.push(
      area(
        [
          [
            [x0 + unit * 0.05, table + unit * 0.03],
            [x1, table + unit * 0.03],
            [x1 + unit * 0.06, frame.height + 0.1],
            [x0 - unit * 0.06, frame.height + 0.1],
          ],
        ],
        graded,
        'cloth',
        { body: stage.body(), flow: Math.PI / 2 },
      ),
    );
    for (let fold = 0; fold < 5; fold += 1) {
      const fx = x0 + (x1 - x0) * ((fold + 0.5) / 5);
      shapes.push(
        area(
          [
            [
              [fx, table + unit * 0.05],
              [fx + unit * 0.02, frame.height + 0.1],
              [fx - unit * 0.03, frame.height + 0.1],
            ],
          ],
          shift(graded, { light: -0.06 }),
          'shade',
          { contour: false },
        ),
      );
    }
  }
  stage.add('table', 'middle', 0.5, shapes);
  stage.drawn.add('table');
}

function inventedStillLife(random: Random): Role[] {
  const pots = random.pick<readonly FigureId[]>([
    ['vase', 'apple', 'pear', 'lemon'],
    ['jug', 'bowl', 'orange', 'grapes'],
    ['teapot', 'cup', 'lemon', 'book'],
    ['bottle', 'grapes', 'pear', 'candle'],
  ]);
  return pots.map(invented);
}

function setTable(stage: Stage, random: Random, roles: readonly Role[], table: number): void {
  const { frame, unit } = stage;
  const wantsFlowers = stage.reading.flowers.length > 0;
  const sizeOf = (role: Role): number =>
    role.figure.home === 'table'
      ? role.figure.size
      : Math.min(1.1, Math.max(0.45, role.figure.size * 2.4));
  const tallest = Math.max(...roles.map(sizeOf), 0.5);
  const order = [...roles].sort((a, b) => sizeOf(b) - sizeOf(a));
  const span = frame.width * (roles.length > 3 ? 0.78 : 0.56);
  const start = stage.focus[0] - span * (stage.focus[0] / frame.width);
  order.forEach((role, index) => {
    const slot = roles.length === 1 ? 0.5 : ((index * 0.618034 + 0.42) % 1) * 0.9 + 0.05;
    const x = roles.length === 1 ? stage.focus[0] : start + span * slot;
    const front = index / Math.max(1, order.length);
    const y =
      table + (frame.height - table) * (0.22 + 0.5 * front) + unit * random.between(-0.01, 0.01);
    const relative = Math.max(0.3, (sizeOf(role) / Math.max(tallest, 0.8)) ** 0.75);
    const height =
      unit *
      (roles.length === 1 ? 0.58 : 0.52) *
      relative *
      sizeFactor(stage, role) *
      (role.figure.size < 0.45 && roles.length === 1 ? 1.2 : 1) *
      (wantsFlowers && index === 0 ? 0.74 : 1);
    if (wantsFlowers && index === 0 && vessels.includes(role.figureId))
      addBouquet(
        stage,
        random,
        x,
        y - height * 0.93,
        Math.min(height * 0.95, (y - height * 0.93) * 0.86),
      );
    putFigure(stage, random, role, {
      x,
      y,
      height,
      depth: 0.95,
      flip: random.chance(0.4),
      plane: 'subject',
      shadow: true,
    });
    if (role.figureId === 'candle' || role.figureId === 'lantern')
      addGlow(stage, x, y - height * (role.figureId === 'candle' ? 0.84 : 0.42), height);
  });
}

function addGlow(stage: Stage, x: number, y: number, size: number): void {
  const reach = size * 1.1;
  stage.add('glow', 'weather', 1, [
    area(
      [ellipse(x, y, reach, reach)],
      {
        kind: 'radial',
        centre: [x, y],
        radius: reach,
        stops: [
          { at: 0, colour: [255, 214, 130], alpha: 0.5 },
          { at: 0.4, colour: [255, 190, 100], alpha: 0.16 },
          { at: 1, colour: [255, 180, 90], alpha: 0 },
        ],
      },
      'glow',
      { contour: false },
    ),
  ]);
}
