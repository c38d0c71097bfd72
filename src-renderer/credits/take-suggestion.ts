import { largestBatch, longestClipSeconds, modelsFor } from '../../src-shared/billing/card/quote';
import type { CardModel, RateCard } from '../../src-shared/billing/card/rate-card';
import { bestQuality } from '../../src-shared/billing/future/suggestions';
import type { Suggestion } from '../../src-shared/contract/forecast';
import { draftStore } from '../stores/draft';
import type { DraftFields } from '../stores/draft-fields';
import { fitToModel } from '../stores/fit-draft';
import { screenStore } from '../stores/screen';

/** What a suggestion puts into the form; null for what is made elsewhere, such as a storyboard's visuals. */
function fieldsOf({ tool, outputs }: Suggestion): Partial<DraftFields> | null {
  switch (tool) {
    case 'image':
      return { tool: 'image', count: Math.min(outputs, largestBatch) };
    case 'edit':
      return { tool: 'edit', count: Math.min(outputs, largestBatch) };
    case 'video':
      return { tool: 'video', clipStart: 'words', ...clipsOf(outputs) };
    case 'image-to-video':
      return { tool: 'video', clipStart: 'picture', ...clipsOf(outputs) };
    default:
      return null;
  }
}

/** As many of the longest clips as the seconds are enough for, or one that takes them all. */
function clipsOf(seconds: number): Pick<DraftFields, 'count' | 'seconds'> {
  const whole = Math.floor(seconds / longestClipSeconds);
  return whole === 0
    ? { count: 1, seconds }
    : { count: Math.min(whole, largestBatch), seconds: longestClipSeconds };
}

/** The model of a suggestion that the form can make; null for what it does not make. */
export function suggestedModel(suggestion: Suggestion, card: RateCard): CardModel | null {
  if (fieldsOf(suggestion) === null) return null;
  const tool = card.tools.find(({ id }) => id === suggestion.tool)?.id;
  if (tool === undefined) return null;
  return modelsFor(card, tool).find(({ id }) => id === suggestion.model) ?? null;
}

/** Puts a suggestion into the form and shows it; the prompt stays as it is, and nothing is made yet. */
export function takeSuggestion(suggestion: Suggestion, model: CardModel): void {
  const { change, ...draft } = draftStore.getState();
  const fields = fieldsOf(suggestion) ?? {};
  const fitted = fitToModel({ ...draft, ...fields, quality: bestQuality(model) }, model);
  change({ ...fields, ...fitted });
  screenStore.getState().show('create');
}
