import { z } from 'zod';
import { qualities } from '../../../src-shared/billing/card/rate-card';
import { styleIds } from '../../../src-shared/jobs/look';
import { longestTopic } from '../../../src-shared/storyboard/board';
import { boardJson, boardLines, listedBoardJson } from '../board-json';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { assemble, boardOfFile, boardOfTopic, makeVisuals } from '../make-board';
import { makeFields, makeOptions } from '../make-work';
import { counted, dateText, shortened, table, timeZoneOf } from '../text';

const actions = ['list', 'new', 'show', 'visuals', 'assemble', 'remove'] as const;

const input = z.strictObject({
  action: z.enum(actions).optional(),
  board: z.uuid('must be the id of a storyboard').optional(),
  topic: z.string().max(longestTopic).optional(),
  file: z.string().min(1).max(4096).optional(),
  scenes: z
    .string()
    .regex(/^\d{1,2}(,\d{1,2})*$/, 'must be written as 1,3,4')
    .optional(),
  quality: z.enum(qualities).optional(),
  style: z.enum(styleIds).optional(),
  ...makeFields,
});

type Input = z.output<typeof input>;

/** Makes scenes of a topic or a document, their pictures (A5, B1) and the film of them (A4). */
export const storyboard = defineCommand({
  name: 'storyboard',
  summary: 'make a film of a topic or a document, scene by scene',
  usage: [
    'storyboard [list]',
    'storyboard new --topic TEXT | --file FILE',
    'storyboard show BOARD',
    'storyboard visuals BOARD [--scenes 1,3] [--quality basic|premium] [--style STYLE] …',
    'storyboard assemble BOARD [--out DIR] [--no-wait]',
    'storyboard remove BOARD',
  ],
  words: { kind: 'ordered', names: ['action', 'board'] },
  options: {
    topic: { kind: 'text', value: 'TEXT', summary: 'what the film is about' },
    file: { kind: 'text', value: 'FILE', summary: 'a text, Markdown, PDF or Word document' },
    scenes: {
      kind: 'text',
      value: 'PLACES',
      summary: 'these scenes, such as 1,3 (those without a picture)',
    },
    quality: { kind: 'text', value: 'QUALITY', summary: `${qualities.join(' or ')}` },
    style: { kind: 'text', value: 'STYLE', summary: 'the style of the pictures' },
    ...makeOptions,
  },
  input,
  async run(context, input) {
    const contradiction = contradictionIn(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    const { action = 'list', board = '', topic, file } = input;
    switch (action) {
      case 'list':
        return list(context);
      case 'new':
        return topic === undefined
          ? boardOfFile(context, file ?? '')
          : boardOfTopic(context, topic);
      case 'show':
        return show(context, board);
      case 'visuals':
        return makeVisuals(context, board, input);
      case 'assemble':
        return assemble(context, board, input);
      case 'remove':
        return remove(context, board);
    }
  },
});

/** What is wrong with the combination of words and options, in a sentence; null when nothing is. */
function contradictionIn({ action = 'list', board, topic, file, ...rest }: Input): string | null {
  const makes = action === 'visuals' || action === 'assemble';
  if (action === 'new') {
    if ((topic === undefined) === (file === undefined) || board !== undefined) {
      return 'Say what the storyboard is made of: storyboard new --topic TEXT, or --file FILE.';
    }
  } else if (topic !== undefined || file !== undefined) {
    return '--topic and --file belong to «storyboard new».';
  }
  const needsBoard = action !== 'list' && action !== 'new';
  if (needsBoard && board === undefined) return `Say which: storyboard ${action} BOARD.`;
  if (action === 'list' && board !== undefined) return 'To see one write: storyboard show BOARD.';
  const { scenes, quality, style, out, noWait } = rest;
  const look = [scenes, quality, style].some((option) => option !== undefined);
  if (look && action !== 'visuals') {
    return '--scenes, --quality and --style belong to «storyboard visuals».';
  }
  if (!makes && (out !== undefined || noWait !== undefined)) {
    return '--out and --no-wait belong to «storyboard visuals» and «storyboard assemble».';
  }
  return null;
}

async function list({ tally }: CommandContext): Promise<Outcome> {
  const { boards } = await tally.boards.list();
  const timeZone = timeZoneOf(await tally.workspace.state());
  const rows = boards.map(({ id, title, scenes, changedAt }) => [
    id,
    dateText(changedAt, timeZone),
    counted(scenes, 'scene'),
    shortened(title),
  ]);
  return done({ boards: boards.map(listedBoardJson) }, table(rows));
}

async function show({ tally }: CommandContext, id: string): Promise<Outcome> {
  const { board, state } = await tally.boards.read({ id });
  return done({ board: boardJson(board, state) }, boardLines(board, state));
}

async function remove({ tally }: CommandContext, id: string): Promise<Outcome> {
  await tally.boards.remove({ id });
  return done({ board: id }, [], ['Removed. Its pictures stay in the gallery.']);
}
