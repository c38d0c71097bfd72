import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTexts } from '../../src-main/gallery/png-text';
import { settlementOf } from '../../src-shared/jobs/job';
import {
  allEnded,
  balance,
  entriesOf,
  inState,
  jobNow,
  listen,
  submissionOf,
  submit,
  submitOne,
  workingFlow,
} from './flow';

test('A1 B8 from a prompt to a picture in the gallery, paid for once', async () => {
  const flow = await workingFlow();
  expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  const job = await submitOne(flow, { request: { prompt: 'a fox in the snow', seed: 11 } });
  await inState(flow, job.id, 'done');
  expect(await balance(flow)).toEqual({ available: 15, held: 0 });
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'charge 1']);

  const { items, total } = await flow.client.gallery.list({ after: null, limit: 10 });
  expect(total).toBe(1);
  const [item] = items;
  if (item === undefined) throw new Error('the gallery is empty');
  expect(item.job.id).toBe(job.id);
  expect(settlementOf(item.job)).toBe('charged');

  const detail = await flow.client.gallery.detail({ assetId: item.asset.id });
  expect(detail.condition).toBe('sound');
  expect(detail.parameters).toContain('a fox in the snow');
  const texts = readTexts(readFileSync(flow.studio.ports.library.pathOf(item.asset.sha256)));
  expect(texts?.get('parameters')).toBe(detail.parameters);
  expect(texts?.get('tally')).toContain(job.id);
});

test('what the receipt showed is what was held, and what was held is what was charged', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push(
    ...Array.from({ length: 3 }, () => ({ kind: 'wait-for-release' }) as const),
  );
  const submission = await submissionOf(flow, { count: 3 });
  expect(submission.accepted.total).toBe(3);
  const { jobs, balance: after } = await flow.client.jobs.submit(submission);
  expect(after).toMatchObject({ available: 13, held: 3 });
  expect(jobs.map(({ price }) => price)).toEqual([1, 1, 1]);
  for (const job of jobs) {
    await inState(flow, job.id, 'running');
    flow.engine.release();
    await inState(flow, job.id, 'done');
  }
  expect(await balance(flow)).toEqual({ available: 13, held: 0 });
});

test('a batch has following seeds, runs in its order, and settles one by one', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
  const jobs = await submit(flow, { count: 4, request: { seed: 4_294_967_294 } });
  await allEnded(flow);
  expect(flow.engine.orders.map(({ request }) => request.seed)).toEqual([
    4_294_967_294, 4_294_967_295, 0, 1,
  ]);
  expect(jobs.map(({ id }) => jobNow(flow, id).state.kind)).toEqual([
    'done',
    'failed',
    'done',
    'done',
  ]);
  expect(await balance(flow)).toEqual({ available: 13, held: 0 });
});

test('one event carries job, asset and balance of a delivery', async () => {
  const flow = await workingFlow();
  const heard = listen(flow);
  const job = await submitOne(flow);
  await inState(flow, job.id, 'done');
  const changes = heard.filter((event) => event.kind === 'jobs-changed');
  expect(changes.map(({ jobs }) => jobs.map(({ state }) => state.kind))).toEqual([
    ['waiting'],
    ['running'],
    ['done'],
  ]);
  expect(changes.map(({ balance: { available, held } }) => [available, held])).toEqual([
    [15, 1],
    [15, 1],
    [15, 0],
  ]);
  expect(changes.map(({ assets }) => assets.map(({ jobId }) => jobId))).toEqual([[], [], [job.id]]);
});

test('progress never goes back', async () => {
  const flow = await workingFlow();
  const heard = listen(flow);
  const job = await submitOne(flow);
  await inState(flow, job.id, 'done');
  const fractions = heard.flatMap((event) => (event.kind === 'job-progress' ? event.fraction : []));
  expect(fractions.length).toBeGreaterThan(0);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
});

test('B8 a refusal by the engine is not charged, and the card’s word agrees with the ledger', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'refuse', message: 'This engine paints no cats.' });
  const job = await submitOne(flow);
  const failed = await inState(flow, job.id, 'failed');
  expect(settlementOf(failed)).toBe('not charged');
  expect(failed.state).toMatchObject({ failure: { message: 'This engine paints no cats.' } });
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'release 1']);
  expect(await balance(flow)).toEqual({ available: 16, held: 0 });
});

test('what an engine never answered keeps its hold', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'unknown' });
  const job = await submitOne(flow);
  const unknown = await inState(flow, job.id, 'unknown');
  expect(settlementOf(unknown)).toBe('held');
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1']);
  expect(await balance(flow)).toEqual({ available: 15, held: 1 });
});

test('the same picture made twice is charged twice, and both are kept', async () => {
  const flow = await workingFlow();
  const first = await submitOne(flow);
  const second = await submitOne(flow);
  await allEnded(flow);
  expect(first.id).not.toBe(second.id);
  expect(await balance(flow)).toEqual({ available: 14, held: 0 });
  expect((await flow.client.gallery.list({ after: null, limit: 10 })).total).toBe(2);
});

test('every line of a statement says why it is there', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
  await submit(flow, { count: 2 });
  await allEnded(flow);
  const { lines, older } = await flow.client.credits.statement({
    before: null,
    limit: 50,
    jobId: null,
  });
  expect(older).toBeNull();
  expect(lines.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  expect(lines.map(({ kind, explanation }) => `${kind}: ${explanation}`).toReversed()).toEqual([
    'grant: Granted by the plan for its cycle; what is left of it lapses on 28 Feb 2026.',
    'hold: Put aside for Image generator (basic) when it was queued, from the plan credit that lapses soonest (28 Feb 2026).',
    'hold: Put aside for Image generator (basic) when it was queued, from the plan credit that lapses soonest (28 Feb 2026).',
    'charge: Charged once for Image generator (basic): the picture was delivered.',
    'release: Given back: Image generator (basic) was not made, so nothing is charged.',
  ]);
  const [release, charge, second, first, grant] = lines.map((line) => [
    line.availableAfter,
    line.heldAfter,
  ]);
  expect([grant, first, second, charge, release]).toEqual([
    [16, 0],
    [15, 1],
    [14, 2],
    [14, 1],
    [15, 0],
  ]);
});

test('a statement is read page by page without a gap or a repeat', async () => {
  const flow = await workingFlow();
  await submit(flow, { count: 7 });
  await allEnded(flow);
  const numbers: number[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof flow.client.credits.statement>> =
      await flow.client.credits.statement({ before, limit: 4, jobId: null });
    numbers.push(...page.lines.map(({ number }) => number));
    before = page.older;
  } while (before !== null);
  expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
});

test('taking a picture out of the gallery and back changes neither file nor charge', async () => {
  const flow = await workingFlow();
  const job = await submitOne(flow);
  await inState(flow, job.id, 'done');
  const before = await entriesOf(flow, null);
  const list = async () => (await flow.client.gallery.list({ after: null, limit: 10 })).total;
  await flow.client.gallery.remove({ assetIds: [job.id] });
  expect(await list()).toBe(0);
  await flow.client.gallery.restore({ assetIds: [job.id] });
  expect(await list()).toBe(1);
  expect(await entriesOf(flow, null)).toEqual(before);
});
