import type { LotView } from './operations';

/** A lot: what it was, and where its credits are by now; the rest of them is available. */
export type Lot = {
  readonly wallet: string;
  readonly source: LotView['source'];
  readonly startsAt: number;
  readonly expiresAt: number | null;
  readonly granted: number;
  /** How much of a capped pack the start of a grant period leaves. */
  readonly packCap: number | null;
  held: number;
  spent: number;
  expired: number;
  /** Once it has lapsed, whatever comes back to it expires. */
  lapsed: boolean;
};

/** What a job holds of one lot. */
export type Piece = { readonly lot: Lot; readonly amount: number };

export type Job = {
  readonly id: string;
  readonly seat: string;
  readonly price: number;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Its whole price, or `null` while it waits for credit and once it has ended. */
  hold: readonly Piece[] | null;
};

export const available = (lot: Lot) => lot.granted - lot.held - lot.spent - lot.expired;

/** Available and on hold together. */
const left = (lot: Lot) => lot.granted - lot.spent - lot.expired;

const sources: readonly Lot['source'][] = ['base', 'add-on', 'pack'];
const dateOf = (lot: Lot) => lot.expiresAt ?? Number.MAX_SAFE_INTEGER;
const poolLast = (lot: Lot) => (lot.wallet === 'pool' ? 1 : 0);

/** Sooner date, seat before pool, base before add-on before pack, earlier start; then as listed. */
function inBurnOrder(lots: readonly Lot[]): Lot[] {
  return lots.toSorted(
    (one, other) =>
      dateOf(one) - dateOf(other) ||
      poolLast(one) - poolLast(other) ||
      sources.indexOf(one.source) - sources.indexOf(other.source) ||
      one.startsAt - other.startsAt,
  );
}

/** Puts the whole price of a job on hold, or leaves everything as it is. */
export function hold(job: Job, lots: readonly Lot[]): void {
  const payers = lots.filter(
    (lot) => (lot.wallet === job.seat || lot.wallet === 'pool') && available(lot) > 0,
  );
  if (payers.reduce((sum, lot) => sum + available(lot), 0) < job.price) return;
  const pieces: Piece[] = [];
  let missing = job.price;
  for (const lot of inBurnOrder(payers)) {
    const amount = Math.min(missing, available(lot));
    if (amount === 0) break;
    lot.held += amount;
    missing -= amount;
    pieces.push({ lot, amount });
  }
  job.hold = pieces;
}

/** Gives a job's hold back, each piece to its own lot; what has lapsed meanwhile expires. */
export function release(job: Job): void {
  for (const { lot, amount } of job.hold ?? []) {
    lot.held -= amount;
    if (lot.lapsed) lot.expired += amount;
  }
  job.hold = null;
}

/** Turns a job's hold into spent credit (B8), also where a lot has lapsed meanwhile. */
export function charge(job: Job): void {
  for (const { lot, amount } of job.hold ?? []) {
    lot.held -= amount;
    lot.spent += amount;
  }
  job.hold = null;
}

/** Lets whole lots lapse, all that is available of them; what jobs hold of them stays with the jobs. */
export function lapse(lots: readonly Lot[]): void {
  for (const lot of lots) {
    lot.lapsed = true;
    lot.expired += available(lot);
  }
}

/** Waiting jobs that hold credit of a lot that has lapsed lose their whole hold. */
export function releaseFromLapsed(jobs: readonly Job[]): void {
  for (const job of jobs) {
    if (job.state === 'waiting' && job.hold?.some(({ lot }) => lot.lapsed)) release(job);
  }
}

/** Lets lapse what is left of the lots together beyond the cap, as far as it is available. */
export function cutDown(lots: readonly Lot[], cap: number): void {
  let excess = lots.reduce((sum, lot) => sum + left(lot), 0) - cap;
  for (const lot of inBurnOrder(lots)) {
    if (excess <= 0) return;
    const amount = Math.min(excess, available(lot));
    lot.expired += amount;
    excess -= amount;
  }
}
