import { largestBatch, modelsFor } from '../../src-shared/billing/card/quote';
import type { CardModel, RateCard } from '../../src-shared/billing/card/rate-card';
import { bestQuality } from '../../src-shared/billing/future/suggestions';
import type { Suggestion } from '../../src-shared/contract/forecast';
import { draftStore, fitToModel } from '../stores/draft';
import { screenStore } from '../stores/screen';

/** The model of a suggestion that the form can make; null for what it does not make, such as clips. */
export function suggestedModel({ tool, model }: Suggestion, card: RateCard): CardModel | null {
  if (tool !== 'image') return null;
  return modelsFor(card, tool).find(({ id }) => id === model) ?? null;
}

/** Puts a suggestion into the form and shows it; the prompt stays as it is, and nothing is made yet. */
export function takeSuggestion({ outputs }: Suggestion, model: CardModel): void {
  const draft = draftStore.getState();
  const fields = fitToModel({ ...draft, quality: bestQuality(model) }, model);
  draft.change({ ...fields, count: Math.min(outputs, largestBatch) });
  screenStore.getState().show('create');
}
