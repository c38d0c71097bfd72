import { expect, test } from 'vitest';
import { historyOf } from '../../../src-shared/jobs/project-history';
import { at, doneAt, failedUnprocessed, jobWith } from '../../helpers/page-records';

test('B12 counts the tries of the same prompt that were charged or are held', () => {
  const jobs = [
    jobWith({ id: 'a', batchId: '1', state: doneAt(1), request: { prompt: 'a heron ' } }),
    jobWith({ id: 'b', batchId: '2', request: { prompt: 'a heron' } }),
    jobWith({ id: 'c', batchId: '3', state: failedUnprocessed, request: { prompt: 'a heron' } }),
    jobWith({ id: 'd', state: doneAt(2), request: { prompt: 'a fox' } }),
  ];
  expect(historyOf(jobs, 'a heron').triesOfPrompt).toBe(2);
  expect(historyOf(jobs, ' ').triesOfPrompt).toBe(0);
});

test('B12 a batch of four is one try', () => {
  const jobs = ['a', 'b', 'c', 'd'].map((id) =>
    jobWith({ id, batchId: 'one', request: { prompt: 'a heron' } }),
  );
  expect(historyOf(jobs, 'a heron').triesOfPrompt).toBe(1);
});

test('B12 knows the model of the newest job', () => {
  const jobs = [
    jobWith({ id: 'a', createdAt: at(9), request: { model: 'newest' } }),
    jobWith({ id: 'b', createdAt: at(1), request: { model: 'older' } }),
  ];
  expect(historyOf(jobs, 'x').lastModel).toBe('newest');
  expect(historyOf([], 'x').lastModel).toBeNull();
});
