import {
  CalendarSync,
  Clapperboard,
  Coins,
  Images,
  ListOrdered,
  MessageCircle,
  Search,
  Settings2,
  Sparkle,
} from 'lucide-react';
import { creditsStore } from '../stores/credits';
import { openJobs, queueStore } from '../stores/queue';
import { type ScreenId, screenStore } from '../stores/screen';
import { Button, IconButton } from '../ui/button';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { Mark } from '../ui/mark';

const places: readonly { id: ScreenId; name: string; icon: typeof Images }[] = [
  { id: 'create', name: 'Create', icon: Sparkle },
  { id: 'storyboard', name: 'Storyboard', icon: Clapperboard },
  { id: 'chat', name: 'Chat', icon: MessageCircle },
  { id: 'gallery', name: 'Gallery', icon: Images },
  { id: 'credits', name: 'Credits', icon: Coins },
  { id: 'plan', name: 'Plan', icon: CalendarSync },
  { id: 'settings', name: 'Settings', icon: Settings2 },
];

/** The place in the header that a screen belongs to: rate cards are reached from the settings. */
function placeOf(screen: ScreenId): ScreenId {
  return screen === 'cards' ? 'settings' : screen;
}

/** Where one is, what one has, and what is going on. */
export function Header() {
  const screen = screenStore((store) => store.screen);
  const { show, showDialog } = screenStore.getState();
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-panel px-3">
      <span className="flex items-center gap-1.5 pr-1 pl-1 text-lg font-semibold tracking-tight">
        <Mark size={22} />
        Tally
      </span>
      <nav aria-label="Screens" className="flex gap-0.5">
        {places.map(({ id, name, icon: Icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === placeOf(screen) ? 'page' : undefined}
            onClick={() => show(id)}
            title={name}
            className="flex h-8 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted hover:bg-well hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-ink"
          >
            <Icon size={15} aria-hidden />
            <span className="max-[1100px]:sr-only">{name}</span>
          </button>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-1">
        <IconButton label="Search commands" onClick={() => showDialog('palette')}>
          <Search size={16} aria-hidden />
        </IconButton>
        <BalanceButton />
        <QueueButton />
      </div>
    </header>
  );
}

function BalanceButton() {
  const balance = creditsStore((store) => store.balance);
  if (balance === null) return null;
  return (
    <Button
      look="plain"
      onClick={() => screenStore.getState().show('credits')}
      title="Balance, lots and statement"
    >
      <span className="font-semibold">{formatCredits(balance.available)}</span>
      {balance.held > 0 ? (
        <span className="font-normal text-muted">{formatCount(balance.held)} held</span>
      ) : null}
    </Button>
  );
}

function QueueButton() {
  const jobs = queueStore((store) => store.jobs);
  const open = screenStore((store) => store.queueOpen);
  const active = openJobs(jobs).length;
  const name = active > 0 ? `Queue, ${formatNumberOf(active, 'job')} open` : 'Queue';
  return (
    <Button
      look="plain"
      aria-label={name}
      aria-expanded={open}
      onClick={() => screenStore.getState().showQueue(!open)}
      className="aria-expanded:bg-well"
    >
      <ListOrdered size={16} aria-hidden />
      Queue
      {active > 0 ? (
        <span className="min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent">
          {formatCount(active)}
        </span>
      ) : null}
    </Button>
  );
}
