import { z } from 'zod';
import { defineCommand } from '../command';
import { cycleJson } from '../order-json';
import { cycleLines } from '../order-text';
import { listInput, listOptions, readNewest } from '../paging';
import { begunWorkspace, told } from '../workspace';

const lengths = { usual: 12, longestPage: 120 };

/** The billing cycles, newest first: what was billed in each and where its credit went. */
export const invoices = defineCommand({
  name: 'invoices',
  summary: 'show what was billed in each cycle, and where its credit went',
  usage: ['invoices [--limit N | --all]'],
  words: { kind: 'ordered', names: [] },
  options: listOptions('cycles', lengths.usual),
  input: z.strictObject(listInput),
  async run(context, extent) {
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    const cycles = await readNewest(context, extent, lengths, async (before, limit) => {
      const page = await context.tally.invoices.cycles({ before, limit });
      return { items: page.cycles, older: page.older };
    });
    const lines = cycles.flatMap((cycle) => cycleLines(cycle, workspace.timeZone));
    const note = 'Tally takes no payments: this is what the service bills.';
    return told(workspace, { cycles: cycles.map(cycleJson) }, lines, [note]);
  },
});
