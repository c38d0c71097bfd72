import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { hasDate } from '../../src-shared/billing/lots/lot';
import { moneyText } from '../../src-shared/billing/money-text';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { MediaType } from '../../src-shared/jobs/asset';
import { outputsText } from '../../src-shared/jobs/output-words';

/** How a person calls Tally in a terminal. */
export const program = 'npm start --';

/** `3 pictures`, `1 picture`: for words that only take an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `3 pictures and 1 clip`: what is made, by its kinds of file. */
export function outputsOf(mediaTypes: readonly MediaType[]): string {
  return outputsText(mediaTypes, counted);
}

export function creditsText(amount: Credits): string {
  return counted(amount, 'credit');
}

/** Columns side by side; those named in `right` end together, as figures should. */
export function table(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return right.includes(index) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A text cut to fit a line of a list. */
export function shortened(text: string, limit = 60): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** `2026-12-22 09:30` in the workspace's time zone: billing days are days there. */
export function dateText(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

/** When credit of a lot is lost, as the end of «credit that …». */
export function lapseText(lot: { readonly expiresAt: Instant }, timeZone: string): string {
  return hasDate(lot) ? `lapses ${dateText(lot.expiresAt, timeZone)}` : 'does not lapse';
}

/** A price in a column of prices. */
export function priceText(cents: number | null): string {
  return cents === null ? 'no price on the card' : moneyText(cents);
}

export function timeZoneOf(state: WorkspaceState): string {
  return state.kind === 'begun' ? state.timeZone : 'UTC';
}
