// @vitest-environment happy-dom
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { implement } from '@orpc/server';
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noKeyStore } from '../../../src-main/proof/signing-key';
import { ProofPanel } from '../../../src-renderer/credits/proof-panel';
import { grouped, startWords } from '../../../src-renderer/credits/proof-words';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { workspaceStore } from '../../../src-renderer/stores/workspace';
import { credits } from '../../../src-shared/billing/credits';
import { contract } from '../../../src-shared/contract/contract';
import { type Mounted, mount } from '../../helpers/mounted';
import { serveScreens } from '../../helpers/page-client';
import { reset } from '../../helpers/page-stores';
import {
  foxRequest,
  openTestStudio,
  removeFolder,
  type TestStudio,
} from '../../helpers/test-studio';

let studio: TestStudio;

async function open(options: Parameters<typeof openTestStudio>[0] = {}): Promise<Mounted> {
  studio = await openTestStudio(options);
  const { client } = studio;
  const { proof, credits: ledger } = implement(contract);
  serveScreens({
    proof: {
      state: proof.state.handler(() => client.proof.state()),
      checkReceipt: proof.checkReceipt.handler(({ input }) => client.proof.checkReceipt(input)),
      backups: proof.backups.handler(() => client.proof.backups()),
      backUpNow: proof.backUpNow.handler(() => client.proof.backUpNow()),
      restore: proof.restore.handler(({ input }) => client.proof.restore(input)),
    },
    credits: {
      verify: ledger.verify.handler(({ signal }) =>
        client.credits.verify(undefined, signal === undefined ? {} : { signal }),
      ),
    },
  });
  reset(toastStore);
  workspaceStore.getState().setWorkspace(
    await client.workspace.begin({
      cardId: 'ai-studios',
      planId: 'free',
      cadence: 'monthly',
      timeZone: 'UTC',
    }),
  );
  return mount(createElement(ProofPanel));
}

afterEach(async () => {
  await studio.studio.close();
  removeFolder(studio.folder);
});

describe('the signature', () => {
  test('tells the key’s fingerprint, which can be copied', async () => {
    const page = await open();
    await page.sees('The ledger is signed with this computer’s own key.');
    const { signing } = await studio.client.proof.state();
    if (signing.kind !== 'signed') throw new Error(signing.reason);
    expect(page.text()).toContain(grouped(signing.fingerprint));
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await page.press('Copy');
    expect(writeText).toHaveBeenCalledWith(signing.fingerprint);
  });

  test('says why there is none', async () => {
    const page = await open({ keys: noKeyStore('This computer offers no key store.') });
    await page.sees('The ledger is not signed. This computer offers no key store.');
  });
});

describe('what the start found', () => {
  const folder = '/data/pictures-not-paid';
  const none = { pictures: 0, credits: credits(0) };
  const setAside = { pictures: 0, folder: '/data/pictures-set-aside' };

  test('is told in sentences, and not at all when all is sound', () => {
    expect(startWords({ kind: 'sound' })).toEqual([]);
    expect(startWords({ kind: 'unproven', reason: 'No head.' })).toEqual(['No head.']);
    const older = { kind: 'older-backup', entries: 3, signedEntries: 1_200 } as const;
    expect(startWords({ ...older, charged: none, unpaid: { ...none, folder }, setAside })).toEqual([
      'An older backup came back: it has 3 of 1,200 signed entries.',
      'Nothing made since then had to be charged again.',
    ]);
    const words = startWords({
      ...older,
      charged: { pictures: 2, credits: credits(10) },
      unpaid: { pictures: 1, credits: credits(5), folder },
      setAside: { ...setAside, pictures: 4 },
    });
    expect(words.slice(1)).toEqual([
      'Made since then and charged again: 2 files, 10 credits.',
      `Credit did not suffice for 1 file (5 credits); they lie in ${folder}.`,
      'This workspace can’t say whose they were: 4 files, in /data/pictures-set-aside.',
    ]);
  });
});

describe('a verification', () => {
  test('ends in a verdict', async () => {
    const page = await open();
    await page.press('Verify the ledger');
    await page.sees('Sound: 1 entry and 0 files agree.');
  });

  test('can be stopped', async () => {
    const page = await open();
    let goOn: () => void = () => undefined;
    const resting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { library, assets } = studio.studio.ports;
    const file = { id: 'a-picture', sha256: 'f'.repeat(64), bytes: 1 };
    vi.spyOn(assets, 'everyFile').mockReturnValue([file, file]);
    const look = vi.spyOn(library, 'conditionOf').mockImplementation(async () => {
      await resting;
      return 'sound';
    });
    await page.press('Verify the ledger');
    await vi.waitFor(() => expect(look).toHaveBeenCalled());
    await page.press('Stop');
    goOn();
    await page.sees('Stopped before everything was checked.');
    expect(look).toHaveBeenCalledTimes(1);
  });
});

describe('a receipt', () => {
  test('that is pasted is checked, and what is none is said to be', async () => {
    const page = await open();
    await page.write('The receipt’s text', 'no receipt');
    await page.press('Check');
    await page.sees('Not sound at the file: it is no receipt of Tally.');
  });

  test('that is chosen as a file is checked at once', async () => {
    const page = await open();
    const receipt = await aReceipt();
    const input = page.body.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('there is nowhere to choose a file');
    const file = new File([receipt], 'receipt.json');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await page.sees('Sound, and signed.');
    await page.sees('Ledger: every entry is in this workspace’s ledger just as it is here.');
  });
});

/** The text of a receipt of this studio. */
async function aReceipt(): Promise<string> {
  const { client, folder, studio: opened } = studio;
  const [model] = (await client.workspace.cards()).cards;
  if (model === undefined) throw new Error('there is no card');
  opened.queue.work();
  const { jobs } = await client.jobs.submit({
    batchId: crypto.randomUUID(),
    request: foxRequest,
    count: 1,
    accepted: { card: { id: model.id, version: model.version }, total: 1 },
  });
  const [job] = jobs;
  await vi.waitFor(() => expect(opened.ports.jobs.job(job?.id ?? '')?.state.kind).toBe('done'));
  const { lines } = await client.credits.statement({
    before: null,
    limit: 5,
    jobId: job?.id ?? '',
  });
  Object.assign(opened, { saveDialog: async (fileName: string) => ({ folder, fileName }) });
  const { path } = await client.proof.receipt({ entryId: lines[0]?.id ?? '', out: null });
  return readFileSync(path ?? '', 'utf8');
}

describe('backups', () => {
  beforeEach(() => toastStore.setState({ toasts: [] }));

  test('are made and listed', async () => {
    const page = await open();
    await page.sees('There is none yet.');
    await page.press('Back up now');
    await page.sees('Restore…');
    expect(page.body.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  test('are restored only after it was said what happens', async () => {
    const page = await open();
    await page.sees('There is none yet.');
    await page.press('Back up now');
    await page.sees('Restore…');
    const [{ madeAt } = { madeAt: 0 }] = (await studio.client.proof.backups()).backups;
    expect(madeAt).toBeGreaterThan(0);
    const restore = page.body.querySelector<HTMLButtonElement>('tbody button');
    await page.press(restore?.getAttribute('aria-label') ?? '');
    await page.sees('those made since then are charged again, oldest first');
    await page.press('Leave it');
    expect(existsSync(join(studio.folder, 'tally.sqlite.unfinished'))).toBe(false);
    await page.press(restore?.getAttribute('aria-label') ?? '');
    await page.press('Restore it');
    await vi.waitFor(() => expect(toastStore.getState().toasts).toHaveLength(1));
    expect(toastStore.getState().toasts[0]?.text).toContain('next time Tally is started');
    expect(existsSync(join(studio.folder, 'tally.sqlite.unfinished'))).toBe(true);
  });

  test('that can’t be made are explained', async () => {
    const page = await open();
    await page.sees('There is none yet.');
    writeFileSync(join(studio.folder, 'backups'), 'a file in the way');
    await page.press('Back up now');
    await page.sees(/Nothing can be written to the folder .*backups/);
  });
});
