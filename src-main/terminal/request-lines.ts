import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { LineSplitter, type SplitLine } from '../shell/line-splitter';
import type { CommandContext } from './command';

/** The longest command of a file, in characters. */
const longestLine = 1024 * 1024;

/** The file of commands can't be read; the message is a sentence. */
export class UnreadableFile extends Error {}

/** The lines of standard input. */
export async function* inputLines({ readLine }: CommandContext): AsyncGenerator<SplitLine> {
  for (;;) {
    const text = await readLine();
    if (text === null) return;
    yield { kind: 'line', text };
  }
}

/** The lines of a file, whose path is read against the caller's working folder. */
export async function* fileLines(
  { workingFolder }: CommandContext,
  file: string,
): AsyncGenerator<SplitLine> {
  const splitter = new LineSplitter(longestLine);
  for await (const chunk of textOf(resolve(workingFolder, file))) yield* splitter.push(chunk);
  const last = splitter.end();
  if (last !== null) yield last;
}

async function* textOf(path: string): AsyncGenerator<string> {
  const chunks: AsyncIterable<string> = createReadStream(path, 'utf8');
  try {
    yield* chunks;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableFile(`The file of commands can't be read (${reason}).`);
  }
}
