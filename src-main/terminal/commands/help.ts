import { z } from 'zod';
import { type Command, defineCommand, done, type Option } from '../command';
import { commonOptions } from '../command-line';
import type { JsonObject } from '../json';
import { nearest } from '../nearest';
import { program, table } from '../text';

/** Teaches the commands. */
export const help = defineCommand({
  name: 'help',
  summary: 'list the commands, or explain one',
  usage: ['help [COMMAND]'],
  words: { kind: 'ordered', names: ['topic'] },
  options: {},
  input: z.strictObject({ topic: z.string().optional() }),
  async run({ commands }, { topic }) {
    if (topic === undefined) {
      return done({ commands: commands.map(commandJson) }, overview(commands));
    }
    const command = commands.find(({ name }) => name === topic);
    if (command !== undefined) return done(commandJson(command), explanation(command));
    const suggestion = nearest(
      topic,
      commands.map(({ name }) => name),
    );
    const then = suggestion === null ? '«help» lists them.' : `did you mean «${suggestion}»?`;
    return { kind: 'usage', sentence: `There is no command «${topic}»; ${then}` };
  },
});

function overview(commands: readonly Command[]): string[] {
  return [
    'Tally makes pictures and clips and keeps account of every credit.',
    '',
    `${program} COMMAND [options]`,
    '',
    ...table(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    '',
    'Every command takes:',
    ...optionLines(commonOptions),
    '',
    'To begin:',
    `  ${program} cards`,
    `  ${program} begin --card ai-studios --plan free`,
    `  ${program} generate "a fox in the snow" --count 2 --style ink --seed 7 --out pictures`,
    '',
    'Exit status: 0 done, 1 refused or failed, 2 wrong usage, 130 stopped by Ctrl+C.',
  ];
}

function explanation(command: Command): string[] {
  return [
    `${command.name}: ${command.summary}`,
    '',
    ...command.usage.map((usage) => `  ${program} ${usage}`),
    '',
    ...optionLines({ ...command.options, ...commonOptions }),
  ];
}

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  return table(
    Object.entries(options).map(([name, { value, summary }]) => [
      `  --${name} ${value}`.trimEnd(),
      summary,
    ]),
  );
}

function commandJson({ name, summary, usage, options }: Command): JsonObject {
  return {
    name,
    summary,
    usage,
    options: Object.entries(options).map(([option, { kind, value, summary: purpose }]) => ({
      name: option,
      kind,
      value,
      summary: purpose,
    })),
  };
}
