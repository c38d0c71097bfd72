import { resolve } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../../../src-shared/billing/billing-cycle';
import { exportKinds } from '../../../src-shared/contract/invoices';
import { defineCommand } from '../command';
import { dayInput, spanOptions } from '../days';
import { folderProblem } from '../save-copies';
import { counted } from '../text';
import { begunWorkspace, told } from '../workspace';

/** Writes the statement, the bills or the use of some days to a file. */
export const exportCommand = defineCommand({
  name: 'export',
  summary: 'write the statement, the invoices or the usage to a file',
  usage: [
    'export statement|invoices|usage --out FOLDER [--format csv|pdf] [--from DAY] [--to DAY]',
  ],
  words: { kind: 'ordered', names: ['what'] },
  options: {
    format: { kind: 'text', value: 'FORMAT', summary: 'csv or pdf (csv)' },
    ...spanOptions('the first day of the workspace'),
    out: { kind: 'text', value: 'FOLDER', summary: 'write the file there' },
  },
  input: z.strictObject({
    what: z.enum(exportKinds),
    format: z.enum(['csv', 'pdf']).optional(),
    from: dayInput,
    to: dayInput,
    out: z.string().min(1).max(4096),
  }),
  async run(context, { what, format = 'csv', from, to, out }) {
    const { tally, workingFolder } = context;
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const problem = await folderProblem(context, out);
    if (problem !== null) return { kind: 'refused', refusal: problem };
    const { now } = await tally.clock.show();
    const { path, lines } = await tally.invoices.export({
      kind: what,
      format,
      from: from ?? dayOf(workspace.begunAt, workspace.timeZone),
      to: to ?? dayOf(now, workspace.timeZone),
      folder: resolve(workingFolder, out),
    });
    const note = `${counted(lines, 'line')} written.`;
    return told(workspace, { path, lines }, path === null ? [] : [path], [note]);
  },
});
