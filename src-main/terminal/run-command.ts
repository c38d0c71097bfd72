import { assertNever } from '../../src-shared/assert-never';
import type { CommandContext, TallyClient } from './command';
import type { CommandCall, ExitStatus } from './command-call';
import { parseCommandLine, typedLabel } from './command-line';
import { commands } from './commands';
import { jsonLine, visible } from './json';
import { silentProgress, WrittenProgress } from './progress';
import { refusalSentence } from './refusal-text';
import { type Answer, faultText, outcomeOf, replyJson, statusOf } from './reply';

/** What a command needs besides the terminal. */
export type CommandFacts = { readonly tally: TallyClient; readonly version: string };

/**
 * Runs one command line and writes its answer. Rejects for a bug alone, and only after the terminal
 * was told of it.
 */
export async function runCommand(
  call: CommandCall,
  { tally, version }: CommandFacts,
): Promise<ExitStatus> {
  const parsed = parseCommandLine(call.argv, commands);
  if (parsed.kind === 'usage') {
    const { sentence, json } = parsed;
    return tell(call, { kind: 'usage', sentence }, { json, quiet: false });
  }
  const { command, input, json, quiet, testClock } = parsed.commandLine;
  if (testClock && !(await tally.clock.show()).testClock) {
    return tell(call, { kind: 'refused', refusal: { code: 'clock-not-test' } }, { json, quiet });
  }
  const progress = new WrittenProgress(call.writeError, call.errorIsTerminal);
  const context: CommandContext = {
    ...call,
    tally,
    version,
    commands,
    progress: quiet ? silentProgress : progress,
  };
  const outcome = await outcomeOf(command, context, input, typedLabel(command));
  await progress.end();
  if (outcome.kind === 'replied') return outcome.status;
  const status = await tell(call, outcome, { json, quiet });
  if (outcome.kind === 'fault') throw outcome.error;
  return status;
}

type Manner = { readonly json: boolean; readonly quiet: boolean };

async function tell(call: CommandCall, answer: Answer, manner: Manner): Promise<ExitStatus> {
  if (manner.json) {
    await call.writeOutput(`${jsonLine(replyJson(answer))}\n`);
    return statusOf(answer);
  }
  const { output, error } = textOf(answer, manner.quiet);
  if (output.length > 0) await call.writeOutput(linesText(output));
  if (error.length > 0) await call.writeError(linesText(error));
  return statusOf(answer);
}

type Text = { readonly output: readonly string[]; readonly error: readonly string[] };

function textOf(answer: Answer, quiet: boolean): Text {
  switch (answer.kind) {
    case 'done':
      return { output: answer.lines, error: quiet ? [] : (answer.notes ?? []) };
    case 'failed':
      return { output: answer.lines, error: [answer.failure] };
    case 'refused':
      return { output: [], error: [refusalSentence(answer.refusal)] };
    case 'usage':
      return { output: [], error: [answer.sentence] };
    case 'fault':
      return {
        output: [],
        error: [`Something went wrong inside Tally (${faultText(answer.error)}).`],
      };
    default:
      return assertNever(answer);
  }
}

/** Every line is made safe for a terminal here, at the last moment, so that none is forgotten. */
function linesText(lines: readonly string[]): string {
  return lines.map((line) => `${visible(line)}\n`).join('');
}
