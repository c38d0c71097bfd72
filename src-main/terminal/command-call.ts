/** Why a command is asked to come to its end. */
export type Interruption =
  /** The person pressed Ctrl+C. */
  | 'interrupted'
  /** The terminal went away: nobody reads what is still written. */
  | 'client-gone'
  /** Tally is about to quit; what is queued stays queued. */
  | 'closing';

/** One command as a terminal asked for it, and the terminal's three streams. */
export type CommandCall = {
  readonly argv: readonly string[];
  /** Against which relative paths are read. */
  readonly workingFolder: string;
  readonly errorIsTerminal: boolean;
  /** Writes to standard output; resolves once its reader has taken the text. One call at a time. */
  writeOutput(text: string): Promise<void>;
  /** Writes to standard error; resolves once more can be taken. */
  writeError(text: string): Promise<void>;
  /** The next line of standard input; null at its end. */
  readLine(): Promise<string | null>;
  /** Aborted with an `Interruption` as its reason. */
  readonly signal: AbortSignal;
};

/** 0 done; 1 refused or failed; 2 wrong usage; 70 a fault in Tally; 130 interrupted. */
export type ExitStatus = 0 | 1 | 2 | 70 | 130;

/** Why the signal of a call was aborted; null while it was not. */
export function interruptionOf(signal: AbortSignal): Interruption | null {
  if (!signal.aborted) return null;
  const reason: unknown = signal.reason;
  return reason === 'interrupted' || reason === 'closing' ? reason : 'client-gone';
}
