import { mix } from '../core/colour';
import { ellipse, rectangle } from '../core/geometry';
import type { Random } from '../core/random';
import { addClouds, overcast } from './clouds';
import { area, type Shape } from './scene';
import { addAurora, addComet, addFireworks, addRainbow, addSunbeams } from './sky-shows';
import type { Stage } from './stage';

/** Sky, sun or moon, stars and clouds: the backdrop of everything outdoors. */
export function addSky(stage: Stage): void {
  const { frame, air, horizon } = stage;
  const [zenith, high, low, edge] = air.sky;
  stage.add('sky', 'backdrop', 0, [
    area(
      [rectangle(-0.1, -0.1, frame.width + 0.1, frame.height + 0.1)],
      {
        kind: 'linear',
        from: [0, 0],
        to: [0, horizon * 1.04],
        stops: [
          { at: 0, colour: zenith, alpha: 1 },
          { at: 0.38, colour: high, alpha: 1 },
          { at: 0.76, colour: low, alpha: 1 },
          { at: 1, colour: edge, alpha: 1 },
        ],
      },
      'air',
      { contour: false },
    ),
  ]);
  const starry =
    stage.wants('stars') || ((air.time === 'night' || air.time === 'dusk') && !overcast(stage));
  if (starry && !stage.reading.excluded.has('stars')) addStars(stage);
  if (stage.wants('aurora')) addAurora(stage);
  addSun(stage);
  if (stage.wants('rainbow')) addRainbow(stage);
  addClouds(stage);
  if (stage.wants('comet')) addComet(stage);
  if (stage.wants('fireworks')) addFireworks(stage);
  if (stage.wants('sunbeams')) addSunbeams(stage);
}

function addStars(stage: Stage): void {
  const random = stage.random.fork('stars');
  const count = stage.air.time === 'night' ? 170 : 60;
  const shapes: Shape[] = [];
  for (let index = 0; index < count; index += 1) {
    const x = random.between(0, stage.frame.width);
    const y = stage.horizon * random.next() ** 1.3;
    const size =
      stage.unit *
      (random.chance(0.08) ? random.between(0.003, 0.005) : random.between(0.0009, 0.0022));
    const colour = mix([255, 250, 235], stage.air.sky[1], random.between(0, 0.45));
    shapes.push(area([ellipse(x, y, size, size)], colour, 'spark', { contour: false }));
  }
  stage.add('stars', 'backdrop', 0.02, shapes);
  stage.drawn.add('stars');
}

function addSun(stage: Stage): void {
  const { air, sun, unit, reading } = stage;
  const night =
    air.time === 'night' ||
    (air.time === 'dusk' && (stage.wants('moon') || stage.random.fork('moon').chance(0.5)));
  const moon = stage.wants('moon') || night;
  if (reading.excluded.has(moon ? 'moon' : 'sun')) return;
  if (!stage.wants('sun') && !stage.wants('moon') && overcast(stage) && !stage.wants('snow'))
    return;
  const random = stage.random.fork('sun');
  const radius =
    unit *
    (stage.wants('sun') || stage.wants('moon')
      ? random.between(0.07, 0.11)
      : random.between(0.045, 0.075));
  const glow = mix(air.sun, air.sky[3], moon ? 0.25 : 0.3);
  const reach = radius * (moon ? 4.2 : 7);
  const shapes: Shape[] = [
    area(
      [ellipse(sun[0], sun[1], reach, reach)],
      {
        kind: 'radial',
        centre: sun,
        radius: reach,
        stops: [
          { at: 0, colour: glow, alpha: moon ? 0.55 : 0.85 },
          { at: 0.3, colour: glow, alpha: moon ? 0.22 : 0.42 },
          { at: 1, colour: glow, alpha: 0 },
        ],
      },
      'glow',
      { contour: false },
    ),
    area(
      [ellipse(sun[0], sun[1], radius, radius)],
      moon ? mix(air.sun, [255, 255, 255], 0.2) : air.sun,
      'glow',
      { body: stage.body() },
    ),
  ];
  if (moon) shapes.push(...moonMarks(stage, random, radius));
  stage.add(moon ? 'moon' : 'sun', 'backdrop', 0.05, shapes);
  stage.drawn.add(moon ? 'moon' : 'sun');
}

function moonMarks(stage: Stage, random: Random, radius: number): Shape[] {
  const [x, y] = stage.sun;
  const disc = ellipse(x, y, radius, radius);
  const options = { clip: [disc], contour: false };
  const grey = mix(stage.air.sun, stage.air.sky[1], 0.28);
  const marks: Shape[] = Array.from({ length: 6 }, () => {
    const size = radius * random.between(0.12, 0.32);
    return area(
      [
        ellipse(
          x + radius * random.between(-0.6, 0.6),
          y + radius * random.between(-0.6, 0.6),
          size,
          size * 0.85,
        ),
      ],
      grey,
      'glow',
      options,
    );
  });
  const said = stage.reading.understood;
  const full = said.includes('full moon') || said.includes('harvest moon');
  const crescent = said.some((word) => /crescent|half moon/.test(word));
  if (crescent || (!full && random.chance(0.45))) {
    const offset = radius * random.between(0.35, 0.6);
    marks.push(
      area(
        [ellipse(x + offset, y - offset * 0.4, radius, radius)],
        stage.air.sky[1],
        'air',
        options,
      ),
    );
  }
  return marks;
}
