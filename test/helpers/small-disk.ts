import { execFileSync } from 'node:child_process';
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own for a test; only root on Linux may make one. */
export type SmallDisk = {
  makeReadOnly(): void;
  /** Leaves so many bytes free; none when left out. */
  fill(free?: number): void;
  /** Gives back the room that `fill` took. */
  empty(): void;
  remove(): void;
};

/** Why no small disk can be made here; null when one can. */
export const noSmallDisk: string | null =
  process.platform === 'linux' && process.getuid?.() === 0 && canMount()
    ? null
    : 'only root on Linux may mount a small disk';

function canMount(): boolean {
  try {
    mount('-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', '/mnt');
    execFileSync('umount', ['/mnt'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return error === null;
  }
}

function mount(...words: string[]): void {
  execFileSync('mount', words, { stdio: 'ignore' });
}

/** Mounts an empty disk of so many bytes on an existing folder. */
export function mountSmallDisk(folder: string, bytes: number): SmallDisk {
  mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder);
  return {
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    fill: (free = 0) => {
      const ballast = join(folder, 'ballast');
      fill(ballast);
      truncateSync(ballast, statSync(ballast).size - free);
    },
    empty: () => rmSync(join(folder, 'ballast'), { force: true }),
    remove: () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }),
  };
}

/** Writes ever smaller pieces until nothing fits. */
function fill(file: string): void {
  for (let piece = 1 << 20; piece >= 1; piece = Math.floor(piece / 2)) {
    let fits = true;
    while (fits) {
      try {
        writeFileSync(file, Buffer.alloc(piece), { flag: 'a' });
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
        fits = false;
      }
    }
  }
}
