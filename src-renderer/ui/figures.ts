const whole = new Intl.NumberFormat();

/** A count with the grouping of the person's language. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A count with its noun: «1 image», «2 images». */
export function formatNumberOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

export function formatCredits(amount: number): string {
  return formatNumberOf(amount, 'credit');
}

/** Money from cents, in US dollars; null where the service names no figure. */
export function formatMoney(cents: number | null): string | null {
  if (cents === null) return null;
  const options = { style: 'currency', currency: 'USD' } as const;
  const digits = cents % 100 === 0 ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(undefined, { ...options, ...digits }).format(cents / 100);
}

/** The size of a file, in the largest unit that leaves a number above 1. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const options = { style: 'unit', unit: units[unit] ?? 'byte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(undefined, options).format(size);
}

/** How long a clip is, from whole seconds: «5 s», «1:35 min». */
export function formatLength(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

/** How long something will still take, in words, from milliseconds; coarse, since it is a guess. */
export function formatRemaining(milliseconds: number | null): string {
  if (milliseconds === null) return 'working out the time left';
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 1) return 'about a second left';
  if (seconds < 90) return `about ${seconds} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}

/** A length of time in the coarsest unit that is still true, from milliseconds. */
export function formatSpan(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return formatNumberOf(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (hours < 48) return formatNumberOf(hours, 'hour');
  return formatNumberOf(Math.round(hours / 24), 'day');
}
