import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { EntryKind } from '../../../src-shared/billing/entry';
import type { StatementLine } from '../../../src-shared/contract/credits';
import { type CommandContext, defineCommand, done } from '../command';
import { statementLineJson } from '../credits-json';
import { dateText, shortened, table } from '../text';
import { begunWorkspace } from '../workspace';

const longestPage = 500;
const usualLimit = 20;

/** The ledger, newest entry first, each with its reason. */
export const statement = defineCommand({
  name: 'statement',
  summary: 'show where each credit came from and went',
  usage: ['statement [--job ID] [--limit N | --all]'],
  words: { kind: 'ordered', names: [] },
  options: {
    job: { kind: 'text', value: 'ID', summary: 'only the entries of one job' },
    limit: { kind: 'number', value: 'N', summary: `the newest N entries (${usualLimit})` },
    all: { kind: 'flag', value: '', summary: 'every entry' },
  },
  input: z.strictObject({
    job: z.string().min(1).max(128).optional(),
    limit: z.number().int().min(1).max(1_000_000).optional(),
    all: z.boolean().optional(),
  }),
  async run(context, { job, limit, all }) {
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    const most = all === true ? Number.POSITIVE_INFINITY : (limit ?? usualLimit);
    const lines = await readStatement(context, job ?? null, most);
    const rows = lines.map((line) => rowOf(line, workspace.timeZone));
    return done({ lines: lines.map(statementLineJson) }, table(rows, [0, 3, 4]));
  },
});

async function readStatement(
  { tally, signal }: CommandContext,
  jobId: string | null,
  most: number,
): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let before: number | null = null;
  while (lines.length < most) {
    signal.throwIfAborted();
    const limit = Math.min(longestPage, most - lines.length);
    const page = await tally.credits.statement({ before, limit, jobId });
    lines.push(...page.lines);
    if (page.older === null) break;
    before = page.older;
  }
  return lines;
}

function rowOf(line: StatementLine, timeZone: string): string[] {
  return [
    String(line.number),
    dateText(line.at, timeZone),
    line.kind,
    `${signOf(line.kind)}${line.credits}`,
    String(line.availableAfter),
    line.job === null ? line.explanation : `${line.explanation} «${shortened(line.job.prompt)}»`,
  ];
}

/** What an entry does to the credit that is available. */
function signOf(kind: EntryKind): string {
  switch (kind) {
    case 'grant':
    case 'release':
      return '+';
    case 'hold':
    case 'expire':
      return '-';
    case 'charge':
      return '';
    default:
      return assertNever(kind);
  }
}
