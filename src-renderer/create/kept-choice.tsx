import { BookmarkPlus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, IconButton } from '../ui/button';
import { Select } from '../ui/select';

type Named = { readonly id: string; readonly name: string };

type KeptChoiceProps = {
  /** «Preset». */
  label: string;
  builtIn: readonly Named[];
  own: readonly Named[];
  /** The id of what the form holds; empty where it holds none. */
  chosen: string;
  onChoose: (id: string) => void;
  /** Saves what stands in the form under a name, with the answer to what is also asked. */
  onSave: (name: string, also: string) => void;
  onDelete: (id: string) => void;
  /** Why nothing can be saved now; null when something can. */
  unsavable: string | null;
  /** What else is asked for when saving. */
  alsoAsked?: string;
};

/** Something with a name that comes with Tally or was saved: choose it, save what stands in the form, delete one's own. */
export function KeptChoice(props: KeptChoiceProps) {
  const { label, builtIn, own, chosen, onChoose, onDelete, unsavable } = props;
  const id = useId();
  const [saving, setSaving] = useState(false);
  const noun = label.toLowerCase();
  return (
    <div>
      <div className="flex items-center gap-1">
        <label htmlFor={id} className="w-18 shrink-0 text-sm font-medium">
          {label}
        </label>
        <Select
          id={id}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
          className="flex-1"
        >
          <option value="" disabled>
            None
          </option>
          {own.length === 0 ? null : (
            <optgroup label="Your own">
              <Options of={own} />
            </optgroup>
          )}
          <optgroup label="With Tally">
            <Options of={builtIn} />
          </optgroup>
        </Select>
        <IconButton
          label={`Save as ${noun}…`}
          aria-expanded={saving}
          aria-disabled={unsavable !== null}
          onClick={() => setSaving(unsavable === null && !saving)}
        >
          <BookmarkPlus size={15} aria-hidden />
        </IconButton>
        {own.some((each) => each.id === chosen) ? (
          <IconButton label={`Delete this ${noun}`} onClick={() => onDelete(chosen)}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {saving ? <SavePart {...props} noun={noun} onDone={() => setSaving(false)} /> : null}
    </div>
  );
}

function Options({ of }: { of: readonly Named[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

type SavePartProps = Pick<KeptChoiceProps, 'onSave' | 'alsoAsked'> & {
  noun: string;
  onDone: () => void;
};

/** No form of its own: it stands inside one. */
function SavePart({ noun, onSave, alsoAsked, onDone }: SavePartProps) {
  const [name, setName] = useState('');
  const [also, setAlso] = useState('');
  const isNamed = name.trim() !== '';
  const save = () => {
    if (!isNamed) return;
    onSave(name.trim(), also.trim());
    onDone();
  };
  return (
    <fieldset
      className="mt-1.5 flex flex-col gap-1.5 rounded-md bg-well p-2.5"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        save();
      }}
    >
      <legend className="sr-only">Save as {noun}</legend>
      <SmallField label={`Name of the ${noun}`} value={name} onChange={setName} most={60} first />
      {alsoAsked === undefined ? null : (
        <SmallField label={alsoAsked} value={also} onChange={setAlso} most={500} />
      )}
      <div className="flex gap-1.5">
        <Button className="h-7" aria-disabled={!isNamed} onClick={save}>
          Save {noun}
        </Button>
        <Button look="plain" className="h-7" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}

type SmallFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  most: number;
  first?: boolean;
};

function SmallField({ label, value, onChange, most, first = false }: SmallFieldProps) {
  return (
    <label className="text-xs text-muted">
      {label}
      <input
        type="text"
        value={value}
        maxLength={most}
        // biome-ignore lint/a11y/noAutofocus: it opened because one wants to type a name
        autoFocus={first}
        onChange={(event) => onChange(event.target.value)}
        className="mt-0.5 block h-7 w-full rounded-md border border-edge/60 bg-paper px-2 text-sm text-ink"
      />
    </label>
  );
}
