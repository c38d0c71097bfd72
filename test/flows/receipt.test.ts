import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/setup/project.mjs';
import { noKeyStore } from '../../src-main/proof/signing-key';
import { instant } from '../../src-shared/billing/instant';
import { temporaryFolder } from '../helpers/temporary-folder';
import type { TestStudio } from '../helpers/test-studio';
import { allEnded, inState, openFlow, refusalOf, submit, submitOne, workingFlow } from './flow';

/** Charges a picture and writes the receipt of it as the terminal does. */
async function receiptOf(flow: TestStudio): Promise<{ path: string; text: string; entry: string }> {
  const job = await submitOne(flow);
  await inState(flow, job.id, 'done');
  const entry = await chargeOf(flow, job.id);
  const out = join(flow.folder, `${job.id}.json`);
  const { path } = await flow.client.proof.receipt({ entryId: entry, out });
  if (path === null) throw new Error('no receipt was written');
  return { path, text: readFileSync(path, 'utf8'), entry };
}

async function chargeOf(flow: TestStudio, jobId: string): Promise<string> {
  const { lines } = await flow.client.credits.statement({ before: null, limit: 50, jobId });
  const charge = lines.find(({ kind }) => kind === 'charge');
  if (charge === undefined) throw new Error(`the job ${jobId} was not charged`);
  return charge.id;
}

const script = join(projectFolder, 'scripts', 'verify-receipt.mjs');
const verify = (...argv: string[]) =>
  spawnSync(process.execPath, [script, ...argv], { encoding: 'utf8' });

test('a receipt can be checked with nothing but its file', async () => {
  const flow = await workingFlow({ caller: 'terminal' });
  const { path } = await receiptOf(flow);
  const { signing } = await flow.client.proof.state();
  if (signing.kind !== 'signed') throw new Error(signing.reason);
  const { status, stdout } = verify(path, '--key', signing.fingerprint);
  expect(status).toBe(0);
  expect(stdout).toContain('Price: 1 image × 1 = 1 credit, by the card ai-studios');
  expect(stdout).toContain('16 by month 0 of ');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"credits": 1', '"credits": 2'));
  expect(verify(path).status).toBe(1);
});

test('where nothing is signed, a receipt says so and still adds up', async () => {
  const flow = await workingFlow({ caller: 'terminal', keys: noKeyStore('There is none here.') });
  const { path, text } = await receiptOf(flow);
  expect(await flow.client.proof.checkReceipt({ text })).toMatchObject({
    kind: 'sound',
    signed: false,
  });
  expect(verify(path).status).toBe(0);
});

test('the app also compares a receipt with its own ledger', async () => {
  const flow = await workingFlow({ caller: 'terminal' });
  const { text } = await receiptOf(flow);
  const check = (given: string) => flow.client.proof.checkReceipt({ text: given });
  expect(await check(text)).toMatchObject({
    kind: 'sound',
    signed: true,
    lines: expect.arrayContaining([
      'Ledger: every entry is in this workspace’s ledger just as it is here.',
      'Key: it is the key that this computer signs with.',
    ]),
  });
  const other = await workingFlow({ caller: 'terminal' });
  expect(await other.client.proof.checkReceipt({ text })).toMatchObject({
    kind: 'sound',
    lines: expect.arrayContaining([expect.stringContaining('of another workspace')]),
  });
  expect(await check('')).toMatchObject({ kind: 'broken', at: 'the file' });
  expect(await check(text.slice(0, -3))).toMatchObject({ kind: 'broken', at: 'form' });
  const { database } = flow.studio.ports;
  database.exec('begin; drop trigger entry_refuses_update; update entry set hash = zeroblob(32)');
  expect(flow.studio.proof.checkReceipt(text)).toEqual({
    kind: 'broken',
    at: 'entry 1',
    message: 'it is not in this ledger like that',
  });
  database.exec('rollback');
});

test('a receipt of a job that was held twice says so, and which lot paid in the end', async () => {
  const flow = await workingFlow({ caller: 'terminal' });
  await flow.client.jobs.pause();
  const job = await submitOne(flow);
  flow.clock.set('2026-03-01T10:00:00Z');
  await flow.client.credits.balance();
  await flow.client.jobs.resume();
  await inState(flow, job.id, 'done');
  const out = join(flow.folder, 'receipt.json');
  const { path } = await flow.client.proof.receipt({ entryId: await chargeOf(flow, job.id), out });
  const { status, stdout } = verify(path ?? '');
  expect(status).toBe(0);
  expect(stdout).toContain('Holds: 2 credits put aside, 1 charged, 1 given back');
});

test('a test workspace’s receipt bears its mark', async () => {
  const testClock = instant(Date.parse('2026-01-31T10:00:00Z'));
  const flow = await workingFlow({ caller: 'terminal', testClock });
  const { path, text } = await receiptOf(flow);
  expect(JSON.parse(text)).toMatchObject({ workspace: { testClock: true } });
  expect(verify(path).stdout).toContain('which goes by a test clock');
});

test('only a charge has a receipt, and only the terminal names its file', async () => {
  const folder = temporaryFolder();
  const flow = await openFlow({ folder, caller: 'page' });
  flow.studio.queue.work();
  await flow.client.workspace.begin({
    cardId: 'ai-studios',
    planId: 'free',
    cadence: 'monthly',
    timeZone: 'UTC',
  });
  const [job] = await submit(flow, { count: 1 });
  await allEnded(flow);
  const charge = await chargeOf(flow, job?.id ?? '');
  const ask = (entryId: string, out: string | null = null) =>
    flow.client.proof.receipt({ entryId, out });
  expect(await refusalOf(ask('no such entry'))).toMatchObject({ code: 'entry-unknown' });
  expect(await refusalOf(ask(charge.replace('charge', 'hold')))).toMatchObject({
    code: 'entry-not-a-charge',
    kind: 'hold',
  });
  const out = join(folder, 'receipt.json');
  expect(await refusalOf(ask(charge, out))).toMatchObject({ code: 'folder-not-allowed' });
  expect(existsSync(out)).toBe(false);
  expect(await ask(charge)).toEqual({ path: null, signed: true });
  Object.assign(flow.studio, { saveDialog: async (fileName: string) => ({ folder, fileName }) });
  const { path } = await ask(charge);
  expect(path).toBe(join(folder, `tally-receipt-${job?.id}.json`));
  expect(verify(path ?? '').status).toBe(0);
});
