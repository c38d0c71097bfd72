import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { UsageSeries } from '../../src-shared/billing/future/usage-over-time';

/** The most models that a plot tells apart; with more, the least used are shown together. */
export const mostSeries = 6;

/** The classes that give a series its colour, in a drawing and in a table. */
export type SeriesLook = { readonly fill: string; readonly background: string };

const colours: readonly SeriesLook[] = [
  { fill: 'fill-series-1', background: 'bg-series-1' },
  { fill: 'fill-series-2', background: 'bg-series-2' },
  { fill: 'fill-series-3', background: 'bg-series-3' },
  { fill: 'fill-series-4', background: 'bg-series-4' },
  { fill: 'fill-series-5', background: 'bg-series-5' },
];
const grey: SeriesLook = { fill: 'fill-series-6', background: 'bg-series-6' };

/**
 * The looks of series, in their order. Colours go by the order of the card, not by use, so that the same
 * models keep theirs from span to span; what is summed up is grey.
 */
export function seriesLooks(series: readonly UsageSeries[], card: RateCard): SeriesLook[] {
  const byCard = series.toSorted((a, b) => placeOnCard(a, card) - placeOnCard(b, card));
  return series.map((each) => {
    if (each.of === null) return grey;
    return colours[byCard.indexOf(each)] ?? grey;
  });
}

/** Models in the order of the card, each tool by tool; what the card does not have comes last. */
function placeOnCard({ of }: UsageSeries, { models, tools }: RateCard): number {
  const model = models.findIndex(({ id }) => id === of?.model);
  const tool = tools.findIndex(({ id }) => id === of?.tool);
  return model < 0 || tool < 0 ? Number.MAX_SAFE_INTEGER : model * tools.length + tool;
}
