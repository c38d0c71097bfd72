import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { foxRequest, openTestStudio, removeFolder, type TestStudio } from '../helpers/test-studio';

let open: TestStudio | null = null;

afterEach(async () => {
  await open?.studio.close();
  if (open !== null) removeFolder(open.folder);
  open = null;
});

test('a prompt becomes a picture, and is charged once', async () => {
  open = await openTestStudio();
  const { client, studio } = open;
  await client.workspace.begin({
    cardId: 'ai-studios',
    planId: 'free',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
  });
  expect((await client.credits.balance()).available).toBe(16);
  const { jobs } = await client.jobs.submit({
    batchId: '7b1f4c1e-6c55-4f0e-9d0b-0a2f7a3f1d11',
    request: foxRequest,
    count: 3,
    accepted: { card: { id: 'ai-studios', version: '2026-11-01' }, total: 3 },
  });
  expect(jobs).toHaveLength(3);
  await expect
    .poll(async () => (await client.gallery.list({ after: null, limit: 10 })).total)
    .toBe(3);
  const [newest] = (await client.gallery.list({ after: null, limit: 1 })).items;
  if (newest === undefined) throw new Error('no picture');
  // The engine's last preview is what lists show.
  const { library } = studio.ports;
  expect(readFileSync(library.thumbnailOf(newest.asset.sha256))).toEqual(Buffer.of(1, 2, 3));
  const balance = await client.credits.balance();
  expect(balance).toMatchObject({ available: 13, held: 0 });
  const kinds = (
    await client.credits.statement({ before: null, limit: 50, jobId: null })
  ).lines.map((line) => line.kind);
  expect(kinds.toSorted()).toEqual(['charge', 'charge', 'charge', 'grant', 'hold', 'hold', 'hold']);
  let last: unknown = null;
  for await (const step of await client.credits.verify()) last = step;
  expect(last).toMatchObject({ kind: 'sound', entries: 7, files: 3 });
  expect(studio.recovery.requeued).toEqual([]);
});
