import { draftStore } from '../stores/draft';
import { CountField } from './count-field';
import { problemAt, useCheckedDraft, useShownRefusal } from './current-draft';
import { ModelFields } from './model-fields';
import { PresetField } from './preset-field';
import { NegativePromptField, PromptField } from './prompt-fields';
import { SeedField } from './seed-field';
import { SizeField } from './size-field';
import { StyleField } from './style-field';
import { TemplateField } from './template-field';

/** Everything that decides what is made and what it costs. */
export function SettingsForm() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  return (
    <form
      aria-label="Picture"
      aria-busy={submitting}
      className="flex flex-col gap-3.5"
      onSubmit={(event) => event.preventDefault()}
    >
      <PromptField problem={problemAt(refusal, 'prompt')} />
      <NegativePromptField problem={problemAt(refusal, 'negativePrompt')} />
      <TemplateField />
      <CountField problem={problemAt(refusal, 'count')} />
      <PresetField />
      <StyleField problem={problemAt(refusal, 'style')} />
      <ModelFields
        modelProblem={problemAt(refusal, 'model')}
        qualityProblem={problemAt(refusal, 'quality')}
      />
      <SizeField problem={problemAt(refusal, 'size')} />
      <SeedField problem={problemAt(refusal, 'seed')} />
    </form>
  );
}
