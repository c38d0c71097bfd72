import { dayOf } from '../../src-shared/billing/billing-cycle';
import { forecast, type Outlook } from '../../src-shared/billing/future/forecast';
import { habitDays } from '../../src-shared/billing/future/pace';
import type { Standing } from '../../src-shared/billing/future/rehearsal';
import { whatIf } from '../../src-shared/billing/future/what-if';
import { type Instant, instant, isoOf } from '../../src-shared/billing/instant';
import { cardInUse } from '../../src-shared/billing/plan/account';
import type { Order } from '../../src-shared/billing/plan/order';
import { accountAt } from '../../src-shared/billing/plan/unfold';
import type { Forecast, WhatIf, WhatIfInput } from '../../src-shared/contract/forecast';
import { waitingHolds } from '../jobs/hold-anew';
import type { Studio } from '../studio';
import { unhurried } from '../unhurried';
import type { Context } from './context';
import { fullWish } from './full-wish';
import { refuse } from './refuse';

const dayLength = 86_400_000;
/** The longest look ahead, in milliseconds: twenty years. */
const longest = 20 * 366 * dayLength;
/** What was asked less than this ago, in milliseconds, is asked of now. */
const justNow = 60_000;

/** The coming days at the current pace. Nothing is written, and only live lots and eight weeks of use are read. */
export function next({ studio }: Context, days: number): Forecast {
  const now = studio.ports.clock.settledNow();
  const until = instant(now + days * dayLength);
  return forecast(outlookOf(studio, standingNow(studio, now), until, queueNow(studio)));
}

/** Tries changes on a copy, from now on or from an instant of the past. Nothing is written. */
export async function tryOut({ studio }: Context, asked: WhatIfInput): Promise<WhatIf> {
  const now = studio.ports.clock.settledNow();
  const from = asked.from > now - justNow ? now : pastOf(studio, asked.from);
  const until = instant(Math.max(farPast, Math.min(asked.until, from + longest)));
  if (until <= from) refuse({ code: 'span-invalid', from: isoOf(from), to: isoOf(until) });
  const outlook =
    from === now
      ? outlookOf(studio, standingNow(studio, now), until, queueNow(studio))
      : outlookOf(studio, await standingAt(studio, from), until, 'runs');
  const { pace, prices } = asked;
  const tried = whatIf(outlook, { orders: ordersOf(outlook, asked.orders), pace, prices });
  return tried.kind === 'refused' ? refuse(tried.refusal) : tried.answer;
}

const farPast = -8.64e15;

/** An instant of the past, but not one before there was a plan. */
function pastOf({ ports }: Studio, at: number): Instant {
  return instant(Math.max(ports.plans.account().begunAt, at));
}

function queueNow({ queue }: Studio): Outlook['queue'] {
  return queue.isPaused() ? 'waits' : 'runs';
}

function standingNow({ ports, queue }: Studio, at: Instant): Standing {
  const { plans, ledger } = ports;
  // What a queue at work has on hold is as good as spent, whichever job it is for.
  const waiting = waitingHolds(ports, queue.isPaused() ? 'all' : 'unheld');
  return { at, account: plans.account(), lots: ledger.liveLots(), waiting };
}

/** As it was then. Which jobs waited for credit is not known any more; what was on hold counts as spent. */
async function standingAt({ ports }: Studio, at: Instant): Promise<Standing> {
  const { plans, rewind } = ports;
  const account = accountAt(plans.orders.all(), at, plans.cardAt);
  const lots = await unhurried(rewind.lotsAfter(rewind.entryNumberAt(at)));
  return { at, account, lots, waiting: [] };
}

function outlookOf(
  { ports }: Studio,
  standing: Standing,
  until: Instant,
  queue: Outlook['queue'],
): Outlook {
  const { plans, usage } = ports;
  const { at, account } = standing;
  const day = (days: number) => dayOf(instant(at - days * dayLength), account.timeZone);
  const card = cardInUse(account, at) ?? refuse({ code: 'workspace-not-begun' });
  return {
    standing,
    until,
    queue,
    // A day more than is looked at: days are not all of 24 hours.
    use: usage.between(day(habitDays + 1), day(0)),
    workingSeat: plans.workingSeat(),
    card: plans.cardAt(card),
    cardAt: plans.cardAt,
  };
}

/** Orders to try, oldest first, named by their place in the question; one dated before the start is placed at it. */
function ordersOf(
  { standing: { at: from, account }, until, workingSeat, card }: Outlook,
  asked: WhatIfInput['orders'],
): Order[] {
  const { timeZone } = account;
  return asked
    .map(({ at, wish }, index): Order => {
      const placedAt = instant(Math.max(from, Math.min(at, until + 1)));
      const inUse = cardInUse(account, placedAt) ?? card;
      const full = fullWish(wish, { card: inUse, seat: workingSeat, timeZone });
      return { id: `what-if-${index + 1}`, at: placedAt, wish: full };
    })
    .toSorted((a, b) => a.at - b.at);
}
