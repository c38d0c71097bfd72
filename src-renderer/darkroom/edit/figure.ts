import { type Colour, fromLab, mix, shift, toLab } from '../sketch/core/colour';
import { boxOf, type Point, type Ring } from '../sketch/core/geometry';
import type { Fill, Group, Scene, Shape } from '../sketch/plan/scene';
import type { Reading } from '../sketch/reading/reading';
import { recolour } from '../sketch/styles/tones';

/** A rectangle in the units of a scene. */
type Extent = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Whether a prompt asks for things alone, and says nothing of place, light or weather. */
export function asksForThings(reading: Reading): boolean {
  const { subjects, plants, flowers, settings, features, weather, time, season } = reading;
  const things = subjects.length + plants.length + flowers.length;
  const rest = settings.length + features.length + weather.length;
  return things > 0 && rest === 0 && time === undefined && season === undefined;
}

/** The groups of a planned scene that are its subject, without the place around it. */
export function figureOf({ groups }: Scene): Group[] {
  return groups.filter(({ plane }) => plane === 'subject');
}

/** The figure as large as fits into `into`, in its middle. */
export function fitted(figure: readonly Group[], into: Extent): Group[] {
  const box = boxOf(figure.flatMap(({ shapes }) => shapes.flatMap(ringsOf)));
  const scale = Math.min(
    (into.right - into.left) / (box.right - box.left),
    (into.bottom - into.top) / (box.bottom - box.top),
  );
  if (!(scale > 0 && Number.isFinite(scale))) return [...figure];
  const dx = (into.left + into.right - (box.left + box.right) * scale) / 2;
  const dy = (into.top + into.bottom - (box.top + box.bottom) * scale) / 2;
  const move = ([x, y]: Point): Point => [x * scale + dx, y * scale + dy];
  return figure.map((group) => ({
    ...group,
    shapes: group.shapes.map((shape) => moved(shape, move, scale)),
  }));
}

function ringsOf(shape: Shape): readonly (readonly Point[])[] {
  if (shape.kind === 'stroke') return [shape.points];
  return shape.material === 'shade' || shape.material === 'glow' ? [] : shape.rings;
}

type Move = (point: Point) => Point;

function moved(shape: Shape, move: Move, scale: number): Shape {
  if (shape.kind === 'stroke') {
    return { ...shape, points: shape.points.map(move), width: shape.width * scale };
  }
  const movedRings = (rings: readonly Ring[]): Ring[] => rings.map((ring) => ring.map(move));
  return {
    ...shape,
    rings: movedRings(shape.rings),
    clip: shape.clip && movedRings(shape.clip),
    fill: movedFill(shape.fill, move, scale),
  };
}

function movedFill(fill: Fill, move: Move, scale: number): Fill {
  switch (fill.kind) {
    case 'flat':
      return fill;
    case 'linear':
      return { ...fill, from: move(fill.from), to: move(fill.to) };
    case 'radial':
      return { ...fill, centre: move(fill.centre), radius: fill.radius * scale };
  }
}

/** The lightness at which Sketch's things have their own colour, in OKLab. */
const ownLight = 0.66;

/** The figure in the light of a place of a mean colour; `amount` 0..1. */
export function lit(figure: readonly Group[], place: Colour, amount: number): Group[] {
  const [light, a, b] = toLab(place);
  const seen = (colour: Colour): Colour => {
    const own = shift(colour, { light: (light - ownLight) * 0.5 * amount });
    return mix(own, fromLab([toLab(own)[0], a, b]), 0.22 * amount);
  };
  return figure.map((group) => ({
    ...group,
    shapes: group.shapes.map(
      (shape): Shape =>
        shape.kind === 'stroke'
          ? { ...shape, colour: seen(shape.colour) }
          : { ...shape, fill: recolour(shape.fill, seen) },
    ),
  }));
}
