import { randomInt } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Ended, ownerOf, startOutside } from '../helpers/outside-terminal';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';
import { readBooks } from './books';
import { chanceOf } from './seeded-random';
import { filesIn } from './victim-talk';

const kills = 10;
const seed = Number(process.env['TALLY_CHAOS_SEED'] ?? randomInt(2 ** 32));

let folder: string;
let data: string;

// Builds Tally where that was not done yet.
beforeAll(
  () => startOutside(['version', '--data', join(tmpdir(), 'tally-built')], tmpdir()).ended,
  120_000,
);
beforeEach(() => {
  folder = realpathSync(temporaryFolder());
  data = join(folder, 'data');
});
afterEach(async () => {
  await vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });
  removeFolder(folder);
}, 60_000);

function tally(...argv: string[]): Promise<Ended> {
  return startOutside([...argv, '--data', data], folder).ended;
}

/** Ends the app's main process as a power cut would, and waits until it is gone. */
async function killOwner(): Promise<boolean> {
  const owner = ownerOf(data);
  if (owner === null) return false;
  process.kill(owner, 'SIGKILL');
  await vi.waitUntil(() => ownerOf(data) === null, { timeout: 10_000, interval: 10 });
  return true;
}

test(`${kills} kills of the real app while Sketch paints (seed ${seed}) charge every picture once`, async () => {
  const chance = chanceOf(seed);
  await tally('begin', '--card', 'ai-studios', '--plan', 'team');
  let killed = 0;
  let cutOff = 0;
  for (let batch = 0; killed < kills && batch < 3 * kills; batch += 1) {
    const picture = ['generate', `a fox, ${batch}`, '--size', '1024x1024', '--quality', 'basic'];
    const command = tally(...picture, '--count', '4');
    await vi.waitUntil(() => ownerOf(data) !== null, { timeout: 30_000, interval: 10 });
    // From the first moment of its start, recovery included, to the middle of the work.
    await pause(chance.below(3000));
    if (await killOwner()) killed += 1;
    await command;
    const books = readBooks(data);
    expect(books?.problems ?? []).toEqual([]);
    cutOff += books?.running ?? 0;
  }
  expect(killed).toBe(kills);
  expect(cutOff).toBeGreaterThan(0);
  expect((await tally('queue', 'wait')).status).toBe(0);
  expect((await tally('verify')).status).toBe(0);
  const books = readBooks(data);
  expect(books).toMatchObject({ problems: [], unfinished: 0, charged: books?.delivered });
  expect(books?.delivered).toBeGreaterThan(0);
  const files = filesIn(join(data, 'library'));
  expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(books?.files.size ?? -1);
  // Thumbnails too belong to a delivered picture, each of them.
  expect(files.filter((name) => books?.files.has(name.slice(0, 64)) !== true)).toEqual([]);
  process.stdout.write(
    `chaos: ${killed} kills of the app, seed ${seed}; ${cutOff} jobs cut off, ${books?.delivered} pictures, ${books?.charged} credits\n`,
  );
}, 240_000);
