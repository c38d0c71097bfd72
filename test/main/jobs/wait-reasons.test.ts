import { expect, test } from 'vitest';
import { waitReasonsOf } from '../../../src-main/jobs/wait-reasons';
import { credits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import type { Job, JobState } from '../../../src-shared/jobs/job';
import { aiStudios, quoteOf } from '../../helpers/cards';
import { scriptedEngine } from '../../helpers/scripted-engine';
import { foxRequest } from '../../helpers/test-studio';

function job(id: string, state: JobState = { kind: 'waiting' }): Job {
  return {
    id,
    batchId: 'batch',
    index: 0,
    batchSize: 1,
    request: foxRequest,
    quote: quoteOf(aiStudios, {}),
    price: credits(1),
    held: true,
    holds: 1,
    seat: 'seat-1',
    state,
    createdAt: instant(0),
    parentId: null,
  };
}

const jobs = [job('a', { kind: 'running', startedAt: instant(0) }), job('b'), job('c')];
const free = { paused: false, blocked: null, engines: [scriptedEngine()] };

test('a job waits its turn, behind all that runs or comes before it', () => {
  expect(waitReasonsOf(jobs, free)).toEqual({
    b: { kind: 'its-turn', ahead: 1 },
    c: { kind: 'its-turn', ahead: 2 },
  });
});

test('a job whose hold lapsed waits for credit, in the order of the queue all the same', () => {
  const unheld = { ...job('b'), held: false };
  expect(waitReasonsOf([unheld, job('c')], free)).toEqual({
    b: { kind: 'needs-credit', credits: 1 },
    c: { kind: 'its-turn', ahead: 1 },
  });
});

test('a pause is the reason before all others', () => {
  const blocked = { folder: '/library', reason: 'the disk is full' };
  const reasons = waitReasonsOf(jobs, { paused: true, blocked, engines: [] });
  expect(reasons).toEqual({ b: { kind: 'paused' }, c: { kind: 'paused' } });
});

test('a library that can’t be written is named with what is wrong', () => {
  const blocked = { folder: '/library', reason: 'the disk is full' };
  const { b } = waitReasonsOf(jobs, { ...free, blocked });
  expect(b).toEqual({
    kind: 'library-unwritable',
    message: "The folder /library can't be written (the disk is full).",
  });
});

test('an engine that is missing is said to be, in its own words if it has some', () => {
  const sick = scriptedEngine();
  const missing = { ...sick, health: () => ({ kind: 'missing', message: 'Out of ink.' }) as const };
  expect(waitReasonsOf(jobs, { ...free, engines: [missing] })['b']).toEqual({
    kind: 'engine-missing',
    message: 'Out of ink.',
  });
  expect(waitReasonsOf(jobs, { ...free, engines: [] })['b']).toMatchObject({
    kind: 'engine-missing',
  });
});

test('what has begun has no reason to wait', () => {
  expect(waitReasonsOf(jobs.slice(0, 1), free)).toEqual({});
});
