import { CalendarSync, CircleAlert, Plus, ReceiptText, TimerOff } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { Future, FutureEvent } from '../../src-shared/contract/forecast';
import { Button } from '../ui/button';
import { Choice, Choices } from '../ui/choice';
import { formatCount, formatMoney } from '../ui/figures';

type Shows = 'changed' | 'as it is';
type TrialEventsProps = {
  future: Future;
  /** Which future it is; null where both are the same. */
  shows: Shows | null;
  onShow: (shows: Shows) => void;
};

/** So many lines are shown before one asks for all. */
const shownAtFirst = 24;

/** A statement of what would come, lapse and be billed, and when. */
export function TrialEvents({ future, shows, onShow }: TrialEventsProps) {
  const heading = useId();
  const [all, setAll] = useState(false);
  const { events } = future;
  const shown = all ? events : events.slice(0, shownAtFirst);
  return (
    <section
      aria-labelledby={heading}
      className="relative rounded-lg border border-line bg-paper px-4 py-3"
    >
      <div className="mb-1 flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id={heading} className="text-base font-semibold">
          What would happen
        </h2>
        {shows === null ? null : (
          <Choices
            label="Which statement"
            value={shows}
            onChange={(next) => onShow(next === 'changed' ? next : 'as it is')}
            className="flex gap-1"
          >
            <Choice value="changed" className="px-2.5 py-1 text-sm">
              With changes
            </Choice>
            <Choice value="as it is" className="px-2.5 py-1 text-sm">
              As it is
            </Choice>
          </Choices>
        )}
      </div>
      {events.length === 0 ? (
        <p className="text-sm text-muted">
          Nothing comes, lapses or is billed in this time. Choose a later end to see more.
        </p>
      ) : (
        <ol>
          {shown.map((event, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is only ever replaced whole
            <EventLine key={place} event={event} />
          ))}
        </ol>
      )}
      {shown.length < events.length ? (
        <Button className="mt-2" onClick={() => setAll(true)}>
          Show all {formatCount(events.length)} lines
        </Button>
      ) : null}
    </section>
  );
}

const looks: Readonly<Record<FutureEvent['kind'], { icon: ReactNode; tone: string }>> = {
  granted: { icon: <Plus size={14} aria-hidden />, tone: 'text-accent' },
  lapsed: { icon: <TimerOff size={14} aria-hidden />, tone: 'text-caution' },
  billed: { icon: <ReceiptText size={14} aria-hidden />, tone: 'text-muted' },
  'ran-out': { icon: <CircleAlert size={14} aria-hidden />, tone: 'text-danger' },
  'plan-ended': { icon: <CalendarSync size={14} aria-hidden />, tone: 'text-ink' },
  'plan-changed': { icon: <CalendarSync size={14} aria-hidden />, tone: 'text-ink' },
};

function EventLine({ event }: { event: FutureEvent }) {
  const { icon, tone } = looks[event.kind];
  return (
    <li className="flex items-baseline gap-2 border-line py-1.5 text-sm not-first:border-t">
      <span className={`shrink-0 self-center ${tone}`}>{icon}</span>
      <span className="min-w-0 flex-1">{event.words}</span>
      <span className={`shrink-0 text-right font-medium ${tone}`}>{amountText(event)}</span>
    </li>
  );
}

function amountText({ kind, credits, cents }: FutureEvent): string {
  switch (kind) {
    case 'granted':
      return `+${formatCount(credits)}`;
    case 'lapsed':
      return `−${formatCount(credits)}`;
    case 'ran-out':
      return `${formatCount(credits)} short`;
    case 'billed':
      return formatMoney(cents) ?? '';
    case 'plan-ended':
    case 'plan-changed':
      return '';
  }
}
