import { resolve } from 'node:path';
import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { RateCard } from '../../../src-shared/billing/card/rate-card';
import { compareVersions } from '../../../src-shared/billing/plan/plan-terms';
import type { KnownCard } from '../../../src-shared/contract/cards';
import { cardLines, problemLine, versionLines } from '../card-text';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { readNamedFile } from '../named-file';
import { refusalJson } from '../refusal-json';
import { refusalSentence } from '../refusal-text';
import { folderProblem } from '../save-copies';
import { counted } from '../text';
import { cardJson, knownCardJson } from '../workspace-json';

const card = z.string().min(1).max(4096);
const exportInput = z.strictObject({
  action: z.literal('export'),
  card,
  version: z.string().max(64).optional(),
  out: card,
});

/** Lists the rate cards and their plans, for `begin`; checks, imports and exports them. */
export const cards = defineCommand({
  name: 'cards',
  summary: 'list the rate cards and their plans; check, import or export one',
  usage: [
    'cards [list]',
    'cards check FILE',
    'cards import FILE',
    'cards export CARD [--version VERSION] --out FOLDER',
  ],
  words: { kind: 'ordered', names: ['action', 'card'] },
  options: {
    version: { kind: 'text', value: 'VERSION', summary: 'a version of the card (the newest)' },
    out: { kind: 'text', value: 'FOLDER', summary: "write the card's file there" },
  },
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list').optional() }),
    z.strictObject({ action: z.literal('check'), card }),
    z.strictObject({ action: z.literal('import'), card }),
    exportInput,
  ]),
  async run(context, input) {
    switch (input.action) {
      case undefined:
      case 'list':
        return list(context);
      case 'check':
        return check(context, input.card);
      case 'import':
        return importCard(context, input.card);
      case 'export':
        return exportCard(context, input);
      default:
        return assertNever(input);
    }
  },
});

async function list({ tally }: CommandContext): Promise<Outcome> {
  const { cards, unusable } = await tally.workspace.cards();
  const { cards: known } = await tally.cards.list();
  const result = {
    cards: cards.map(cardJson),
    versions: known.map(knownCardJson),
    unusable: unusable.map(refusalJson),
  };
  const lines = [...cards.flatMap(cardLines), ...versionLines(known)];
  return done(result, lines, unusable.map(refusalSentence));
}

async function check(context: CommandContext, name: string): Promise<Outcome> {
  const file = await readNamedFile(context, name);
  if (file.kind !== 'text') return file;
  const found = await context.tally.cards.check({ text: file.text });
  switch (found.kind) {
    case 'card': {
      const { kind, notes } = found;
      return done({ kind, card: cardJson(found.card), notes }, cardLines(found.card), notes);
    }
    case 'invalid': {
      const { kind, problems } = found;
      const result = {
        kind,
        problems: problems.map(({ line, column, path, message }) => ({
          line,
          column,
          path,
          message,
        })),
      };
      const lines = problems.map((problem) => problemLine(name, problem));
      const failure = `The card has ${counted(problems.length, 'problem')}.`;
      return { kind: 'failed', failure, result, lines, status: 1 };
    }
    default:
      return assertNever(found);
  }
}

async function importCard(context: CommandContext, name: string): Promise<Outcome> {
  const file = await readNamedFile(context, name);
  if (file.kind !== 'text') return file;
  const { cards, takenUp } = await context.tally.cards.import({ text: file.text });
  const use = takenUp ? 'Future prices go by it from its date on.' : 'No price goes by it yet.';
  return done({ versions: cards.map(knownCardJson), takenUp }, versionLines(cards), [use]);
}

async function exportCard(
  context: CommandContext,
  { card: id, version, out }: z.output<typeof exportInput>,
): Promise<Outcome> {
  const { tally, workingFolder } = context;
  const { cards } = await tally.cards.list();
  const chosen = version ?? newestOf(cards, id)?.version;
  if (chosen === undefined) {
    const known = [...new Set(cards.map((each) => each.card.id))];
    return { kind: 'refused', refusal: { code: 'card-unknown', cardId: id, known } };
  }
  const problem = await folderProblem(context, out);
  if (problem !== null) return { kind: 'refused', refusal: problem };
  const folder = resolve(workingFolder, out);
  const { path } = await tally.cards.export({ id, version: chosen, folder });
  return done({ id, version: chosen, path }, path === null ? [] : [path]);
}

function newestOf(cards: readonly KnownCard[], id: string): RateCard | undefined {
  return cards
    .map((each) => each.card)
    .filter((each) => each.id === id)
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .at(-1);
}
