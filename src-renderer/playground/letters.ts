import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import type { Contender } from '../stores/draft-fields';

/** What a contender is called, by its place from 0. */
export function letterOf(place: number): string {
  return ['A', 'B', 'C', 'D'][place] ?? String(place + 1);
}

export function modelName({ model }: Pick<Contender, 'model'>, card: RateCard): string {
  return card.models.find(({ id }) => id === model)?.name ?? model;
}

/** Its quality and style: «premium, Watercolour». */
export function lookWords({ quality, style }: Pick<Contender, 'quality' | 'style'>): string {
  return `${quality}, ${sketchStyles.find(({ id }) => id === style)?.name ?? style}`;
}
