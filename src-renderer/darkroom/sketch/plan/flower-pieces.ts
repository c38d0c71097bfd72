import { hex, mix, shift } from '../core/colour';
import { ellipse, type Point, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import type { FlowerId } from '../reading/words-places';
import { drawFlower, flowerColour } from './blooms';
import { area, linear, radial, type Shape } from './scene';
import type { Stage } from './stage';

export function flowerKinds(stage: Stage, random: Random): readonly [FlowerId, ...FlowerId[]] {
  const named = stage.reading.flowers.map((it) => it.id).filter((id) => id !== 'flower');
  const [first, ...rest] = named.length > 0 ? named : stage.reading.flowers.map((it) => it.id);
  if (!first) return [random.pick(['daisy', 'poppy', 'tulip', 'rose', 'iris'])];
  if (first === 'flower' && rest.length === 0)
    return [random.pick(['poppy', 'rose', 'daisy', 'tulip']), 'flower', 'daisy'];
  return [first, ...rest];
}

export function addBouquet(stage: Stage, random: Random, x: number, y: number, size: number): void {
  const kinds = flowerKinds(stage, random);
  const count = Math.min(15, Math.max(7, stage.reading.flowers[0]?.count ?? 11));
  const shapes: Shape[] = [];
  for (let index = 0; index < count; index += 1) {
    const angle = -Math.PI / 2 + (index / (count - 1) - 0.5) * 2.1;
    const reach = size * random.between(0.55, 1);
    const id = random.pick(kinds);
    const head = size * random.between(0.17, 0.24);
    shapes.push(
      ...drawFlower(stage, random, id, {
        x: x + Math.cos(angle) * size * 0.06,
        y: y + size * 0.12,
        lean: Math.cos(angle) * reach,
        height: Math.max(size * 0.2, -Math.sin(angle) * reach + size * 0.12),
        head,
        depth: 0.95,
        colour: flowerColour(stage, id, random),
        plain: index % 2 === 0,
      }),
    );
  }
  stage.add('bouquet', 'subject', 0.92, shapes);
  stage.drawn.add('flowers');
}

/** What lies behind flowers seen from near by: soft greens and blurred blooms. */
function addSoftGarden(stage: Stage, kinds: readonly [FlowerId, ...FlowerId[]]): void {
  const random = stage.random.fork('soft garden');
  const { frame, unit } = stage;
  const green = hex('#6f9a5a');
  const back = stage.air.sky;
  const upper = mix(back[2], stage.grade(green, 0.5), 0.28);
  const lower = mix(stage.grade(shift(green, { light: -0.1 }), 0.8), back[3], 0.2);
  const all = rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1);
  const fall = linear([0, 0], [0, frame.height], [0, back[1]], [0.5, upper], [1, lower]);
  stage.add('backdrop', 'backdrop', 0, [area([all], fall, 'air', { contour: false, flow: 0.8 })]);
  const blur = Array.from({ length: 16 }, () => {
    const size = unit * random.between(0.05, 0.17);
    const leaf = shift(green, { light: random.between(-0.1, 0.1), hue: random.between(-20, 20) });
    const bloom = flowerColour(stage, random.pick(kinds), random);
    const colour = stage.grade(random.chance(0.45) ? bloom : leaf, 0.47);
    const centre: Point = [frame.width * random.next(), frame.height * random.between(0.15, 1)];
    const soft = radial(centre, size, [0, colour, 0.5], [0.6, colour, 0.34], [1, colour, 0]);
    return area([ellipse(centre[0], centre[1], size, size)], soft, 'cloud', { contour: false });
  });
  stage.add('blur', 'backdrop', 0.1, blur);
}

/** Flowers close by, large and overlapping, before soft greens. */
export function addFlowerPiece(stage: Stage): void {
  const random = stage.random.fork('flower piece');
  const { frame, unit } = stage;
  const kinds = flowerKinds(stage, random);
  const asked = stage.reading.flowers[0];
  const single = asked?.count === 1 && stage.reading.flowers.length === 1;
  addSoftGarden(stage, kinds);
  const rows = single ? 1 : 3;
  for (let row = 0; row < rows; row += 1) {
    const near = (row + 1) / rows;
    const count = single
      ? 1
      : row === rows - 1
        ? Math.max(2, Math.min(9, asked?.count ?? random.whole(3, 5)))
        : 5 + (rows - row) * 2;
    const shapes: Shape[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = random.pick(kinds);
      const head =
        unit *
        (single ? 0.24 : 0.05 + 0.085 * near) *
        random.between(0.85, 1.2) *
        (asked?.size === 'huge' ? 1.3 : 1);
      const x = single
        ? stage.focus[0]
        : frame.width * ((index + random.between(0.25, 0.75)) / count);
      const y = frame.height * 1.06;
      const height =
        frame.height * (single ? 0.62 : 0.5 + 0.34 * (1 - near) + random.between(-0.12, 0.16));
      shapes.push(
        ...drawFlower(stage, random, id, {
          x,
          y,
          height,
          head,
          depth: 0.5 + 0.5 * near,
          colour: flowerColour(stage, id, random),
          plain: false,
        }),
      );
    }
    stage.add('flowers', row === rows - 1 ? 'subject' : 'middle', 0.5 + 0.5 * near, shapes);
  }
  stage.drawn.add(asked?.word ?? 'flowers');
}

/** A field of flowers that runs to the horizon, as rows of ever larger dots and heads. */
export function addFlowerField(stage: Stage, groundAt: (x: number) => number): void {
  const random = stage.random.fork('flower field');
  const { frame, unit } = stage;
  const kinds = flowerKinds(stage, random);
  const rows = 11;
  for (let row = 0; row < rows; row += 1) {
    const share = ((row + 0.5) / rows) ** 1.5;
    const shapes: Shape[] = [];
    const count = Math.round((42 - row * 2.8) * (0.5 + frame.width * 0.5));
    for (let index = 0; index < count; index += 1) {
      const x = frame.width * ((index + random.between(0, 1)) / count);
      if (
        share > 0.3 &&
        Math.abs(x - stage.focus[0]) < unit * 0.14 &&
        stage.reading.subjects.length > 0 &&
        share < 0.75
      )
        continue;
      const ground = groundAt(x);
      const y =
        ground + (frame.height * 1.08 - ground) * share + unit * random.between(-0.008, 0.012);
      const head = unit * (0.004 + 0.04 * share) * random.between(0.8, 1.2);
      const id = random.pick(kinds);
      const colour = flowerColour(stage, id, random);
      if (share < 0.12)
        shapes.push(
          area([ellipse(x, y, head * 1.5, head * 0.8)], stage.grade(colour, 0.62), 'petal', {
            contour: false,
          }),
        );
      else
        shapes.push(
          ...drawFlower(stage, random, id, {
            x,
            y: y + head * 3,
            height: head * 4.4,
            head,
            depth: 0.6 + 0.4 * share,
            colour,
            plain: share < 0.6,
          }),
        );
    }
    stage.add('flower row', share > 0.55 ? 'near' : 'middle', 0.55 + 0.45 * share, shapes);
  }
  stage.drawn.add(stage.reading.flowers[0]?.word ?? 'flowers');
}
