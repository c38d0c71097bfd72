import type { Colour } from '../../sketch/core/colour';
import { boxOf, type Point } from '../../sketch/core/geometry';
import type { Group, Scene, Shape } from '../../sketch/plan/scene';

/** Something that shines, in shares of the set's width and height. */
export type Lamp = {
  readonly kind: 'sun' | 'window' | 'beacon' | 'star';
  readonly x: number;
  readonly y: number;
  /** A share of the set's height. */
  readonly size: number;
  readonly colour: Colour;
  readonly depth: number;
};

const mostOfAKind = { window: 26, star: 46 };

/** The lights of a scene that a painter has painted: those that can flicker, pulse or sweep. */
export function lampsOf(scene: Scene): Lamp[] {
  return scene.groups.flatMap((group) => lampsIn(group, scene));
}

function lampsIn(group: Group, scene: Scene): Lamp[] {
  const { name, shapes } = group;
  if (name === 'sun' || name === 'moon') {
    return shapes.slice(0, 1).map((shape) => lampOf('sun', shape, group, scene));
  }
  if (name === 'stars') {
    return spread(shapes, mostOfAKind.star).map((shape) => lampOf('star', shape, group, scene));
  }
  if (!scene.dark) return [];
  if (name === 'lighthouse') return [beaconOf(group, scene)];
  const windows = shapes.filter((shape) => isLit(shape, name));
  return spread(windows, mostOfAKind.window)
    .map((shape) => lampOf('window', shape, group, scene))
    .filter(({ size }) => size < 0.05);
}

/** Windows with light in them are bright, and yellower than they are blue. */
function isLit(shape: Shape, group: string): boolean {
  if (shape.kind !== 'area' || shape.fill.kind !== 'flat') return false;
  const isSpark = shape.material === 'spark' && (group === 'fronts' || group === 'skyline');
  const [red, , blue] = shape.fill.colour;
  return (shape.material === 'window' || isSpark) && red > 200 && blue < red - 45;
}

function lampOf(kind: Lamp['kind'], shape: Shape, group: Group, scene: Scene): Lamp {
  const rings: (readonly Point[])[] = shape.kind === 'area' ? [...shape.rings] : [shape.points];
  // Windows of a whole house can be one shape: its first pane stands for it.
  const box = boxOf(kind === 'window' ? rings.slice(0, 1) : rings);
  const { width, height } = scene.frame;
  return {
    kind,
    x: (box.left + box.right) / 2 / width,
    y: (box.top + box.bottom) / 2 / height,
    size: (box.bottom - box.top) / height,
    colour: colourOf(shape),
    depth: group.depth,
  };
}

function beaconOf(group: Group, scene: Scene): Lamp {
  const rings = group.shapes.flatMap((shape) =>
    shape.kind === 'area' && shape.material !== 'shade' ? [...shape.rings] : [],
  );
  const box = boxOf(rings);
  return {
    kind: 'beacon',
    x: (box.left + box.right) / 2 / scene.frame.width,
    y: (box.top + (box.bottom - box.top) * 0.13) / scene.frame.height,
    size: (box.bottom - box.top) / scene.frame.height,
    colour: [255, 236, 178],
    depth: group.depth,
  };
}

function colourOf(shape: Shape): Colour {
  if (shape.kind === 'stroke') return shape.colour;
  if (shape.fill.kind === 'flat') return shape.fill.colour;
  return shape.fill.stops[0]?.colour ?? [255, 255, 255];
}

function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
