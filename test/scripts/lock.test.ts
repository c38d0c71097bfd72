import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { releaseLock, tryLock, withLock } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporary-folder';

function idOfAnEndedProcess(): string {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  return String(pid);
}

test('two holders never overlap, and the one who waits is told so once', async () => {
  const path = join(temporaryFolder(), 'new', 'lock');
  const events: string[] = [];
  const hold = (name: string) => async () => {
    events.push(`${name} in`);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    events.push(`${name} out`);
  };
  let waits = 0;
  const countWait = () => {
    waits += 1;
  };
  await Promise.all([withLock(path, hold('a'), countWait), withLock(path, hold('b'), countWait)]);
  const [first, second, third, fourth] = events.map((event) => event.split(' '));
  expect([first?.[0], third?.[0]]).toEqual([second?.[0], fourth?.[0]]);
  expect([first?.[1], second?.[1], third?.[1], fourth?.[1]]).toEqual(['in', 'out', 'in', 'out']);
  expect(waits).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test('a failure gives the lock back and is passed on', async () => {
  const path = join(temporaryFolder(), 'lock');
  const failing = withLock(path, async () => {
    throw new Error('work failed');
  });
  await expect(failing).rejects.toThrow('work failed');
  expect(existsSync(path)).toBe(false);
});

test('the lock of a killed process is taken over by exactly one', async () => {
  const path = join(temporaryFolder(), 'lock');
  writeFileSync(path, idOfAnEndedProcess());
  const taken = await Promise.all(Array.from({ length: 8 }, () => tryLock(path)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(readFileSync(path, 'utf8')).toBe(String(process.pid));
  expect(await tryLock(path)).toBe(false);
  await releaseLock(path);
  expect(await tryLock(path)).toBe(true);
});

test('a lock is held as long as a child process of its dead owner is at work', async () => {
  const path = join(temporaryFolder(), 'lock');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(path, `${idOfAnEndedProcess()}\n${child.pid}`);
  expect(await tryLock(path)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await tryLock(path)).toBe(true);
});

test('the holder can name such a child', async () => {
  const path = join(temporaryFolder(), 'lock');
  await withLock(path, async (lock) => {
    await lock.alsoHeldBy(4711);
    expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n4711`);
  });
});

test('a lock without a sign of life is abandoned even if its process id is in use again', async () => {
  const path = join(temporaryFolder(), 'lock');
  writeFileSync(path, String(process.pid));
  expect(await tryLock(path)).toBe(false);
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, longAgo, longAgo);
  expect(await tryLock(path)).toBe(true);
});
