/**
 * What a person has to put right. Its message is one sentence that names the remedy, and it is shown
 * without a stack trace.
 */
export class Problem extends Error {
  /** @override */
  name = 'Problem';
}

/**
 * Runs the body of a script. A problem is shown as its sentence with exit status 1, and so is a refusal
 * of the operating system (a full disk, missing rights); a bug is thrown on.
 * @param {() => Promise<void>} body
 */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function sentenceFor(error) {
  if (error instanceof Problem) return error.message;
  if (error instanceof Error && 'syscall' in error) {
    return `The system refused (${error.message}); check free disk space and your rights, then run the command again.`;
  }
  throw error;
}
