import { Monitor } from 'lucide-react';
import type { PlanState, SeatState } from '../../src-shared/contract/plan';
import { Button } from '../ui/button';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { seatName } from '../ui/plan-words';
import { PromptText } from '../ui/prompt-text';
import { openSlip, workAs } from './order-actions';

/** Everybody who has a seat or had one, each with what is in their own wallet. */
export function Seats({ state }: { state: PlanState }) {
  const { plan, seats } = state;
  const active = seats.filter((seat) => seat.active);
  const removed = seats.filter((seat) => !seat.active);
  return (
    <section aria-labelledby="seats-heading" className="flex flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id="seats-heading" className="text-base font-semibold">
          {plan?.perSeat ? formatNumberOf(active.length, 'seat') : 'Seats'}
        </h2>
        {plan?.perSeat ? (
          <Button onClick={() => openSlip({ kind: 'add-seat', seat: null, name: '' })}>
            Add a seat…
          </Button>
        ) : null}
      </div>
      <p className="text-sm text-muted">{seatsWords(state)}</p>
      {active.length > 0 ? <SeatList label="Active seats" seats={active} state={state} /> : null}
      {removed.length > 0 ? (
        <>
          <h3 className="mt-3 text-sm font-medium">Removed</h3>
          <SeatList label="Removed seats" seats={removed} state={state} />
        </>
      ) : null}
    </section>
  );
}

function seatsWords({ plan }: PlanState): string {
  if (plan === null) return 'Seats come with a plan; none is running.';
  if (!plan.perSeat) {
    return `${plan.name} is for one person. Change to a plan with seats to add some.`;
  }
  return 'Each active seat has a wallet of its own and its full allowance once in every grant period, also when it is removed and added again. A removed seat keeps its credit to its date and gets no more.';
}

type SeatListProps = { label: string; seats: readonly SeatState[]; state: PlanState };

function SeatList({ label, seats, state }: SeatListProps) {
  return (
    <ul aria-label={label} className="border-t border-line">
      {seats.map((seat) => (
        <li
          key={seat.id}
          className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
        >
          <SeatRow seat={seat} state={state} />
        </li>
      ))}
    </ul>
  );
}

function SeatRow({ seat, state }: { seat: SeatState; state: PlanState }) {
  const working = seat.id === state.workingSeat;
  const named = seat.name.trim() !== '';
  return (
    <>
      <div className="min-w-32 flex-1">
        <p className={seat.active ? 'font-medium' : ''}>
          <PromptText lines={1}>{seatName(seat)}</PromptText>
        </p>
        {named ? <p className="text-xs text-muted">{seatName({ ...seat, name: '' })}</p> : null}
      </div>
      <p className="text-right">
        {formatCredits(seat.available)}
        {seat.held > 0 ? <span className="text-muted"> {formatCount(seat.held)} held</span> : null}
      </p>
      <SeatActions seat={seat} state={state} working={working} />
    </>
  );
}

/** The same for every row, so that the figures before it stand in one column. */
const actionsWidth = 'flex w-48 justify-end gap-1';

type SeatActionsProps = { seat: SeatState; state: PlanState; working: boolean };

/** What can be done with a seat; the first one is the plan's own and stays. */
function SeatActions({ seat, state, working }: SeatActionsProps) {
  const name = seatName(seat);
  const isFirst = state.seats[0]?.id === seat.id;
  if (!seat.active) {
    if (state.plan?.perSeat !== true) return <div className={actionsWidth} />;
    return (
      <div className={actionsWidth}>
        <Button
          aria-label={`Add again… ${name}`}
          onClick={() => openSlip({ kind: 'add-seat', seat: seat.id, name: '' })}
        >
          Add again…
        </Button>
      </div>
    );
  }
  const severalActive = state.seats.filter((each) => each.active).length > 1;
  return (
    <div className={actionsWidth}>
      {working && severalActive ? (
        <span className="flex h-8 items-center gap-1.5 px-3 text-sm text-accent">
          <Monitor size={14} aria-hidden />
          this computer
        </span>
      ) : null}
      {working ? null : (
        <Button look="plain" aria-label={`Work as ${name}`} onClick={() => void workAs(seat.id)}>
          Work as
        </Button>
      )}
      {isFirst ? null : (
        <Button
          aria-label={`Remove… ${name}`}
          onClick={() => openSlip({ kind: 'remove-seat', seat: seat.id })}
        >
          Remove…
        </Button>
      )}
    </div>
  );
}
