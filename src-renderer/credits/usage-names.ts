import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { UsagePeriod, UsageSeries } from '../../src-shared/billing/future/usage-over-time';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';

/** What a series is called: the card's names of model and tool, else their ids. */
export function seriesName({ of }: UsageSeries, card: RateCard): { model: string; tool: string } {
  if (of === null) return { model: 'All others', tool: '' };
  const model = card.models.find(({ id }) => id === of.model)?.name;
  const tool = card.tools.find(({ id }) => id === of.tool)?.name;
  return { model: model ?? of.model, tool: tool ?? of.tool };
}

const pictureTools = new Set(['image', 'edit', 'topic-to-video', 'helper-visual']);

/** How much was made: «5 pictures», «2 clips», or both together. */
export function madeText(outputs: number, series: readonly UsageSeries[]): string {
  const kinds = series.map(({ of }) => (of === null ? null : pictureTools.has(of.tool)));
  if (kinds.every((isPicture) => isPicture === true)) return formatNumberOf(outputs, 'picture');
  if (kinds.every((isPicture) => isPicture === false)) return formatNumberOf(outputs, 'clip');
  return `${formatCount(outputs)} pictures and clips`;
}

/** Tells a series from the others of its plot. */
export function seriesKey({ of }: UsageSeries): string {
  return of === null ? '' : `${of.tool} ${of.model}`;
}

/** A bar in words: its days, its sum, and what each series has of it. */
export function periodText(
  period: UsagePeriod,
  series: readonly UsageSeries[],
  card: RateCard,
): string {
  const parts = series.flatMap((each, place) => {
    const credits = period.credits[place] ?? 0;
    return credits === 0 ? [] : [`${seriesName(each, card).model} ${formatCount(credits)}`];
  });
  const of = parts.length > 1 ? `: ${parts.join(', ')}` : '';
  return `${daysText(period)}, ${formatCredits(period.total)}${of}`;
}

/** The days of a bar: «3 Nov 2026», or «2 to 8 Nov 2026». */
export function daysText({ from, to }: UsagePeriod): string {
  return format.formatRange(Date.parse(from), Date.parse(to)).replace(/\s*–\s*/u, ' to ');
}

/** The day on which a bar begins: «3 Nov». */
export function firstDayText({ from }: UsagePeriod): string {
  return shortFormat.format(Date.parse(from));
}

// Days have been counted where the workspace is; as text they have no zone any more.
const date = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
const format = new Intl.DateTimeFormat('en-GB', { ...date, year: 'numeric' });
const shortFormat = new Intl.DateTimeFormat('en-GB', date);
