// @vitest-environment happy-dom
import { implement, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Tally } from '../../../src-renderer/app/bridge';
import { submitDraft } from '../../../src-renderer/create/submit-draft';
import { maskStore } from '../../../src-renderer/edit/mask-store';
import { addStep, noWork } from '../../../src-renderer/edit/mask-work';
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
import { greyPng } from '../../helpers/png';

type Submission = Parameters<Tally['jobs']['submit']>[0];

const answer: JobsChanged = { jobs: [jobWith({ id: 'new' })], balance: balanceOf(14) };
/** What the main process does with each submission, in turn; afterwards it accepts. */
const outcomes: (() => JobsChanged)[] = [];
/** The mask's name once it is kept, and what keeping it has to wait for, each time. */
const mask = 'cd'.repeat(32);
const waits: Promise<void>[] = [];
let submissions: Submission[] = [];
/** What was submitted all or none. */
let together: Submission[][] = [];

/** A canvas that is painted all over: none is to be had here. */
class PaintedCanvas {
  getContext() {
    return {
      canvas: { width: 256, height: 256 },
      clearRect: () => undefined,
      fillRect: () => undefined,
      getImageData: () => ({ data: Uint8ClampedArray.of(0, 0, 0, 255) }),
    };
  }

  async convertToBlob(): Promise<Blob> {
    return new Blob([new Uint8Array(greyPng(256, 256))], { type: 'image/png' });
  }
}

serveScreens({
  pictures: {
    bringIn: implement(contract).pictures.bringIn.handler(async () => {
      await waits.shift();
      return { sha256: mask, width: 256, height: 256 };
    }),
  },
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
  waits.length = 0;
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

describe('while the mask is being kept', () => {
  const source = 'ab'.repeat(32);

  /** Paints a dot, as the hand does just before pressing. */
  function paint() {
    vi.stubGlobal('OffscreenCanvas', PaintedCanvas);
    const picture = { sha256: source, width: 256, height: 256 };
    const fields = { tool: 'edit', edit: 'inside', source: picture, mask: null, count: 1 } as const;
    draftStore.getState().changeAndFit(fields, aiStudios);
    maskStore.getState().work(source, addStep(noWork, { kind: 'invert' }));
  }

  beforeEach(paint);
  afterEach(() => {
    reset(maskStore);
    vi.unstubAllGlobals();
  });

  test('a second press submits nothing more, however long its own mask would take', async () => {
    let open: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      open = resolve;
    });
    waits.push(Promise.resolve(), late);
    const [first, second] = [submitDraft(), submitDraft()];
    await first;
    vi.runAllTimers();
    open();
    await second;
    expect(submissions).toHaveLength(1);
    expect(submissions[0]?.request).toMatchObject({ action: { kind: 'inside', mask } });
  });

  test('A1 a form that was changed meanwhile is not submitted at a price nobody pressed', async () => {
    const pressed = submitDraft();
    draftStore.getState().change({ count: 4 });
    await pressed;
    expect(submissions).toEqual([]);
    expect(draftStore.getState().submission).toBe('none');
    expect(toastStore.getState().toasts).toHaveLength(1);
    await submitDraft();
    expect(submissions).toMatchObject([{ count: 4, accepted: { total: 4 } }]);
  });
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
