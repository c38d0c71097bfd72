import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLibrary, type SavedFile } from '../../../src-main/gallery/library';
import { fileEndings, type MediaType, mediaTypes } from '../../../src-shared/jobs/asset';
import { greyPng } from '../../helpers/png';
import { temporaryFolder } from '../../helpers/temporary-folder';
import { tinyClip } from '../../helpers/tiny-clip';

const picture = greyPng(4, 4);
const absent = 'f'.repeat(64);

function newLibrary() {
  const data = temporaryFolder();
  return { data, library: openLibrary(join(data, 'library')) };
}

async function saved(
  library: ReturnType<typeof openLibrary>,
  bytes: Uint8Array = picture,
  mediaType: MediaType = 'image/png',
): Promise<SavedFile> {
  const outcome = await library.save(bytes, mediaType);
  if (outcome.kind !== 'saved') throw new Error(`not saved: ${outcome.reason}`);
  return outcome;
}

function everyFileIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

describe('saving', () => {
  test('a file lies under the digest of its content and nothing else is left', async () => {
    const { library } = newLibrary();
    const { sha256, bytes } = await saved(library);
    expect(sha256).toBe(createHash('sha256').update(picture).digest('hex'));
    expect(bytes).toBe(picture.byteLength);
    expect(library.pathOf(sha256)).toBe(join(library.folder, sha256.slice(0, 2), `${sha256}.png`));
    expect(readFileSync(library.pathOf(sha256))).toEqual(Buffer.from(picture));
    expect(everyFileIn(library.folder)).toEqual([`${sha256}.png`]);
  });

  test('the same content twice, also at once, is one file', async () => {
    const { library } = newLibrary();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => library.save(picture, 'image/png')),
    );
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['saved']));
    expect(everyFileIn(library.folder)).toHaveLength(1);
  });

  test('an altered file is set aside, not overwritten', async () => {
    const { library } = newLibrary();
    const { sha256, bytes } = await saved(library);
    writeFileSync(library.pathOf(sha256), 'someone’s own work');
    await saved(library);
    expect(await library.conditionOf(sha256, bytes)).toBe('sound');
    expect(everyFileIn(library.folder)).toEqual([`${sha256}.altered-1.png`, `${sha256}.png`]);
    const aside = join(dirname(library.pathOf(sha256)), `${sha256}.altered-1.png`);
    expect(readFileSync(aside, 'utf8')).toBe('someone’s own work');
  });

  test('a vanished library is made again inside its data folder', async () => {
    const { library } = newLibrary();
    await saved(library);
    rmSync(library.folder, { recursive: true });
    const { sha256, bytes } = await saved(library);
    expect(await library.conditionOf(sha256, bytes)).toBe('sound');
  });

  test('a vanished data folder is told of and not made again', async () => {
    const { data, library } = newLibrary();
    await saved(library);
    rmSync(data, { recursive: true });
    const refused = {
      kind: 'unwritable',
      folder: library.folder,
      reason: 'the folder is not there',
    };
    expect(await library.save(picture, 'image/png')).toEqual(refused);
    expect(await library.check()).toEqual(refused);
    expect(existsSync(data)).toBe(false);
  });

  test('a file in the place of the folder is told of', async () => {
    const { data, library } = newLibrary();
    writeFileSync(join(data, 'library'), 'in the way');
    expect(await library.save(picture, 'image/png')).toMatchObject({
      kind: 'unwritable',
      reason: 'a file is in the place of a folder',
    });
  });

  test('a check leaves nothing behind', async () => {
    const { library } = newLibrary();
    expect(await library.check()).toBeNull();
    expect(everyFileIn(library.folder)).toEqual([]);
  });
});

describe('reading', () => {
  test('missing, altered and cut files are seen as such', async () => {
    const { library } = newLibrary();
    const { sha256, bytes } = await saved(library);
    expect(await library.conditionOf(sha256, bytes)).toBe('sound');
    expect(await library.conditionOf(sha256, bytes + 1)).toBe('altered');
    truncateSync(library.pathOf(sha256), 10);
    expect(await library.conditionOf(sha256, bytes)).toBe('altered');
    expect(await library.readFile(sha256)).toEqual({ kind: 'altered' });
    rmSync(library.pathOf(sha256));
    expect(await library.conditionOf(sha256, bytes)).toBe('missing');
    expect(await library.readFile(sha256)).toEqual({ kind: 'missing' });
  });

  test('any one changed byte is found', async () => {
    const { library } = newLibrary();
    const { sha256, bytes } = await saved(library);
    const places = fc.record({
      at: fc.nat(picture.byteLength - 1),
      by: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(places, async ({ at, by }) => {
        const changed = Buffer.from(picture);
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        writeFileSync(library.pathOf(sha256), changed);
        expect(await library.conditionOf(sha256, bytes)).toBe('altered');
      }),
    );
  });

  test('what can’t be read is unchecked, not missing', async () => {
    const { library } = newLibrary();
    const { sha256, bytes } = await saved(library);
    rmSync(library.pathOf(sha256));
    mkdirSync(library.pathOf(sha256));
    expect(await library.conditionOf(sha256, bytes)).toBe('unchecked');
    expect(await library.save(picture, 'image/png')).toMatchObject({ kind: 'unwritable' });
  });
});

describe('copying out', () => {
  test('takes the first free name and never an existing one', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library);
    const target = temporaryFolder();
    writeFileSync(join(target, 'fox.png'), 'a fox of one’s own');
    const copies = await Promise.all(
      Array.from({ length: 4 }, () => library.copyTo(sha256, target, 'fox.png')),
    );
    expect(new Set(copies.map((copy) => (copy.kind === 'copied' ? copy.path : copy.kind)))).toEqual(
      new Set([2, 3, 4, 5].map((number) => join(target, `fox (${number}).png`))),
    );
    expect(readFileSync(join(target, 'fox.png'), 'utf8')).toBe('a fox of one’s own');
    expect(readFileSync(join(target, 'fox (2).png'))).toEqual(Buffer.from(picture));
    expect(everyFileIn(target)).toHaveLength(5);
  });

  test('refuses to copy what is missing or altered, and into what is not there', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library);
    const target = temporaryFolder();
    expect(await library.copyTo(absent, target, 'a.png')).toEqual({ kind: 'missing' });
    expect(await library.copyTo(sha256, join(target, 'no'), 'a.png')).toEqual({
      kind: 'unwritable',
      folder: join(target, 'no'),
      reason: 'the folder is not there',
    });
    writeFileSync(library.pathOf(sha256), 'other');
    expect(await library.copyTo(sha256, target, 'a.png')).toEqual({ kind: 'altered' });
    expect(everyFileIn(target)).toEqual([]);
  });

  test('a name that leads out of the folder is a bug of the caller', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library);
    await expect(library.copyTo(sha256, temporaryFolder(), '../a.png')).rejects.toThrow();
  });
});

describe('thumbnails', () => {
  test('one lies beside its picture and goes with it', async () => {
    const { library } = newLibrary();
    const known = await saved(library);
    const other = await saved(library, greyPng(5, 5));
    await library.saveThumbnail(known.sha256, Uint8Array.of(1));
    await library.saveThumbnail(other.sha256, Uint8Array.of(2));
    expect(readFileSync(library.thumbnailOf(known.sha256))).toEqual(Buffer.of(1));
    await library.sweep((sha256) => sha256 === known.sha256);
    expect(existsSync(library.thumbnailOf(known.sha256))).toBe(true);
    expect(existsSync(library.thumbnailOf(other.sha256))).toBe(false);
  });

  test('a disk that does not take one is no reason to fail', async () => {
    const { library } = newLibrary();
    await library.saveThumbnail(absent, Uint8Array.of(1));
    expect(existsSync(library.thumbnailOf(absent))).toBe(false);
  });
});

describe('sweeping', () => {
  test('removes what nothing points to and what was cut off, and leaves the rest', async () => {
    const { library } = newLibrary();
    const known = await saved(library);
    const dangling = await saved(library, greyPng(5, 5));
    const shelf = dirname(library.pathOf(known.sha256));
    const cutOff = '.tally-00000000-0000-4000-8000-000000000000.part';
    writeFileSync(join(shelf, cutOff), 'half');
    writeFileSync(join(library.folder, cutOff), 'half');
    writeFileSync(join(shelf, 'notes.txt'), 'mine');
    writeFileSync(join(library.folder, `${absent}.png`), 'put here by hand');
    const swept = await library.sweep((sha256) => sha256 === known.sha256);
    if (swept.kind !== 'swept') throw new Error(swept.reason);
    expect([...swept.removed].sort()).toEqual([cutOff, cutOff, `${dangling.sha256}.png`].sort());
    expect(everyFileIn(library.folder)).toEqual(
      ['notes.txt', `${known.sha256}.png`, `${absent}.png`].sort(),
    );
  });

  test('finds nothing in a library that was never used', async () => {
    const { library } = newLibrary();
    expect(await library.sweep(() => false)).toEqual({ kind: 'swept', removed: [] });
  });
});

describe.each(mediaTypes)('a file of %s', (type) => {
  const ending = fileEndings[type];
  const bytes = type === 'image/png' ? picture : tinyClip(type);

  test('lies, is found, and is copied under the ending of its kind', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library, bytes, type);
    expect(everyFileIn(library.folder)).toEqual([`${sha256}.${ending}`]);
    expect(library.pathOf(sha256).endsWith(`${sha256}.${ending}`)).toBe(true);
    expect([library.has(sha256), library.has(absent)]).toEqual([true, false]);
    expect(await library.conditionOf(sha256, bytes.byteLength)).toBe('sound');
    expect(await library.everyName()).toEqual({ kind: 'names', names: [sha256] });
    const target = temporaryFolder();
    await library.copyTo(sha256, target, `fox.${ending}`);
    await library.copyTo(sha256, target, `fox.${ending}`);
    expect(everyFileIn(target)).toEqual([`fox (2).${ending}`, `fox.${ending}`]);
  });

  test('is swept only when nothing points to it, its thumbnail too', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library, bytes, type);
    await library.saveThumbnail(sha256, Uint8Array.of(1));
    expect(await library.sweep(() => true)).toEqual({ kind: 'swept', removed: [] });
    const swept = await library.sweep(() => false);
    if (swept.kind !== 'swept') throw new Error(swept.reason);
    expect([...swept.removed].sort()).toEqual([`${sha256}.${ending}`, `${sha256}.webp`].sort());
    expect(everyFileIn(library.folder)).toEqual([]);
  });

  test('is set aside whole, beside what lies there already', async () => {
    const { data, library } = newLibrary();
    const target = join(data, 'aside');
    mkdirSync(target);
    const { sha256 } = await saved(library, bytes, type);
    writeFileSync(join(target, `${sha256}.${ending}`), 'another');
    const moved = await library.setAside(sha256, target);
    expect(moved).toEqual({ kind: 'moved', path: join(target, `${sha256} (2).${ending}`) });
    expect(readFileSync(join(target, `${sha256} (2).${ending}`))).toEqual(Buffer.from(bytes));
    expect(library.has(sha256)).toBe(false);
  });

  test('altered, it is set aside under its own ending when it is delivered anew', async () => {
    const { library } = newLibrary();
    const { sha256 } = await saved(library, bytes, type);
    writeFileSync(library.pathOf(sha256), 'other');
    await saved(library, bytes, type);
    expect(everyFileIn(library.folder)).toEqual([
      `${sha256}.altered-1.${ending}`,
      `${sha256}.${ending}`,
    ]);
  });
});
