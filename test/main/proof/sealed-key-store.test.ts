import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSeal, sealOf } from '../../../scripts/proof/seal.mjs';
import { sealedKeyStore } from '../../../src-main/proof/sealed-key-store';
import { keyFrom, makeKey, type SigningKey } from '../../../src-main/proof/signing-key';
import { memoryVault } from '../../helpers/memory-vault';
import { temporaryFolder } from '../../helpers/temporary-folder';

async function keyIn(folder: string, owner?: string): Promise<SigningKey> {
  const opened = await sealedKeyStore(folder, () => memoryVault(owner)).open();
  if (opened.kind === 'none') throw new Error(opened.reason);
  return opened.key;
}

const keyFiles = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('signing-key'));

test('a folder has one key for life, and its secret is nowhere in the clear', async () => {
  const folder = temporaryFolder();
  const first = await keyIn(folder);
  const again = await keyIn(folder);
  expect(again.fingerprint).toBe(first.fingerprint);
  const [name = ''] = keyFiles(folder);
  expect(keyFiles(folder)).toHaveLength(1);
  expect(name).toBe(`signing-key-${first.fingerprint.slice(0, 16)}.sealed`);
  const secretStart = Buffer.from('302e020100300506032b6570', 'hex').toString('base64');
  expect(readFileSync(join(folder, name), 'latin1')).not.toContain(secretStart);
});

test('another computer signs with a key of its own and leaves the first alone', async () => {
  const folder = temporaryFolder();
  const first = await keyIn(folder);
  const second = await keyIn(folder, 'another computer');
  expect(second.fingerprint).not.toBe(first.fingerprint);
  expect((await keyIn(folder)).fingerprint).toBe(first.fingerprint);
  expect((await keyIn(folder, 'another computer')).fingerprint).toBe(second.fingerprint);
});

test('a spoilt file is left where it is, and there is a new key', async () => {
  const folder = temporaryFolder();
  const first = await keyIn(folder);
  const [name = ''] = keyFiles(folder);
  writeFileSync(join(folder, name), 'spoilt');
  expect((await keyIn(folder)).fingerprint).not.toBe(first.fingerprint);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('spoilt');
});

test('without a vault, or when it fails, there is no key, and why is said', async () => {
  const reason = 'There is none here.';
  expect(await sealedKeyStore(temporaryFolder(), () => ({ kind: 'none', reason })).open()).toEqual({
    kind: 'none',
    reason,
  });
  const failing = {
    ...memoryVault(),
    seal: () => {
      throw new Error('the keyring is locked');
    },
  };
  const folder = temporaryFolder();
  expect(await sealedKeyStore(folder, () => failing).open()).toEqual({
    kind: 'none',
    reason: 'A signing key could not be kept (the keyring is locked).',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a key comes back from its secret and signs what only its public half accepts', () => {
  const { key, secret } = makeKey();
  const again = keyFrom(secret);
  expect(again.fingerprint).toBe(key.fingerprint);
  const body = { amount: 5 };
  const seal = sealOf('test 1', body, again);
  expect(checkSeal('test 1', body, seal)).toEqual({
    kind: 'signed',
    fingerprint: key.fingerprint,
  });
  expect(checkSeal('test 2', body, seal).kind).toBe('broken');
  expect(checkSeal('test 1', { amount: 6 }, seal).kind).toBe('broken');
  expect(() => keyFrom('no key')).toThrow();
});
