import type { InvoiceView, LotView } from './operations';

type Field = string | number;

function compareFields(left: readonly Field[], right: readonly Field[]): number {
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}

/** What two lots must share so that no rule tells them apart. */
const nature = (lot: LotView): Field[] => [
  lot.startsAt,
  lot.wallet,
  lot.source,
  lot.expiresAt ?? Number.POSITIVE_INFINITY,
];

const amounts = (lot: LotView): Field[] => [
  lot.granted,
  lot.available,
  lot.held,
  lot.spent,
  lot.expired,
];

/** A total order of lots: start, wallet, source, date (none last), then the amounts. */
export function compareLots(left: LotView, right: LotView): number {
  return compareFields([...nature(left), ...amounts(left)], [...nature(right), ...amounts(right)]);
}

/**
 * Lots alike in all but their amounts, joined into one: only their ids say which of them pays
 * first, and no rule says what an id looks like. Packs with a cap, bought at one instant, are the
 * one case in which the sums may differ too.
 */
export function joinTwins(lots: readonly LotView[]): LotView[] {
  const joined: LotView[] = [];
  for (const lot of lots.toSorted(compareLots)) {
    const twin = joined.at(-1);
    if (twin === undefined || compareFields(nature(twin), nature(lot)) !== 0) {
      joined.push({ ...lot });
      continue;
    }
    twin.granted += lot.granted;
    twin.available += lot.available;
    twin.held += lot.held;
    twin.spent += lot.spent;
    twin.expired += lot.expired;
  }
  return joined;
}

const lineKinds: readonly InvoiceView['kind'][] = ['plan', 'seat', 'upgrade', 'units', 'pack'];

const line = (invoice: InvoiceView): Field[] => [
  invoice.at,
  lineKinds.indexOf(invoice.kind),
  invoice.cents ?? -1,
  invoice.quantity,
];

/** The order of invoice lines: instant, kind, cents (unknown first), quantity. */
export function compareInvoices(left: InvoiceView, right: InvoiceView): number {
  return compareFields(line(left), line(right));
}
