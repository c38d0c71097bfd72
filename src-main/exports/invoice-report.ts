import type { InvoiceKind, InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import type { Column, Line, Report, Total } from './report';

const columns: readonly Column[] = [
  { title: 'When', kind: 'instant', printed: 'When' },
  { title: 'What was billed', kind: 'text', printed: 'What' },
  { title: 'Name', kind: 'text', printed: 'Name' },
  { title: 'Seat', kind: 'text', printed: 'Seat' },
  { title: 'Quantity', kind: 'figure', printed: 'Quantity' },
  { title: 'Price of all (US dollars; empty: not on the card)', kind: 'money', printed: 'Price' },
  { title: 'Credits that came with it', kind: 'figure', printed: 'Credits' },
  { title: 'Billing cycle starts', kind: 'instant', printed: 'Cycle starts' },
  { title: 'Billing cycle ends', kind: 'instant', printed: 'Cycle ends' },
  { title: 'Subscription', kind: 'text', printed: null },
  { title: 'Line', kind: 'text', printed: null },
];

/** What was billed, oldest first. */
export function invoiceReport(
  lines: readonly InvoiceLine[],
  seatName: (seat: string) => string,
): Report {
  return {
    kind: 'invoices',
    title: 'Invoices',
    columns,
    count: lines.length,
    pages: function* () {
      yield lines.map((line) => rowOf(line, seatName));
    },
    totals: () => totalsOf(lines),
  };
}

function rowOf(line: InvoiceLine, seatName: (seat: string) => string): Line {
  const { at, kind, name, seat, quantity, cents, credits, cycle, subscription, id } = line;
  const forSeat = seat === null ? null : seatName(seat);
  const { startsAt, endsAt } = cycle;
  const what = billed[kind];
  return [at, what, name, forSeat, quantity, cents, credits, startsAt, endsAt, subscription, id];
}

function totalsOf(lines: readonly InvoiceLine[]): Total[] {
  const cents = lines.reduce((total, line) => total + (line.cents ?? 0), 0);
  const unpriced = lines.filter((line) => line.cents === null).length;
  const sum: Total = { name: 'Billed, with a price', value: cents, kind: 'money' };
  const rest: Total = { name: 'Lines without a price', value: unpriced, kind: 'figure' };
  return unpriced === 0 ? [{ ...sum, name: 'Billed' }] : [sum, rest];
}

const billed: Readonly<Record<InvoiceKind, string>> = {
  plan: 'plan',
  seat: 'seat added',
  upgrade: 'upgrade',
  units: 'add-on units',
  pack: 'pack',
};
