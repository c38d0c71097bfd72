import { screenStore } from '../stores/screen';
import { Dialog } from '../ui/dialog';
import { Keys } from '../ui/keys';
import { commands } from './shortcuts';

const inGallery = [
  { name: 'Move between pictures and clips', keys: ['←', '→', '↑', '↓'] },
  { name: 'Open one', keys: ['Enter'] },
  { name: 'Select one', keys: ['Space'] },
  { name: 'Delete', keys: ['Delete'] },
] as const;

const inPrompt = [
  { name: 'An earlier prompt', keys: ['Alt', '↑'] },
  { name: 'Back towards the unsent one', keys: ['Alt', '↓'] },
] as const;

const inPlayer = [
  { name: 'Play or pause', keys: ['K'] },
  { name: 'A frame back', keys: [','] },
  { name: 'A frame on', keys: ['.'] },
  { name: 'Over and over', keys: ['L'] },
  { name: 'Full screen', keys: ['F'] },
] as const;

/** Every shortcut, on `?`. */
export function ShortcutList() {
  const open = screenStore((store) => store.dialog === 'shortcuts');
  const { showDialog } = screenStore.getState();
  return (
    <Dialog open={open} onClose={() => showDialog(null)} title="Shortcuts" width="max-w-lg">
      <ShortcutTable />
    </Dialog>
  );
}

export function ShortcutTable() {
  const everywhere = commands.filter((command) => command.keys.length > 0);
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      <ShortcutGroup title="Everywhere" rows={everywhere} />
      <div className="flex flex-col gap-4">
        <ShortcutGroup title="In the prompt" rows={inPrompt} />
        <ShortcutGroup title="In the gallery" rows={inGallery} />
        <ShortcutGroup title="In the player of a clip" rows={inPlayer} />
      </div>
    </div>
  );
}

type Row = { readonly name: string; readonly keys: readonly string[] };

function ShortcutGroup({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm text-muted">{title}</h3>
      <dl>
        {rows.map(({ name, keys }) => (
          <div key={name} className="flex min-h-7 items-center justify-between gap-3">
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
