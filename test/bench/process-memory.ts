import { readdirSync, readFileSync } from 'node:fs';

/**
 * The memory of a process and of all that it started, in MiB: the sum of their proportional set
 * sizes (PSS), in which a page shared by three processes counts a third for each. Linux only.
 */
export function memoryOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) parents.set(Number(name), parent);
  }
  const belongs = (id: number | undefined): boolean =>
    id !== undefined && (id === root || belongs(parents.get(id)));
  let kibibytes = 0;
  for (const id of parents.keys()) if (belongs(id)) kibibytes += proportionalSetSize(id);
  return kibibytes / 1024;
}

/** The fourth field of `stat`; the second, the program's name, may hold anything but ends in `)`. */
function parentOf(id: number): number | null {
  const stat = readIfThere(`/proc/${id}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : Number(fields[1]);
}

function proportionalSetSize(id: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${id}/smaps_rollup`) ?? '');
  return Number(found?.[1] ?? 0);
}

/** A process may end while it is being looked at. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ESRCH'].includes(`${error.code}`)
    ) {
      return null;
    }
    throw error;
  }
}
