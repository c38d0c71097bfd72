import { z } from 'zod';

export const smallestWindow = { width: 900, height: 600 };
const usualWindow = { width: 1320, height: 860 };

export const windowPlaceSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximised: z.boolean(),
});

/** Where the window was, in device-independent pixels. */
export type WindowPlace = z.output<typeof windowPlaceSchema>;

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Placement = {
  readonly width: number;
  readonly height: number;
  /** Null: in the middle of the main display. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly maximised: boolean;
};

/**
 * Where to open the window: where it was, if enough of its upper edge to take hold of is on a display
 * that is still there, and never larger than that display or smaller than the least.
 */
export function placeWindow(saved: WindowPlace | null, displays: readonly Area[]): Placement {
  const display = saved === null ? undefined : displays.find((area) => showsTopOf(saved, area));
  if (saved === null || display === undefined) {
    return { ...usualWindow, position: null, maximised: saved?.maximised ?? false };
  }
  return {
    width: Math.max(smallestWindow.width, Math.min(saved.width, display.width)),
    height: Math.max(smallestWindow.height, Math.min(saved.height, display.height)),
    position: { x: saved.x, y: saved.y },
    maximised: saved.maximised,
  };
}

const grip = { width: 120, height: 40 };

function showsTopOf(place: WindowPlace, area: Area): boolean {
  const left = Math.max(place.x, area.x);
  const right = Math.min(place.x + place.width, area.x + area.width);
  const topIsInside = place.y >= area.y && place.y + grip.height <= area.y + area.height;
  return right - left >= grip.width && topIsInside;
}
