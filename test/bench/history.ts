import { prepareToPost } from '../../src-main/ledger/post-entries';
import { prepareToRead } from '../../src-main/ledger/read-ledger';
import type { Database } from '../../src-main/store/sqlite';
import { write } from '../../src-main/store/write';
import { credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { LotTerms } from '../../src-shared/billing/lots/lot';
import {
  planCharge,
  planExpiry,
  planGrant,
  planHolds,
} from '../../src-shared/billing/lots/plan-entries';

const month = 30 * 24 * 60 * 60 * 1000;
const granted = 300;
const jobsPerMonth = 249;
/** A grant, a hold and a charge for each job, and the lapse of what is left. */
const entriesPerMonth = 2 + 2 * jobsPerMonth;
const monthsPerCommit = 20;

/**
 * Fills an empty ledger with months of use by Tally's own planning and posting: every month a grant,
 * its jobs and a lapse, but for the last, which is still running. Answers the instant it has got to.
 */
export function writeHistory(database: Database, entries: number): Instant {
  const post = prepareToPost(database);
  const read = prepareToRead(database);
  const months = entries / entriesPerMonth;
  for (let first = 0; first < months; first += monthsPerCommit) {
    const last = Math.min(first + monthsPerCommit, months);
    write(database, () => {
      for (let index = first; index < last; index += 1) writeMonth(index, index < months - 1);
    });
  }
  return instant(months * month - 1);

  function writeMonth(index: number, ends: boolean): void {
    const startsAt = instant(index * month);
    const terms: LotTerms = {
      id: `lot-${index}`,
      wallet: { id: 'seat-1', kind: 'seat' },
      source: 'base',
      startsAt,
      expiresAt: instant(startsAt + month),
      granted: credits(granted),
    };
    post([planGrant({ terms, cause: { kind: 'cycle', subscription: 'subscription-1', index } })]);
    const jobs = Array.from({ length: jobsPerMonth }, (_, job) => `job-${index}-${job}`);
    const one = credits(1);
    const plan = planHolds(
      read.liveLots(),
      jobs.map((job) => ({ job, credits: one })),
      startsAt,
    );
    if (plan.kind !== 'entries') throw new Error('the month’s lot ran out');
    post(plan.entries);
    for (const job of jobs) {
      post(planCharge(job, [{ lotId: terms.id, credits: one }], one, new Map(), startsAt));
    }
    const lot = ends ? read.lot(terms.id) : null;
    if (lot !== null && lot.available > 0) post([planExpiry(lot, lot.available, lot.expiresAt)]);
  }
}
