import { Temporal } from 'temporal-polyfill';
import type { Chance } from '../../chaos/seeded-random';
import { happens, pick } from './pick';

/** With summer time and without, of half an hour, of the south, and odd ones. */
export const timeZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Africa/Casablanca',
] as const;

/** Ends of months, leap days, and days whose later months meet the turns of summer time. */
const dates = [
  '2023-12-31',
  '2024-01-10',
  '2024-01-29',
  '2024-01-30',
  '2024-01-31',
  '2024-02-29',
  '2024-05-31',
  '2024-08-27',
  '2024-09-30',
  '2025-01-31',
  '2025-03-06',
  '2027-10-31',
  '2028-02-29',
];

const times = ['00:00', '01:30', '02:00', '02:30', '03:00', '12:34:56.789', '23:59:59.999'];

const earliest = Date.UTC(2023, 0);
const eightYears = 8 * 365 * 86_400_000;

/** The instant at which a history starts: most often one that is hard on a calendar. */
export function startOf(chance: Chance, timeZone: string): number {
  if (happens(chance, 30)) return earliest + chance.below(eightYears);
  const shown = Temporal.PlainDateTime.from(`${pick(chance, dates)}T${pick(chance, times)}`);
  return shown.toZonedDateTime(timeZone).epochMilliseconds;
}
