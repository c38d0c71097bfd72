import { roundSide } from '../stores/fit-draft';

/** A proportion that is often wanted, width to height. */
export type Shape = { readonly name: string; readonly across: number; readonly down: number };

export const shapes: readonly Shape[] = [
  { name: 'Square', across: 1, down: 1 },
  { name: 'Landscape', across: 3, down: 2 },
  { name: 'Wide', across: 16, down: 9 },
  { name: 'Portrait', across: 2, down: 3 },
  { name: 'Tall', across: 9, down: 16 },
];

const longSides = [512, 768, 1024, 1536, 2048];

/** The usual lengths of the longer side, in pixels, up to what a model can do. */
export function longSidesUpTo(most: number): number[] {
  return longSides.filter((side) => side <= most);
}

/** Width and height, in pixels, of a shape whose longer side is `longSide`. */
export function sizeOf(shape: Shape, longSide: number): { width: number; height: number } {
  const longest = Math.max(shape.across, shape.down);
  const side = (part: number) => roundSide((longSide * part) / longest);
  return { width: side(shape.across), height: side(shape.down) };
}

/** The shape that a size was made by; null for a size of one's own. */
export function shapeOf(width: number, height: number): Shape | null {
  const longSide = Math.max(width, height);
  const found = shapes.find((shape) => {
    const size = sizeOf(shape, longSide);
    return size.width === width && size.height === height;
  });
  return found ?? null;
}
