import { createRouterClient, ORPCError } from '@orpc/server';
import { afterEach, expect, test, vi } from 'vitest';
import { router } from '../../../src-main/rpc/router';
import type { Studio } from '../../../src-main/studio';
import { contract } from '../../../src-shared/contract/contract';
import { openTestStudio, removeFolder, type TestStudio } from '../../helpers/test-studio';

let open: TestStudio | null = null;
afterEach(async () => {
  await open?.studio.close();
  if (open !== null) removeFolder(open.folder);
  open = null;
});

/** The studio as the router sees it, with what it reports kept in a list. */
async function reportingStudio() {
  open = await openTestStudio();
  const reported: string[] = [];
  const studio: Studio = { ...open.studio, report: (_, place) => void reported.push(place) };
  return { studio, reported };
}

test('every procedure of the contract is answered, and nothing else', () => {
  const names = (areas: object) =>
    Object.entries(areas).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => `${area}.${name}`),
    );
  expect(names(router).sort()).toEqual(names(contract).sort());
});

test('B7 no procedure adds credit by hand', () => {
  const names = Object.keys(contract.credits);
  expect(names.sort()).toEqual(['balance', 'statement', 'verify']);
});

test('a time zone that there is not begins nothing', async () => {
  const { studio } = await reportingStudio();
  const client = createRouterClient(router, { context: { studio, caller: 'page' } });
  const plan = { cardId: 'ai-studios', planId: 'free', cadence: 'monthly' } as const;
  await expect(client.workspace.begin({ ...plan, timeZone: 'Etc/Unknown' })).rejects.toThrow();
  expect(await client.workspace.state()).toEqual({ kind: 'new' });
});

test('a refusal arrives typed, with a sentence, and is not reported as a bug', async () => {
  const { studio, reported } = await reportingStudio();
  const client = createRouterClient(router, { context: { studio, caller: 'page' } });
  const error: unknown = await client.jobs.cancel({ jobId: 'nobody' }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({
    code: 'REFUSED',
    defined: true,
    status: 422,
    data: { code: 'job-unknown', jobId: 'nobody' },
    message: 'There is no job nobody; look at the queue for the jobs there are.',
  });
  expect(reported).toEqual([]);
});

test('a bug is reported with its place and without what was asked', async () => {
  const { studio, reported } = await reportingStudio();
  vi.spyOn(studio.queue, 'cancel').mockRejectedValue(new TypeError('a bug'));
  const client = createRouterClient(router, { context: { studio, caller: 'page' } });
  await expect(client.jobs.cancelAll()).rejects.toThrow(TypeError);
  expect(reported).toEqual(['jobs.cancelAll']);
});
