import { type Colour, hex, mix, shift } from '../core/colour';
import { move, type Placement, type Point, place, type Ring } from '../core/geometry';
import { area, type Shape, stroke } from '../plan/scene';
import type { Figure, Part, Tone } from './notation';

export type FigurePlacement = {
  /** Where the middle of the feet line goes, in scene units. */
  readonly x: number;
  readonly y: number;
  /** Height of the figure's box in scene units. */
  readonly height: number;
  readonly flip: boolean;
  readonly turn?: number;
  /** Colours that the prompt asked for: the first replaces the coat. */
  readonly colours?: readonly Colour[];
  readonly coat?: Colour;
  /** Applied to every colour: the hour's light and the haze of distance. */
  readonly grade: (colour: Colour) => Colour;
  readonly light: Point;
  /** Windows are lit: the colour of their light. */
  readonly glow?: Colour | undefined;
};

/** The shapes of one figure, back to front. `body` numbers its joined contours. */
export function drawFigure(figure: Figure, to: FigurePlacement, body: number): Shape[] {
  const scale = to.height / 100;
  const spot: Placement = {
    x: to.x,
    y: to.y,
    scaleX: to.flip ? -scale : scale,
    scaleY: scale,
    ...(to.turn === undefined ? {} : { turn: to.turn }),
  };
  const put = (points: readonly Point[]): Point[] =>
    place(
      points.map(([x, y]): Point => [x - 50, y - 100]),
      spot,
    );
  const tones = toneColours(figure, to);
  const shapes: Shape[] = [];
  const silhouette: Ring[] = [];
  let own = body;
  for (const part of figure.parts) {
    if (part.kind === 'line') {
      shapes.push(stroke(put(part.points), part.width * scale, tones(part.tone), figure.material));
      continue;
    }
    if (part.apart) own += 1;
    shapes.push(
      ...drawForm(part, put(part.ring), { figure, to, tones, silhouette, body: own, scale }),
    );
    if (part.apart) own += 1;
  }
  return shapes;
}

type FormContext = {
  readonly figure: Figure;
  readonly to: FigurePlacement;
  readonly tones: (tone: Tone) => Colour;
  readonly silhouette: Ring[];
  readonly body: number;
  readonly scale: number;
};

function drawForm(
  part: Extract<Part, { kind: 'form' }>,
  ring: Ring,
  context: FormContext,
): Shape[] {
  const { figure, to, tones, silhouette, body, scale } = context;
  const colour = tones(part.tone);
  if (part.marking) {
    const clip = [...silhouette];
    return [
      area([ring], colour, figure.material, { clip, contour: false, body, flow: flowOf(ring) }),
    ];
  }
  silhouette.push(ring);
  const lit = figure.tones.under !== undefined && part.tone === 'under' && to.glow !== undefined;
  const material = lit
    ? 'window'
    : figure.material === 'wall' && part.tone === 'accent'
      ? 'roof'
      : figure.material;
  const base = area([ring], colour, material, { body, flow: flowOf(ring) });
  if (part.plain) return [base];
  return [base, ...modelling(ring, colour, to.light, scale, body)];
}

/** The side turned from the light in shade, a narrow edge towards it lightened. */
function modelling(ring: Ring, colour: Colour, light: Point, scale: number, body: number): Shape[] {
  const depth = 3.4 * scale;
  const towards = move(ring, light[0] * depth, light[1] * depth);
  const away = move(ring, -light[0] * depth * 0.45, -light[1] * depth * 0.45);
  const options = { clip: [ring], contour: false, body, rule: 'evenodd' as const };
  return [
    area([ring, towards], shift(colour, { light: -0.11, chroma: 1.02, hue: -6 }), 'shade', options),
    area([ring, away], shift(colour, { light: 0.07, chroma: 0.95, hue: 5 }), 'glow', options),
  ];
}

/** The direction of a ring's longest extent. */
function flowOf(ring: Ring): number {
  let best = 0;
  let angle = 0;
  const first = ring[0];
  if (!first) return 0;
  for (const [x, y] of ring) {
    const length = (x - first[0]) ** 2 + (y - first[1]) ** 2;
    if (length > best) {
      best = length;
      angle = Math.atan2(y - first[1], x - first[0]);
    }
  }
  return angle;
}

function toneColours(figure: Figure, to: FigurePlacement): (tone: Tone) => Colour {
  const [first, second] = to.colours ?? [];
  const coat = first ?? to.coat ?? hex(figure.tones.coat);
  return (tone) => {
    if (tone === 'coat') return to.grade(coat);
    if (tone === 'far') {
      const given = figure.tones.far;
      return to.grade(given && !first ? hex(given) : shift(coat, { light: -0.1, chroma: 0.92 }));
    }
    if (tone === 'under' && to.glow && figure.tones.under) return to.glow;
    if (tone === 'accent' && second) return to.grade(second);
    const given = figure.tones[tone];
    if (given) return to.grade(hex(given));
    return to.grade(fallback(tone, coat));
  };
}

function fallback(tone: Exclude<Tone, 'coat' | 'far'>, coat: Colour): Colour {
  switch (tone) {
    case 'under':
      return mix(coat, [255, 246, 230], 0.55);
    case 'dark':
      return shift(coat, { light: -0.3 });
    case 'light':
      return mix(coat, [255, 250, 240], 0.75);
    case 'accent':
      return shift(coat, { hue: 40 });
    case 'eye':
      return [20, 16, 14];
    default: {
      const impossible: never = tone;
      return impossible;
    }
  }
}
