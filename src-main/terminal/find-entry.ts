import { z } from 'zod';
import type { Outcome, TallyClient } from './command';

/** An entry of the ledger, by its id or by its number in the statement. */
export const entryInput = z.union([z.string().min(1).max(300), z.number().int().min(1)], {
  error: "must be an entry's id or its number in the statement",
});

type FoundEntry = { readonly kind: 'entry'; readonly id: string };

/** The id of the entry that is meant; refused when no entry has that number. */
export async function findEntry(
  tally: TallyClient,
  entry: string | number,
): Promise<FoundEntry | Outcome> {
  const name = String(entry);
  if (!/^\d{1,15}$/.test(name)) return { kind: 'entry', id: name };
  const number = Number(name);
  const page = await tally.credits.statement({ before: number + 1, limit: 1, jobId: null });
  const [line] = page.lines;
  if (line?.number === number) return { kind: 'entry', id: line.id };
  return { kind: 'refused', refusal: { code: 'entry-unknown', entryId: name } };
}
