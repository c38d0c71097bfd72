import { z } from 'zod';
import type { Balance, StatementLine } from '../../../src-shared/contract/credits';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { balanceJson, statementLineJson } from '../credits-json';
import { parseMoment, pastForms } from '../moment';
import { statementRow } from '../statement-text';
import { creditsText, dateText, lapseText, table } from '../text';
import { type BegunWorkspace, begunWorkspace, told } from '../workspace';

/** What can be spent, lot by lot in the order in which the lots pay; now or at an instant of the past. */
export const balance = defineCommand({
  name: 'balance',
  summary: 'show what can be spent, lot by lot, now or as it was',
  usage: ['balance [--at WHEN]'],
  words: { kind: 'ordered', names: [] },
  options: {
    at: { kind: 'text', value: 'WHEN', summary: `as it was then, ${pastForms}` },
  },
  input: z.strictObject({ at: z.string().max(64).optional() }),
  async run(context, { at }) {
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    if (at !== undefined) return balanceThen(context, workspace, at);
    const now = await context.tally.credits.balance();
    const lines = balanceLines(now, workspace.timeZone);
    return told(workspace, balanceJson(now), lines, workspace.renewsSoon);
  },
});

async function balanceThen(
  { tally }: CommandContext,
  workspace: BegunWorkspace,
  text: string,
): Promise<Outcome> {
  const { timeZone } = workspace;
  const { now } = await tally.clock.show();
  const at = parseMoment(text, { now, timeZone });
  if (at === null || at > now) {
    return { kind: 'usage', sentence: `--at must be an instant of the past, ${pastForms}.` };
  }
  const { balance, newest } = await tally.insight.balanceAt({ at });
  const result = { ...balanceJson(balance), newest: newest.map(statementLineJson) };
  return told(workspace, result, [
    `on ${dateText(at, timeZone)}:`,
    ...balanceLines(balance, timeZone),
    ...entryLines(newest, timeZone),
  ]);
}

function balanceLines({ available, held, lots }: Balance, timeZone: string): string[] {
  const rows = lots.map((lot) => [
    `  ${lot.source} (${lot.wallet.kind})`,
    `${lot.available} available`,
    `${lot.held} on hold`,
    `${lot.spent} spent`,
    `of ${lot.granted}`,
    lapseText(lot, timeZone),
  ]);
  return [`${creditsText(available)} available, ${held} on hold`, ...table(rows, [1, 2, 3])];
}

function entryLines(newest: readonly StatementLine[], timeZone: string): string[] {
  if (newest.length === 0) return [];
  const rows = newest.map((line) => statementRow(line, timeZone));
  return ['The newest entries then:', ...table(rows, [0, 3, 4])];
}
