import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationFolder } from '../../../src-main/shell/data-place';
import { keyVault, type SafeStorage } from '../../../src-main/shell/key-vault';

function storage(isThere: boolean, backend: string): SafeStorage {
  return {
    isEncryptionAvailable: () => isThere,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (sealed) => Buffer.from(sealed).reverse().toString(),
  };
}

test('a real key store seals', () => {
  const vault = keyVault(storage(true, 'gnome_libsecret'), 'linux');
  if (vault.kind !== 'ready') throw new Error(vault.reason);
  const sealed = vault.seal('a secret');
  expect(Buffer.from(sealed).toString()).not.toBe('a secret');
  expect(vault.unseal(new Uint8Array(sealed))).toBe('a secret');
});

test.each([
  ['there is none', storage(false, 'gnome_libsecret'), 'linux'],
  ['it only knows a password that everybody knows', storage(true, 'basic_text'), 'linux'],
  ['it is not known which it is', storage(true, 'unknown'), 'linux'],
  ['the system has none', storage(false, ''), 'darwin'],
])('where %s, nothing is sealed, and a sentence says so', (_, safeStorage, platform) => {
  const vault = keyVault(safeStorage, platform);
  expect(vault).toMatchObject({ kind: 'none', reason: expect.stringMatching(/^[A-Z].*\.$/) });
});

test('elsewhere than on Linux the kind of key store is not asked for', () => {
  const mac: SafeStorage = {
    ...storage(true, ''),
    getSelectedStorageBackend: () => {
      throw new Error('there is no such call here');
    },
  };
  expect(keyVault(mac, 'darwin').kind).toBe('ready');
});

test('the person’s own folder lies apart from the data', () => {
  const folder = (platform: NodeJS.Platform, env = {}) =>
    configurationFolder({ platform, env }, join('/', 'home', 'ada'));
  expect(folder('linux')).toBe(join('/', 'home', 'ada', '.config', 'tally'));
  expect(folder('linux', { XDG_CONFIG_HOME: '/etc/ada' })).toBe(join('/etc/ada', 'tally'));
  expect(folder('darwin')).toBe(join('/', 'home', 'ada', 'Library', 'Preferences', 'Tally'));
  expect(folder('win32', { LOCALAPPDATA: join('/', 'local') })).toBe(join('/', 'local', 'Tally'));
});
