import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeOwnership, takeOwnershipFrom } from '../../../src-main/shell/ownership';
import { bundleProcess, type ProcessBundle } from '../../helpers/process-bundle';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let bundle: ProcessBundle;
let folder: string;
let children: ChildProcess[] = [];

beforeAll(async () => {
  bundle = await bundleProcess(new URL('../../helpers/owner-process.ts', import.meta.url));
});
afterAll(() => bundle.remove());
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await Promise.all(children.map(end));
  children = [];
  removeFolder(folder);
});

/** Another process that tries to take the folder, and what came of it. */
async function other(): Promise<{ child: ChildProcess; kind: string }> {
  const child = spawn(process.execPath, [bundle.file, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  if (child.stdout === null) throw new Error('the process has no standard output');
  const [said] = await once(child.stdout, 'data');
  return { child, kind: String(said).trim() };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

test('one process owns a folder, which is made; every other one is told', async () => {
  folder = join(folder, 'new', 'folder');
  const mine = takeOwnership(folder);
  expect(mine.kind).toBe('owned');
  expect(existsSync(folder)).toBe(true);
  expect((await other()).kind).toBe('in-use');
  expect(takeOwnership(folder).kind).toBe('in-use');
  if (mine.kind === 'owned') mine.release();
  expect((await other()).kind).toBe('owned');
});

test('kill -9 gives the folder free', async () => {
  const first = await other();
  expect(first.kind).toBe('owned');
  expect(takeOwnership(folder).kind).toBe('in-use');
  await end(first.child);
  const mine = takeOwnership(folder);
  expect(mine.kind).toBe('owned');
  if (mine.kind === 'owned') mine.release();
});

test('of many at once, one gets it', async () => {
  const kinds = (await Promise.all(Array.from({ length: 6 }, other))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'owned')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'in-use')).toHaveLength(5);
});

test('a lock file with something in it is a lock file all the same', async () => {
  writeFileSync(join(folder, 'owner.lock'), 'x'.repeat(5000));
  const mine = takeOwnership(folder);
  expect(mine.kind).toBe('owned');
  expect((await other()).kind).toBe('in-use');
  if (mine.kind === 'owned') mine.release();
});

test('a folder that cannot be one is unusable', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(takeOwnership(file)).toEqual({ kind: 'unusable', reason: 'read-only' });
  mkdirSync(join(folder, 'taken', 'owner.lock'), { recursive: true });
  expect(takeOwnership(join(folder, 'taken'))).toEqual({ kind: 'unusable', reason: 'read-only' });
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is unusable', () => {
  chmodSync(folder, 0o500);
  expect(takeOwnership(folder)).toEqual({ kind: 'unusable', reason: 'read-only' });
  chmodSync(folder, 0o700);
});

test('an owner that is about to end is waited for; one that answers is not', async () => {
  const address = join(folder, 'socket');
  const first = await other();
  const waiting = takeOwnershipFrom(folder, address, 60_000);
  first.child.stdin?.end();
  const mine = await waiting;
  expect(mine.kind).toBe('owned');
  const server = createServer().listen(address);
  await once(server, 'listening');
  expect((await takeOwnershipFrom(folder, address, 60_000)).kind).toBe('in-use');
  server.close();
  expect((await takeOwnershipFrom(folder, address, 0)).kind).toBe('in-use');
  if (mine.kind === 'owned') mine.release();
});
