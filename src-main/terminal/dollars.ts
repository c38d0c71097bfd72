import { z } from 'zod';

/** An amount of money as a person types it; «none» where no price is kept. */
export const dollars = z
  .string()
  .regex(/^(\d{1,7}(\.\d{1,2})?|none)$/, 'must be dollars such as 30 or 7.50, or «none»');

/** The cents of such an amount; null for «none». */
export function centsOf(text: string): number | null {
  if (text === 'none') return null;
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** Cents as they are typed: what `centsOf` reads. */
export function dollarsText(cents: number | null): string {
  if (cents === null) return 'none';
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
