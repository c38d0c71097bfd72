import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Facts } from '../../src-shared/chat/facts';
import type { Context } from './context';
import * as forecast from './forecast-handlers';
import * as plan from './plan-handlers';
import { refuse } from './refuse';

/** So many days ahead the guide looks. */
const daysAhead = 60;

/** The card that prices go by; whoever has no plan yet is refused. */
export function begunCard({ studio: { ports } }: Context): RateCard {
  const at = ports.clock.settledNow();
  return ports.plans.cardInUse(at) ?? refuse({ code: 'workspace-not-begun' });
}

/** What is true of the workspace now, for whoever answers in the chat. */
export function chatFacts(context: Context): Facts {
  const card = begunCard(context);
  const { queue } = context.studio;
  const state = plan.state(context);
  return {
    at: state.at,
    timeZone: state.timeZone,
    card,
    balance: queue.balance(),
    plan: state,
    forecast: forecast.next(context, daysAhead),
    queue: queue.state(0),
  };
}
