import { type Colour, hex, mix, shift } from '../core/colour';
import { ellipse, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import { drawFigure } from '../figures/draw-figure';
import { figures } from '../figures/figures';
import { drawFlower, flowerColour } from './blooms';
import { flowerKinds } from './flower-pieces';
import { area, type Shape } from './scene';
import type { Stage } from './stage';

/** Head and shoulders before a plain, lively ground. */
export function addPortrait(stage: Stage): void {
  const random = stage.random.fork('portrait');
  const { frame, unit } = stage;
  const ground =
    stage.reading.colours[0] ??
    hex(random.pick(['#c9b08f', '#7f9a9a', '#b5788a', '#d9a86a', '#8a94b5', '#9aae8a']));
  const graded = stage.grade(ground, 0.9);
  const x = stage.wants('left') || stage.wants('right') ? stage.focus[0] : frame.width / 2;
  stage.add('ground', 'backdrop', 0, [
    area(
      [rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'radial',
        centre: [x, frame.height * 0.4],
        radius: 1,
        stops: [
          { at: 0, colour: shift(graded, { light: 0.08 }), alpha: 1 },
          { at: 1, colour: shift(graded, { light: -0.1 }), alpha: 1 },
        ],
      },
      'air',
      { contour: false, flow: 0.9 },
    ),
  ]);
  const accent = stage.reading.colours[1] ?? shift(graded, { hue: 70, light: 0.05 });
  const halo = unit * random.between(0.36, 0.44);
  stage.add('disc', 'backdrop', 0.1, [
    area([ellipse(x, frame.height * 0.42, halo, halo)], mix(graded, accent, 0.6), 'glow', {
      body: stage.body(),
    }),
  ]);
  if (stage.reading.flowers.length > 0 || random.chance(0.4)) {
    const kinds = flowerKinds(stage, random);
    const shapes: Shape[] = [];
    for (let index = 0; index < 11; index += 1) {
      const angle = Math.PI * (0.95 + 1.1 * (index / 10));
      const id = random.pick(kinds);
      shapes.push(
        ...drawFlower(stage, random, id, {
          x: x + Math.cos(angle) * halo,
          y: frame.height * 0.42 + Math.sin(angle) * halo + unit * 0.06,
          height: unit * 0.06,
          head: unit * random.between(0.04, 0.075),
          depth: 0.9,
          colour: flowerColour(stage, id, random),
          plain: true,
        }),
      );
    }
    stage.add('wreath', 'far', 0.3, shapes);
  }
  putSitter(stage, random, x);
}

/** The head and shoulders themselves: skin, hair and clothes by the seed. */
function putSitter(stage: Stage, random: Random, x: number): void {
  const { frame } = stage;
  const subject = stage.reading.subjects.find((it) => it.id === 'portrait');
  const figure = figures.portrait;
  const skin = hex(random.pick(['#e0b08c', '#c98f68', '#8f5f44', '#f0c9aa', '#6b4634']));
  const hair = random.pick(['#3a2720', '#1f1a1c', '#8a5a34', '#b5793f', '#d9c3a0', '#7a3a2a']);
  const blush = toHex(shift(skin, { light: -0.1, chroma: 1.25, hue: -12 }));
  const tones = {
    ...figure.tones,
    under: toHex(skin),
    dark: hair,
    accent: blush,
    light: '#f6efe6',
  };
  const clothes = hex(random.pick(['#46597a', '#8a3f3a', '#4f6b52', '#c9a04a', '#6b4f73']));
  const shapes = drawFigure(
    { ...figure, tones },
    {
      x,
      y: frame.height * 1.01,
      height: frame.height * (frame.height > frame.width ? 0.74 : 0.9),
      flip: random.chance(0.5),
      coat: subject?.colours[0] ?? clothes,
      grade: (colour) => mix(stage.grade(colour, 1), colour, 0.45),
      light: stage.light,
    },
    stage.body(),
  );
  stage.add('portrait', 'subject', 1, shapes);
  stage.drawn.add('portrait');
}

function toHex(colour: Colour): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
