import type { Pace } from '../../src-shared/contract/forecast';

export type PaceUnit = 'day' | 'week';

export const paceUnits: Readonly<
  Record<PaceUnit, { readonly days: number; readonly name: string }>
> = {
  day: { days: 1, name: 'a day' },
  week: { days: 7, name: 'a week' },
};

/** A pace in whole credits a day or a week; a pace that was entered in that unit is told as it was. */
export function paceIn({ credits, days }: Pace, unit: PaceUnit): number {
  return days === paceUnits[unit].days ? credits : Math.round(perUnit({ credits, days }, unit));
}

const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A pace in words: «10.5 credits a week». */
export function paceText(pace: Pace, unit: PaceUnit): string {
  const amount = oneDecimal.format(perUnit(pace, unit));
  return `${amount} ${amount === '1' ? 'credit' : 'credits'} ${paceUnits[unit].name}`;
}

/** The right end of the slider: several times the usual pace, a round number, and some room where nothing is usual. */
export function largestPace(usual: Pace | null, unit: PaceUnit): number {
  const enough = Math.max(
    unit === 'day' ? 20 : 100,
    4 * (usual === null ? 0 : perUnit(usual, unit)),
  );
  const magnitude = 10 ** Math.floor(Math.log10(enough));
  return Math.ceil(enough / magnitude) * magnitude;
}

function perUnit({ credits, days }: Pace, unit: PaceUnit): number {
  return (credits * paceUnits[unit].days) / days;
}
