import { assertNever } from '../../src-shared/assert-never';
import type { EditKind } from '../../src-shared/jobs/edit-request';
import type { Refusal } from '../../src-shared/refusal';
import { CountField } from '../create/count-field';
import { problemAt, useCheckedDraft, useShownRefusal } from '../create/current-draft';
import { ModelFields } from '../create/model-fields';
import { NegativePromptField, PromptField } from '../create/prompt-fields';
import { SeedField } from '../create/seed-field';
import { StyleField } from '../create/style-field';
import { draftStore } from '../stores/draft';
import { ActionField } from './action-field';
import { actionWords } from './action-words';
import { CheapestModel } from './cheapest-model';
import { EnlargeField } from './enlarge-field';
import { ExtendFields } from './extend-fields';
import { SizeRemedy } from './size-remedy';
import { SourceField } from './source-field';
import { StrengthField } from './strength-field';

/** The picture, what is done to it, and what that needs to know. */
export function EditForm() {
  const checked = useCheckedDraft();
  const refusal = useShownRefusal(checked);
  const edit = draftStore((draft) => draft.edit);
  const submitting = draftStore((draft) => draft.submission === 'under-way');
  return (
    <form
      aria-label="Edit"
      aria-busy={submitting}
      className="flex flex-col gap-3.5"
      onSubmit={(event) => event.preventDefault()}
    >
      <SourceField problem={problemAt(refusal, 'source')} />
      <ActionField />
      <OwnFields edit={edit} refusal={refusal} />
      <SizeRemedy problem={problemAt(refusal, 'size')} />
      {actionWords[edit].placeholder === null ? null : <Painting edit={edit} refusal={refusal} />}
      <ModelFields
        modelProblem={problemAt(refusal, 'model')}
        qualityProblem={problemAt(refusal, 'quality')}
      />
      {edit === 'enlarge' ? null : <SeedField problem={problemAt(refusal, 'seed')} />}
    </form>
  );
}

type PartProps = { edit: EditKind; refusal: Refusal | null };

/** What only this way of changing a picture asks for. */
function OwnFields({ edit, refusal }: PartProps) {
  switch (edit) {
    case 'restyle':
    case 'vary':
      return <StrengthField problem={problemAt(refusal, 'strength')} />;
    case 'inside':
      return (
        <>
          <MaskProblem problem={problemAt(refusal, 'mask')} />
          <StrengthField problem={problemAt(refusal, 'strength')} />
        </>
      );
    case 'extend':
      return <ExtendFields problem={problemAt(refusal, 'margins')} />;
    case 'enlarge':
      return (
        <>
          <EnlargeField problem={problemAt(refusal, 'factor')} />
          <CheapestModel />
        </>
      );
    default:
      return assertNever(edit);
  }
}

function MaskProblem({ problem }: { problem: string | null }) {
  return problem === null ? null : <p className="text-sm text-danger">{problem}</p>;
}

/** What every painted change asks for: words, how many, and in which style. */
function Painting({ edit, refusal }: PartProps) {
  const { placeholder } = actionWords[edit];
  return (
    <>
      <PromptField
        problem={problemAt(refusal, 'prompt')}
        autoFocus={false}
        {...(placeholder === null ? {} : { placeholder })}
      />
      <NegativePromptField problem={problemAt(refusal, 'negativePrompt')} />
      <CountField problem={problemAt(refusal, 'count')} noun="variations" />
      <StyleField problem={problemAt(refusal, 'style')} />
    </>
  );
}
