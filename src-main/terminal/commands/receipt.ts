import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { defineCommand } from '../command';
import { entryInput, findEntry } from '../find-entry';
import { folderProblem } from '../save-copies';
import { begunWorkspace, told } from '../workspace';

/** Writes the receipt of a charge, which can be checked without Tally's data. */
export const receipt = defineCommand({
  name: 'receipt',
  summary: 'write a receipt of a charge that can be checked anywhere',
  usage: ['receipt ENTRY --out FILE'],
  words: { kind: 'ordered', names: ['entry'] },
  options: {
    out: { kind: 'text', value: 'FILE', summary: 'the file of the receipt' },
  },
  input: z.strictObject({ entry: entryInput, out: z.string().min(1).max(4096) }),
  async run(context, { entry, out }) {
    const { tally, workingFolder } = context;
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const found = await findEntry(tally, entry);
    if (found.kind !== 'entry') return found;
    const file = resolve(workingFolder, out);
    const problem = await folderProblem(context, dirname(file));
    if (problem !== null) return { kind: 'refused', refusal: problem };
    const { path, signed } = await tally.proof.receipt({ entryId: found.id, out: file });
    const note = signed ? [] : ['It is not signed: this computer keeps no key for that.'];
    return told(workspace, { entry: found.id, path, signed }, path === null ? [] : [path], note);
  },
});
