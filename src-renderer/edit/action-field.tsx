import { type EditKind, editKinds } from '../../src-shared/jobs/edit-request';
import { draftStore } from '../stores/draft';
import { Choice, Choices } from '../ui/choice';
import { Field } from '../ui/field';
import { actionWords } from './action-words';

/** What is done to the picture. */
export function ActionField() {
  const chosen = draftStore((draft) => draft.edit);
  const choose = (id: string) => {
    const edit = editKinds.find((candidate) => candidate === id);
    if (edit !== undefined) draftStore.getState().change({ edit });
  };
  return (
    <Field label="What to do">
      <Choices
        label="What to do"
        value={chosen}
        onChange={choose}
        className="grid grid-cols-5 gap-1"
      >
        {editKinds.map((kind) => (
          <ActionChoice key={kind} kind={kind} />
        ))}
      </Choices>
      <p className="mt-1.5 text-sm text-muted">{actionWords[chosen].does}</p>
    </Field>
  );
}

function ActionChoice({ kind }: { kind: EditKind }) {
  const { name, icon: Icon, does } = actionWords[kind];
  return (
    <Choice
      value={kind}
      title={does}
      className="flex flex-col items-center gap-1 px-0.5 pt-1.5 pb-1 text-xs"
    >
      <Icon size={16} aria-hidden />
      {name}
    </Choice>
  );
}
