import { describe, expect, test } from 'vitest';
import {
  hasEnded,
  type JobState,
  type JobStateKind,
  jobStateKinds,
  mayMove,
  settlementOf,
} from '../../../src-shared/jobs/job';
import { day } from '../../helpers/ledger-story';

describe('the moves of a job', () => {
  // Rows are where it is, columns where it would go: waiting, running, unknown, done, failed, cancelled.
  const table: Record<JobStateKind, string> = {
    waiting: ' . x . . . x',
    running: ' x . x x x x',
    unknown: ' x . . x x x',
    done: '    . . . . . .',
    failed: '  . . . . . .',
    cancelled: '. . . . . .',
  };
  const moves = jobStateKinds.flatMap((from) => {
    const marks = table[from].trim().split(/\s+/);
    return jobStateKinds.map((to, column) => [from, to, marks[column] === 'x'] as const);
  });
  test.each(moves)('%s → %s: %s', (from, to, legal) => expect(mayMove(from, to)).toBe(legal));
  test('the states are the six', () =>
    expect(jobStateKinds).toEqual([
      'waiting',
      'running',
      'unknown',
      'done',
      'failed',
      'cancelled',
    ]));
  test('nothing moves to where it is already', () => {
    for (const kind of jobStateKinds) expect(mayMove(kind, kind)).toBe(false);
  });
  test('an ended job never moves again, and every other can still end', () => {
    for (const from of jobStateKinds) {
      const open = jobStateKinds.filter((to) => mayMove(from, to));
      expect(hasEnded(from)).toBe(open.length === 0);
      if (!hasEnded(from)) expect(open.some(hasEnded)).toBe(true);
    }
    expect(jobStateKinds.filter(hasEnded)).toEqual(['done', 'failed', 'cancelled']);
  });
  test('nothing is delivered that was not begun', () =>
    expect(mayMove('waiting', 'done')).toBe(false));
});

describe('B8 what became of the hold', () => {
  const failure = { code: 'engine-crashed', message: 'the engine stopped' } as const;
  const failed = (processed: boolean): JobState => ({
    kind: 'failed',
    endedAt: day(2),
    failure: { ...failure, processed },
  });
  test.each<[string, JobState, string]>([
    ['waiting', { kind: 'waiting' }, 'held'],
    ['running', { kind: 'running', startedAt: day(1) }, 'held'],
    ['unknown: nobody can tell yet', { kind: 'unknown', startedAt: day(1) }, 'held'],
    ['done', { kind: 'done', endedAt: day(2) }, 'charged'],
    ['failed after the work was done', failed(true), 'charged'],
    ['failed before any work was done', failed(false), 'not charged'],
    ['cancelled', { kind: 'cancelled', endedAt: day(2) }, 'not charged'],
  ])('%s', (_, state, settlement) => expect(settlementOf({ state, held: true })).toBe(settlement));
  test('a waiting job whose hold lapsed waits for credit, and is charged nothing for that', () => {
    expect(settlementOf({ state: { kind: 'waiting' }, held: false })).toBe('waits for credit');
  });
});
