import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyJobs } from '../../../src-main/jobs/verify-jobs';
import { allEnded, inState, submit, workingFlow } from '../../flows/flow';
import type { TestStudio } from '../../helpers/test-studio';

let flow: TestStudio;

// One job done, one failed, one cancelled, one running, one waiting.
beforeEach(async () => {
  flow = await workingFlow();
  flow.engine.scripts.push(
    { kind: 'deliver' },
    { kind: 'refuse', message: 'no' },
    { kind: 'wait-for-release' },
  );
  const [, , cancelled, running] = await submit(flow, { count: 5 });
  if (!cancelled || !running) throw new Error('too few jobs');
  await inState(flow, cancelled.id, 'running');
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  await flow.client.jobs.cancel({ jobId: cancelled.id });
  await inState(flow, running.id, 'running');
  expect(check()).toBeNull();
});

afterEach(async () => {
  flow.engine.release();
  await allEnded(flow);
});

type Problem = { at: string; message: string } | null;

function check(): Problem {
  const steps = verifyJobs(flow.studio.ports.database);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Does harm in a transaction that is taken back, and answers what verify said of it. */
function checkAfter(harm: string): Problem {
  const { database } = flow.studio.ports;
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN');
  try {
    expect(database.prepare(harm).run().changes).toBeGreaterThan(0);
    return check();
  } finally {
    database.exec('ROLLBACK');
    database.pragma('foreign_keys = ON');
  }
}

test.each([
  [
    'a delivered job passed off as cancelled',
    "update job set state = 'cancelled' where state = 'done'",
  ],
  [
    'a delivered job passed off as waiting',
    "update job set state = 'waiting', ended_at = null where state = 'done'",
  ],
  [
    'a cancelled job passed off as delivered',
    "update job set state = 'done' where state = 'cancelled'",
  ],
  [
    'a failed job passed off as processed',
    `update job set failure_json = replace(failure_json, 'false', 'true') where state = 'failed'`,
  ],
  [
    'a running job passed off as cancelled',
    "update job set state = 'cancelled', ended_at = 1 where state = 'running'",
  ],
  ['another price', "update job set price = price + 1 where state = 'waiting'"],
  ['a charged job without its picture', 'delete from asset'],
  [
    'a picture without a charge',
    "insert into asset select waiting.id, waiting.id, sha256, media_type, bytes, width, height, created_at, removed_at, reading from asset, (select id from job where state = 'waiting') as waiting",
  ],
  ['credit held for a job that is gone', "delete from job where state = 'waiting'"],
])('%s is found', (_, harm) => {
  expect(checkAfter(harm)).toMatchObject({ at: expect.any(String), message: expect.any(String) });
  expect(check()).toBeNull();
});
