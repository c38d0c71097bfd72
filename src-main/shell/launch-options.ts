/** How Tally was started. */
export type LaunchOptions = {
  /** The data folder that was named; null for the person's own. */
  readonly dataFolder: string | null;
  /** When the clock of a new test workspace starts, as it was written; null for a workspace that goes by the computer's. */
  readonly testClock: string | null;
  /** Without a window, only to serve terminals. */
  readonly host: boolean;
};

/** Reads what concerns Tally from a command line; what is Chromium's or Electron's is passed over. */
export function parseLaunch(argv: readonly string[]): LaunchOptions {
  return {
    dataFolder: lastValue(argv, '--data'),
    testClock: lastValue(argv, '--test-clock'),
    host: argv.includes('--host'),
  };
}

/** What follows an option, as the next argument or after an equals sign; the last one counts. */
function lastValue(argv: readonly string[], name: string): string | null {
  let value: string | null = null;
  for (const [index, argument] of argv.entries()) {
    if (argument === name) value = argv[index + 1] ?? null;
    else if (argument.startsWith(`${name}=`)) value = argument.slice(name.length + 1);
  }
  return value;
}
