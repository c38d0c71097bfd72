import { z } from 'zod';
import { defineCommand } from '../command';
import { forecastJson } from '../future-json';
import { forecastLines } from '../future-text';
import { begunWorkspace, told } from '../workspace';

const usualDays = 30;

/** What the coming days bring at the current pace, with its bounds. */
export const forecast = defineCommand({
  name: 'forecast',
  summary: 'tell when credit runs out or lapses at the current pace',
  usage: ['forecast [--days N]'],
  words: { kind: 'ordered', names: [] },
  options: {
    days: { kind: 'number', value: 'N', summary: `how many days ahead (${usualDays})` },
  },
  input: z.strictObject({ days: z.number().int().min(1).max(731).optional() }),
  async run({ tally }, { days = usualDays }) {
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const next = await tally.forecast.next({ days });
    return told(workspace, forecastJson(next), forecastLines(next, workspace.timeZone));
  },
});
