import { type Colour, hex, mix } from '../core/colour';
import { ellipse, type Point, rectangle } from '../core/geometry';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';

/** What falls or drifts in front of the picture. */
export function addWeather(stage: Stage): void {
  if (stage.wants('fog') && stage.kind !== 'forest') addMist(stage);
  if (stage.wants('rain') || stage.wants('storm')) addRain(stage);
  if (stage.reading.weather.includes('snow') && !stage.reading.excluded.has('snow')) addSnow(stage);
  if (stage.wants('petals') || (stage.wants('wind') && stage.reading.season === 'autumn'))
    addPetals(stage);
  if (stage.wants('fireflies')) addFireflies(stage);
}

/** Bands of mist that lie over the middle distance. */
export function addMist(stage: Stage): void {
  const random = stage.random.fork('mist');
  const { frame } = stage;
  const colour = mix(stage.air.haze, [255, 255, 255], stage.air.dark ? 0.12 : 0.3);
  for (let index = 0; index < 4; index += 1) {
    const y =
      stage.horizon +
      (frame.height - stage.horizon) * (index * 0.2 - 0.12) +
      stage.unit * random.between(-0.03, 0.03);
    const half = stage.unit * random.between(0.07, 0.12);
    stage.add('mist', 'middle', 0.45 + index * 0.1, [
      area(
        [rectangle(-0.05, y - half, frame.width + 0.05, y + half)],
        {
          kind: 'linear',
          from: [0, y - half],
          to: [0, y + half],
          stops: [
            { at: 0, colour, alpha: 0 },
            { at: 0.5, colour, alpha: (stage.wants('fog') ? 0.56 : 0.36) - index * 0.09 },
            { at: 1, colour, alpha: 0 },
          ],
        },
        'mist',
        { contour: false },
      ),
    ]);
  }
  stage.drawn.add('mist');
}

function addRain(stage: Stage): void {
  const random = stage.random.fork('rain');
  const { frame } = stage;
  const slant = stage.wants('storm') || stage.wants('wind') ? 0.42 : 0.14;
  const colour = mix(stage.air.haze, [255, 255, 255], 0.55);
  const count = stage.wants('storm') ? 240 : 170;
  const shapes: Shape[] = Array.from({ length: count }, () => {
    const near = random.next() ** 2;
    const x = random.between(-0.1, frame.width * 1.15);
    const y = random.between(-0.05, frame.height);
    const length = stage.unit * (0.022 + 0.07 * near);
    const points: Point[] = [
      [x, y],
      [x - length * slant, y + length],
    ];
    return stroke(
      points,
      stage.unit * (0.0009 + 0.0018 * near),
      colour,
      'spark',
      0.34 + 0.3 * near,
    );
  });
  stage.add('rain', 'weather', 1, shapes);
  stage.drawn.add('rain');
}

function addSnow(stage: Stage): void {
  const random = stage.random.fork('snow');
  const { frame } = stage;
  const count = stage.wants('storm') || stage.wants('wind') ? 330 : 220;
  const shapes: Shape[] = Array.from({ length: count }, () => {
    const near = random.next() ** 3;
    const size = stage.unit * (0.0016 + 0.0075 * near);
    const x = random.between(0, frame.width);
    const y = random.between(0, frame.height);
    return area(
      [ellipse(x, y, size, size)],
      mix([255, 255, 255], stage.air.haze, 0.22 * (1 - near)),
      'spark',
      { contour: false },
    );
  });
  stage.add('snowfall', 'weather', 1, shapes);
  stage.drawn.add('snow');
}

function addPetals(stage: Stage): void {
  const random = stage.random.fork('petals');
  const { frame } = stage;
  const autumn = stage.reading.season === 'autumn';
  const colours: readonly [string, ...string[]] = autumn
    ? ['#c9582b', '#d98a2c', '#b0452a']
    : ['#f3c1cd', '#f8dbe0', '#eea6b8'];
  const shapes: Shape[] = Array.from({ length: 60 }, () => {
    const size = stage.unit * random.between(0.004, 0.012);
    return area(
      [
        ellipse(
          random.between(0, frame.width),
          random.between(0, frame.height),
          size,
          size * 0.5,
          random.between(0, 3),
        ),
      ],
      stage.grade(hex(random.pick(colours)), 0.95),
      'petal',
      { contour: false },
    );
  });
  stage.add('petals', 'weather', 1, shapes);
  stage.drawn.add(autumn ? 'falling leaves' : 'petals');
}

function addFireflies(stage: Stage): void {
  const random = stage.random.fork('fireflies');
  const { frame } = stage;
  const colour: Colour = [255, 226, 120];
  const shapes: Shape[] = [];
  for (let index = 0; index < 46; index += 1) {
    const x = random.between(0, frame.width);
    const y = frame.height * (1 - random.next() ** 1.4 * 0.75);
    const size = stage.unit * random.between(0.0018, 0.004);
    shapes.push(
      area(
        [ellipse(x, y, size * 5, size * 5)],
        {
          kind: 'radial',
          centre: [x, y],
          radius: size * 5,
          stops: [
            { at: 0, colour, alpha: 0.6 },
            { at: 1, colour, alpha: 0 },
          ],
        },
        'glow',
        { contour: false },
      ),
      area([ellipse(x, y, size, size)], [255, 246, 196], 'spark', { contour: false }),
    );
  }
  stage.add('fireflies', 'weather', 1, shapes);
  stage.drawn.add('fireflies');
}
