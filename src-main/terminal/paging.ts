import { z } from 'zod';
import type { CommandContext, Option } from './command';

/** The options of a list whose oldest part is seldom wanted. */
export function listOptions(noun: string, usual: number): Readonly<Record<string, Option>> {
  return {
    limit: { kind: 'number', value: 'N', summary: `the newest N ${noun} (${usual})` },
    all: { kind: 'flag', value: '', summary: 'from the first one on' },
  };
}

export const listInput = {
  limit: z.number().int().min(1).max(1_000_000).optional(),
  all: z.boolean().optional(),
};

type Page<Item> = { readonly items: readonly Item[]; readonly older: number | null };

/** Reads the newest items page by page: as many as `limit` says, or `all`, else `usual`. */
export async function readNewest<Item>(
  { signal }: CommandContext,
  { limit, all }: { readonly limit?: number | undefined; readonly all?: boolean | undefined },
  { usual, longestPage }: { readonly usual: number; readonly longestPage: number },
  readPage: (before: number | null, limit: number) => Promise<Page<Item>>,
): Promise<Item[]> {
  const most = all === true ? Number.POSITIVE_INFINITY : (limit ?? usual);
  const items: Item[] = [];
  let before: number | null = null;
  while (items.length < most) {
    signal.throwIfAborted();
    const page: Page<Item> = await readPage(before, Math.min(longestPage, most - items.length));
    items.push(...page.items);
    if (page.older === null) break;
    before = page.older;
  }
  return items;
}
