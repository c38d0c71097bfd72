import type { Balance, StatementPage, Verification } from '../../src-shared/contract/credits';
import { verifyEverything } from '../jobs/verify-everything';
import { type JobMention, readStatement, type StatementQuestion } from '../ledger/statement';
import type { Context } from './context';

export function balance({ studio }: Context): Balance {
  studio.ports.clock.catchUp();
  return studio.queue.balance();
}

export function statement({ studio }: Context, question: StatementQuestion): StatementPage {
  const { jobs, ledger, workspace } = studio.ports;
  const begun = workspace.read();
  const mentionJob = (id: string): JobMention | null => {
    const job = jobs.job(id);
    if (job === null) return null;
    const { prompt, model, quality } = job.request;
    const modelName = begun?.card.models.find((each) => each.id === model)?.name ?? model;
    return { id, prompt, model, modelName, quality, state: job.state.kind };
  };
  const timeZone = begun?.subscription.timeZone ?? 'UTC';
  return readStatement(ledger, { mentionJob, timeZone }, question);
}

export function verify(
  { studio }: Context,
  signal: AbortSignal | undefined,
): AsyncGenerator<Verification, void, void> {
  return verifyEverything(studio.ports, signal);
}
