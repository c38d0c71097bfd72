import { enlargeFactors, largestEnlarged } from '../../src-shared/jobs/edit-request';
import { draftStore } from '../stores/draft';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';

/** How many times larger, with the pixels that come of it. */
export function EnlargeField({ problem }: { problem: string | null }) {
  const source = draftStore((draft) => draft.source);
  const chosen = draftStore((draft) => draft.factor);
  const choose = (value: string) => {
    const factor = enlargeFactors.find((candidate) => String(candidate) === value);
    if (factor !== undefined) draftStore.getState().change({ factor });
  };
  return (
    <Field
      label="Enlarge"
      problem={problem}
      aside={<span className="text-xs text-muted">up to {largestEnlarged} px a side</span>}
    >
      <Choices
        label="Enlarge"
        value={String(chosen)}
        onChange={choose}
        className="grid grid-cols-3 gap-1"
      >
        {enlargeFactors.map((factor) => {
          const size = source && {
            width: source.width * factor,
            height: source.height * factor,
          };
          const isTooLarge = size !== null && Math.max(size.width, size.height) > largestEnlarged;
          return (
            <Choice
              key={factor}
              value={String(factor)}
              disabled={isTooLarge}
              className="px-1 py-1.5 text-center"
            >
              <span className="block font-medium">{factor}×</span>
              <span className="block text-xs text-muted">
                {size === null
                  ? ''
                  : isTooLarge
                    ? 'too large'
                    : `${size.width} × ${size.height} px`}
              </span>
            </Choice>
          );
        })}
      </Choices>
    </Field>
  );
}
