import { resolve } from 'node:path';
import { assertNever } from '../../src-shared/assert-never';
import type { CommandContext, Outcome } from './command';
import { readWholeFile } from './read-whole-file';

type NamedFile = { readonly kind: 'text'; readonly text: string };

/** In bytes: no card and no receipt comes near it. */
const largestText = 5_000_000;

/** The text of a file that the person named, read against their working folder; else why it can't be read. */
export async function readNamedFile(
  { workingFolder }: CommandContext,
  file: string,
): Promise<NamedFile | Outcome> {
  const read = await readWholeFile(resolve(workingFolder, file), largestText);
  switch (read.kind) {
    case 'whole':
      return { kind: 'text', text: Buffer.from(read.bytes).toString('utf8') };
    case 'empty':
      return unreadable('it is empty');
    case 'too-large':
      return unreadable('it is larger than 5 MB');
    case 'no-file':
      return unreadable('it is no file');
    case 'failed':
      return unreadable(read.code);
    default:
      return assertNever(read);
  }
}

function unreadable(reason: string): Outcome {
  return { kind: 'usage', sentence: `The file can't be read (${reason}).` };
}
