import type { Colour } from '../../sketch/core/colour';
import type { Group, Scene, SceneKind } from '../../sketch/plan/scene';
import type { Reading } from '../../sketch/reading/reading';
import type { ShowerKind } from './showers';

/** Groups of a scene that are not painted but let fall, by their names. */
const kinds: Readonly<Record<string, ShowerKind>> = {
  rain: 'rain',
  snowfall: 'snow',
  petals: 'petals',
  fireflies: 'fireflies',
  bubbles: 'bubbles',
};

export type WantedShower = {
  readonly kind: ShowerKind;
  readonly colours: readonly [Colour, ...Colour[]];
};

export function isShower({ name }: Group): boolean {
  return Object.hasOwn(kinds, name);
}

/** What is in the air of a scene, in the colours that were planned for it. */
export function showersOf(scene: Scene): WantedShower[] {
  const wanted = scene.groups.flatMap((group) => {
    const kind = isShower(group) ? kinds[group.name] : undefined;
    return kind === undefined ? [] : [{ kind, colours: coloursOf(group) }];
  });
  if (wanted.length > 0 || !dusty.includes(scene.kind)) return wanted;
  return [{ kind: 'dust', colours: [[255, 244, 214]] }];
}

/** Where nothing else is in the air, light catches dust. */
const dusty: readonly SceneKind[] = ['still life', 'portrait', 'forest', 'abstract', 'flowers'];

/** What the words want in the air before a picture that is already there. */
export function showersIn(reading: Reading): WantedShower[] {
  const has = (id: string) =>
    !reading.excluded.has(id) &&
    [...reading.weather, ...reading.features, ...reading.moods].some((word) => word === id);
  const wanted: WantedShower[] = [];
  if (has('rain') || has('storm')) wanted.push({ kind: 'rain', colours: [[226, 234, 242]] });
  if (has('snow')) wanted.push({ kind: 'snow', colours: [[255, 255, 255]] });
  if (has('fireflies')) wanted.push({ kind: 'fireflies', colours: [[255, 226, 120]] });
  if (has('petals')) wanted.push({ kind: 'petals', colours: petals });
  else if (reading.season === 'autumn') wanted.push({ kind: 'petals', colours: leaves });
  return wanted;
}

const petals: readonly [Colour, ...Colour[]] = [
  [243, 193, 205],
  [248, 219, 224],
  [238, 166, 184],
];
const leaves: readonly [Colour, ...Colour[]] = [
  [201, 88, 43],
  [217, 138, 44],
  [176, 69, 42],
];

function coloursOf({ shapes }: Group): readonly [Colour, ...Colour[]] {
  const colours: Colour[] = [];
  for (const shape of shapes) {
    if (colours.length === 3) break;
    const colour =
      shape.kind === 'stroke'
        ? shape.colour
        : shape.fill.kind === 'flat'
          ? shape.fill.colour
          : shape.fill.stops[0]?.colour;
    if (colour !== undefined && !colours.includes(colour)) colours.push(colour);
  }
  const [first, ...rest] = colours;
  return [first ?? [255, 255, 255], ...rest];
}
