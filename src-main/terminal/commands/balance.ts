import { z } from 'zod';
import { defineCommand, done } from '../command';
import { balanceJson } from '../credits-json';
import { creditsText, dateText, table } from '../text';
import { begunWorkspace } from '../workspace';

/** What can be spent, lot by lot in the order in which the lots pay. */
export const balance = defineCommand({
  name: 'balance',
  summary: 'show what can be spent, lot by lot',
  usage: ['balance'],
  words: { kind: 'ordered', names: [] },
  options: {},
  input: z.strictObject({}),
  async run({ tally }) {
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const now = await tally.credits.balance();
    const lots = now.lots.map((lot) => [
      `  ${lot.source} (${lot.wallet.kind})`,
      `${lot.available} available`,
      `${lot.held} on hold`,
      `${lot.spent} spent`,
      `of ${lot.granted}`,
      `lapses ${dateText(lot.expiresAt, workspace.timeZone)}`,
    ]);
    const heading = `${creditsText(now.available)} available, ${now.held} on hold`;
    return done(balanceJson(now), [heading, ...table(lots, [1, 2, 3])]);
  },
});
