import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  defaultDataFolder,
  realFolderPath,
  secureSocketFolder,
  socketAddress,
} from '../../scripts/socket-address.mjs';
import { temporaryFolder } from './temporary-folder';

const linux = { platform: 'linux', temporaryFolder: '/tmp', userId: 1000 };
const userId = process.getuid?.() ?? 0;

describe('socketAddress', () => {
  test('is short however long the folder is, and differs between folders and users', () => {
    const long = socketAddress(`/home/${'x'.repeat(4000)}`, linux);
    expect(long).toMatch(/^\/tmp\/tally-1000\/[0-9a-f]{16}\.sock$/);
    expect(socketAddress('/a', linux)).not.toBe(socketAddress('/b', linux));
    expect(socketAddress('/a', linux)).not.toBe(socketAddress('/a', { ...linux, userId: 1001 }));
    expect(socketAddress('/a', linux)).toBe(
      socketAddress('/a', { ...linux, temporaryFolder: '/tmp/' }),
    );
  });

  test('is a named pipe on Windows', () => {
    const windows = { platform: 'win32', temporaryFolder: 'C:\\Temp', userId: -1 };
    expect(socketAddress('C:\\Data', windows)).toMatch(/^\\\\\.\\pipe\\tally-[0-9a-f]{16}$/);
  });
});

describe.skipIf(process.platform === 'win32')('folders', () => {
  test('one folder reached by two paths has one real path, also before it exists', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    expect(realFolderPath(join(folder, 'link'))).toBe(join(folder, 'data'));
    expect(realFolderPath(join(folder, 'link', 'new', 'deep'))).toBe(join(folder, 'data/new/deep'));
    expect(realFolderPath(join(folder, 'data', '..', 'link'))).toBe(join(folder, 'data'));
  });

  test('a socket folder is made private, and one open to others is refused', () => {
    const address = join(temporaryFolder(), 'tally', 'x.sock');
    secureSocketFolder(address, userId);
    expect(statSync(dirname(address)).mode & 0o777).toBe(0o700);
    chmodSync(dirname(address), 0o777);
    expect(() => secureSocketFolder(address, userId)).toThrow('not a private folder of yours');
  });

  test('a socket folder that is a link or belongs to somebody else is refused', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'tally'));
    expect(() => secureSocketFolder(join(folder, 'tally', 'x.sock'), userId)).toThrow('private');
    const address = join(folder, 'elsewhere', 'x.sock');
    expect(() => secureSocketFolder(address, userId + 1)).toThrow('private');
  });
});

test('the default data folder follows the habit of each system', () => {
  const homeFolder = '/home/ada';
  expect(defaultDataFolder({ platform: 'linux', env: {}, homeFolder })).toBe(
    join(homeFolder, '.local/share/Tally'),
  );
  expect(
    defaultDataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, homeFolder }),
  ).toBe(join('/data', 'Tally'));
  expect(defaultDataFolder({ platform: 'darwin', env: {}, homeFolder })).toBe(
    join(homeFolder, 'Library/Application Support/Tally'),
  );
  expect(defaultDataFolder({ platform: 'win32', env: { APPDATA: '/roaming' }, homeFolder })).toBe(
    join('/roaming', 'Tally'),
  );
});
