// @vitest-environment happy-dom
import { implement, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tally } from '../../../src-renderer/app/bridge';
import { submitDraft } from '../../../src-renderer/create/submit-draft';
import { comparisonStore } from '../../../src-renderer/stores/comparison';
import { creditsStore } from '../../../src-renderer/stores/credits';
import { draftStore } from '../../../src-renderer/stores/draft';
import { queueStore } from '../../../src-renderer/stores/queue';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { workspaceStore } from '../../../src-renderer/stores/workspace';
import { contract } from '../../../src-shared/contract/contract';
import type { JobsChanged } from '../../../src-shared/contract/jobs';
import { aiStudios, quoteOf } from '../../helpers/cards';
import { serveScreens } from '../../helpers/page-client';
import { balanceOf, begunWith, jobWith } from '../../helpers/page-records';
import { reset } from '../../helpers/page-stores';

type Submission = Parameters<Tally['jobs']['submit']>[0];

const answer: JobsChanged = { jobs: [jobWith({ id: 'new' })], balance: balanceOf(14) };
/** What the main process does with each submission, in turn; afterwards it accepts. */
const outcomes: (() => JobsChanged)[] = [];
let submissions: Submission[] = [];
/** What was submitted all or none. */
let together: Submission[][] = [];

serveScreens({
  jobs: {
    submit: implement(contract).jobs.submit.handler(({ input }) => {
      submissions.push(input);
      return outcomes.shift()?.() ?? answer;
    }),
    submitTogether: implement(contract).jobs.submitTogether.handler(({ input }) => {
      together.push(input.batches);
      return outcomes.shift()?.() ?? answer;
    }),
  },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  submissions = [];
  together = [];
  outcomes.length = 0;
  reset(draftStore);
  reset(queueStore);
  reset(toastStore);
  creditsStore.getState().setBalance(balanceOf(16));
  workspaceStore.getState().setWorkspace(begunWith());
  draftStore.getState().change({ prompt: 'a heron', count: 2 });
});

afterEach(() => vi.useRealTimers());

test('submits what the receipt shows, at the price it shows', async () => {
  const { batchId } = draftStore.getState();
  await submitDraft();
  const card = { id: aiStudios.id, version: aiStudios.version };
  expect(submissions).toMatchObject([
    { batchId, count: 2, request: { prompt: 'a heron' }, accepted: { card, total: 2 } },
  ]);
  expect(queueStore.getState().jobs.has('new')).toBe(true);
  expect(creditsStore.getState().balance?.available).toBe(14);
});

test('two presses at once, and one right after the answer, submit once', async () => {
  await Promise.all([submitDraft(), submitDraft()]);
  await submitDraft();
  expect(submissions).toHaveLength(1);
  vi.runAllTimers();
  await submitDraft();
  expect(submissions).toHaveLength(2);
});

test('a press without an answer is repeated under the same batch id', async () => {
  outcomes.push(() => {
    throw new Error('something broke');
  });
  await submitDraft();
  expect(toastStore.getState().toasts).toHaveLength(1);
  await submitDraft();
  expect(submissions).toHaveLength(2);
  expect(submissions[1]?.batchId).toBe(submissions[0]?.batchId);
});

test('a changed price is shown and accepted only by another press', async () => {
  const quote = quoteOf(aiStudios, { quality: 'basic', count: 5 });
  const data = { code: 'price-changed', quote } as const;
  outcomes.push(() => {
    throw new ORPCError('REFUSED', { status: 422, data });
  });
  await submitDraft();
  expect(draftStore.getState()).toMatchObject({ refusal: data, submission: 'none' });
  await submitDraft();
  expect(submissions[1]?.accepted.total).toBe(5);
});

test('an empty prompt is refused on the spot', async () => {
  draftStore.getState().change({ prompt: ' ' });
  await submitDraft();
  expect(submissions).toEqual([]);
  expect(draftStore.getState().refusal).toEqual({ code: 'prompt-empty' });
});

test('a comparison is submitted all or none, under ids that a repeat has again', async () => {
  draftStore.getState().changeAndFit({ tool: 'playground', prompt: 'a heron' }, aiStudios);
  outcomes.push(() => {
    throw new Error('something broke');
  });
  await submitDraft();
  await submitDraft();
  expect(submissions).toEqual([]);
  const [first, second] = together;
  expect(first).toMatchObject([
    { count: 1, request: { tool: 'image', quality: 'basic' }, accepted: { total: 1 } },
    { count: 1, request: { tool: 'image', quality: 'premium' }, accepted: { total: 1 } },
  ]);
  expect(second?.map(({ batchId }) => batchId)).toEqual(first?.map(({ batchId }) => batchId));
  expect(new Set(first?.map(({ batchId }) => batchId)).size).toBe(2);
  expect(comparisonStore.getState().batches).toEqual(first?.map(({ batchId }) => batchId));
  expect(first?.[0]?.request.seed).toBe(first?.[1]?.request.seed);
});
