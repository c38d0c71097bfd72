import { join } from 'node:path';
import { submitJob } from '../../src-main/jobs/submit-job';
import { write } from '../../src-main/store/write';
import { quote } from '../../src-shared/billing/card/quote';
import { credits } from '../../src-shared/billing/credits';
import { planCharge, planHolds } from '../../src-shared/billing/lots/plan-entries';
import { aiStudios } from '../helpers/cards';
import type { Effort } from './effort';
import { handWrittenLedger } from './hand-written-ledger';
import { compare, microsecondsEach, type Row } from './measure';
import {
  expectSameRows,
  now,
  type OpenLedger,
  openLedger,
  plenty,
  withFolder,
} from './open-ledger';
import { type BenchStudio, openBenchStudio, submissionOf } from './open-studio';

const one = credits(1);

/** Hold and charge one job after the other, each in a commit of its own that reaches the disk. */
export function holdAndCharge(effort: Effort): Promise<Row> {
  return withFolder(async (folder) => {
    const tally = await openLedger(join(folder, 'tally'));
    const byHand = await openLedger(join(folder, 'by-hand'));
    const hand = handWrittenLedger(byHand.database);
    const jobs = effort.pick(300, 30);
    const counts = { tally: 0, reference: 0 };
    const row = await compare(
      {
        id: 'hold-and-charge',
        title: 'Hold and charge, one by one',
        tally: 'read lots, plan, post in one transaction; read the hold, plan, post in another',
        reference: 'the same rows and hashes by bare prepared statements that read nothing',
        unit: 'µs',
        goal: { kind: 'at least', ratio: 0.8 },
        runs: {
          tally: () =>
            microsecondsEach(jobs, () => {
              for (let i = 0; i < jobs; i += 1) holdAndChargeOne(tally, `job-${counts.tally++}`);
            }),
          reference: () =>
            microsecondsEach(jobs, () => {
              for (let i = 0; i < jobs; i += 1) {
                const job = `job-${counts.reference++}`;
                hand.begin();
                hand.hold(job, one);
                hand.commit();
                hand.begin();
                hand.charge(job, one);
                hand.commit();
              }
            }),
        },
      },
      effort.rounds,
    );
    expectSameRows(tally.database, byHand.database, ['entry', 'lot']);
    tally.database.close();
    byHand.database.close();
    return row;
  });
}

function holdAndChargeOne({ database, post, read }: OpenLedger, job: string): void {
  const plan = planHolds(read.liveLots(), [{ job, credits: one }], now);
  if (plan.kind !== 'entries') throw new Error('the ample lot ran out');
  write(database, () => post(plan.entries));
  const held = read.heldParts(job);
  write(database, () => post(planCharge(job, held, one, new Map(), now)));
}

/** A hundred holds of one submission: quoted anew, planned, queued and posted in one commit. */
export function batchOfHolds(effort: Effort): Promise<Row> {
  return withFolder(async (folder) => {
    const tally = await openBenchStudio(join(folder, 'tally'));
    const byHand = await openBenchStudio(join(folder, 'by-hand'));
    const writeBatch = batchByHand(byHand);
    const batches = effort.pick(20, 3);
    const counts = { tally: 0, reference: 0 };
    const row = await compare(
      {
        id: 'batch-of-holds',
        title: 'A batch of 100 holds in one submit',
        tally: 'submit: quote, compare, plan, batch, jobs, entries, balances',
        reference: 'the same batch, jobs, entries and balances by bare prepared statements',
        unit: 'µs',
        goal: { kind: 'at least', ratio: 0.7 },
        runs: {
          tally: () =>
            microsecondsEach(batches, () => {
              for (let i = 0; i < batches; i += 1) {
                const submitted = submitJob(
                  tally.ports,
                  submissionOf(`batch-${counts.tally++}`, 100),
                );
                if (submitted.kind !== 'queued') throw new Error(submitted.refusal.code);
              }
            }),
          reference: () =>
            microsecondsEach(batches, () => {
              for (let i = 0; i < batches; i += 1) writeBatch(`batch-${counts.reference++}`, 100);
            }),
        },
      },
      effort.rounds,
    );
    const tables = ['entry', 'lot', 'batch', 'job'];
    expectSameRows(tally.ports.database, byHand.ports.database, tables);
    await tally.close();
    await byHand.close();
    return row;
  });
}

function batchByHand({ ports }: BenchStudio) {
  const { database } = ports;
  const hand = handWrittenLedger(database);
  const insertBatch = database.prepare('insert into batch values (?,?,?,?,?,?,?)');
  const insertJob = database.prepare('insert into job values (?,?,?,?,?,?,?,?,?,?,?,?)');
  let position = 0;
  return (batch: string, count: number) => {
    const { request } = submissionOf(batch, count);
    const { tool, model, quality, seed } = request;
    const priced = quote(aiStudios, { tool, model, quality, count, seconds: null });
    if (priced.kind === 'refused') throw new Error(priced.refusal.code);
    hand.begin();
    const quoted = JSON.stringify(priced.quote);
    insertBatch.run(batch, JSON.stringify(request), quoted, count, now, null, plenty.wallet.id);
    for (let index = 0; index < count; index += 1) {
      const job = `${batch}-${index}`;
      position += 1;
      const place = [job, batch, index, position, seed + index];
      // Price, state without its times, held once.
      insertJob.run(...place, 1, 'waiting', null, null, null, 1, 1);
    }
    for (let index = 0; index < count; index += 1) hand.hold(`${batch}-${index}`, one);
    hand.commit();
  };
}
