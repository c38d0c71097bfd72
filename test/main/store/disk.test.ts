import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../src-main/store/open-store';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../../helpers/small-disk';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

// Where no disk can be mounted these are skipped, and the runner says so.
describe.skipIf(noSmallDisk !== null)(`a disk of its own (${noSmallDisk ?? 'mounted'})`, () => {
  let folder: string;
  let disk: SmallDisk;
  beforeEach(() => {
    folder = temporaryFolder();
    disk = mountSmallDisk(folder, 1 << 20);
  });
  afterEach(() => {
    disk.remove();
    removeFolder(folder);
  });

  test('that became read-only is said to be so', async () => {
    const opened = await openStore(folder);
    expect(opened.kind).toBe('open');
    if (opened.kind === 'open') opened.database.close();
    disk.makeReadOnly();
    expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'read-only' });
  });

  test('that is read-only and empty is said to be so', async () => {
    disk.makeReadOnly();
    expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'read-only' });
  });

  test('that is full is said to be so, and works once there is room', async () => {
    disk.fill();
    expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'disk-full' });
    disk.empty();
    const opened = await openStore(folder);
    expect(opened.kind).toBe('open');
    if (opened.kind === 'open') opened.database.close();
  });
});
