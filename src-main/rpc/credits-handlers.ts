import type { Balance, StatementPage, Verification } from '../../src-shared/contract/credits';
import { verifyEverything } from '../jobs/verify-everything';
import { type JobMention, readStatement, type StatementQuestion } from '../ledger/statement';
import type { Context } from './context';

export function balance({ studio }: Context): Balance {
  studio.ports.clock.catchUp();
  return studio.queue.balance();
}

export function statement({ studio }: Context, question: StatementQuestion): StatementPage {
  const { jobs, ledger } = studio.ports;
  const mention = (id: string): JobMention | null => {
    const job = jobs.job(id);
    if (job === null) return null;
    const { prompt, model, quality } = job.request;
    return { id, prompt, model, quality, state: job.state.kind };
  };
  return readStatement(ledger, mention, question);
}

export function verify(
  { studio }: Context,
  signal: AbortSignal | undefined,
): AsyncGenerator<Verification, void, void> {
  return verifyEverything(studio.ports, signal);
}
