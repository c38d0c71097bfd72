import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const launcher = join(import.meta.dirname, '../../scripts/start.mjs');

/** The person's own configuration is left alone. */
const env = { ...process.env, XDG_CONFIG_HOME: join(tmpdir(), 'tally-test-configuration') };

/** How a process ended and all that it wrote. */
export type Ended = {
  readonly status: number | null;
  readonly output: string;
  readonly error: string;
};

/** A command as a process of its own. */
export type OutsideCommand = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  errorSoFar(): string;
};

/** Starts `npm start -- …` without npm, in `folder`. */
export function startOutside(argv: readonly string[], folder: string): OutsideCommand {
  return follow(spawn(process.execPath, [launcher, ...argv], { cwd: folder, env }));
}

/** A shell's pipeline in which `tally` is the launcher. */
export function startPipeline(script: string, folder: string): OutsideCommand {
  const tally = `tally() { '${process.execPath}' '${launcher}' "$@"; }`;
  return follow(
    spawn('bash', ['-c', `set -o pipefail; ${tally}; ${script}`], { cwd: folder, env }),
  );
}

function follow(child: ChildProcess): OutsideCommand {
  let output = '';
  let error = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    error += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output, error }));
  });
  return { child, ended, errorSoFar: () => error };
}

/** The process without a window that owns a data folder which no other test uses; null when none does. */
export function ownerOf(dataFolder: string): number | null {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const words = commandLineOf(name);
    if (words.includes('--host') && words.includes(dataFolder)) return Number(name);
  }
  return null;
}

function commandLineOf(processId: string): string[] {
  try {
    return readFileSync(join('/proc', processId, 'cmdline'), 'utf8').split('\0');
  } catch {
    // It has ended since the folder was read.
    return [];
  }
}
