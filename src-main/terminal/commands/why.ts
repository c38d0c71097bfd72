import { z } from 'zod';
import type { Story } from '../../../src-shared/contract/insight';
import { defineCommand } from '../command';
import { entryInput, findEntry } from '../find-entry';
import { storyJson } from '../insight-json';
import { statementRow } from '../statement-text';
import { lapseText, table } from '../text';
import { begunWorkspace, told } from '../workspace';

/** Why an entry exists: its cause, the lots that were considered, and what came of it. */
export const why = defineCommand({
  name: 'why',
  summary: 'tell why an entry of the ledger exists',
  usage: ['why ENTRY   an id, or a number of the statement'],
  words: { kind: 'ordered', names: ['entry'] },
  options: {},
  input: z.strictObject({ entry: entryInput }),
  async run({ tally }, { entry }) {
    const workspace = await begunWorkspace(tally);
    if (workspace.kind !== 'begun') return workspace;
    const found = await findEntry(tally, entry);
    if (found.kind !== 'entry') return found;
    const story = await tally.insight.why({ entryId: found.id });
    return told(workspace, storyJson(story), storyLines(story, workspace.timeZone));
  },
});

function storyLines({ sentences, considered, related }: Story, timeZone: string): string[] {
  const lots = considered.map(({ lot, available, taken, reason }) => [
    `  ${lot.source} (${lot.wallet.kind})`,
    `${taken} of ${available} taken`,
    lapseText(lot, timeZone),
    reason,
  ]);
  const entries = related.map((line) => statementRow(line, timeZone));
  return [
    ...sentences,
    ...(lots.length === 0 ? [] : ['Lots that could pay, in their order:', ...table(lots, [1])]),
    'Entries of the same story:',
    ...table(entries, [0, 3, 4]),
  ];
}
