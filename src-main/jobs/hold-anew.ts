import type { Instant } from '../../src-shared/billing/instant';
import { planHoldsAnew, type WaitingHold } from '../../src-shared/billing/lots/holds-anew';
import { type Account, lapseOf, pool } from '../../src-shared/billing/plan/account';
import type { JobPorts } from './job-ports';

/** What holding anew needs of the house; it is the billing clock's own work, done before there is a queue. */
export type HoldAnewPorts = Pick<JobPorts, 'jobs' | 'ledger' | 'post'>;

/**
 * Moves the holds of waiting jobs off lots that have lapsed, and holds what waits for credit, in queue order,
 * each whole or not at all. Belongs inside the transaction in which credit lapsed or came.
 */
export function holdAnew(ports: HoldAnewPorts, at: Instant, account: Account): void {
  hold(ports, waitingHolds(ports, 'all'), at, account);
}

/**
 * Holds what waits for credit, in queue order, once other jobs have given some back. Holds that there are stay as they
 * are: a job that was cut off runs again under its own, also when that credit has lapsed meanwhile. Belongs inside `write`.
 */
export function holdUnheld(ports: HoldAnewPorts, at: Instant, account: Account): void {
  if (ports.jobs.unheld().length > 0) hold(ports, waitingHolds(ports, 'unheld'), at, account);
}

function hold(
  { jobs, ledger, post }: HoldAnewPorts,
  waiting: readonly WaitingHold[],
  at: Instant,
  account: Account,
): void {
  if (waiting.length === 0) return;
  const lots = new Map(ledger.liveLots().map((lot) => [lot.id, lot]));
  for (const { held } of waiting) {
    for (const { lotId } of held) {
      const lot = ledger.lot(lotId);
      if (lot !== null) lots.set(lotId, lot);
    }
  }
  const anew = planHoldsAnew(waiting, [...lots.values()], at, (lot) => lapseOf(account, lot));
  if (anew.entries.length === 0) return;
  post(anew.entries);
  for (const job of anew.unheld) jobs.markUnheld(job);
  for (const job of anew.held) jobs.markHeldAgain(job);
}

/** The waiting jobs in queue order with what they hold; all of them, or those that wait for credit. */
export function waitingHolds(
  { jobs, ledger }: Pick<JobPorts, 'jobs' | 'ledger'>,
  which: 'all' | 'unheld',
): WaitingHold[] {
  return jobs
    .waitingHolds()
    .filter(({ held }) => which === 'all' || held === 0)
    .map(({ id, price, seat, holds, held }) => ({
      job: id,
      credits: price,
      wallets: [seat, pool.id],
      held: ledger.heldParts(id, held === 1 ? holds : 0),
      holds,
    }));
}
