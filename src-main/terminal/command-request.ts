import { z } from 'zod';
import type { SplitLine } from '../shell/line-splitter';
import type { Command } from './command';
import { nearest } from './nearest';

/** A line of a file of commands, once it has been read. `id` comes back with the reply. */
export type CommandRequest = { readonly id: string | number | null } & (
  | { readonly kind: 'request'; readonly command: Command; readonly input: unknown }
  | { readonly kind: 'unreadable'; readonly sentence: string }
);

const jsonObject = z.looseObject({ id: z.unknown(), command: z.unknown() }).partial();

/** Reads `{"command":"generate","prompt":"…","id":1}`; null for a blank line. */
export function readRequest(line: SplitLine, commands: readonly Command[]): CommandRequest | null {
  if (line.kind === 'too-long') return unreadable('The line is longer than a million characters.');
  if (line.text.trim() === '') return null;
  const { data } = jsonObject.safeParse(parseJson(line.text));
  if (data === undefined) {
    return unreadable('The line is not a JSON object such as {"command":"balance"}.');
  }
  const { id, command: name, ...input } = data;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') {
    return unreadable('The id must be a text or a number.');
  }
  const echo = id ?? null;
  const known = commands.map((command) => command.name);
  if (typeof name !== 'string') {
    return unreadable(`The line names no command; "command" is one of ${known.join(', ')}.`, echo);
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return { kind: 'request', id: echo, command, input };
  const suggestion = nearest(name, known);
  const then =
    suggestion === null ? `choose one of ${known.join(', ')}.` : `did you mean «${suggestion}»?`;
  return unreadable(`There is no command «${name}» here; ${then}`, echo);
}

function unreadable(sentence: string, id: string | number | null = null): CommandRequest {
  return { kind: 'unreadable', id, sentence };
}

/** Undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
