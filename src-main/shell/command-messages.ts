import { z } from 'zod';

/** The longest line that either side may send, in characters. */
export const longestMessage = 1024 * 1024;

const text = z.string().max(longestMessage);

/** What a terminal may send to the owner of the data folder, one JSON document a line. */
const clientMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    /** Everything after the program's own name, flags too. */
    argv: z.array(text).max(10_000),
    /** Against which relative paths are read. */
    cwd: text,
    json: z.boolean().optional(),
    stdoutIsTerminal: z.boolean(),
    stderrIsTerminal: z.boolean(),
  }),
  /** A line of standard input, once it was asked for. */
  z.strictObject({ kind: z.literal('input'), line: text }),
  z.strictObject({ kind: z.literal('end-of-input') }),
  z.strictObject({ kind: z.literal('interrupt') }),
  /** The text that asked to be acknowledged has left the terminal's process. */
  z.strictObject({ kind: z.literal('drained') }),
  /** A second copy with a window asks the first one to come to the front. */
  z.strictObject({ kind: z.literal('show') }),
]);

export type ClientMessage = z.output<typeof clientMessageSchema>;

/** What the owner of the data folder sends to a terminal. */
export type HostMessage =
  | { readonly kind: 'stdout'; readonly text: string; readonly acknowledge?: true }
  | { readonly kind: 'stderr'; readonly text: string }
  /** Send standard input, line by line, to its end. */
  | { readonly kind: 'read-input' }
  | { readonly kind: 'exit'; readonly status: number }
  | { readonly kind: 'shown' };

/** The message of a line; null when it is none. */
export function parseClientMessage(line: string): ClientMessage | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  return clientMessageSchema.safeParse(data).data ?? null;
}
