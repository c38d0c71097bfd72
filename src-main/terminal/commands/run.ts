import { z } from 'zod';
import { type Command, type CommandContext, defineCommand, type Outcome } from '../command';
import { interruptionOf } from '../command-call';
import { type CommandRequest, readRequest } from '../command-request';
import { jsonLine } from '../json';
import { silentProgress } from '../progress';
import { type Answer, outcomeOf, replyJson } from '../reply';
import { fileLines, inputLines, UnreadableFile } from '../request-lines';

/** Runs one JSON command a line, in order, and answers each with one line of JSON. */
export const run = defineCommand({
  name: 'run',
  summary: 'run the JSON commands of a file, one a line; - is standard input',
  usage: ['run FILE', 'run -'],
  words: { kind: 'ordered', names: ['file'] },
  options: {},
  input: z.strictObject({ file: z.string().min(1) }),
  async run(context, { file }) {
    const lines = file === '-' ? inputLines(context) : fileLines(context, file);
    let allDone = true;
    try {
      for await (const line of lines) {
        const request = readRequest(line, runnable(context));
        if (request === null) continue;
        const answer = await answerTo(context, request);
        if (answer.kind !== 'done') allDone = false;
        const id = request.id === null ? {} : { id: request.id };
        await context.writeOutput(`${jsonLine({ ...id, ...replyJson(answer) })}\n`);
        if (answer.kind === 'fault') throw answer.error;
        if (interruptionOf(context.signal) !== null) break;
      }
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'usage', sentence: error.message };
      throw error;
    }
    if (interruptionOf(context.signal) !== null) return { kind: 'replied', status: 130 };
    return { kind: 'replied', status: allDone ? 0 : 1 };
  },
});

/** A file that runs itself would never end. */
function runnable({ commands }: CommandContext): readonly Command[] {
  return commands.filter(({ name }) => name !== 'run');
}

async function answerTo(context: CommandContext, request: CommandRequest): Promise<Answer> {
  if (request.kind === 'unreadable') return { kind: 'usage', sentence: request.sentence };
  const quiet = { ...context, progress: silentProgress };
  const outcome: Outcome = await outcomeOf(request.command, quiet, request.input, (name) => name);
  if (outcome.kind === 'replied') throw new Error('a command of a file answered by itself');
  return outcome;
}
