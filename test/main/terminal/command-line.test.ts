import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../src-main/terminal/command-line';
import { commands } from '../../../src-main/terminal/commands';
import { jsonLine, visible } from '../../../src-main/terminal/json';
import { nearest } from '../../../src-main/terminal/nearest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

describe('usage errors are one sentence with the nearest word', () => {
  test.each([
    [['genrate', 'fox'], 'There is no command «genrate»; did you mean «generate»?'],
    [['xyzzy'], 'There is no command «xyzzy»; «help» lists them.'],
    [
      ['generate', 'fox', '--cuont', '2'],
      '«generate» has no option --cuont; did you mean --count?',
    ],
    [
      ['balance', '--count', '2'],
      '«balance» has no option --count; «help balance» lists those it has.',
    ],
    [['generate', 'fox', '--count'], '--count needs a value after it: --count N.'],
    [
      ['generate', 'fox', '--style', '--count', '2'],
      '--style needs a value after it: --style STYLE.',
    ],
    [['generate', 'fox', '--count', 'two'], '--count takes a number; «two» is none.'],
    [['generate', 'fox', '--no-wait=yes'], '--no-wait takes no value.'],
    [['balance', 'now'], '«balance» has no use for «now»; «help balance» shows how it is called.'],
    [['balance', '-x'], '«balance» has no option -x; «help balance» lists those it has.'],
  ])('%j', (argv, sentence) => {
    expect(parseCommandLine(argv, commands)).toMatchObject({ kind: 'usage', sentence });
  });
});

describe('options and words', () => {
  const inputOf = (...argv: string[]) => {
    const parsed = parseCommandLine(argv, commands);
    if (parsed.kind === 'usage') throw new Error(parsed.sentence);
    return { name: parsed.commandLine.command.name, ...parsed.commandLine.input };
  };

  test('options may stand anywhere, also before the command', () => {
    expect(inputOf('--count', '2', '--json', 'generate', 'a', 'fox')).toEqual({
      name: 'generate',
      prompt: 'a fox',
      count: 2,
    });
  });

  test('after -- everything is a word', () => {
    expect(inputOf('generate', '--', '--a fox--')).toEqual({
      name: 'generate',
      prompt: '--a fox--',
    });
  });

  test('--data belongs to the launcher and --quiet to the output', () => {
    expect(inputOf('balance', '--data', 'x', '--quiet')).toEqual({ name: 'balance' });
  });

  test('--version alone asks for Tally’s own, and is an option with a value behind a command', () => {
    for (const argv of [['--version'], ['--version', '--json'], ['--json', '--version']]) {
      expect(inputOf(...argv)).toEqual({ name: 'version' });
    }
    expect(inputOf('cards', 'export', 'mine', '--version', '2026-12-01')).toEqual({
      name: 'cards',
      action: 'export',
      card: 'mine',
      version: '2026-12-01',
    });
  });

  test('--test-clock belongs to the launcher, and says what kind of workspace is meant', () => {
    const parsed = parseCommandLine(['balance', '--test-clock', '2026-01-31T10:00:00Z'], commands);
    expect(parsed).toMatchObject({ commandLine: { input: {}, testClock: true } });
    expect(parseCommandLine(['balance'], commands)).toMatchObject({
      commandLine: { testClock: false },
    });
  });

  test('negative numbers are numbers', () => {
    expect(inputOf('generate', 'fox', '--seed', '-1')).toMatchObject({ seed: -1 });
  });

  test('an option means the same kind of value in every command', () => {
    const kinds = new Map<string, string>();
    for (const [name, { kind }] of commands.flatMap(({ options }) => Object.entries(options))) {
      expect(kinds.get(name) ?? kind).toBe(kind);
      kinds.set(name, kind);
    }
  });
});

test('the page about the terminal names every command and every option', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/terminal.md'), 'utf8');
  for (const { name, options } of commands) {
    expect(page).toContain(`\`${name}`);
    for (const option of Object.keys(options)) expect(page).toContain(`--${option}`);
  }
});

describe('any command line is answered', () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal();
  });
  afterAll(() => terminal.close());

  const names = commands.map(({ name }) => name);
  const options = commands.flatMap((command) => Object.keys(command.options));
  const anyWord = fc.oneof(
    fc.constantFrom(...names, 'list', 'pause', 'cancel', 'save', '-', '--', '__proto__'),
    fc.constantFrom('show', 'start', 'add', 'buy', 'check', 'advance', 'next', 'statement', '1'),
    fc.constantFrom(...options, 'json', 'data', 'help', 'constructor').map((name) => `--${name}`),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double().map(String),
  );

  test('with an exit status and, for --json, with one document', async () => {
    const anyLine = fc.array(anyWord, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anyLine, async (argv) => {
        const said = await terminal.run(
          ['--out', 'out', ...argv].slice(argv.length % 2 === 0 ? 2 : 0),
        );
        expect([0, 1, 2]).toContain(said.status);
        expect(said.output + said.error).not.toMatch(/[^\P{Cc}\n]/u);
        const { status, reply } = await terminal
          .json(['--json', ...argv.filter((word) => word !== '--')])
          .catch((error: unknown) => {
            // Only `run` writes as many documents as it has commands.
            if (argv.includes('run')) return { status: 1, reply: { ok: false } };
            throw error;
          });
        expect(reply['ok']).toBe(status === 0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('text for terminals', () => {
  test('control characters and direction marks are shown, never obeyed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        const line = jsonLine({ text });
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(JSON.parse(line)).toEqual({ text });
      }),
    );
    expect(visible('a\u001b[2Jb\ud800')).toBe('a\\u001b[2Jb\ufffd');
  });

  test('the nearest word is near, or there is none', () => {
    expect(nearest('statment', ['statement', 'balance'])).toBe('statement');
    expect(nearest('q', ['queue'])).toBeNull();
    expect(nearest('', ['queue'])).toBeNull();
  });
});
