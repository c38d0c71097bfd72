import type { ContractRouterClient } from '@orpc/contract';
import type { z } from 'zod';
import type { contract } from '../../src-shared/contract/contract';
import type { Refusal } from '../../src-shared/refusal';
import type { ExitStatus } from './command-call';
import { complaint, type Label } from './complaint';
import type { JsonObject } from './json';
import type { Progress } from './progress';

/** Tally as every command sees it: the very contract that the page uses. */
export type TallyClient = ContractRouterClient<typeof contract>;

/** How a command ended. `lines` are for standard output, `notes` for a person beside it. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly result: JsonObject;
      readonly lines: readonly string[];
      readonly notes?: readonly string[];
    }
  /** It was done, and what was asked for did not all come of it. */
  | {
      readonly kind: 'failed';
      readonly failure: string;
      readonly result: JsonObject;
      readonly lines: readonly string[];
      readonly status: 1 | 130;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'usage'; readonly sentence: string }
  /** A bug in Tally, as it was thrown. */
  | { readonly kind: 'fault'; readonly error: unknown }
  /** It wrote its replies itself. */
  | { readonly kind: 'replied'; readonly status: ExitStatus };

/** How an option is read from a command line. */
export type Option = {
  readonly kind: 'text' | 'number' | 'flag';
  /** What stands for the value in a usage line; empty for a flag. */
  readonly value: string;
  readonly summary: string;
};

/**
 * What the words that are no options mean: named one by one, or all together as one text, save those that are named
 * `before` it.
 */
type Words =
  | { readonly kind: 'ordered'; readonly names: readonly string[] }
  | { readonly kind: 'joined'; readonly before?: readonly string[]; readonly name: string };

/** What a command may use while it runs. */
export type CommandContext = {
  readonly tally: TallyClient;
  readonly version: string;
  readonly commands: readonly Command[];
  readonly workingFolder: string;
  /** Aborted with an `Interruption`. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readLine(): Promise<string | null>;
  writeOutput(text: string): Promise<void>;
};

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** One line each way of calling it, after the program's own name. */
  readonly usage: readonly string[];
  readonly words: Words;
  /** By name as typed, without the two hyphens. */
  readonly options: Readonly<Record<string, Option>>;
  /**
   * Checks the input, which is keyed by camel-cased option names and by the names of the words, and
   * runs with it. `label` names a part of the input in a complaint. May throw the contract's errors.
   */
  run(context: CommandContext, input: unknown, label: Label): Promise<Outcome>;
};

/** A command whose `run` gets exactly what its schema lets through. */
export function defineCommand<Schema extends z.ZodType>({
  input,
  run,
  ...rest
}: Omit<Command, 'run'> & {
  readonly input: Schema;
  run(context: CommandContext, input: z.output<Schema>): Promise<Outcome>;
}): Command {
  return {
    ...rest,
    async run(context, raw, label) {
      const parsed = input.safeParse(raw);
      if (parsed.success) return run(context, parsed.data);
      return { kind: 'usage', sentence: complaint(rest.name, parsed.error, raw, label) };
    },
  };
}

export function done(
  result: JsonObject,
  lines: readonly string[],
  notes: readonly string[] = [],
): Outcome {
  return { kind: 'done', result, lines, notes };
}
