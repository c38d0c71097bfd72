import { z } from 'zod';
import type { Option } from './command';

/** A day where the workspace is, which may be left out. */
export const dayInput = z.iso.date('must be a day such as 2027-01-31').optional();

/** The options for the days from one to another, both included. */
export function spanOptions(first: string): Readonly<Record<string, Option>> {
  return {
    from: { kind: 'text', value: 'DAY', summary: `from this day on (${first})` },
    to: { kind: 'text', value: 'DAY', summary: 'to this day, itself included (today)' },
  };
}
