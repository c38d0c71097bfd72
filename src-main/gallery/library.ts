import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type FileCondition, fileEndings, type MediaType } from '../../src-shared/jobs/asset';
import { systemCode } from '../store/system-code';
import { copyInto } from './copy-into';
import { type Unwritable, unwritable } from './disk-failure';
import { claimName, flushFolder, isTemporary, withTemporaryFile } from './durable-file';

export type SavedFile = {
  readonly kind: 'saved';
  /** SHA-256 of the file's bytes, in hex: its name in the library. */
  readonly sha256: string;
  readonly bytes: number;
};

type ReadFile =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  /** There is a file, but not the one that was delivered. */
  | { readonly kind: 'altered' }
  /** The disk does not give it out now. */
  | { readonly kind: 'unreadable' };

type CopiedFile =
  | { readonly kind: 'copied'; readonly path: string }
  | Exclude<ReadFile, { kind: 'file' }>
  | Unwritable;

type NamedFiles = { readonly kind: 'names'; readonly names: readonly string[] } | Unwritable;

type MovedFile = { readonly kind: 'moved'; readonly path: string } | Unwritable;

type SweptFiles = { readonly kind: 'swept'; readonly removed: readonly string[] } | Unwritable;

/** The delivered files, each named after its own content. */
export type Library = {
  readonly folder: string;
  /** Stores a file so that it survives a loss of power. What was delivered before is never replaced. */
  save(bytes: Uint8Array, mediaType: MediaType): Promise<SavedFile | Unwritable>;
  /**
   * Keeps a small picture beside a file, for lists. It is a convenience: where the disk does not take
   * it, the file itself is shown instead.
   */
  saveThumbnail(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Where a thumbnail lies, or would lie. */
  thumbnailOf(sha256: string): string;
  /** Whether files can be saved now; null when they can. Leaves nothing behind. */
  check(): Promise<Unwritable | null>;
  /** Where a file lies, whatever kind it is; where a picture would lie when there is none. */
  pathOf(sha256: string): string;
  /** Whether a file of that name is there; it is not read. */
  has(sha256: string): boolean;
  /** Whether a file is what was delivered; `unchecked` when the disk does not give it out. */
  conditionOf(sha256: string, bytes: number): Promise<FileCondition>;
  /** A file's bytes, proven to be those that were delivered. */
  readFile(sha256: string): Promise<ReadFile>;
  /** Copies a file out of the library under a free name like `fileName`; nothing is overwritten. */
  copyTo(sha256: string, folder: string, fileName: string): Promise<CopiedFile>;
  /** The names of all delivered files in the library, whoever knows of them. */
  everyName(): Promise<NamedFiles>;
  /**
   * Moves a picture out of the library into a folder beside it, under a free name; nothing is overwritten
   * and nothing is lost. Answers where it lies now.
   */
  setAside(sha256: string, target: string): Promise<MovedFile>;
  /**
   * Removes temporary files and delivered files that nothing points to; whatever else a person put
   * there stays. Only for a moment at which nothing is being saved.
   */
  sweep(isKnown: (sha256: string) => boolean): Promise<SweptFiles>;
};

const endings = Object.values(fileEndings);
/** A delivered file's name. */
const deliveredName = new RegExp(`^([0-9a-f]{64})\\.(?:${endings.join('|')})$`);
/** The same, and those of thumbnails. */
const fileName = new RegExp(`^([0-9a-f]{64})\\.(?:${endings.join('|')}|webp)$`);
const shelfName = /^[0-9a-f]{2}$/;

/** The library in `folder`, which is made at the first save if the folder around it exists. */
export function openLibrary(folder: string): Library {
  const shelfOf = (sha256: string) => join(folder, sha256.slice(0, 2));
  const pathAs = (sha256: string, ending: string) => join(shelfOf(sha256), `${sha256}.${ending}`);
  const pathOf = (sha256: string) =>
    endings.map((ending) => pathAs(sha256, ending)).find((path) => existsSync(path)) ??
    pathAs(sha256, fileEndings['image/png']);
  const read = (sha256: string) => readDelivered(pathOf(sha256), sha256);
  const thumbnailOf = (sha256: string) => join(shelfOf(sha256), `${sha256}.webp`);
  return {
    folder,
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    thumbnailOf,
    saveThumbnail: async (sha256, bytes) => {
      try {
        await withTemporaryFile(shelfOf(sha256), bytes, (temporary) =>
          claimName(temporary, thumbnailOf(sha256)),
        );
      } catch (error) {
        unwritable(folder, error);
      }
    },
    readFile: read,
    save: async (bytes, mediaType) => {
      const sha256 = digestOf(bytes);
      try {
        await makeShelf(folder, shelfOf(sha256));
        const path = pathAs(sha256, fileEndings[mediaType]);
        const isThere = await saveAt(path, sha256, bytes);
        if (isThere) return { kind: 'saved', sha256, bytes: bytes.byteLength };
        return { kind: 'unwritable', folder, reason: 'a file in the way can’t be read' };
      } catch (error) {
        return unwritable(folder, error);
      }
    },
    check: async () => {
      try {
        await makeFolder(folder);
        await withTemporaryFile(folder, new Uint8Array(4096), async () => null);
        return null;
      } catch (error) {
        return unwritable(folder, error);
      }
    },
    conditionOf: async (sha256, bytes) => {
      const found = await read(sha256);
      if (found.kind === 'unreadable') return 'unchecked';
      if (found.kind !== 'file') return found.kind;
      return found.bytes.byteLength === bytes ? 'sound' : 'altered';
    },
    copyTo: async (sha256, target, name) => {
      const found = await read(sha256);
      return found.kind === 'file' ? copyInto(target, name, found.bytes) : found;
    },
    everyName: () => everyName(folder),
    setAside: async (sha256, target) => {
      try {
        await makeFolder(target);
        const path = await moveAside(pathOf(sha256), target);
        // A thumbnail without its file is shown by nobody.
        await rm(thumbnailOf(sha256), { force: true });
        return { kind: 'moved', path };
      } catch (error) {
        return unwritable(target, error);
      }
    },
    sweep: (isKnown) => sweep(folder, isKnown),
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readDelivered(path: string, sha256: string): Promise<ReadFile> {
  try {
    const bytes = await readFile(path);
    return digestOf(bytes) === sha256 ? { kind: 'file', bytes } : { kind: 'altered' };
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // Anything but «not there» may pass: a missing permission, a drive that sleeps.
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

/** Made again when it vanished, but never its parents: they may lie on a disk that is not mounted. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return;
  }
  await flushFolder(dirname(folder));
}

async function makeShelf(folder: string, shelf: string): Promise<void> {
  await makeFolder(folder);
  await makeFolder(shelf);
}

/** Answers whether the file is in the library now; only an unreadable one in its place prevents it. */
async function saveAt(path: string, sha256: string, bytes: Uint8Array): Promise<boolean> {
  const shelf = dirname(path);
  const present = await readDelivered(path, sha256);
  if (present.kind === 'file') return true;
  // A file that was altered outside Tally is not ours to throw away.
  if (present.kind === 'altered') await setAside(path);
  const claimed = await withTemporaryFile(shelf, bytes, (temporary) => claimName(temporary, path));
  await flushFolder(shelf);
  return claimed || (await readDelivered(path, sha256)).kind === 'file';
}

async function setAside(path: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const ending = extname(path);
    const aside = `${path.slice(0, -ending.length)}.altered-${number}${ending}`;
    if (await claimName(path, aside)) {
      await rm(path, { force: true });
      return;
    }
  }
}

async function sweep(folder: string, isKnown: (sha256: string) => boolean): Promise<SweptFiles> {
  const removed: string[] = [];
  const sweepFolder = async (path: string, goes: (name: string) => boolean) => {
    for (const name of await namesIn(path)) {
      if (!goes(name)) continue;
      await rm(join(path, name), { force: true });
      removed.push(name);
    }
  };
  const goes = (name: string) => {
    const sha256 = fileName.exec(name)?.[1];
    return isTemporary(name) || (sha256 !== undefined && !isKnown(sha256));
  };
  try {
    await sweepFolder(folder, isTemporary);
    for (const shelf of await namesIn(folder)) {
      if (shelfName.test(shelf)) await sweepFolder(join(folder, shelf), goes);
    }
    return { kind: 'swept', removed };
  } catch (error) {
    return unwritable(folder, error);
  }
}

async function everyName(folder: string): Promise<NamedFiles> {
  const names: string[] = [];
  try {
    for (const shelf of await namesIn(folder)) {
      if (!shelfName.test(shelf)) continue;
      for (const name of await namesIn(join(folder, shelf))) {
        const sha256 = deliveredName.exec(name)?.[1];
        if (sha256 !== undefined) names.push(sha256);
      }
    }
    return { kind: 'names', names };
  } catch (error) {
    return unwritable(folder, error);
  }
}

async function moveAside(path: string, target: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const again = number === 1 ? '' : ` (${number})`;
    const ending = extname(path);
    const aside = join(target, `${basename(path, ending)}${again}${ending}`);
    if (!(await claimName(path, aside))) continue;
    await flushFolder(target);
    await rm(path, { force: true });
    return aside;
  }
}

/** The names in a folder; none when it is not there yet. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
