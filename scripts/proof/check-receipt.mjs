import { genesisFor, hashEntry } from './chain.mjs';
import { checkPayment } from './check-payment.mjs';
import { readReceipt, receiptFormat, receiptSchema } from './receipt-form.mjs';
import { checkSeal, sealOf } from './seal.mjs';

// The main process and `npm run verify` both import this file: it may need nothing but Node.

/**
 * @typedef {import('./receipt-form.mjs').Receipt} Receipt
 * @typedef {import('./receipt-form.mjs').ReceiptBody} ReceiptBody
 * @typedef {import('./receipt-form.mjs').ReceiptEntry} ReceiptEntry
 * @typedef {import('./seal.mjs').Signer} Signer
 * @typedef {{ at: string, message: string }} Broken where a receipt breaks, and how, as the rest of a sentence
 * @typedef {{ line: string } | { broken: Broken }} Checked
 * @typedef {{ kind: 'sound', receipt: Receipt, fingerprint: string | null, lines: string[] }
 *   | { kind: 'broken', at: string, message: string, lines: string[] }
 *   | { kind: 'no-receipt', message: string }} ReceiptChecked `lines` are the checks that went well
 */

const purpose = `receipt ${receiptSchema}`;

/**
 * Closes a receipt with its digest, and with a signature where there is a key.
 * @param {Omit<ReceiptBody, 'format' | 'schema'>} content
 * @param {Signer | null} signer
 * @returns {Receipt}
 */
export function sealReceipt(content, signer) {
  /** @type {ReceiptBody} */
  const body = { format: receiptFormat, schema: receiptSchema, ...content };
  return { ...body, seal: sealOf(purpose, body, signer) };
}

/**
 * Checks the text of a receipt by itself, without the ledger that it came from.
 * @param {string} text
 * @param {{ key?: string }} [options] `key`: the fingerprint of the key that must have signed it
 * @returns {ReceiptChecked}
 */
export function checkReceipt(text, { key } = {}) {
  const read = readReceipt(text);
  if (read.kind === 'none') return { kind: 'no-receipt', message: read.message };
  if (read.kind === 'spoilt')
    return { kind: 'broken', at: 'form', message: read.message, lines: [] };
  const { receipt } = read;
  const { seal, ...body } = receipt;
  const sealed = checkSeal(purpose, body, seal);
  const fingerprint = sealed.kind === 'signed' ? sealed.fingerprint : null;
  /** @type {(() => Checked)[]} */
  const checks = [
    () =>
      sealed.kind === 'broken'
        ? { broken: { at: 'seal', message: sealed.message } }
        : { line: `Content: whole and unchanged (digest ${seal.digest})` },
    () => checkWorkspace(receipt),
    () => checkHashes(receipt),
    ...checkPayment(receipt),
    () => checkKey(fingerprint, key),
  ];
  /** @type {string[]} */
  const lines = [];
  for (const check of checks) {
    const checked = check();
    if ('broken' in checked) return { kind: 'broken', ...checked.broken, lines };
    lines.push(checked.line);
  }
  return { kind: 'sound', receipt, fingerprint, lines };
}

/**
 * @param {Receipt} receipt
 * @returns {Checked}
 */
function checkWorkspace({ workspace }) {
  const { workspaceId, testClock, genesis } = workspace;
  const at = 'workspace';
  const isOld = /^0+$/.test(genesis);
  if (!isOld && genesis !== genesisFor(workspace).toString('hex')) {
    return { broken: { at, message: 'is not the one that its genesis was made of' } };
  }
  if (isOld && testClock) return { broken: { at, message: 'can’t have had a test clock' } };
  const clock = testClock ? ', which goes by a test clock' : '';
  return { line: `Workspace: ${workspaceId}${clock}` };
}

/**
 * @param {Receipt} receipt
 * @returns {Checked}
 */
function checkHashes({ entries, workspace }) {
  /** @type {ReceiptEntry | null} */
  let before = null;
  let together = 0;
  for (const entry of entries) {
    const at = `entry ${entry.number}`;
    const { previous, hash, ...row } = entry;
    if (before !== null && entry.number <= before.number) {
      return { broken: { at, message: 'is not in its place' } };
    }
    const follows = before !== null && entry.number === before.number + 1;
    const expected = follows ? before?.hash : entry.number === 1 ? workspace.genesis : previous;
    if (previous !== expected) {
      return { broken: { at, message: 'does not follow from the entry before it' } };
    }
    if (hashEntry(row, Buffer.from(previous, 'hex')).toString('hex') !== hash) {
      return { broken: { at, message: 'is not what its hash was made of' } };
    }
    if (follows) together += 1;
    before = entry;
  }
  const also = together > 0 ? `, and ${together} follow right after another` : '';
  return { line: `Hashes: ${entries.length} entries, each what its hash was made of${also}` };
}

/**
 * @param {string | null} fingerprint
 * @param {string | undefined} key
 * @returns {Checked}
 */
function checkKey(fingerprint, key) {
  const at = 'signature';
  const wanted = key?.replaceAll(/[\s:]/g, '').toLowerCase();
  if (fingerprint === null) {
    if (wanted !== undefined)
      return { broken: { at, message: 'is missing, so no key vouches for it' } };
    return { line: 'Signature: none, so only its own figures vouch for it' };
  }
  if (wanted !== undefined && wanted !== fingerprint) {
    return { broken: { at, message: `is of another key, ${fingerprint}` } };
  }
  return { line: `Signature: by the key ${fingerprint}` };
}
