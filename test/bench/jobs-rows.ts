import { join } from 'node:path';
import { better, defineQueue, defineWorker } from 'plainjob';
import { JobQueue } from '../../src-main/jobs/job-queue';
import { submitJob } from '../../src-main/jobs/submit-job';
import type { EventHub } from '../../src-main/rpc/event-hub';
import { openSqlite } from '../../src-main/store/sqlite';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { Effort } from './effort';
import { compare, type Row } from './measure';
import { withFolder } from './open-ledger';
import { openBenchStudio, submissionOf } from './open-studio';

const silent = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** Jobs submitted one by one, or a hundred at a time, then claimed, run and settled one after the other. */
export function submitClaimSettle(effort: Effort, batchSize: 1 | 100): Promise<Row> {
  return withFolder(async (folder) => {
    const jobs = effort.pick(500, 100);
    const tally = await tallyQueue(join(folder, 'tally'));
    const plainjob = plainjobQueue(join(folder, 'plainjob.sqlite'));
    const row = await compare(
      {
        id: batchSize === 1 ? 'jobs-submitted-singly' : 'jobs-submitted-in-hundreds',
        title: `Submit, claim and settle jobs, submitted ${batchSize === 1 ? 'one by one' : 'by the hundred'}`,
        tally:
          'submit, publish to one listener and the working queue, with an engine and a library that do nothing',
        reference:
          'plainjob with synchronous=FULL: add, its worker with a processor that does nothing',
        unit: 'µs',
        goal: { kind: 'at least', ratio: 1 },
        runs: {
          tally: () => timeEach(jobs, () => tally.process(jobs, batchSize)),
          reference: () => timeEach(jobs, () => plainjob.process(jobs, batchSize)),
        },
      },
      effort.rounds,
    );
    await tally.close();
    plainjob.close();
    return row;
  });
}

async function timeEach(jobs: number, work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return ((performance.now() - begin) * 1000) / jobs;
}

/** Submits as the procedure of the contract does, then lets a queue work until all is settled. */
async function tallyQueue(folder: string) {
  const { ports, events, close } = await openBenchStudio(folder);
  let batches = 0;
  return {
    process: async (jobs: number, batchSize: number) => {
      const queue = new JobQueue(ports);
      const settled = untilSettled(events, jobs);
      for (let submitted = 0; submitted < jobs; submitted += batchSize) {
        batches += 1;
        const result = submitJob(ports, submissionOf(`batch-${batches}`, batchSize));
        if (result.kind === 'refused') throw new Error(result.refusal.code);
        queue.publish(result.jobs);
      }
      queue.work();
      await settled;
      await queue.close();
    },
    close,
  };
}

/** Listens as a window does, until so many jobs were told to be done. */
async function untilSettled(events: EventHub<TallyEvent>, jobs: number): Promise<void> {
  let done = 0;
  for await (const event of events.subscribe(undefined)) {
    if (event.kind !== 'jobs-changed') continue;
    done += event.jobs.filter((job) => job.state.kind === 'done').length;
    if (done === jobs) return;
  }
}

function plainjobQueue(file: string) {
  const database = openSqlite(file);
  const queue = defineQueue({ connection: better(database), logger: silent });
  // plainjob sets NORMAL, which may lose the newest commits with the power.
  database.pragma('synchronous = FULL');
  return {
    process: (jobs: number, batchSize: number) => {
      const data = submissionOf('batch', batchSize).request;
      for (let added = 0; added < jobs; added += batchSize) {
        if (batchSize === 1) queue.add('picture', data);
        else
          queue.addMany(
            'picture',
            Array.from({ length: batchSize }, () => data),
          );
      }
      return new Promise<void>((resolve) => {
        let done = 0;
        const worker = defineWorker('picture', async () => undefined, {
          queue,
          logger: silent,
          onCompleted: () => {
            done += 1;
            if (done === jobs) void worker.stop().then(resolve);
          },
        });
        void worker.start();
      });
    },
    close: () => queue.close(),
  };
}
