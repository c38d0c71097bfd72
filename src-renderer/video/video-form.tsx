import { CountField } from '../create/count-field';
import { problemAt, useCheckedDraft, useShownRefusal } from '../create/current-draft';
import { ModelFields } from '../create/model-fields';
import { NegativePromptField, PromptField } from '../create/prompt-fields';
import { SeedField } from '../create/seed-field';
import { StyleField } from '../create/style-field';
import { draftStore } from '../stores/draft';
import type { ClipStart } from '../stores/draft-fields';
import { CameraField } from './camera-field';
import { ClipSizeField } from './clip-size-field';
import { FormatField } from './format-field';
import { LengthField } from './length-field';
import { StartField } from './start-field';

const placeholders: Record<ClipStart, string> = {
  words: 'What should the clip show, and what should happen in it?',
  picture: 'What should happen in the picture? May stay empty.',
  pictures: 'What should happen on the way? May stay empty.',
};

/** Everything that decides what a clip shows and what it costs (A2, B1). */
export function VideoForm() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const start = draftStore((draft) => draft.clipStart);
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  return (
    <form
      aria-label="Clip"
      aria-busy={submitting}
      className="flex flex-col gap-3.5"
      onSubmit={(event) => event.preventDefault()}
    >
      <StartField />
      <PromptField
        problem={problemAt(refusal, 'prompt')}
        placeholder={placeholders[start]}
        // Whoever goes along the tools by arrow keys stays on them.
        autoFocus={false}
      />
      {start === 'words' ? (
        <NegativePromptField problem={problemAt(refusal, 'negativePrompt')} />
      ) : null}
      <LengthField problem={problemAt(refusal, 'seconds')} />
      <ClipSizeField problem={problemAt(refusal, 'size')} />
      <CameraField />
      {start === 'words' ? <StyleField problem={problemAt(refusal, 'style')} /> : null}
      <ModelFields
        modelProblem={problemAt(refusal, 'model')}
        qualityProblem={problemAt(refusal, 'quality')}
      />
      <FormatField />
      <CountField problem={problemAt(refusal, 'count')} noun="clips" />
      <SeedField problem={problemAt(refusal, 'seed')} />
    </form>
  );
}
