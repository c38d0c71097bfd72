import { draftStore, fieldsOf } from '../stores/draft';
import { mostKept, presetStore } from '../stores/presets';
import { toastStore } from '../stores/toasts';
import { builtInTemplates } from './built-in';
import { changeWithUndo } from './change-with-undo';
import { KeptChoice } from './kept-choice';

/** A prompt with blanks, by a name. */
export function TemplateField() {
  const own = presetStore((store) => store.templates);
  const prompt = draftStore((draft) => draft.prompt);
  const known = [...own, ...builtInTemplates];
  const choose = (id: string) => {
    const template = known.find((each) => each.id === id);
    if (template === undefined) return;
    const fields = { ...fieldsOf(draftStore.getState()), prompt: template.prompt };
    changeWithUndo(fields, `${template.name} is in the form.`);
  };
  return (
    <KeptChoice
      label="Template"
      builtIn={builtInTemplates}
      own={own}
      chosen={known.find((each) => each.prompt === prompt)?.id ?? ''}
      onChoose={choose}
      onSave={saveTemplate}
      onDelete={deleteTemplate}
      unsavable={unsavable(prompt, own.length)}
    />
  );
}

function unsavable(prompt: string, kept: number): string | null {
  if (prompt.trim() === '') return 'Write a prompt first, with blanks such as [subject].';
  return kept < mostKept ? null : 'Delete one first.';
}

function saveTemplate(name: string): void {
  const { prompt } = draftStore.getState();
  const { templates, setTemplates } = presetStore.getState();
  setTemplates([...templates, { id: crypto.randomUUID(), name, prompt }]);
}

function deleteTemplate(id: string): void {
  const { templates, setTemplates } = presetStore.getState();
  const gone = templates.find((each) => each.id === id);
  if (gone === undefined) return;
  setTemplates(templates.filter((each) => each !== gone));
  toastStore.getState().tell({
    severity: 'information',
    text: `The template ${gone.name} was deleted.`,
    action: {
      label: 'Undo',
      run: () => setTemplates([...presetStore.getState().templates, gone]),
    },
  });
}
