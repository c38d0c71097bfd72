import { assertNever } from '../../src-shared/assert-never';
import type { BudgetChange, BudgetFit, BudgetWishes } from '../../src-shared/billing/card/budget';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { clipSizes } from '../../src-shared/jobs/clip-request';
import { extentOf, pricedRequestOf } from '../../src-shared/jobs/request';
import { type DraftFields, outputsOf, promptCountOf, requestOf } from '../stores/draft-fields';
import { formatCount } from '../ui/figures';
import { withModel } from './fields-of-way';

/** What the form wishes for, for the price slider. */
export function wishesOf(fields: DraftFields, card: RateCard): BudgetWishes {
  return {
    request: pricedRequestOf(requestOf(fields), outputsOf(fields)),
    prompts: promptCountOf(fields),
    sides: sidesOf(fields, card),
  };
}

/** The longer sides that it can have: smaller ones only where another size can be chosen. */
function sidesOf(fields: DraftFields, card: RateCard): number[] {
  const { longestSide } = extentOf(requestOf(fields));
  switch (fields.tool) {
    case 'image': {
      const models = card.models.map((model) => model.longestSide);
      return descending([longestSide, ...models.filter((side) => side < longestSide)]);
    }
    case 'video': {
      const chosen = clipSizes.find(({ id }) => id === fields.clipSize) ?? clipSizes[0];
      const sides = clipSizes
        .filter(({ ratio }) => ratio === chosen.ratio)
        .map(({ width, height }) => Math.max(width, height));
      return descending(sides.filter((side) => side <= longestSide));
    }
    case 'edit':
    case 'playground':
      return [longestSide];
    default:
      return assertNever(fields.tool);
  }
}

function descending(sides: readonly number[]): number[] {
  return [...new Set(sides)].sort((a, b) => b - a);
}

/** The form as the slider rearranges it. */
export function fieldsOfFit(
  fields: DraftFields,
  { request }: Extract<BudgetFit, { kind: 'fits' }>,
  card: RateCard,
): DraftFields {
  const fitted = withModel(fields, request.model, request.quality, card);
  return {
    ...fitted,
    count: request.count / promptCountOf(fields),
    seconds: request.seconds ?? fields.seconds,
  };
}

const names: Record<BudgetChange['what'], string> = {
  count: 'Number',
  seconds: 'Length',
  side: 'Longer side',
  model: 'Model',
  quality: 'Quality',
};
const units: Record<BudgetChange['what'], string> = {
  count: '',
  seconds: ' s',
  side: ' px',
  model: '',
  quality: '',
};

/** One change that the slider makes, from old to new. */
export function changeWords({ what, from, to }: BudgetChange, card: RateCard): string {
  const said = (value: number | string) => {
    if (typeof value === 'number') return `${formatCount(value)}${units[what]}`;
    return card.models.find(({ id }) => id === value)?.name ?? value;
  };
  return `${names[what]}: ${said(from)} → ${said(to)}`;
}
