import { type Colour, hex, mix, shift } from '../core/colour';
import {
  clump,
  ellipse,
  limb,
  type Point,
  type Ring,
  rectangle,
  smoothLine,
} from '../core/geometry';
import type { Random } from '../core/random';
import { heapCloud } from './clouds';
import { rock } from './ground';
import { rolling } from './ridges';
import { area, linear, radial, type Shape, stroke } from './scene';
import type { Stage } from './stage';

/** Daylight that falls through the water. */
function addLightRays(stage: Stage): void {
  const random = stage.random.fork('light rays');
  const { frame, unit } = stage;
  const colour: Colour = [235, 255, 246];
  const rays = Array.from({ length: 8 }, (_, index) => {
    const x = frame.width * ((index + random.next()) / 8);
    const lean = unit * random.between(0.05, 0.22);
    const wide = unit * random.between(0.02, 0.06);
    const foot = frame.height * 0.85;
    const ring: Ring = [
      [x, -0.05],
      [x + wide, -0.05],
      [x + wide * 2.4 - lean, foot],
      [x - lean, foot],
    ];
    const fall = linear([x, 0], [x, foot], [0, colour, 0.34], [1, colour, 0]);
    return area([ring], fall, 'glow', { contour: false, flow: Math.PI / 2 });
  });
  stage.add('light rays', 'backdrop', 0.05, rays);
}

/** Below the surface: light from above, a floor, weed, coral and bubbles. */
export function addUnderwater(stage: Stage): void {
  const random = stage.random.fork('underwater');
  const { frame, unit } = stage;
  const night = stage.air.time === 'night';
  const wash = stage.reading.colours[0];
  const deep = wash
    ? mix(hex('#0d3a5c'), wash, 0.4)
    : random.pick([hex('#0d3a5c'), hex('#123c63'), hex('#0c4a58')]);
  const light = mix(hex('#8fe0dc'), stage.air.sky[2], 0.2);
  const middle = mix(deep, light, 0.42);
  const all = rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1);
  const surface = night ? mix(light, deep, 0.6) : light;
  const fall = linear(
    [0, 0],
    [0, frame.height],
    [0, surface],
    [0.4, middle],
    [1, shift(deep, { light: -0.04 })],
  );
  stage.add('water', 'backdrop', 0, [area([all], fall, 'water', { contour: false, flow: 0.1 })]);
  addLightRays(stage);
  for (let row = 0; row < 3; row += 1) {
    const base = frame.height * (0.72 + row * 0.1);
    const profile = rolling(stage, base, unit * 0.08, unit * 0.5, row + 2);
    const colour = mix(
      row === 2 ? hex('#c9b48a') : hex('#3f6b7a'),
      mix(deep, middle, 0.5),
      0.72 - row * 0.3,
    );
    const ring: Point[] = Array.from({ length: 50 }, (_, step): Point => {
      const x = -0.05 + (step / 49) * (frame.width + 0.1);
      return [x, profile(x)];
    });
    stage.add('sea floor', row === 2 ? 'middle' : 'far', 0.3 + row * 0.25, [
      area(
        [[...ring, [frame.width + 0.1, frame.height + 0.1], [-0.1, frame.height + 0.1]]],
        colour,
        'ground',
        { body: stage.body() },
      ),
    ]);
    stage.add(
      'reef',
      row === 2 ? 'near' : 'far',
      0.35 + row * 0.25,
      reef(stage, row, profile, mix(deep, middle, 0.5)),
    );
  }
  stage.drawn.add('underwater');
}

function reef(stage: Stage, row: number, profile: (x: number) => number, water: Colour): Shape[] {
  const random = stage.random.fork(`reef ${row}`);
  const { frame, unit } = stage;
  const shapes: Shape[] = [];
  const count = 5 + row * 3;
  for (let index = 0; index < count; index += 1) {
    const x = frame.width * ((index + random.next()) / count);
    const y = profile(x) + unit * 0.02;
    const near = 0.35 + row * 0.3;
    const size = unit * random.between(0.05, 0.11) * (0.6 + row * 0.3);
    const colour = mix(
      hex(random.pick(['#e0707a', '#e89a5a', '#b56fae', '#e6c25a', '#6fae7a', '#d9508a'])),
      water,
      0.9 - near,
    );
    const pickOne = random.next();
    if (pickOne < 0.45)
      shapes.push(...weed(stage, x, y, size * 2.6, mix(hex('#4f8f5a'), water, 0.85 - near)));
    else if (pickOne < 0.8) shapes.push(...coral(stage, x, y, size, colour));
    else
      shapes.push(...rock(stage, random, x, y, size, 0.9, mix(hex('#6f7f86'), water, 0.8 - near)));
  }
  return shapes;
}

function weed(stage: Stage, x: number, y: number, height: number, colour: Colour): Shape[] {
  const random = stage.random.fork(`weed ${x.toFixed(4)}`);
  return Array.from({ length: 4 }, (_, index) => {
    const at = x + height * 0.07 * (index - 1.5);
    const tall = height * random.between(0.6, 1.1);
    const bend = height * random.between(0.05, 0.12) * (index % 2 === 0 ? 1 : -1);
    const ring = limb(
      [
        [at, y, height * 0.018],
        [at + bend, y - tall * 0.35, height * 0.03],
        [at - bend, y - tall * 0.7, height * 0.024],
        [at + bend * 0.6, y - tall, height * 0.003],
      ],
      6,
    );
    return area([ring], shift(colour, { light: random.between(-0.06, 0.06) }), 'foliage', {
      body: stage.body(),
      flow: Math.PI / 2,
    });
  });
}

function coral(stage: Stage, x: number, y: number, size: number, colour: Colour): Shape[] {
  const random = stage.random.fork(`coral ${x.toFixed(4)}`);
  const rings: Ring[] = [];
  for (let branch = 0; branch < 7; branch += 1) {
    const angle = -Math.PI * (0.12 + 0.76 * (branch / 6)) + random.between(-0.1, 0.1);
    const reach = size * random.between(0.8, 1.25);
    const elbow: Point = [x + Math.cos(angle) * reach * 0.55, y + Math.sin(angle) * reach * 0.5];
    rings.push(
      limb(
        [
          [x, y, size * 0.1],
          [elbow[0], elbow[1], size * 0.08],
          [elbow[0] + Math.cos(angle - 0.3) * reach * 0.4, elbow[1] - reach * 0.45, size * 0.07],
        ],
        4,
      ),
    );
    rings.push(
      limb(
        [
          [elbow[0], elbow[1], size * 0.07],
          [elbow[0] + Math.cos(angle + 0.5) * reach * 0.36, elbow[1] - reach * 0.24, size * 0.06],
        ],
        4,
      ),
    );
  }
  return [area(rings, colour, 'petal', { body: stage.body(), flow: Math.PI / 2 })];
}

export function addBubbles(stage: Stage): void {
  const random = stage.random.fork('bubbles');
  const shapes: Shape[] = [];
  for (let index = 0; index < 34; index += 1) {
    const x = random.between(0, stage.frame.width);
    const y = random.between(0.05, 0.9) * stage.frame.height;
    const size = stage.unit * random.between(0.003, 0.013);
    shapes.push(
      stroke(
        smoothLine([...ellipse(x, y, size, size), [x + size, y]], 1),
        size * 0.22,
        [226, 250, 250],
        'glow',
        0.7,
      ),
    );
    shapes.push(
      area(
        [ellipse(x - size * 0.35, y - size * 0.35, size * 0.22, size * 0.22)],
        [255, 255, 255],
        'spark',
        { contour: false },
      ),
    );
  }
  stage.add('bubbles', 'weather', 1, shapes);
  stage.drawn.add('bubbles');
}

/** A slanting band of glowing gas in two colours. */
function addNebula(stage: Stage, hue: Colour, second: Colour): void {
  const random = stage.random.fork('nebula');
  const { frame, unit } = stage;
  const slope = random.between(-0.7, 0.7);
  const clouds = Array.from({ length: 26 }, () => {
    const along = random.between(-0.1, 1.1);
    const y = frame.height * (0.42 + slope * (along - 0.5)) + unit * random.bell() * 0.12;
    const centre: Point = [frame.width * along, y];
    const reach = unit * random.between(0.1, 0.3);
    const pale = random.chance(0.25) ? 0.35 : 0;
    const colour = mix(mix(hue, second, random.next()), [255, 240, 240], pale);
    const soft = radial(centre, reach, [0, colour, 0.3], [0.5, colour, 0.13], [1, colour, 0]);
    return area([ellipse(centre[0], y, reach, reach)], soft, 'glow', {
      contour: false,
      flow: slope,
    });
  });
  stage.add('nebula', 'backdrop', 0.02, clouds);
}

/** Stars, nebula and planets; with ground to stand on if someone has to. */
export function addSpace(stage: Stage, standing: boolean): void {
  const random = stage.random.fork('space');
  const { frame, unit } = stage;
  const wash = stage.reading.colours[0];
  const night = wash
    ? mix(hex('#0b0e24'), shift(wash, { light: -0.3 }), 0.35)
    : hex(random.pick(['#0b0e24', '#0d0a22', '#081722']));
  const hue = wash ?? hex(random.pick(['#7a4fae', '#c24f7a', '#2f86a8', '#d98a4a', '#4f6fd0']));
  const second = stage.reading.colours[1] ?? shift(hue, { hue: random.between(50, 120) });
  const all = rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1);
  const far: Point = [frame.width, frame.height];
  const fall = linear(
    [0, 0],
    far,
    [0, night],
    [0.5, mix(night, hue, 0.24)],
    [1, shift(night, { light: -0.02 })],
  );
  stage.add('space', 'backdrop', 0, [area([all], fall, 'air', { contour: false, flow: 0.7 })]);
  addNebula(stage, hue, second);
  const stars: Shape[] = Array.from({ length: 280 }, () => {
    const size =
      unit * (random.chance(0.06) ? random.between(0.003, 0.0055) : random.between(0.0008, 0.002));
    return area(
      [ellipse(random.between(0, frame.width), random.between(0, frame.height), size, size)],
      mix([255, 252, 240], random.chance(0.3) ? second : [255, 255, 255], 0.35),
      'spark',
      { contour: false },
    );
  });
  stage.add('stars', 'backdrop', 0.03, stars);
  const count = random.whole(1, 3);
  for (let index = 0; index < count; index += 1) addPlanet(stage, index, standing);
  stage.drawn.add('stars');
  stage.drawn.add('planets');
}

function addPlanet(stage: Stage, index: number, standing: boolean): void {
  const random = stage.random.fork(`planet ${index}`);
  const globe = placeGlobe(stage, random, index === 0, standing);
  const { x, y, size, colour, tilt } = globe;
  const disc = ellipse(x, y, size, size);
  const body = stage.body();
  const inside = { clip: [disc], contour: false, body };
  const asked = stage.wants('ring') || stage.reading.understood.includes('saturn');
  const ringed =
    !stage.reading.excluded.has('ring') && (asked || (index === 0 && random.chance(0.6)));
  const shapes: Shape[] = [];
  if (ringed) shapes.push(...halfRings(globe, 24));
  shapes.push(area([disc], colour, 'rock', { body, flow: tilt }));
  for (let band = 0; band < 6; band += 1) {
    const by = y + size * (-0.85 + band * 0.32);
    const ring = clump(random, x, by, size * 1.2, size * random.between(0.05, 0.12), 0.1, 10);
    const tone = { light: random.between(-0.09, 0.08), hue: random.between(-14, 14) };
    shapes.push(area([ring], shift(colour, tone), 'rock', inside));
  }
  const [dx, dy] = [stage.light[0] * size * 0.6, stage.light[1] * size * 0.5];
  const night = mix(shift(colour, { light: -0.32 }), [14, 14, 36], 0.5);
  const lit = ellipse(x + dx, y + dy, size * 1.08, size * 1.08);
  shapes.push(area([disc, lit], night, 'shade', { ...inside, rule: 'evenodd' }));
  if (ringed) shapes.push(...halfRings(globe, 0));
  stage.add('planet', index === 0 ? 'far' : 'backdrop', 0.3, shapes);
}

type Globe = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  readonly tilt: number;
};

/** The first planet is large and stands opposite the focus, the others are small and anywhere. */
function placeGlobe(stage: Stage, random: Random, large: boolean, standing: boolean): Globe {
  const { frame, unit, focus } = stage;
  const opposite = focus[0] > frame.width / 2 ? [0.16, 0.36] : [0.64, 0.84];
  const across = large ? opposite : [0.1, 0.9];
  const down = large ? (standing ? [0.22, 0.36] : [0.3, 0.66]) : [0.08, 0.55];
  const sizes = large ? [0.17, 0.27] : [0.03, 0.075];
  const draw = ([low = 0, high = 1]: readonly number[]): number => random.between(low, high);
  const hues = [
    '#d98a5a',
    '#c9b58a',
    '#6fa3c4',
    '#b5648a',
    '#8fae8a',
    '#e0c27a',
    '#9a86c9',
  ] as const;
  return {
    x: frame.width * draw(across),
    y: frame.height * draw(down),
    size: unit * draw(sizes),
    colour: hex(random.pick(hues)),
    tilt: random.between(-0.5, 0.5),
  };
}

/** The half of the rings behind the globe (from step 24) or before it (from step 0). */
function halfRings({ x, y, size, colour, tilt }: Globe, from: number): Shape[] {
  const pale = mix(colour, [255, 244, 224], 0.45);
  return [1.45, 1.62, 1.82].map((reach) => {
    const points = Array.from({ length: 25 }, (_, step): Point => {
      const angle = ((from + step) / 48) * Math.PI * 2;
      const dx = Math.cos(angle) * size * reach;
      const dy = Math.sin(angle) * size * reach * 0.26;
      return [
        x + dx * Math.cos(tilt) - dy * Math.sin(tilt),
        y + dx * Math.sin(tilt) + dy * Math.cos(tilt),
      ];
    });
    return stroke(points, size * 0.09, pale, 'glow', 0.85);
  });
}

/** Far clouds take the sky's colour, near ones are paler, none quite like its neighbour. */
function seaTint(stage: Stage, row: number, chance: number): Colour {
  const far = mix(stage.air.sky[1], stage.air.sky[2], 0.5);
  const near = mix(stage.air.sky[2], [255, 255, 255], 0.5);
  return shift(mix(far, near, row / 4), { light: (chance - 0.5) * 0.12 });
}

/** A sea of clouds seen from above. */
export function addCloudSea(stage: Stage): void {
  const random = stage.random.fork('cloud sea');
  const { frame, unit } = stage;
  for (let row = 0; row < 5; row += 1) {
    const shapes: Shape[] = [];
    const y = frame.height * (0.62 + row * 0.1);
    const count = Math.round((7 - row) * (0.5 + frame.width * 0.5)) + 1;
    for (let index = 0; index < count; index += 1) {
      const x = frame.width * ((index + random.between(0.1, 0.9)) / count);
      shapes.push(
        ...heapCloud(
          stage,
          random,
          x,
          y + unit * random.between(-0.02, 0.03),
          unit * (0.14 + row * 0.06) * random.between(0.8, 1.3),
          false,
          seaTint(stage, row, random.next()),
        ),
      );
    }
    stage.add('cloud', row > 2 ? 'near' : 'middle', 0.3 + row * 0.12, shapes);
  }
  stage.drawn.add('sea of clouds');
}
