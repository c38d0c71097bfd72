import { problemAt, useCheckedDraft, useShownRefusal } from '../create/current-draft';
import { NegativePromptField, PromptField } from '../create/prompt-fields';
import { SeedField } from '../create/seed-field';
import { SizeField } from '../create/size-field';
import { draftStore } from '../stores/draft';
import { ContenderFields } from './contender-fields';

/** One prompt for two to four models, qualities or styles; size and seed are the same for all of them. */
export function PlaygroundForm() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  return (
    <form
      aria-label="Comparison"
      aria-busy={submitting}
      className="flex flex-col gap-3.5"
      onSubmit={(event) => event.preventDefault()}
    >
      <PromptField problem={problemAt(refusal, 'prompt')} />
      <NegativePromptField problem={problemAt(refusal, 'negativePrompt')} />
      <ContenderFields
        problem={problemAt(refusal, 'model') ?? problemAt(refusal, 'quality')}
        quotes={checked?.receipt?.quotes ?? []}
      />
      <SizeField problem={problemAt(refusal, 'size')} />
      <SeedField problem={problemAt(refusal, 'seed')} />
    </form>
  );
}
