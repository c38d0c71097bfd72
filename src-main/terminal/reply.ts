import { assertNever } from '../../src-shared/assert-never';
import type { Command, CommandContext, Outcome } from './command';
import type { ExitStatus } from './command-call';
import type { Label } from './complaint';
import type { JsonObject } from './json';
import { isBadInput, refusalIn } from './refusal-in';
import { refusalJson } from './refusal-json';

/** An outcome that is still to be told. */
export type Answer = Exclude<Outcome, { kind: 'replied' }>;

/** Runs a command; whatever it throws becomes an outcome too. */
export async function outcomeOf(
  command: Command,
  context: CommandContext,
  input: unknown,
  label: Label,
): Promise<Outcome> {
  try {
    return await command.run(context, input, label);
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal !== null) return { kind: 'refused', refusal };
    if (isBadInput(error)) {
      const sentence = `«${command.name}» was called with something Tally can't read; «help ${command.name}» shows how it is called.`;
      return { kind: 'usage', sentence };
    }
    if (context.signal.aborted) {
      return { kind: 'failed', failure: 'Stopped.', result: {}, lines: [], status: 130 };
    }
    return { kind: 'fault', error };
  }
}

/** A bug in its own words. */
export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The one JSON document that answers a command. */
export function replyJson(answer: Answer): JsonObject {
  switch (answer.kind) {
    case 'done':
      return { ok: true, result: answer.result };
    case 'failed':
      return { ok: false, failure: answer.failure, result: answer.result };
    case 'refused':
      return { ok: false, refusal: refusalJson(answer.refusal) };
    case 'usage':
      return { ok: false, usage: answer.sentence };
    case 'fault':
      return { ok: false, fault: faultText(answer.error) };
    default:
      return assertNever(answer);
  }
}

export function statusOf(outcome: Outcome): ExitStatus {
  switch (outcome.kind) {
    case 'done':
      return 0;
    case 'failed':
    case 'replied':
      return outcome.status;
    case 'refused':
      return 1;
    case 'usage':
      return 2;
    case 'fault':
      return 70;
    default:
      return assertNever(outcome);
  }
}
