import { actionWords } from '../edit/action-words';
import { type DraftFields, outputsOf } from '../stores/draft-fields';
import { formatCount } from '../ui/figures';

/** What a press does, on its button: «Generate 4», «Restyle», «Refine 2×». */
export function deedOf(fields: DraftFields): string {
  const count = outputsOf(fields);
  if (fields.tool !== 'edit') return `Generate ${formatCount(count)}`;
  const { deed } = actionWords[fields.edit];
  if (fields.edit === 'enlarge') return `${deed} ${fields.factor}×`;
  return count === 1 ? deed : `${deed} ${formatCount(count)} times`;
}
