import { dayOf } from '../billing-cycle';
import type { Instant } from '../instant';

/** Names days in sentences about what is near. */
export type NearDay = (at: Instant) => string;

const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Days as they are said around `reference`: «1 Dec», with its year where that is another one. */
export function nearDay(reference: Instant, timeZone: string): NearDay {
  const [thisYear] = dayOf(reference, timeZone).split('-');
  return (at) => {
    const [year, month = '', day = ''] = dayOf(at, timeZone).split('-');
    const text = `${Number(day)} ${months[Number(month) - 1]}`;
    return year === thisYear ? text : `${text} ${year}`;
  };
}
