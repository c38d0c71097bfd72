/**
 * @typedef {import('./receipt-form.mjs').Receipt} Receipt
 * @typedef {import('./receipt-form.mjs').ReceiptEntry} ReceiptEntry
 * @typedef {import('./check-receipt.mjs').Checked} Checked
 * @typedef {{ id: string, wallet: { id: string }, startsAt: number, expiresAt: number, granted: number }} Terms
 * @typedef {{ terms: Terms, from: string, held: number, charged: number }} PayingLot
 */

/**
 * The checks of what was paid: the price by the card's line, what was put aside and what became of it, and
 * where the credit came from. One line each.
 * @param {Receipt} receipt
 * @returns {(() => Checked)[]}
 */
export function checkPayment(receipt) {
  return [() => checkPrice(receipt), () => checkLots(receipt), () => checkHolds(receipt)];
}

/**
 * `units × credits / per`, rounded up once for one output, then times the outputs.
 * @param {Receipt} receipt
 * @returns {Checked}
 */
function checkPrice({ quote, charge }) {
  const { units, unit, price, each, count, total, card } = quote;
  const exact = BigInt(units) * BigInt(price.credits);
  const per = BigInt(price.per);
  const at = 'price';
  if (BigInt(each) !== (exact + per - 1n) / per) {
    return broken(at, `is not ${units} × ${price.credits} ÷ ${price.per}, rounded up`);
  }
  if (BigInt(total) !== BigInt(each) * BigInt(count)) {
    return broken(at, `of the whole batch is not ${count} × ${each}`);
  }
  if (charge.credits !== each) return broken(at, `is ${each}, but ${charge.credits} were charged`);
  const divided = price.per === 1 ? '' : ` ÷ ${price.per}`;
  return {
    line: `Price: ${counted(units, unit)} × ${price.credits}${divided} = ${counted(each, 'credit')}, by the card ${card.id} ${card.version}`,
  };
}

/**
 * Every lot that paid was granted once, by a cycle or an order, and paid within its time.
 * @param {Receipt} receipt
 * @returns {Checked}
 */
function checkLots({ entries, charge }) {
  const lots = lotsOf(entries);
  if (lots === null) return broken('lots', 'were not granted as their entries say');
  /** @type {Set<string>} */
  const used = new Set();
  for (const entry of entries.filter(({ kind }) => kind !== 'grant')) {
    const at = `entry ${entry.number}`;
    const lot = lots.get(entry.lot);
    if (lot === undefined) return broken(at, 'takes credit of a lot whose grant is not here');
    if (entry.wallet !== lot.terms.wallet.id)
      return broken(at, 'names another wallet than its lot');
    if (entry.job !== charge.job || !isOfJob(entry)) return broken(at, 'belongs to another job');
    const isHeldInTime = lot.terms.startsAt <= entry.at && entry.at < lot.terms.expiresAt;
    if (entry.kind === 'hold' && !isHeldInTime) return broken(at, 'took credit outside its time');
    used.add(entry.lot);
  }
  if (used.size !== lots.size) return broken('lots', 'are named that paid nothing');
  const names = [...lots].map(([id, { from, terms }]) => `${id} (${terms.granted} by ${from})`);
  return { line: `Lots: ${names.join(', ')}` };
}

/**
 * What was put aside was charged once or given back, lot by lot, and nothing is left over.
 * @param {Receipt} receipt
 * @returns {Checked}
 */
function checkHolds({ entries, charge }) {
  const lots = lotsOf(entries) ?? new Map();
  let [put, charged, back] = [0, 0, 0];
  for (const entry of entries) {
    const lot = lots.get(entry.lot);
    if (entry.kind === 'grant' || lot === undefined) continue;
    lot.held += entry.kind === 'hold' ? entry.credits : -entry.credits;
    const at = `entry ${entry.number}`;
    if (lot.held < 0 || lot.held > lot.terms.granted) {
      return broken(at, 'moves more credit than was put aside');
    }
    if (entry.kind === 'hold') put += entry.credits;
    if (entry.kind === 'release') back += entry.credits;
    if (entry.kind === 'charge') charged += entry.credits;
    if (entry.kind === 'charge' && entry.at !== charge.at) return broken(at, 'is of another time');
  }
  if ([...lots.values()].some(({ held }) => held !== 0)) {
    return broken('holds', 'are neither charged nor given back in full');
  }
  if (charged !== charge.credits || charged === 0) {
    return broken('charge', `says ${charge.credits}, its entries add up to ${charged}`);
  }
  return {
    line: `Holds: ${counted(put, 'credit')} put aside, ${charged} charged, ${back} given back`,
  };
}

/**
 * The lots that were granted here; null when a grant is not what Tally writes.
 * @param {readonly ReceiptEntry[]} entries
 * @returns {Map<string, PayingLot> | null}
 */
function lotsOf(entries) {
  /** @type {Map<string, PayingLot>} */
  const lots = new Map();
  for (const entry of entries.filter(({ kind }) => kind === 'grant')) {
    const terms = /** @type {Partial<Terms> | null} */ (parsed(entry.terms_json));
    const cause = /** @type {Record<string, unknown> | null} */ (parsed(entry.cause_json));
    const from = sourceOf(cause);
    const fits =
      terms?.id === entry.lot &&
      terms.granted === entry.credits &&
      terms.wallet?.id === entry.wallet &&
      terms.startsAt === entry.at &&
      typeof terms.expiresAt === 'number' &&
      entry.id === `grant:${entry.lot}`;
    if (!fits || from === null || lots.has(entry.lot)) return null;
    lots.set(entry.lot, { terms: /** @type {Terms} */ (terms), from, held: 0, charged: 0 });
  }
  return lots;
}

/**
 * The two things that credit can come from, in words; null for anything else.
 * @param {Record<string, unknown> | null} cause
 */
function sourceOf(cause) {
  if (cause?.['kind'] === 'cycle') return `month ${cause['index']} of ${cause['subscription']}`;
  if (cause?.['kind'] === 'order') return `order ${cause['order']}`;
  return null;
}

/**
 * Whether an entry's id and cause name its job, lot and kind.
 * @param {ReceiptEntry} entry
 */
function isOfJob({ id, kind, job, lot, cause_json }) {
  const cause = /** @type {Record<string, unknown> | null} */ (parsed(cause_json));
  const name = `${kind}:${job}:${lot}`;
  const isNamed =
    id === name || (id.startsWith(`${name}:`) && /^\d+$/.test(id.slice(name.length + 1)));
  return isNamed && cause?.['kind'] === 'job' && cause['job'] === job;
}

/**
 * @param {number} number
 * @param {string} name
 */
function counted(number, name) {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

/**
 * @param {string | null} text
 * @returns {unknown} null when it is no JSON
 */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {string} at
 * @param {string} message
 * @returns {Checked}
 */
function broken(at, message) {
  return { broken: { at, message } };
}
