import { prepareUsage } from '../../src-main/jobs/usage';
import { prepareToPost } from '../../src-main/ledger/post-entries';
import { prepareToRead } from '../../src-main/ledger/read-ledger';
import type { Database } from '../../src-main/store/sqlite';
import { write } from '../../src-main/store/write';
import type { Quote } from '../../src-shared/billing/card/quote';
import { type Credits, credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { LotTerms } from '../../src-shared/billing/lots/lot';
import { planCharge, planGrant, planHolds } from '../../src-shared/billing/lots/plan-entries';
import { aiStudios, quoteOf } from '../helpers/cards';

const dayLength = 24 * 60 * 60 * 1000;
const firstYear = 2026;
const jobsPerDay = 333;
const seats = 10;

/** A job of the history: who made what, when, and what it cost. */
export type UsedJob = {
  readonly id: string;
  readonly at: Instant;
  readonly seat: string;
  readonly quote: Quote;
};

const quotes = [
  quoteOf(aiStudios, { quality: 'basic' }),
  quoteOf(aiStudios, { quality: 'premium' }),
  quoteOf(aiStudios, { tool: 'video', model: 'video-generator', seconds: 5 }),
  quoteOf(aiStudios, { tool: 'video', model: 'video-generator', seconds: 10 }),
];

/** The jobs of a day of the history, counted from 0: every seat makes something of everything. */
export function jobsOfDay(day: number): UsedJob[] {
  const starts = Date.UTC(firstYear, 0, 1) + day * dayLength;
  return Array.from({ length: jobsPerDay }, (_, index) => ({
    id: `job-${day}-${index}`,
    at: instant(starts + index * 100_000),
    seat: `seat-${1 + (index % seats)}`,
    quote: quotes[(day + Math.floor(index / seats)) % quotes.length] ?? quoteOf(aiStudios, {}),
  }));
}

/** How many days make a history of so many entries: a hold and a charge for each job. */
export function daysOf(entries: number): number {
  return Math.ceil(entries / (2 * jobsPerDay));
}

/** The first and the last day of the month in the middle of a history. */
export function monthAmid(entries: number): { from: string; to: string } {
  const middle = new Date(Date.UTC(firstYear, 0, 1) + (daysOf(entries) / 2) * dayLength);
  const [year, month] = [middle.getUTCFullYear(), middle.getUTCMonth()];
  const named = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: named(Date.UTC(year, month, 1)), to: named(Date.UTC(year, month + 1, 0)) };
}

/** Fills an empty ledger with days of use of one shared lot, by Tally's own posting and counting. */
export function writeUsage(database: Database, entries: number): void {
  const post = prepareToPost(database);
  const read = prepareToRead(database);
  const usage = prepareUsage(database, () => 'UTC');
  const cause = { kind: 'order', order: 'bench' } as const;
  write(database, () => post([planGrant({ terms: sharedLot, cause })]));
  for (let day = 0; day < daysOf(entries); day += 1) {
    write(database, () => {
      for (const job of jobsOfDay(day)) {
        const { id, at, quote } = job;
        const lots = read.liveLots().filter((lot) => lot.id === sharedLot.id);
        const plan = planHolds(lots, [{ job: id, credits: quote.each }], at);
        if (plan.kind !== 'entries') throw new Error('the shared lot ran out');
        post(plan.entries);
        post(
          planCharge(id, [{ lotId: sharedLot.id, credits: quote.each }], quote.each, noLots, at),
        );
        usage.add(job, quote.each, at);
      }
    });
  }
}

const noLots: ReadonlyMap<string, LotTerms> = new Map();
const plenty: Credits = credits(1_000_000_000);
const sharedLot: LotTerms = {
  id: 'shared-lot',
  wallet: { id: 'pool', kind: 'pool' },
  source: 'pack',
  startsAt: instant(Date.UTC(firstYear, 0, 1)),
  expiresAt: instant(Date.UTC(firstYear + 100, 0, 1)),
  granted: plenty,
};
