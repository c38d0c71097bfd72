import { assertNever } from '../../src-shared/assert-never';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';

/** What was done to a picture, where no words say what it shows. */
export function nameOfEdit({ action, style, width, height }: EditRequest): string {
  switch (action.kind) {
    case 'restyle': {
      const name = sketchStyles.find(({ id }) => id === style)?.name ?? style;
      return `Restyled: ${name}`;
    }
    case 'vary':
      return 'A variation';
    case 'inside':
      return 'Painted inside a mask';
    case 'extend':
      return `Extended to ${width} × ${height} px`;
    case 'enlarge':
      return `Refined ${action.factor}× to ${width} × ${height} px`;
    default:
      return assertNever(action);
  }
}
