import { closeSync, openSync, readSync } from 'node:fs';
import { pngHeaderSize } from '../gallery/png-chunks';
import type { JobPorts } from './job-ports';

type Shelves = Pick<JobPorts, 'library' | 'inputs'>;

/** A picture that something is made from: a delivered one, or one that was brought in; null when it is gone. */
export async function readInput(
  { library, inputs }: Shelves,
  sha256: string,
): Promise<Uint8Array | null> {
  for (const shelf of [library, inputs]) {
    const found = await shelf.readFile(sha256);
    if (found.kind === 'file') return found.bytes;
  }
  return null;
}

/** The size of such a picture in pixels, from the first bytes of its file; null when there is none. */
export function inputSize(
  { library, inputs }: Shelves,
  sha256: string,
): { width: number; height: number } | null {
  const shelf = [library, inputs].find((each) => each.has(sha256));
  if (shelf === undefined) return null;
  const start = Buffer.alloc(33);
  const file = openSync(shelf.pathOf(sha256), 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return pngHeaderSize(start);
}
