import { sealReceipt } from '../../scripts/proof/check-receipt.mjs';
import { printReceipt } from '../../scripts/proof/receipt-form.mjs';
import type { Quote } from '../../src-shared/billing/card/quote';
import { type Instant, isoOf } from '../../src-shared/billing/instant';
import type { Refusal } from '../../src-shared/refusal';
import { causedByJob } from '../ledger/job-entries';
import type { Identity } from '../store/identity';
import type { BatchRow, EntryRow, JobRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import type { SigningKey } from './signing-key';
import { hexOf } from './tip';

export type MadeReceipt =
  | {
      readonly kind: 'receipt';
      /** The whole file. */
      readonly text: string;
      readonly fileName: string;
      readonly signed: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type ReceiptPorts = {
  readonly database: Database;
  readonly identity: Identity;
  readonly key: SigningKey | null;
  readonly now: () => Instant;
};

/**
 * Makes the receipt of a charge: every entry of its job, the grants of the lots that paid, and the price with its arithmetic, so
 * that all of it can be worked out again without the ledger.
 */
export function makeReceipt(ports: ReceiptPorts, entryId: string): MadeReceipt {
  const reads = prepareReads(ports.database);
  const entry = reads.entry.get({ id: entryId });
  if (entry === undefined) return refused({ code: 'entry-unknown', entryId });
  if (entry.kind !== 'charge' || entry.job === null) {
    return refused({ code: 'entry-not-a-charge', entryId, kind: entry.kind });
  }
  const { job } = entry;
  const moves = reads.ofJob.all({ job });
  const grants = [...new Set(moves.map(({ lot }) => lot))].flatMap(
    (lot) => reads.entry.get({ id: `grant:${lot}` }) ?? [],
  );
  const batch = reads.batch.get({ job });
  if (batch === undefined) throw new Error(`the charge ${entryId} belongs to no batch`);
  const { workspaceId, createdAt, testClock, genesis } = ports.identity;
  const before = (number: number) =>
    number === 1 ? hexOf(genesis) : hexOf(reads.hash.get({ number: number - 1 })?.hash);
  const rows = [...grants, ...moves].sort((left, right) => left.number - right.number);
  const receipt = sealReceipt(
    {
      workspace: { workspaceId, createdAt, testClock, genesis: hexOf(genesis) },
      madeAt: isoOf(ports.now()),
      charge: { job, credits: batch.price, at: entry.at },
      quote: JSON.parse(batch.quote_json) as Quote,
      entries: rows.map(({ hash, ...row }) => ({
        ...inOrder(row),
        previous: before(row.number),
        hash: hexOf(hash),
      })),
    },
    ports.key,
  );
  const fileName = `tally-receipt-${job.replaceAll(/[^\w-]/g, '')}.json`;
  const signed = receipt.seal.signature !== null;
  return { kind: 'receipt', text: printReceipt(receipt), fileName, signed };
}

/** The columns in the order in which their hash is made of them. */
function inOrder(row: Omit<EntryRow, 'hash'>): Omit<EntryRow, 'hash'> {
  return {
    number: row.number,
    id: row.id,
    kind: row.kind,
    lot: row.lot,
    wallet: row.wallet,
    credits: row.credits,
    at: row.at,
    cause_json: row.cause_json,
    released_to: row.released_to,
    terms_json: row.terms_json,
    job: row.job,
    available_after: row.available_after,
    held_after: row.held_after,
  };
}

function prepareReads(database: Database) {
  return {
    entry: prepare<{ id: string }, EntryRow>(
      database,
      queries.selectFrom('entry').selectAll().where('id', '=', arg<string>('id')),
    ),
    ofJob: prepare<{ job: string }, EntryRow>(
      database,
      queries.selectFrom('entry').selectAll().where(causedByJob).orderBy('number'),
    ),
    hash: prepare<{ number: number }, Pick<EntryRow, 'hash'>>(
      database,
      queries.selectFrom('entry').select('hash').where('number', '=', arg<number>('number')),
    ),
    batch: prepare<{ job: string }, Pick<JobRow, 'price'> & Pick<BatchRow, 'quote_json'>>(
      database,
      queries
        .selectFrom('job')
        .innerJoin('batch', 'batch.id', 'job.batch')
        .select(['job.price', 'batch.quote_json'])
        .where('job.id', '=', arg<string>('job')),
    ),
  };
}

function refused(refusal: Refusal): MadeReceipt {
  return { kind: 'refused', refusal };
}
