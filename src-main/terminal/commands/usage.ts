import { z } from 'zod';
import { dayOf } from '../../../src-shared/billing/billing-cycle';
import { sum } from '../../../src-shared/billing/credits';
import { defineCommand } from '../command';
import { dayInput, spanOptions } from '../days';
import { usageRowJson } from '../insight-json';
import { parseMoment } from '../moment';
import { creditsText, table } from '../text';
import { begunWorkspace, told } from '../workspace';

/** Which seat used which tool and model for how much, day by day. */
export const usage = defineCommand({
  name: 'usage',
  summary: 'show who used which tool and model for how many credits',
  usage: ['usage [--from DAY] [--to DAY]'],
  words: { kind: 'ordered', names: [] },
  options: spanOptions('for 30 days'),
  input: z.strictObject({ from: dayInput, to: dayInput }),
  async run({ tally }, input) {
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const { timeZone } = workspace;
    const { now } = await tally.clock.show();
    const to = input.to ?? dayOf(now, timeZone);
    const from = input.from ?? dayOf(parseMoment('-29days', { now, timeZone }) ?? now, timeZone);
    const { rows } = await tally.insight.usage({ from, to });
    const credits = sum(rows.map((row) => row.credits));
    const lines = rows.map(({ day, seat, tool, model, quality, outputs, ...used }) => [
      day,
      seat,
      tool,
      `${model} (${quality})`,
      `${outputs} made`,
      creditsText(used.credits),
    ]);
    const result = { from, to, rows: rows.map(usageRowJson), credits };
    const note = `${creditsText(credits)} from ${from} to ${to}.`;
    return told(workspace, result, table(lines, [4, 5]), [note]);
  },
});
