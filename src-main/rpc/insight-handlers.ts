import { type Instant, instant, isoOf } from '../../src-shared/billing/instant';
import type { Balance, StatementLine } from '../../src-shared/contract/credits';
import type { BalancePoint, BalanceTurn, Story, UsageRow } from '../../src-shared/contract/insight';
import { statementWords } from '../jobs/statement-words';
import { tellStory } from '../jobs/tell-story';
import { balanceAt as balanceOf } from '../ledger/read-ledger';
import { readStatement } from '../ledger/statement';
import { unhurried } from '../unhurried';
import type { Context } from './context';
import { refuse } from './refuse';

/** How many of the entries that made a balance are told with it. */
const newestTold = 20;

export function why({ studio }: Context, entryId: string): Promise<Story> {
  const row = studio.ports.ledger.entry(entryId);
  if (row === null) refuse({ code: 'entry-unknown', entryId });
  return unhurried(tellStory(studio.ports, row));
}

export async function balanceAt(
  { studio }: Context,
  asked: number,
): Promise<{ balance: Balance; newest: readonly StatementLine[] }> {
  const { clock, ledger, rewind } = studio.ports;
  const at = instant(Math.min(asked, clock.settledNow()));
  const number = rewind.entryNumberAt(at);
  const lots = await unhurried(rewind.lotsAfter(number));
  const question = { before: number + 1, limit: newestTold, jobId: null };
  const { lines } = readStatement(ledger, statementWords(studio.ports), question);
  return { balance: balanceOf(lots, at), newest: lines };
}

export async function balances(
  { studio }: Context,
  span: { readonly from: number; readonly to: number; readonly points: number },
): Promise<{ points: readonly BalancePoint[]; turns: readonly BalanceTurn[] }> {
  const { clock, rewind } = studio.ports;
  const now = clock.settledNow();
  const [from, to] = [instant(span.from), instant(Math.min(span.to, now))];
  if (from > to) {
    refuse({ code: 'span-invalid', from: isoOf(from), to: isoOf(to) });
  }
  const instants = instantsBetween(from, to, span.points);
  const numbers = instants.map(rewind.entryNumberAt);
  const totals = await unhurried(rewind.totalsAfter(numbers));
  const before = rewind.entryNumberAt(instant(from - 1));
  const turns = await unhurried(rewind.turnsBetween(before, numbers.at(-1) ?? 0));
  return { points: totals.map((each, place) => ({ at: instants[place] ?? to, ...each })), turns };
}

/** So many instants from one to the other, both included, as far apart as can be. */
function instantsBetween(from: Instant, to: Instant, count: number): Instant[] {
  const step = (to - from) / (count - 1);
  return Array.from({ length: count }, (_, place) => instant(Math.round(from + step * place)));
}

export function usage(
  { studio }: Context,
  { from, to }: { readonly from: string; readonly to: string },
): { rows: readonly UsageRow[] } {
  if (from > to) refuse({ code: 'span-invalid', from, to });
  return { rows: studio.ports.usage.between(from, to) };
}
