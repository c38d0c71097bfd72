import { type Colour, mix } from '../core/colour';
import type { Point, Ring } from '../core/geometry';
import { area, type Shape, stroke } from './scene';
import type { Stage } from './stage';

export function addAurora(stage: Stage): void {
  const random = stage.random.fork('aurora');
  const { frame, horizon } = stage;
  const hues: readonly [Colour, Colour, Colour] = [
    [92, 232, 168],
    [88, 200, 214],
    [176, 116, 220],
  ];
  const shapes: Shape[] = [];
  for (let band = 0; band < 3; band += 1) {
    const colour = hues[band] ?? hues[0];
    const base = horizon * random.between(0.5, 0.8);
    const steps = 26;
    for (let index = 0; index < steps; index += 1) {
      const x0 = (index / steps) * frame.width * 1.1 - frame.width * 0.05;
      const width = (frame.width * 1.1) / steps;
      const sway = (x: number): number =>
        base +
        horizon * 0.16 * Math.sin(x * 4.2 + band * 2.1) +
        stage.noise(x * 5, band * 9) * horizon * 0.07;
      const top = horizon * (0.28 + 0.16 * stage.noise(x0 * 9 + band * 31, 4.5));
      const y0 = sway(x0);
      const y1 = sway(x0 + width);
      const ring: Ring = [
        [x0, y0],
        [x0 + width * 1.02, y1],
        [x0 + width * 1.1, y1 - top],
        [x0 + width * 0.05, y0 - top],
      ];
      shapes.push(
        area(
          [ring],
          {
            kind: 'linear',
            from: [0, Math.max(y0, y1)],
            to: [0, Math.min(y0, y1) - top],
            stops: [
              { at: 0, colour, alpha: 0 },
              { at: 0.12, colour, alpha: 0.78 },
              { at: 0.5, colour: mix(colour, hues[2], 0.45), alpha: 0.4 },
              { at: 1, colour: hues[2], alpha: 0 },
            ],
          },
          'glow',
          { contour: false, flow: Math.PI / 2 },
        ),
      );
    }
  }
  stage.add('aurora', 'backdrop', 0.04, shapes);
  stage.drawn.add('northern lights');
}

export function addRainbow(stage: Stage): void {
  const { frame, horizon } = stage;
  const x = frame.width - stage.sun[0];
  const radius = Math.min(frame.width * 0.46, horizon * 0.9);
  const bands: readonly Colour[] = [
    [214, 74, 66],
    [236, 146, 62],
    [244, 212, 92],
    [112, 180, 104],
    [82, 148, 206],
    [126, 98, 176],
  ];
  const shapes = bands.map((colour, index) => {
    const points: Point[] = Array.from({ length: 33 }, (_, step): Point => {
      const angle = Math.PI + (step / 32) * Math.PI;
      const reach = radius - index * stage.unit * 0.016;
      return [x + Math.cos(angle) * reach, horizon * 1.02 + Math.sin(angle) * reach];
    });
    return stroke(points, stage.unit * 0.0175, mix(colour, stage.air.sky[2], 0.25), 'glow', 0.62);
  });
  stage.add('rainbow', 'backdrop', 0.07, shapes);
  stage.drawn.add('rainbow');
}

export function addComet(stage: Stage): void {
  const random = stage.random.fork('comet');
  const shapes: Shape[] = [];
  for (let index = 0; index < 3; index += 1) {
    const x = stage.frame.width * random.between(0.25, 0.9);
    const y = stage.horizon * random.between(0.1, 0.5);
    const length = stage.unit * random.between(0.16, 0.34) * (index === 0 ? 1.3 : 0.7);
    const tail: Ring = [
      [x, y - stage.unit * 0.005],
      [x + stage.unit * 0.005, y],
      [x - length, y - length * 0.42],
    ];
    shapes.push(area([tail], [255, 247, 224], 'spark', { contour: false, flow: 0.4 }));
  }
  stage.add('comet', 'backdrop', 0.05, shapes);
  stage.drawn.add('shooting stars');
}

export function addFireworks(stage: Stage): void {
  const random = stage.random.fork('fireworks');
  const shapes: Shape[] = [];
  for (let burst = 0; burst < 5; burst += 1) {
    const x = stage.frame.width * random.between(0.12, 0.88);
    const y = stage.horizon * random.between(0.12, 0.6);
    const colour: Colour = random.pick([
      [255, 120, 100],
      [255, 210, 110],
      [130, 220, 255],
      [230, 140, 255],
      [150, 240, 160],
    ]);
    const reach = stage.unit * random.between(0.08, 0.17);
    for (let ray = 0; ray < 26; ray += 1) {
      const angle = (ray / 26) * Math.PI * 2 + random.between(-0.06, 0.06);
      const far = reach * random.between(0.75, 1);
      const points: Point[] = [0.25, 0.55, 0.8, 1].map(
        (share): Point => [
          x + Math.cos(angle) * far * share,
          y + Math.sin(angle) * far * share + stage.unit * 0.03 * share * share,
        ],
      );
      shapes.push(
        stroke(
          points,
          stage.unit * 0.0028,
          mix(colour, [255, 255, 255], random.between(0, 0.4)),
          'spark',
        ),
      );
    }
  }
  stage.add('fireworks', 'backdrop', 0.05, shapes);
  stage.drawn.add('fireworks');
}

export function addSunbeams(stage: Stage): void {
  const random = stage.random.fork('beams');
  const [x, y] = stage.sun;
  const colour = mix(stage.air.sun, [255, 255, 255], 0.2);
  const reach = stage.frame.height * 1.2;
  const shapes = Array.from({ length: 7 }, (_, index) => {
    const angle = Math.PI * (0.15 + 0.7 * ((index + random.next() * 0.6) / 7));
    const half = random.between(0.02, 0.05);
    const ring: Ring = [
      [x, y],
      [x + Math.cos(angle - half) * reach, y + Math.sin(angle - half) * reach],
      [x + Math.cos(angle + half) * reach, y + Math.sin(angle + half) * reach],
    ];
    return area(
      [ring],
      {
        kind: 'radial',
        centre: [x, y],
        radius: reach,
        stops: [
          { at: 0, colour, alpha: 0.42 },
          { at: 0.8, colour, alpha: 0 },
        ],
      },
      'glow',
      { contour: false, flow: angle },
    );
  });
  stage.add('sunbeams', 'backdrop', 0.18, shapes);
  stage.drawn.add('sunbeams');
}
