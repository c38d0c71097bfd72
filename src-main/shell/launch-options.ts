/** How Tally was started. */
export type LaunchOptions = {
  /** The data folder that was named; null for the person's own. */
  readonly dataFolder: string | null;
  /** Without a window, only to serve terminals. */
  readonly host: boolean;
};

/** Reads what concerns Tally from a command line; what is Chromium's or Electron's is passed over. */
export function parseLaunch(argv: readonly string[]): LaunchOptions {
  let dataFolder: string | null = null;
  for (const [index, argument] of argv.entries()) {
    if (argument === '--data') dataFolder = argv[index + 1] ?? null;
    else if (argument.startsWith('--data=')) dataFolder = argument.slice('--data='.length);
  }
  return { dataFolder, host: argv.includes('--host') };
}
