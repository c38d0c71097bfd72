import { z } from 'zod';
import type { GalleryItem } from '../../../src-shared/contract/gallery';
import { type Request, secondsOf } from '../../../src-shared/jobs/request';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { galleryItemJson } from '../jobs-json';
import { folderProblem, saveCopy } from '../save-copies';
import { dateText, shortened, table, timeZoneOf } from '../text';

const longestPage = 200;
const usualLimit = 20;

/** Lists the pictures and clips that were delivered, and saves copies of them. */
export const gallery = defineCommand({
  name: 'gallery',
  summary: 'list the pictures and clips, or save a copy of one',
  usage: ['gallery [list] [--limit N | --all]', 'gallery save PICTURE --out DIR'],
  words: { kind: 'ordered', names: ['action', 'picture'] },
  options: {
    limit: { kind: 'number', value: 'N', summary: `the newest N (${usualLimit})` },
    all: { kind: 'flag', value: '', summary: 'all of them' },
    out: { kind: 'text', value: 'DIR', summary: 'save the copy there' },
  },
  input: z.strictObject({
    action: z.enum(['list', 'save']).optional(),
    picture: z.string().min(1).max(128).optional(),
    limit: z.number().int().min(1).max(1_000_000).optional(),
    all: z.boolean().optional(),
    out: z.string().min(1).max(4096).optional(),
  }),
  async run(context, { action, picture, limit, all, out }) {
    if (action === 'save') return save(context, picture, out);
    if (picture !== undefined || out !== undefined) {
      return { kind: 'usage', sentence: 'To save a copy write: gallery save PICTURE --out DIR.' };
    }
    return list(context, all === true ? Number.POSITIVE_INFINITY : (limit ?? usualLimit));
  },
});

async function save(
  context: CommandContext,
  picture: string | undefined,
  out: string | undefined,
): Promise<Outcome> {
  if (picture === undefined || out === undefined) {
    const sentence = 'Say which picture and where to: gallery save PICTURE --out DIR.';
    return { kind: 'usage', sentence };
  }
  const problem = await folderProblem(context, out);
  if (problem !== null) return { kind: 'refused', refusal: problem };
  const saved = await saveCopy(context, picture, out);
  if (saved.kind === 'refused') return saved;
  return done({ id: picture, path: saved.path }, saved.path === null ? [] : [saved.path]);
}

async function list({ tally, signal }: CommandContext, most: number): Promise<Outcome> {
  const items: GalleryItem[] = [];
  let total = 0;
  let after: string | null = null;
  while (items.length < most) {
    signal.throwIfAborted();
    const page = await tally.gallery.list({
      after,
      limit: Math.min(longestPage, most - items.length),
    });
    items.push(...page.items);
    total = page.total;
    if (page.next === null) break;
    after = page.next;
  }
  const timeZone = timeZoneOf(await tally.workspace.state());
  const rows = items.map(({ asset, job }) => [
    asset.id,
    dateText(asset.createdAt, timeZone),
    `${asset.width}×${asset.height}`,
    lengthText(job.request),
    shortened(job.request.prompt),
  ]);
  return done({ pictures: items.map(galleryItemJson), total }, table(rows, [2, 3]));
}

/** How long a clip is; empty for a picture. */
function lengthText(request: Request): string {
  const seconds = secondsOf(request);
  return seconds === null ? '' : `${seconds} s`;
}
