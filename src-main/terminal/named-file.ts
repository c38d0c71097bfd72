import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext, Outcome } from './command';

type NamedFile = { readonly kind: 'text'; readonly text: string };

/** The text of a file that the person named, read against their working folder; else why it can't be read. */
export async function readNamedFile(
  { workingFolder }: CommandContext,
  file: string,
): Promise<NamedFile | Outcome> {
  try {
    return { kind: 'text', text: await readFile(resolve(workingFolder, file), 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'usage', sentence: `The file can't be read (${reason}).` };
  }
}
