import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { BackupState } from '../../../src-shared/contract/proof';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { backupJson } from '../proof-json';
import { counted, dateText, table, timeZoneOf } from '../text';

const restoreInput = z.strictObject({
  action: z.literal('restore'),
  name: z.string().min(1).max(255),
  yes: z.boolean().optional(),
});

/** Lists and makes copies of the ledger, and puts one in its place. */
export const backups = defineCommand({
  name: 'backups',
  summary: "list the ledger's backups; make or restore one",
  usage: ['backups [list]', 'backups now', 'backups restore NAME [--yes]'],
  words: { kind: 'ordered', names: ['action', 'name'] },
  options: {
    yes: { kind: 'flag', value: '', summary: 'restore it; left out, it is only shown' },
  },
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list').optional() }),
    z.strictObject({ action: z.literal('now') }),
    restoreInput,
  ]),
  async run(context, input) {
    const { proof } = context.tally;
    switch (input.action) {
      case undefined:
      case 'list':
        return listed(context, (await proof.backups()).backups);
      case 'now':
        return listed(context, (await proof.backUpNow()).backups);
      case 'restore':
        return restore(context, input);
      default:
        return assertNever(input);
    }
  },
});

async function listed(
  { tally }: CommandContext,
  found: readonly BackupState[],
  notes: readonly string[] = [],
): Promise<Outcome> {
  const timeZone = timeZoneOf(await tally.workspace.state());
  const rows = found.map(({ name, madeAt, entries, ours }) => [
    name,
    dateText(madeAt, timeZone),
    counted(entries, 'ledger line'),
    ours ? '' : 'of another workspace',
  ]);
  return done({ backups: found.map(backupJson) }, table(rows, [2]), notes);
}

/** The jobs that were delivered since are charged again: a restored ledger can't be spent twice. */
async function restore(
  context: CommandContext,
  { name, yes }: z.output<typeof restoreInput>,
): Promise<Outcome> {
  const { proof } = context.tally;
  if (yes !== true) {
    const found = (await proof.backups()).backups.filter((backup) => backup.name === name);
    if (found.length === 0) return { kind: 'refused', refusal: { code: 'backup-unknown', name } };
    return listed(context, found, [
      'Nothing was restored. With --yes this backup takes the place of the ledger, and Tally starts anew; what was delivered since then is charged again.',
    ]);
  }
  const { restarting } = await proof.restore({ name });
  const line = restarting ? `${name} was restored; Tally starts anew.` : `${name} was restored.`;
  return done({ name, restarting }, [line]);
}
