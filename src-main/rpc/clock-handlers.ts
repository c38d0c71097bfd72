import { instant } from '../../src-shared/billing/instant';
import type { ClockState } from '../../src-shared/contract/clock';
import type { Balance } from '../../src-shared/contract/credits';
import type { Context } from './context';
import { refuse } from './refuse';

export function show({ studio }: Context): ClockState {
  const { clock } = studio.ports;
  const now = clock.settledNow();
  return { now, testClock: studio.testClock !== null, nextDue: clock.nextDue() };
}

/** Moves a test workspace's clock forward and does all that falls due on the way. */
export function advance(
  context: Context,
  to: number,
): { clock: ClockState; crossed: number; balance: Balance } {
  const { studio } = context;
  const { testClock } = studio;
  if (testClock === null) return refuse({ code: 'clock-not-test' });
  if (!testClock.advance(instant(to))) refuse({ code: 'clock-backward', now: testClock.now() });
  const crossed = studio.ports.clock.catchUp();
  // What was crossed told of itself; otherwise the window has yet to hear of the new time.
  if (crossed === 0) studio.tellWorkspace();
  studio.queue.wake();
  return { clock: show(context), crossed, balance: studio.queue.balance() };
}
