import { draftStore, fieldsOf } from '../stores/draft';
import { fitToCard } from '../stores/fit-draft';
import { mostKept, type Preset, presetStore } from '../stores/presets';
import { toastStore } from '../stores/toasts';
import { useBegun } from '../stores/workspace';
import { builtInPresets } from './built-in';
import { changeWithUndo } from './change-with-undo';
import { KeptChoice } from './kept-choice';
import { presetIn, withPreset } from './use-preset';

/** A style with its words and size, by a name. */
export function PresetField() {
  const { card } = useBegun();
  const own = presetStore((store) => store.presets);
  const draft = draftStore();
  const known = [...own, ...builtInPresets];
  const choose = (id: string) => {
    const preset = known.find((each) => each.id === id);
    if (preset === undefined) return;
    const fields = withPreset(fieldsOf(draft), preset, known);
    changeWithUndo(fitToCard(fields, card), `${preset.name} is in the form.`);
  };
  return (
    <KeptChoice
      label="Preset"
      builtIn={builtInPresets}
      own={own}
      chosen={presetIn(draft, known)?.id ?? ''}
      onChoose={choose}
      onSave={savePreset}
      onDelete={deletePreset}
      unsavable={own.length < mostKept ? null : 'Delete one first.'}
      alsoAsked="Words it adds to the prompt"
    />
  );
}

function savePreset(name: string, words: string): void {
  const { style, negativePrompt, width, height } = draftStore.getState();
  const preset: Preset = {
    id: crypto.randomUUID(),
    name,
    style,
    words,
    without: negativePrompt,
    width,
    height,
  };
  const { presets, setPresets } = presetStore.getState();
  setPresets([...presets, preset]);
}

function deletePreset(id: string): void {
  const { presets, setPresets } = presetStore.getState();
  const gone = presets.find((each) => each.id === id);
  if (gone === undefined) return;
  setPresets(presets.filter((each) => each !== gone));
  toastStore.getState().tell({
    severity: 'information',
    text: `The preset ${gone.name} was deleted.`,
    action: {
      label: 'Undo',
      run: () => setPresets([...presetStore.getState().presets, gone]),
    },
  });
}
