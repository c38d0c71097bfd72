import { screenStore } from '../stores/screen';
import { Dialog } from '../ui/dialog';
import { Keys } from '../ui/keys';
import { commands } from './shortcuts';

const inGallery = [
  { name: 'Move between pictures', keys: ['←', '→', '↑', '↓'] },
  { name: 'Open a picture', keys: ['Enter'] },
  { name: 'Select a picture', keys: ['Space'] },
  { name: 'Delete', keys: ['Delete'] },
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
      <ShortcutGroup title="In the gallery" rows={inGallery} />
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
