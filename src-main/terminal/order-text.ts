import { assertNever } from '../../src-shared/assert-never';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import type { CycleStatement } from '../../src-shared/contract/invoices';
import type { OrderPreview, OrderRecord } from '../../src-shared/contract/plan';
import { creditsText, dateText, priceText, table } from './text';

/** What an order would bill and bring, and in plain words what follows from it (A14, B9). */
export function previewLines(preview: OrderPreview, timeZone: string): string[] {
  return [...billLines(preview.lines), effectText(preview, timeZone), ...preview.words];
}

function effectText({ effect, at, cents, credits }: OrderPreview, timeZone: string): string {
  switch (effect) {
    case 'at-once':
      return `Billed now: ${priceText(cents)}; ${creditsText(credits)} come at once.`;
    case 'at-cycle-end':
      return `Takes effect on ${dateText(at, timeZone)}; nothing is billed now.`;
    case 'nothing-billed':
      return 'Nothing is billed.';
    default:
      return assertNever(effect);
  }
}

/** A cycle as a bill, and below it where its credit went; both add up. */
export function cycleLines(statement: CycleStatement, timeZone: string): string[] {
  const { number, planName, cycle, open, lines, cents, unpriced } = statement;
  const { opening, granted, charged, lapsed, closing } = statement.credits;
  const from = dateText(cycle.startsAt, timeZone);
  const state = open ? ' (still running)' : '';
  const without = unpriced === 0 ? '' : `, and ${unpriced} without a price`;
  return [
    `${number}  ${planName}, ${from} to ${dateText(cycle.endsAt, timeZone)}${state}`,
    ...billLines(lines).map((line) => `  ${line}`),
    `  in all ${priceText(cents)}${without}`,
    `  credits: ${opening} + ${granted} granted - ${charged} charged - ${lapsed} lapsed = ${closing}`,
  ];
}

function billLines(lines: readonly InvoiceLine[]): string[] {
  const rows = lines.map(({ name, seat, quantity, cents, credits }) => [
    seat === null ? name : `${name} (${seat})`,
    `× ${quantity}`,
    priceText(cents),
    creditsText(credits),
  ]);
  return table(rows, [1, 2, 3]);
}

/** An order as a row of a table. */
export function orderRow({ number, at, words, cents, credits }: OrderRecord, timeZone: string) {
  return [String(number), dateText(at, timeZone), priceText(cents), creditsText(credits), words];
}
