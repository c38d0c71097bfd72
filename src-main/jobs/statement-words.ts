import type { Instant } from '../../src-shared/billing/instant';
import type { JobFacts } from '../../src-shared/billing/lots/explain-entry';
import type { Lapse } from '../../src-shared/billing/plan/step';
import { history } from '../../src-shared/billing/plan/unfold';
import type { Job } from '../../src-shared/jobs/job';
import type { JobMention, StatementWords } from '../ledger/statement';
import type { JobPorts } from './job-ports';

type WordPorts = Pick<JobPorts, 'jobs' | 'plans'>;

/** What jobs and orders have to say about entries; made anew for every question, for both change. */
export function statementWords({ jobs, plans }: WordPorts): StatementWords {
  const known = new Map<string, ReturnType<StatementWords['jobTold']>>();
  let lapses: ReadonlyMap<Instant, Lapse> | null = null;
  return {
    jobTold: (id) => {
      const told = known.get(id);
      if (told !== undefined) return told;
      const job = jobs.job(id);
      const telling = job && tellJob(job, plans);
      known.set(id, telling);
      return telling;
    },
    order: (id) => plans.orders.order(id),
    lapseAt: (at) => {
      lapses ??= lapsesSoFar(plans);
      return lapses.get(at) ?? null;
    },
    timeZone: plans.account().timeZone,
  };
}

function tellJob(job: Job, { cards }: JobPorts['plans']): { mention: JobMention; facts: JobFacts } {
  const { id, request, quote, holds, state } = job;
  const { prompt, model, quality } = request;
  // The card of that day, whatever prices and names are today.
  const card = cards.card(quote.card);
  const modelName = card?.models.find((each) => each.id === model)?.name ?? model;
  const end = 'endedAt' in state ? { kind: state.kind, at: state.endedAt } : null;
  return {
    mention: { id, prompt, model, modelName, quality, state: state.kind },
    facts: { modelName, cardName: card?.name ?? quote.card.id, quote, holds, end },
  };
}

/** What the starts of grant periods and the ends of plans took, by their instants. */
function lapsesSoFar({ orders, cardAt, position }: JobPorts['plans']): Map<Instant, Lapse> {
  const lapses = new Map<Instant, Lapse>();
  for (const { at, lapse } of history(orders.all(), position(), cardAt)) {
    if (lapse !== null) lapses.set(at, lapse);
  }
  return lapses;
}
