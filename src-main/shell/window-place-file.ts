import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type WindowPlace, windowPlaceSchema } from './window-place';

/** The place of the last time; null when there is none that can be read. */
export function readWindowPlace(path: string): WindowPlace | null {
  try {
    return windowPlaceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    // Absent at first start; a damaged one is worth no more than a window in the middle.
    return null;
  }
}

/** Remembers the place; answers whether the disk took it. */
export function writeWindowPlace(path: string, place: WindowPlace): boolean {
  try {
    writeFileSync(`${path}.part`, JSON.stringify(place));
    renameSync(`${path}.part`, path);
    return true;
  } catch {
    return false;
  }
}
