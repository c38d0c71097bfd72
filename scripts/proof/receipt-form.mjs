import { hasExactly, isHex } from './seal.mjs';

/**
 * @typedef {import('./chain.mjs').ChainedEntry} ChainedEntry
 * @typedef {import('./seal.mjs').Seal} Seal
 * @typedef {ChainedEntry & { previous: string, hash: string }} ReceiptEntry with the hash of the entry
 * before, in hex
 * @typedef {{
 *   card: { id: string, version: string }, tool: string, model: string, quality: string, count: number,
 *   units: number, unit: string, price: { credits: number, per: number }, each: number, total: number,
 *   rule: string,
 * }} ReceiptQuote
 * @typedef {{
 *   format: 'tally-receipt', schema: 1,
 *   workspace: { workspaceId: string, createdAt: number, testClock: boolean, genesis: string },
 *   madeAt: string,
 *   charge: { job: string, credits: number, at: number },
 *   quote: ReceiptQuote,
 *   entries: ReceiptEntry[],
 * }} ReceiptBody
 * @typedef {ReceiptBody & { seal: Seal }} Receipt
 * @typedef {(value: unknown) => boolean} Test
 */

export const receiptFormat = 'tally-receipt';
export const receiptSchema = 1;

/** @type {Test} */
const isText = (value) => typeof value === 'string' && value.length <= 10_000;
/** @type {Test} */
const isTextOrNull = (value) => value === null || isText(value);
/** @type {Test} */
const isWhole = (value) => Number.isSafeInteger(value);
/** @type {Test} */
const isAmount = (value) => typeof value === 'number' && isWhole(value) && value >= 0;
/** @type {Test} */
const isInstant = (value) =>
  typeof value === 'number' && isWhole(value) && Math.abs(value) <= 8.64e15;
/** @type {Test} */
const isHash = (value) => isHex(value, 32);

/**
 * A test for an object of exactly these fields.
 * @param {Record<string, Test>} tests
 * @returns {Test}
 */
function objectOf(tests) {
  const fields = Object.keys(tests);
  return (value) =>
    hasExactly(value, fields) && Object.entries(tests).every(([field, test]) => test(value[field]));
}

const isEntry = objectOf({
  number: (value) => isAmount(value) && value !== 0,
  id: isText,
  kind: (value) => /^(grant|hold|charge|release)$/.test(String(value)) && isText(value),
  lot: isText,
  wallet: isText,
  credits: (value) => isAmount(value) && value !== 0,
  at: isInstant,
  cause_json: isText,
  released_to: isTextOrNull,
  terms_json: isTextOrNull,
  job: isTextOrNull,
  available_after: isAmount,
  held_after: isAmount,
  previous: isHash,
  hash: isHash,
});

const isQuote = objectOf({
  card: objectOf({ id: isText, version: isText }),
  tool: isText,
  model: isText,
  quality: isText,
  count: isAmount,
  units: isAmount,
  unit: isText,
  price: objectOf({ credits: isAmount, per: (value) => isAmount(value) && value !== 0 }),
  each: isAmount,
  total: isAmount,
  rule: isText,
});

const isReceipt = objectOf({
  format: (value) => value === receiptFormat,
  schema: (value) => value === receiptSchema,
  workspace: objectOf({
    workspaceId: isText,
    createdAt: isInstant,
    testClock: (value) => typeof value === 'boolean',
    genesis: isHash,
  }),
  madeAt: isText,
  charge: objectOf({ job: isText, credits: isAmount, at: isInstant }),
  quote: isQuote,
  entries: (value) => Array.isArray(value) && value.length <= 10_000 && value.every(isEntry),
  seal: (value) => typeof value === 'object',
});

/**
 * What a text is: a receipt by its form, one that was spoilt, or none at all. `message` is the rest of a
 * sentence about it.
 * @param {string} text
 * @returns {{ kind: 'receipt', receipt: Receipt } | { kind: 'spoilt', message: string }
 *   | { kind: 'none', message: string }}
 */
export function readReceipt(text) {
  const data = parse(text);
  if (data === undefined) {
    return text.includes(`"${receiptFormat}"`)
      ? { kind: 'spoilt', message: 'is cut short or spoilt, for it can’t be read to its end' }
      : { kind: 'none', message: 'is no receipt of Tally' };
  }
  const found = /** @type {Record<string, unknown>} */ (Object(data));
  if (found['format'] !== receiptFormat) return { kind: 'none', message: 'is no receipt of Tally' };
  if (found['schema'] !== receiptSchema) {
    return { kind: 'none', message: 'is a receipt of another version of Tally' };
  }
  if (!isReceipt(data))
    return { kind: 'spoilt', message: 'lacks a field or has one that is wrong' };
  const receipt = /** @type {Receipt} */ (data);
  if (printReceipt(receipt) !== text.replaceAll('\r\n', '\n')) {
    return { kind: 'spoilt', message: 'is not written as Tally writes it' };
  }
  return { kind: 'receipt', receipt };
}

/**
 * A receipt as its file holds it; the same receipt always gives the same text.
 * @param {Receipt} receipt
 * @returns {string}
 */
export function printReceipt(receipt) {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

/**
 * @param {string} text
 * @returns {unknown} undefined when it is no JSON
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
