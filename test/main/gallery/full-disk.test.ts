import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../../src-main/gallery/library';
import { mountSmallDisk, noSmallDisk } from '../../helpers/small-disk';
import { temporaryFolder } from '../../helpers/temporary-folder';

const picture = new Uint8Array(400 * 1024).fill(7);

function libraryOnSmallDisk() {
  const folder = temporaryFolder();
  const disk = mountSmallDisk(folder, 1024 * 1024);
  onTestFinished(() => disk.remove());
  return { disk, library: openLibrary(join(folder, 'library')) };
}

function everyFileIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

test.skipIf(noSmallDisk)('a full disk is told of, leaves nothing behind, and heals', async () => {
  const { disk, library } = libraryOnSmallDisk();
  expect(await library.check()).toBeNull();
  disk.fill();
  const full = { kind: 'unwritable', folder: library.folder, reason: 'the disk is full' };
  expect(await library.save(picture, 'image/png')).toEqual(full);
  expect(await library.check()).toEqual(full);
  expect(everyFileIn(library.folder)).toEqual([]);
  disk.empty();
  expect(await library.check()).toBeNull();
  expect(await library.save(picture, 'image/png')).toMatchObject({
    kind: 'saved',
    bytes: picture.byteLength,
  });
});

test.skipIf(noSmallDisk)('a disk that became read-only is told of and still read', async () => {
  const { disk, library } = libraryOnSmallDisk();
  const saved = await library.save(picture, 'image/png');
  if (saved.kind !== 'saved') throw new Error(saved.reason);
  disk.makeReadOnly();
  const other = Uint8Array.from(picture).fill(8);
  expect(await library.save(other, 'image/png')).toMatchObject({ reason: 'the disk is read-only' });
  expect(await library.save(picture, 'image/png')).toEqual(saved);
  expect(await library.conditionOf(saved.sha256, saved.bytes)).toBe('sound');
  const copied = await library.copyTo(saved.sha256, library.folder, 'copy.png');
  expect(copied).toMatchObject({ kind: 'unwritable', reason: 'the disk is read-only' });
});
