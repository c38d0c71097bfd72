import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAddress } from '../../../src-main/chat/model-address';
import type { Vault } from '../../../src-main/proof/sealed-key-store';
import { memoryVault } from '../../helpers/memory-vault';
import { type ModelServer, openModelServer } from '../../helpers/model-server';
import { openTestStudio, removeFolder, type TestStudio } from '../../helpers/test-studio';

const key = 'sk-very-secret-0123456789';
const none = { kind: 'none', reason: 'This computer offers no key store.' } as const;

let server: ModelServer;
let studio: TestStudio;
beforeEach(async () => {
  server = await openModelServer();
});
afterEach(async () => {
  await studio.studio.close();
  removeFolder(studio.folder);
  await server.close();
});

async function open(vault: Vault, before?: TestStudio): Promise<void> {
  const again = before === undefined ? {} : { folder: before.folder, clock: before.clock };
  studio = await openTestStudio({ ...again, modelVault: () => vault });
}

/** Every byte of the data folder as text. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

function connect(wish: Partial<{ address: string; model: string; key: string | null }> = {}) {
  const { address = server.address, model = 'small', key: entered = key } = wish;
  return studio.client.languageModel.connect({ address, model, key: entered });
}

async function say(): Promise<void> {
  const chatId = crypto.randomUUID();
  for await (const _ of await studio.client.chat.send({ chatId, text: 'Hello', by: 'usual' })) {
    // Only its end is waited for.
  }
}

async function begin(): Promise<void> {
  const plan = { cardId: 'ai-studios', planId: 'personal', cadence: 'monthly' } as const;
  await studio.client.workspace.begin({ ...plan, timeZone: 'UTC' });
}

describe('the key', () => {
  test('is sealed on the disk, found again after a restart, and stands nowhere else', async () => {
    const vault = memoryVault();
    await open(vault);
    await begin();
    expect(await connect()).toEqual({
      connected: { address: server.address, model: 'small' },
      key: 'kept',
      keyStoreProblem: null,
    });
    server.script.push({ kind: 'answer', pieces: [`You said ${key}`] });
    await say();
    await studio.studio.close();
    await open(vault, studio);
    const state = await studio.client.languageModel.state();
    expect(state.key).toBe('kept');
    await say();
    expect(server.arrived.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${key}`,
      `Bearer ${key}`,
    ]);
    expect(server.arrived.some(({ path }) => path.includes('sk-'))).toBe(false);
    expect(JSON.stringify(state)).not.toContain(key);
    expect(everything(studio.folder)).not.toContain(key);
    expect(everything(studio.folder)).toContain(server.address);
  });

  test('goes only to the server that it was entered for', async () => {
    await open(memoryVault());
    await begin();
    await connect();
    const other = await openModelServer();
    expect(await connect({ address: other.address, key: null })).toMatchObject({ key: 'none' });
    await say();
    expect(other.arrived[0]?.authorization).toBeUndefined();
    expect(await connect({ key: null })).toMatchObject({ key: 'none' });
    await other.close();
  });

  test('stays when only the model changes, and goes when an empty one is entered or all is forgotten', async () => {
    await open(memoryVault());
    await connect();
    expect(await connect({ model: 'large', key: null })).toMatchObject({
      connected: { model: 'large' },
      key: 'kept',
    });
    expect(await connect({ key: '' })).toMatchObject({ key: 'none' });
    await connect();
    expect(await studio.client.languageModel.forget()).toMatchObject({
      connected: null,
      key: 'none',
    });
    expect(readdirSync(studio.folder)).not.toContain('language-model-key.sealed');
  });

  test('is kept in memory for this session where there is no key store, and that is said', async () => {
    await open(none);
    await begin();
    expect(await connect()).toEqual({
      connected: { address: server.address, model: 'small' },
      key: 'session',
      keyStoreProblem: none.reason,
    });
    await say();
    expect(server.arrived[0]?.authorization).toBe(`Bearer ${key}`);
    expect(everything(studio.folder)).not.toContain(key);
    await studio.studio.close();
    await open(none, studio);
    expect(await studio.client.languageModel.state()).toMatchObject({ key: 'none' });
  });

  test('sealed on another computer is no key, and harms nothing', async () => {
    await open(memoryVault('another computer'));
    await connect();
    await studio.studio.close();
    await open(memoryVault(), studio);
    expect(await studio.client.languageModel.state()).toMatchObject({
      connected: { model: 'small' },
      key: 'none',
    });
  });
});

describe('testing a connection', () => {
  test('says that it works, or why not, and keeps nothing', async () => {
    await open(memoryVault());
    const wish = { address: server.address, model: 'small', key };
    expect(await studio.client.languageModel.test(wish)).toEqual({ kind: 'works' });
    server.script.push({ kind: 'status', status: 401 });
    expect(await studio.client.languageModel.test(wish)).toMatchObject({
      kind: 'fails',
      problem: expect.stringMatching(/does not accept the key/),
    });
    expect(await studio.client.languageModel.state()).toMatchObject({
      connected: null,
      key: 'none',
    });
  });

  test.each([
    [{ address: 'not an address' }, 'model-address-invalid'],
    [{ address: 'file:///etc/passwd' }, 'model-address-invalid'],
    [{ address: 'http://models.example/v1' }, 'model-address-invalid'],
    [{ address: 'https://me:secret@models.example/v1' }, 'model-address-invalid'],
    [{ model: '  ' }, 'model-name-missing'],
    [{ key: 'two words' }, 'model-key-invalid'],
  ])('%o is refused', async (wish, code) => {
    await open(memoryVault());
    await expect(connect(wish)).rejects.toMatchObject({ code: 'REFUSED', data: { code } });
  });
});

test.each([
  ['https://models.example/v1/', 'https://models.example/v1'],
  [' http://localhost:1234/v1 ', 'http://localhost:1234/v1'],
  ['http://[::1]:1234', 'http://[::1]:1234'],
  ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1'],
])('the address %s is taken', (text, address) =>
  expect(checkAddress(text)).toMatchObject({ kind: 'address', address }),
);

test.each([
  ['http://127.0.0.1.example.com/v1', 'not-loopback'],
  ['http://localhost.example.com/', 'not-loopback'],
  ['http://192.168.0.2/v1', 'not-loopback'],
  ['ftp://127.0.0.1/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['https://a.example/v1?key=1', 'credentials'],
  ['https://a.example/v1#key', 'credentials'],
  ['', 'unreadable'],
])('the address %s is not', (text, reason) =>
  expect(checkAddress(text)).toEqual({ kind: 'refused', reason }),
);
