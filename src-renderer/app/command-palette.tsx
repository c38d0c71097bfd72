import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { screenStore } from '../stores/screen';
import { Veil } from '../ui/dialog';
import { Keys } from '../ui/keys';
import { useReturnFocus } from '../ui/return-focus';
import { commands } from './shortcuts';

/** Everything one can do, by name. */
export function CommandPalette() {
  const open = screenStore((store) => store.dialog === 'palette');
  const returnFocus = useReturnFocus(open);
  const close = () => screenStore.getState().showDialog(null);
  const offered = commands.filter((command) => command.id !== 'palette');
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : close())}>
      <Dialog.Portal>
        <Veil />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-3rem)] max-w-md -translate-x-1/2 overflow-hidden rounded-lg bg-panel shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Command label="Commands" loop>
            <Command.Input
              placeholder="What would you like to do?"
              className="h-12 w-full border-b border-line bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1.5" tabIndex={-1}>
              <Command.Empty className="px-3 py-4 text-muted">Nothing of that name.</Command.Empty>
              {offered.map(({ id, name, keys, run }) => (
                <Command.Item
                  key={id}
                  value={name}
                  onSelect={() => {
                    close();
                    run();
                  }}
                  className="flex h-9 items-center justify-between gap-3 rounded-md px-2.5 data-[selected=true]:bg-accent-soft"
                >
                  {name}
                  <Keys keys={keys} />
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
