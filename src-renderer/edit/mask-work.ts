/** A place in the picture, in its own pixels. */
export type Point = { readonly x: number; readonly y: number };

/** One pull of the brush. */
export type Stroke = {
  readonly kind: 'stroke';
  /** Whether it takes away instead of painting. */
  readonly erases: boolean;
  /** The brush's diameter in pixels of the picture. */
  readonly size: number;
  readonly points: readonly Point[];
};

/** What changes a mask. */
export type MaskStep = Stroke | { readonly kind: 'invert' } | { readonly kind: 'clear' };

/** Everything that was done to a mask, and what was taken back and can come again. */
export type MaskWork = {
  readonly steps: readonly MaskStep[];
  readonly undone: readonly MaskStep[];
};

export const noWork: MaskWork = { steps: [], undone: [] };

/** Does one thing more; what was taken back before is gone. */
export function addStep(work: MaskWork, step: MaskStep): MaskWork {
  return { steps: [...work.steps, step], undone: [] };
}

export function undoStep({ steps, undone }: MaskWork): MaskWork {
  const last = steps.at(-1);
  return last === undefined
    ? { steps, undone }
    : { steps: steps.slice(0, -1), undone: [...undone, last] };
}

export function redoStep({ steps, undone }: MaskWork): MaskWork {
  const last = undone.at(-1);
  return last === undefined
    ? { steps, undone }
    : { steps: [...steps, last], undone: undone.slice(0, -1) };
}

/** The smallest and the largest brush, in pixels of the picture. */
export const brushes = { least: 4, most: 512 } as const;

/** The brush that a picture is begun with: a twelfth of its longer side. */
export function usualBrush(picture: { readonly width: number; readonly height: number }): number {
  const size = Math.round(Math.max(picture.width, picture.height) / 12);
  return Math.min(brushes.most, Math.max(brushes.least, size));
}

/** The next larger (`1`) or smaller (`-1`) brush: each step changes it by about a fifth. */
export function nextBrush(size: number, direction: 1 | -1): number {
  const next = direction > 0 ? Math.ceil(size * 1.2) : Math.floor(size / 1.2);
  return Math.min(brushes.most, Math.max(brushes.least, next));
}

/** Moves a point and keeps it on the picture. */
export function movePoint(
  { x, y }: Point,
  by: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Point {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return { x: within(x + by.x, width), y: within(y + by.y, height) };
}
