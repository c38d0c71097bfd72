import { useMemo } from 'react';
import { useBegun } from '../stores/workspace';
import { type DatesIn, datesIn } from '../ui/dates-in';

/** Days and times where the workspace is. */
export function useDates(): DatesIn {
  const { timeZone } = useBegun();
  return useMemo(() => datesIn(timeZone), [timeZone]);
}
