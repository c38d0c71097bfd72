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
import { filesIn, orderIdOf } from './victim-talk';

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

/** Buys a unit under an id of its own, so that it can be asked for again. */
function buyUnit(number: number): Promise<Ended> {
  return tally('units', 'buy', 'team-unit', '--yes', '--id', orderIdOf(number));
}

test(`${kills} kills of the real app while Sketch paints and plans go on (seed ${seed}) charge and bill everything once`, async () => {
  const chance = chanceOf(seed);
  const plan = ['--card', 'ai-studios', '--plan', 'team', '--test-clock', '2026-01-31T10:00:00Z'];
  await tally('begin', ...plan);
  let killed = 0;
  let cutOff = 0;
  let ordered = 0;
  for (let batch = 0; killed < kills && batch < 3 * kills; batch += 1) {
    const picture = ['generate', `a fox, ${batch}`, '--size', '1024x1024', '--quality', 'basic'];
    const commands = [tally(...picture, '--count', '4')];
    await vi.waitUntil(() => ownerOf(data) !== null, { timeout: 30_000, interval: 10 });
    // From the first moment of its start, recovery included, to the middle of the work.
    await pause(chance.below(2000));
    // Two more terminals: one orders, one lets the month turn while pictures wait and are painted.
    commands.push(buyUnit(batch));
    if (batch % 2 === 1) commands.push(tally('clock', 'advance', 'next'));
    await pause(chance.below(1000));
    if (await killOwner()) killed += 1;
    await Promise.all(commands);
    ordered = batch;
    const books = readBooks(data);
    expect(books?.problems ?? []).toEqual([]);
    cutOff += books?.running ?? 0;
  }
  expect(killed).toBe(kills);
  expect(cutOff).toBeGreaterThan(0);
  for (let number = 0; number <= ordered; number += 1) {
    expect(await buyUnit(number), `order ${number}`).toMatchObject({ status: 0 });
  }
  expect((await tally('queue', 'wait')).status).toBe(0);
  expect((await tally('verify')).status).toBe(0);
  const books = readBooks(data);
  expect(books).toMatchObject({ problems: [], unfinished: 0, charged: books?.delivered });
  expect(books?.delivered).toBeGreaterThan(0);
  expect(books?.orders.size).toBe(ordered + 2);
  expect(books?.grants).toBeGreaterThanOrEqual(ordered + 2);
  const files = filesIn(join(data, 'library'));
  expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(books?.files.size ?? -1);
  // Thumbnails too belong to a delivered picture, each of them.
  expect(files.filter((name) => books?.files.has(name.slice(0, 64)) !== true)).toEqual([]);
  process.stdout.write(
    `chaos: ${killed} kills of the app, seed ${seed}; ${cutOff} jobs cut off, ${books?.delivered} pictures, ${books?.charged} credits, ${books?.orders.size} orders, ${books?.bills} bills\n`,
  );
}, 240_000);
