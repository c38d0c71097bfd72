import type { Facts } from '../../src-shared/chat/facts';
import type { Context } from './context';
import * as forecast from './forecast-handlers';
import * as plan from './plan-handlers';
import { refuse } from './refuse';

/** So many days ahead the guide looks. */
const daysAhead = 60;

/** What is true of the workspace now, for whoever answers in the chat. */
export function chatFacts(context: Context): Facts {
  const { ports, queue } = context.studio;
  const at = ports.clock.settledNow();
  const card = ports.plans.cardInUse(at) ?? refuse({ code: 'workspace-not-begun' });
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
