import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alterGrant, makeNewer, setWatermark } from './data-folder';
import { expect, type StartOptions, type Tally, tallyCommand, test } from './open-tally';
import { allEnded, balance, generate, show } from './studio-page';
import { freePlan } from './welcome';

type Ended = { readonly status: number | null; readonly output: string; readonly error: string };

const answeredDialogs = join(import.meta.dirname, 'answered-dialogs');
const crashingPage = join(import.meta.dirname, 'crashing-page');

/** Starts Tally without Playwright, for starts that end by themselves. */
async function startAndEnd(folder: string, options?: StartOptions): Promise<Ended> {
  const { path, args, env } = await tallyCommand(folder, options);
  const child = spawn(path, args, { env });
  let [output, error] = ['', ''];
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    error += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output, error }));
  });
}

/** The one line of JSON in what a process wrote. */
function jsonLine(text: string): unknown {
  const line = text.split('\n').find((candidate) => candidate.startsWith('{'));
  return line === undefined ? null : JSON.parse(line);
}

async function makePicture({ page }: Pick<Tally, 'page'>): Promise<void> {
  await generate(page, { prompt: 'a red boat', side: 256, quality: 'Basic' });
  await allEnded(page);
  await expect(balance(page)).toHaveText('15 credits');
}

test('a second Tally on the same data brings the first to the front and ends', async ({
  opened,
  folder,
}) => {
  const { app, page } = await opened(freePlan);
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  const second = await startAndEnd(folder);
  expect(second.status).toBe(0);
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
  await expect(balance(page)).toHaveText('16 credits');
});

test('a ledger of a newer Tally is left alone, with a sentence', async ({ opened, folder }) => {
  const tally = await opened(freePlan);
  await tally.quit();
  makeNewer(folder);
  const before = readFileSync(join(folder, 'tally.sqlite'));
  const host = await startAndEnd(folder, { args: ['--host'] });
  expect(host.status).toBe(78);
  expect(jsonLine(host.error)).toMatchObject({
    refusal: {
      code: 'data-unusable',
      reason: 'newer',
      message: expect.stringContaining('update Tally to open it'),
    },
  });
  const window = await startAndEnd(folder, { application: answeredDialogs });
  expect(window.status).toBe(78);
  expect(jsonLine(window.output)).toMatchObject({
    type: 'error',
    message: 'Tally can’t open its ledger',
    detail: expect.stringContaining('written by a newer Tally'),
    buttons: ['Show the folder', 'Quit'],
  });
  expect(readFileSync(join(folder, 'tally.sqlite'))).toEqual(before);
});

test('a damaged ledger is explained, and a backup brings Tally back', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(freePlan);
  await first.quit();
  // As on the next day: the newest backup is one of a workspace that has begun.
  rmSync(join(folder, 'backups'), { recursive: true });
  const second = await open(folder);
  await makePicture(second);
  await second.quit();
  const damaged = Buffer.alloc(8192, 0x5a);
  writeFileSync(join(folder, 'tally.sqlite'), damaged);
  const left = await startAndEnd(folder, { application: answeredDialogs });
  expect(left.status).toBe(78);
  expect(jsonLine(left.output)).toMatchObject({
    detail: expect.stringContaining('is damaged and was not opened'),
    buttons: [expect.stringMatching(/^Restore the backup of \d{4}-/), 'Show the folder', 'Quit'],
  });
  const restored = await open(folder, { application: answeredDialogs, env: { ANSWER: 'Restore' } });
  // The picture that was made since the backup is there, and so it was charged again.
  await expect(balance(restored.page)).toHaveText('15 credits');
  expect(readFileSync(join(folder, 'set-aside-1', 'tally.sqlite'))).toEqual(damaged);
  await generate(restored.page, { prompt: 'a red boat', side: 256, quality: 'Basic' });
  await allEnded(restored.page);
  await expect(balance(restored.page)).toHaveText('14 credits');
});

test('an entry that was altered behind Tally’s back keeps it from starting', async ({
  opened,
  folder,
}) => {
  const tally = await opened(freePlan);
  await tally.quit();
  alterGrant(folder, 1_000_000);
  const host = await startAndEnd(folder, { args: ['--host'] });
  expect(host.status).toBe(78);
  expect(jsonLine(host.error)).toMatchObject({
    refusal: { reason: 'chain-broken', detail: expect.stringContaining('Entry 1') },
  });
});

test('a clock that was set back is said, and credit stays as it is', async ({
  opened,
  open,
  folder,
}) => {
  const tally = await opened(freePlan);
  await tally.quit();
  setWatermark(folder, Date.now() + 10 * 24 * 60 * 60 * 1000);
  const { page } = await open(folder);
  const banner = page.getByRole('status').filter({ hasText: 'The clock of this computer' });
  await expect(banner).toContainText('is 10 days behind what Tally has already seen');
  await makePicture({ page });
  await show(page, 'Settings');
  await expect(page.getByRole('main')).toContainText('10 days behind');
});

test('a page that crashes is loaded again and knows all', async ({ opened, folder }) => {
  const tally = await opened(freePlan);
  await tally.quit();
  const ended = await startAndEnd(folder, { application: crashingPage });
  expect(ended.status).toBe(0);
  expect(ended.error).toContain('the window’s page is gone reason="crashed"');
  expect(jsonLine(ended.output)).toMatchObject({ text: expect.stringContaining('16 credits') });
});
