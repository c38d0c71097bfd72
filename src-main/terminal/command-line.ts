import { parseArgs } from 'node:util';
import type { Command, Option } from './command';
import type { Label } from './complaint';
import { nearest } from './nearest';

/** A command line that has been read: which command, its input, and what holds for every command. */
type CommandLine = {
  readonly command: Command;
  readonly input: Readonly<Record<string, string | number | boolean>>;
  readonly json: boolean;
  readonly quiet: boolean;
  /** It is meant for a workspace with a clock of its own, and for no other. */
  readonly testClock: boolean;
};

export type ParsedCommandLine =
  | { readonly kind: 'command-line'; readonly commandLine: CommandLine }
  | { readonly kind: 'usage'; readonly sentence: string; readonly json: boolean };

/**
 * Options of every command. `--data` and `--test-clock` are the launcher's: they decide which process is
 * asked, and what workspace it makes where there is none.
 */
export const commonOptions = {
  data: { kind: 'text', value: 'DIR', summary: 'use the data folder DIR' },
  'test-clock': { kind: 'text', value: 'ISO', summary: 'make it a test workspace at that time' },
  json: { kind: 'flag', value: '', summary: 'answer in JSON' },
  quiet: { kind: 'flag', value: '', summary: 'show no progress' },
  help: { kind: 'flag', value: '', summary: 'explain the command' },
} as const satisfies Readonly<Record<string, Option>>;

const letters: Readonly<Record<string, string>> = { help: 'h', out: 'o', count: 'n', quiet: 'q' };

type Given = { readonly name: string; readonly value: string | undefined };
type Tokens = { readonly words: string[]; readonly given: Given[] };

/** Reads the words of a command line. Whatever they are, the answer is a command or a sentence. */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
): ParsedCommandLine {
  const { words, given } = tokensOf(argv, commands);
  const json = given.some(({ name }) => name === 'json');
  const usage = (sentence: string): ParsedCommandLine => ({ kind: 'usage', sentence, json });
  const word = words[0] ?? (given.some(isVersion) ? 'version' : 'help');
  const named = commands.find(({ name }) => name === word);
  if (named === undefined) return usage(unknownCommand(word, commands));
  const asksForHelp = given.some(({ name }) => name === 'help');
  const command = asksForHelp ? commands.find(({ name }) => name === 'help') : named;
  if (command === undefined) throw new Error('the command help is missing');
  const input: Record<string, string | number | boolean> = {};
  if (asksForHelp) {
    if (named !== command) input['topic'] = named.name;
  } else {
    const options = words.length === 0 ? given.filter((option) => !isVersion(option)) : given;
    const problem =
      readOptions(command, options, input) ?? readWords(command, words.slice(1), input);
    if (problem !== null) return usage(problem);
  }
  const quiet = given.some(({ name }) => name === 'quiet');
  const testClock = given.some(({ name }) => name === 'test-clock');
  return { kind: 'command-line', commandLine: { command, input, json, quiet, testClock } };
}

/** Parts options from words. `--version` asks for Tally's own where there is no word, and has no value then. */
function tokensOf(argv: readonly string[], commands: readonly Command[]): Tokens {
  const options = { ...allOptions(commands), ...commonOptions };
  const alone = partTokens(argv, { ...options, version: commonOptions.help });
  return alone.words.length === 0 ? alone : partTokens(argv, options);
}

/**
 * All commands' options are known at once, so that a value is told from a word wherever the command's
 * name stands.
 */
function partTokens(argv: readonly string[], options: Readonly<Record<string, Option>>): Tokens {
  const known = Object.entries(options);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(known.map(([name, { kind }]) => [name, spelling(name, kind)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const given: Given[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') given.push({ name: token.name, value: token.value });
  }
  return { words, given };
}

function allOptions(commands: readonly Command[]): Record<string, Option> {
  return Object.fromEntries(commands.flatMap(({ options }) => Object.entries(options)));
}

function spelling(name: string, kind: Option['kind']) {
  const type = kind === 'flag' ? ('boolean' as const) : ('string' as const);
  const short = letters[name];
  return short === undefined ? { type } : { type, short };
}

function unknownCommand(word: string, commands: readonly Command[]): string {
  const suggestion = nearest(
    word,
    commands.map(({ name }) => name),
  );
  const then = suggestion === null ? '«help» lists them.' : `did you mean «${suggestion}»?`;
  return `There is no command «${word}»; ${then}`;
}

function isVersion({ name }: Given): boolean {
  return name === 'version';
}

/** Puts the options into `input`; answers what is wrong with them, or null. */
function readOptions(
  command: Command,
  given: readonly Given[],
  input: Record<string, string | number | boolean>,
): string | null {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...commonOptions };
  for (const { name, value } of given) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) return unknownOption(command, name);
    if (option.kind === 'flag' && value !== undefined) return `--${name} takes no value.`;
    if (option.kind !== 'flag' && (value === undefined || isOption(value, options))) {
      return `--${name} needs a value after it: --${name} ${option.value}.`;
    }
    if (name in commonOptions) continue;
    const read = option.kind === 'number' ? numberOf(value ?? '') : (value ?? true);
    if (read === null) return `--${name} takes a number; «${value}» is none.`;
    input[inputName(name)] = read;
  }
  return null;
}

function unknownOption(command: Command, name: string): string {
  const dashes = name.length === 1 ? '-' : '--';
  const known = [...Object.keys(command.options), ...Object.keys(commonOptions)];
  const suggestion = nearest(name, known);
  if (suggestion !== null) {
    return `«${command.name}» has no option ${dashes}${name}; did you mean --${suggestion}?`;
  }
  return `«${command.name}» has no option ${dashes}${name}; «help ${command.name}» lists those it has.`;
}

/** Puts the words into `input`; answers what is wrong with them, or null. */
function readWords(
  command: Command,
  words: readonly string[],
  input: Record<string, string | number | boolean>,
): string | null {
  const { words: meaning } = command;
  const names = meaning.kind === 'joined' ? (meaning.before ?? []) : meaning.names;
  for (const [index, name] of names.entries()) {
    const word = words[index];
    if (word !== undefined) input[name] = word;
  }
  const rest = words.slice(names.length);
  if (rest.length === 0) return null;
  if (meaning.kind === 'joined') {
    input[meaning.name] = rest.join(' ');
    return null;
  }
  return `«${command.name}» has no use for «${rest[0]}»; «help ${command.name}» shows how it is called.`;
}

function isOption(value: string, options: Readonly<Record<string, Option>>): boolean {
  const name = /^--([a-z-]+)(=|$)/.exec(value)?.[1];
  return name !== undefined && Object.hasOwn(options, name);
}

function numberOf(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : null;
}

/** The name of an option in JSON: `no-wait` is `noWait`. */
function inputName(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What a person types for a part of a command's input. */
export function typedLabel(command: Command): Label {
  return (name) => {
    const option = Object.keys(command.options).find((candidate) => inputName(candidate) === name);
    return option === undefined ? name.toUpperCase() : `--${option}`;
  };
}
