import type { Interruption } from '../../src-main/terminal/command-call';
import { runCommand } from '../../src-main/terminal/run-command';
import { parseInstant } from '../../src-shared/billing/instant';
import { openTestStudio, removeFolder, type TestStudio, temporaryFolder } from './test-studio';

/** What a command said and how it ended. */
type Said = { readonly status: number; readonly output: string; readonly error: string };

/** A command that is still running. */
type Running = {
  readonly said: Promise<Said>;
  /** Standard error so far. */
  errorSoFar(): string;
  interrupt(reason?: Interruption): void;
};

type TerminalOptions = {
  readonly input?: readonly string[];
  readonly workingFolder?: string;
  readonly errorIsTerminal?: boolean;
};

/** A terminal before a real studio with a scripted engine. */
export type Terminal = TestStudio & {
  run(argv: readonly string[], options?: TerminalOptions): Promise<Said>;
  start(argv: readonly string[], options?: TerminalOptions): Running;
  /** The one JSON document that the command wrote, and its exit status. */
  json(
    argv: readonly string[],
    options?: TerminalOptions,
  ): Promise<{ status: number; reply: Reply }>;
  close(): Promise<void>;
};

type Reply = Readonly<Record<string, unknown>>;

/**
 * `begun` chooses AI Studios and the plan Personal: 60 credits. `testClock`, an instant in ISO 8601, makes a
 * test workspace.
 */
export async function openTerminal({
  begun = true,
  working = true,
  folder = temporaryFolder(),
  testClock = '',
} = {}): Promise<Terminal> {
  const test = await openTestStudio({
    caller: 'terminal',
    folder,
    testClock: parseInstant(testClock),
  });
  const start = (argv: readonly string[], options: TerminalOptions = {}) =>
    startCommand(test, argv, options);
  const terminal: Terminal = {
    ...test,
    start,
    run: (argv, options) => start(argv, options).said,
    json: async (argv, options) => {
      const { status, output } = await start([...argv, '--json'], options).said;
      return { status, reply: onlyDocument(output) };
    },
    close: async () => {
      await test.studio.close();
      removeFolder(test.folder);
    },
  };
  if (begun) await terminal.run(['begin', '--card', 'ai-studios', '--plan', 'personal']);
  if (working) test.studio.queue.work();
  return terminal;
}

function startCommand(
  { client, folder }: TestStudio,
  argv: readonly string[],
  { input = [], workingFolder = folder, errorIsTerminal = false }: TerminalOptions,
): Running {
  const interruption = new AbortController();
  const lines = [...input];
  let output = '';
  let error = '';
  const status = runCommand(
    {
      argv,
      workingFolder,
      errorIsTerminal,
      writeOutput: async (text) => {
        output += text;
      },
      writeError: async (text) => {
        error += text;
      },
      readLine: async () => lines.shift() ?? null,
      signal: interruption.signal,
    },
    { tally: client, version: '1.2.3' },
  );
  return {
    said: status.then((ended) => ({ status: ended, output, error })),
    errorSoFar: () => error,
    interrupt: (reason = 'interrupted') => interruption.abort(reason),
  };
}

/** Exactly one line of JSON, or the test fails. */
function onlyDocument(output: string): Reply {
  if (!output.endsWith('\n') || output.indexOf('\n') !== output.length - 1) {
    throw new Error(`not one line: ${JSON.stringify(output)}`);
  }
  return JSON.parse(output);
}
