import type { Balance, StatementPage, Verification } from '../../src-shared/contract/credits';
import { statementWords } from '../jobs/statement-words';
import { verifyEverything } from '../jobs/verify-everything';
import { readStatement, type StatementQuestion } from '../ledger/statement';
import type { Context } from './context';

export function balance({ studio }: Context): Balance {
  studio.ports.clock.catchUp();
  return studio.queue.balance();
}

export function statement({ studio }: Context, question: StatementQuestion): StatementPage {
  studio.ports.clock.catchUp();
  return readStatement(studio.ports.ledger, statementWords(studio.ports), question);
}

export function verify(
  { studio }: Context,
  signal: AbortSignal | undefined,
): AsyncGenerator<Verification, void, void> {
  return verifyEverything(studio.ports, signal, studio.proof.verifyHeads);
}
