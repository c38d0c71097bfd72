// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { applyEvent } from '../../../src-renderer/stores/apply-event';
import { creditsStore } from '../../../src-renderer/stores/credits';
import { galleryStore } from '../../../src-renderer/stores/gallery';
import { endedJobs, jobsOfBatch, openJobs, queueStore } from '../../../src-renderer/stores/queue';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { assetWith, at, balanceOf, doneAt, itemWith, jobWith } from '../../helpers/page-records';
import { reset } from '../../helpers/page-stores';

const queue = () => queueStore.getState();
const gallery = () => galleryStore.getState();
const idsOf = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

beforeEach(() => {
  reset(queueStore);
  reset(galleryStore);
  reset(creditsStore);
  reset(toastStore);
});

describe('jobs-changed', () => {
  test('carries job, picture and balance into their stores at once', () => {
    const job = jobWith({ id: 'job of a', state: doneAt(3) });
    const asset = assetWith('a', 3);
    applyEvent({ kind: 'jobs-changed', jobs: [job], assets: [asset], balance: balanceOf(9) });
    expect(idsOf(endedJobs(queue().jobs))).toEqual(['job of a']);
    expect(gallery().items).toEqual([{ asset, job }]);
    expect(gallery().total).toBe(1);
    expect(creditsStore.getState().balance?.available).toBe(9);
  });

  test('keeps the order of the queue when a job in its middle changes', () => {
    const jobs = ['a', 'b', 'c'].map((id) => jobWith({ id }));
    queue().load({ paused: false, jobs, waitReasons: {} });
    queue().change([jobWith({ id: 'b', state: { kind: 'running', startedAt: at(1) } })]);
    expect(idsOf(openJobs(queue().jobs))).toEqual(['a', 'b', 'c']);
  });

  test('shows the batch that is new, and no older one that only goes on', () => {
    const old = jobWith({ id: 'a', createdAt: at(1) });
    queue().load({ paused: false, jobs: [old], waitReasons: {} });
    queue().change([jobWith({ id: 'b', createdAt: at(2) })]);
    queue().change([{ ...old, state: { kind: 'running', startedAt: at(3) } }]);
    expect(queue().shownBatch).toBe('batch of b');
  });

  test('told twice of the same picture, shows it once', () => {
    const event = {
      kind: 'jobs-changed',
      jobs: [jobWith({ id: 'job of a', state: doneAt(3) })],
      assets: [assetWith('a', 3)],
      balance: balanceOf(9),
    } as const;
    applyEvent(event);
    applyEvent(event);
    expect(gallery().items).toHaveLength(1);
    expect(gallery().total).toBe(1);
  });
});

describe('the queue', () => {
  test('begins with the batch that is being made, else with the newest', () => {
    const running = { kind: 'running', startedAt: at(1) } as const;
    const jobs = [jobWith({ id: 'a', state: running }), jobWith({ id: 'b', createdAt: at(9) })];
    queue().load({ paused: false, jobs, waitReasons: {} });
    expect(queue().shownBatch).toBe('batch of a');
  });

  test('lists ended jobs newest first', () => {
    const jobs = [jobWith({ id: 'a', state: doneAt(1) }), jobWith({ id: 'b', state: doneAt(2) })];
    queue().load({ paused: false, jobs, waitReasons: {} });
    expect(idsOf(endedJobs(queue().jobs))).toEqual(['b', 'a']);
  });

  test('forgets old ended jobs, and never an open one', () => {
    queue().change([jobWith({ id: 'open' })]);
    const ended = Array.from({ length: 260 }, (_, n) => jobWith({ id: `${n}`, state: doneAt(n) }));
    queue().change(ended);
    const kept = endedJobs(queue().jobs);
    expect(kept).toHaveLength(200);
    expect(kept.at(-1)?.id).toBe('60');
    expect(idsOf(openJobs(queue().jobs))).toEqual(['open']);
  });

  test('gives the outputs of a batch in their order', () => {
    const jobs = [1, 0].map((index) => jobWith({ id: `${index}`, batchId: 'x', index }));
    queue().load({ paused: false, jobs, waitReasons: {} });
    expect(idsOf(jobsOfBatch(queue().jobs, 'x'))).toEqual(['0', '1']);
  });

  test('keeps the last preview until there is a newer one, and none once the job has ended', () => {
    const progress = { kind: 'job-progress', jobId: 'a', remaining: null } as const;
    applyEvent({ ...progress, fraction: 0.2, preview: 'data:early' });
    applyEvent({ ...progress, fraction: 0.4, preview: null });
    expect(queue().progress['a']).toMatchObject({ fraction: 0.4, preview: 'data:early' });
    queue().change([jobWith({ id: 'a', state: doneAt(3) })]);
    expect(queue().progress['a']).toBeUndefined();
  });

  test('is told why each job waits', () => {
    const waitReasons = { a: { kind: 'its-turn', ahead: 2 } } as const;
    applyEvent({ kind: 'queue-changed', paused: true, waitReasons });
    expect(queue()).toMatchObject({ paused: true, waitReasons });
  });
});

describe('the gallery', () => {
  const page = { items: [itemWith('b', 2), itemWith('a', 1)], next: null, total: 2 };
  const shown = () => gallery().items.map(({ asset }) => asset.id);

  test('loses a deleted picture and gets it back in its place', () => {
    gallery().load({ ...page, items: [itemWith('c', 3), ...page.items], total: 3 });
    const asset = assetWith('b', 2);
    applyEvent({ kind: 'assets-changed', assets: [{ ...asset, removedAt: at(9) }] });
    expect(shown()).toEqual(['c', 'a']);
    expect(gallery().total).toBe(2);
    applyEvent({ kind: 'assets-changed', assets: [asset] });
    expect(shown()).toEqual(['c', 'b', 'a']);
    expect(gallery().total).toBe(3);
  });

  test('puts an older page after what it has, without doubles', () => {
    gallery().load({ ...page, next: 'a', total: 3 });
    gallery().append({ items: [itemWith('a', 1), itemWith('z', 0)], next: null, total: 3 });
    expect(shown()).toEqual(['b', 'a', 'z']);
    expect(gallery()).toMatchObject({ next: null, total: 3 });
  });
});

test('a picture that was come to from elsewhere is known, and counted nowhere', () => {
  const item = itemWith('old', 1);
  gallery().visit(item);
  expect(gallery()).toMatchObject({ visited: item, items: [], total: 0 });
});

test('a notice becomes a toast that can be dismissed', () => {
  applyEvent({ kind: 'notice', severity: 'problem', text: 'The disk is full.' });
  const [toast] = toastStore.getState().toasts;
  expect(toast).toMatchObject({ severity: 'problem', text: 'The disk is full.' });
  toastStore.getState().dismiss(toast?.id ?? -1);
  expect(toastStore.getState().toasts).toEqual([]);
});

test('a new balance makes a statement out of date', () => {
  const before = creditsStore.getState().revision;
  applyEvent({ kind: 'workspace-changed', workspace: { kind: 'new' }, balance: balanceOf(3) });
  expect(creditsStore.getState().revision).toBe(before + 1);
});
