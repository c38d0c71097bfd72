import { largestSide } from '../../src-shared/jobs/look';
import { draftStore } from '../stores/draft';
import { useBegun } from '../stores/workspace';

/** How long a side of what the chosen model paints may be, in pixels. */
export function useLongestSide(): number {
  const { card } = useBegun();
  const chosen = draftStore((draft) => draft.model);
  const model = card.models.find(({ id }) => id === chosen);
  return Math.min(largestSide, model?.longestSide ?? largestSide);
}
