import { createHash } from 'node:crypto';

// The main process and `npm run verify` both import this file: it may need nothing but Node.

/**
 * @typedef {string | number | null} ChainedField
 * @typedef {{
 *   number: number, id: string, kind: string, lot: string, wallet: string, credits: number, at: number,
 *   cause_json: string, released_to: string | null, terms_json: string | null, job: string | null,
 *   available_after: number, held_after: number,
 * }} ChainedEntry an entry's row without its hash
 */

/**
 * What the first row of a chain without a genesis of its own is chained to.
 * @type {Uint8Array}
 */
export const noHash = new Uint8Array(32);

/**
 * SHA-256 over every field of a row, each with its length before it, and over the hash of the row
 * before: no byte of any row can change, move or vanish unseen, and no two different rows encode alike.
 * @param {readonly ChainedField[]} fields
 * @param {Uint8Array} previous
 * @returns {Buffer}
 */
export function chainHash(fields, previous) {
  return createHash('sha256').update(fields.map(encoded).join('')).update(previous).digest();
}

/**
 * The hash of a ledger entry, chained to that of the entry before, or to the workspace's genesis.
 * @param {ChainedEntry} row
 * @param {Uint8Array} previous
 * @returns {Buffer}
 */
export function hashEntry(row, previous) {
  return chainHash(
    [
      row.number,
      row.id,
      row.kind,
      row.lot,
      row.wallet,
      row.credits,
      row.at,
      row.cause_json,
      row.released_to,
      row.terms_json,
      row.job,
      row.available_after,
      row.held_after,
    ],
    previous,
  );
}

/**
 * What the first entry of a workspace is chained to, so that neither its id nor the mark of a test clock
 * can be changed later without breaking the chain.
 * @param {{ workspaceId: string, createdAt: number, testClock: boolean }} identity
 * @returns {Buffer}
 */
export function genesisFor({ workspaceId, createdAt, testClock }) {
  return createHash('sha256')
    .update(`tally workspace ${workspaceId} ${createdAt} ${testClock ? 'test clock' : 'computer'}`)
    .digest();
}

/**
 * `length:value`; an absent value has no length, so that it differs from an empty one.
 * @param {ChainedField} value
 */
function encoded(value) {
  if (value === null) return '-:';
  const text = String(value);
  return `${text.length}:${text}`;
}
