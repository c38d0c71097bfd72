import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownerOf, startOutside } from '../helpers/outside-terminal';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';

// Every command here is a process of its own that starts Tally's real main process.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let data: string;

beforeEach(() => {
  folder = realpathSync(temporaryFolder());
  data = join(folder, 'data');
});
afterEach(async () => {
  await ownerGone();
  removeFolder(folder);
});

const ownerGone = () =>
  vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });

async function tally(...argv: string[]): Promise<unknown> {
  const { status, output } = await startOutside([...argv, '--data', data, '--json'], folder).ended;
  const reply = JSON.parse(output) as { ok: boolean; result: unknown };
  expect({ status, ok: reply.ok }).toEqual({ status: 0, ok: true });
  return reply.result;
}

test('whoever only uses the terminal gets the daily backup too, and can restore it', async () => {
  await tally('begin', '--card', 'ai-studios', '--plan', 'free');
  await ownerGone();
  const [backup = ''] = readdirSync(join(data, 'backups'));
  expect(backup).toMatch(/^day-\d{4}-\d{2}-\d{2}\.sqlite$/);
  const out = join(folder, 'fox.json');
  const delivered = await tally('generate', 'a fox', '--size', '256x256', '--quality', 'basic');
  const job = /"([0-9a-f-]{36}-0)"/.exec(JSON.stringify(delivered))?.[1];
  const statement = JSON.stringify(await tally('statement'));
  const charge = new RegExp(`"(charge:${job}:[^"]+)"`).exec(statement)?.[1] ?? '';
  expect(await tally('receipt', charge, '--out', out)).toMatchObject({ path: out });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ charge: { job, credits: 1 } });
  expect(await tally('backups', 'restore', backup, '--yes')).toMatchObject({ restarting: true });
  await ownerGone();
  expect(await tally('proof', 'show')).toMatchObject({
    atStart: { kind: 'older-backup', charged: { pictures: 1, credits: 1 } },
  });
  expect(await tally('balance')).toMatchObject({ available: 15, held: 0 });
});
