import { z } from 'zod';
import { defineCommand } from '../command';
import { statementLineJson } from '../credits-json';
import { listInput, listOptions, readNewest } from '../paging';
import { statementRow } from '../statement-text';
import { table } from '../text';
import { begunWorkspace, told } from '../workspace';

const lengths = { usual: 20, longestPage: 500 };

/** The ledger, newest entry first, each with its reason. */
export const statement = defineCommand({
  name: 'statement',
  summary: 'show where each credit came from and went',
  usage: ['statement [--job ID] [--limit N | --all]'],
  words: { kind: 'ordered', names: [] },
  options: {
    job: { kind: 'text', value: 'ID', summary: 'only the entries of one job' },
    ...listOptions('entries', lengths.usual),
  },
  input: z.strictObject({
    job: z.string().min(1).max(128).optional(),
    ...listInput,
  }),
  async run(context, { job, ...extent }) {
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    const lines = await readNewest(context, extent, lengths, async (before, limit) => {
      const page = await context.tally.credits.statement({ before, limit, jobId: job ?? null });
      return { items: page.lines, older: page.older };
    });
    const rows = lines.map((line) => statementRow(line, workspace.timeZone));
    return told(workspace, { lines: lines.map(statementLineJson) }, table(rows, [0, 3, 4]));
  },
});
