import { useEffect } from 'react';
import { makeOwn, showCards, startImport } from '../cards/card-actions';
import { submitDraft } from '../create/submit-draft';
import { openToday } from '../credits/open-day';
import { askToCancelAll, cancelWaiting, togglePause } from '../queue/queue-actions';
import { draftStore } from '../stores/draft';
import { insightStore } from '../stores/insight';
import { type ScreenId, screenStore } from '../stores/screen';
import { slipStore } from '../stores/slip';

/** Something a person can do from anywhere, by its keys or by its name in the palette. */
export type Command = {
  readonly id: string;
  readonly name: string;
  /** `mod` is Command on a Mac and Control elsewhere. Empty: only in the palette. */
  readonly keys: readonly string[];
  readonly run: () => void;
};

const screen = () => screenStore.getState();

function goTo(id: ScreenId, name: string, key: string): Command {
  return {
    id: `go-${id}`,
    name: `Go to ${name}`,
    keys: ['mod', key],
    run: () => screen().show(id),
  };
}

/** Everything that has a shortcut or a place in the palette. */
export const commands: readonly Command[] = [
  {
    id: 'generate',
    name: 'Generate',
    keys: ['mod', 'Enter'],
    run: () => {
      screen().show('create');
      // Whoever is asked first whether to leave a screen has not got there yet.
      if (screen().screen === 'create') void submitDraft();
    },
  },
  goTo('create', 'Create', '1'),
  goTo('storyboard', 'Storyboard', '2'),
  goTo('chat', 'Chat', '3'),
  goTo('gallery', 'Gallery', '4'),
  goTo('credits', 'Credits', '5'),
  goTo('plan', 'Plan', '6'),
  goTo('settings', 'Settings', '7'),
  {
    id: 'palette',
    name: 'Search commands',
    keys: ['mod', 'K'],
    run: () => screen().showDialog('palette'),
  },
  { id: 'queue', name: 'Show or hide the queue', keys: ['Q'], run: toggleQueue },
  {
    id: 'new-seed',
    name: 'New seed',
    keys: [],
    run: () => draftStore.getState().newSeed(),
  },
  { id: 'pause', name: 'Pause or resume the queue', keys: [], run: () => void togglePause() },
  { id: 'cancel-waiting', name: 'Cancel waiting jobs', keys: [], run: () => void cancelWaiting() },
  {
    id: 'cancel-all',
    name: 'Cancel all jobs…',
    keys: [],
    run: askToCancelAll,
  },
  {
    id: 'plan-extra',
    name: 'Buy units or a pack',
    keys: [],
    run: () => screen().showPlan('extra'),
  },
  { id: 'plan-plans', name: 'Change the plan', keys: [], run: () => screen().showPlan('plans') },
  { id: 'plan-seats', name: 'Seats', keys: [], run: () => screen().showPlan('seats') },
  { id: 'plan-invoices', name: 'Invoices', keys: [], run: () => screen().showPlan('invoices') },
  { id: 'plan-orders', name: 'Orders', keys: [], run: () => screen().showPlan('orders') },
  { id: 'cards', name: 'Rate cards', keys: [], run: showCards },
  { id: 'cards-import', name: 'Import a rate card…', keys: [], run: startImport },
  { id: 'cards-own', name: 'Make a rate card of your own', keys: [], run: () => void makeOwn() },
  {
    id: 'statement',
    name: 'Statement',
    keys: [],
    run: () => screen().showCredits('statement'),
  },
  { id: 'day', name: 'Balance on a day…', keys: [], run: openToday },
  { id: 'what-if', name: 'What if', keys: [], run: () => screen().showCredits('what-if') },
  { id: 'proof', name: 'Proof', keys: [], run: () => screen().showCredits('proof') },
  {
    id: 'refunds',
    name: 'Why there are no refunds',
    keys: [],
    run: () => screen().showDialog('refunds'),
  },
  {
    id: 'shortcuts',
    name: 'List of shortcuts',
    keys: ['?'],
    run: () => screen().showDialog('shortcuts'),
  },
];

function toggleQueue(): void {
  screen().showQueue(!screen().queueOpen);
}

/** Listens for shortcuts while the studio is shown. Keys without Ctrl or Command rest in text fields. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandFor(event);
      if (command === null || event.repeat) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** The command that a key press stands for; null when it belongs to whatever has the focus. */
export function commandFor(press: Press): Command | null {
  const { dialog, openAsset } = screen();
  const covered =
    dialog !== null ||
    openAsset !== null ||
    slipStore.getState().slip !== null ||
    insightStore.getState().trail.length > 0;
  if (covered || press.altKey) return null;
  const mod = press.ctrlKey || press.metaKey;
  if (!mod && takesText(press.target)) return null;
  const pressed = press.key.toLowerCase();
  const found = commands.find(({ keys }) => {
    const key = keys.at(-1)?.toLowerCase();
    return key === pressed && keys.includes('mod') === mod;
  });
  return found ?? null;
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}
