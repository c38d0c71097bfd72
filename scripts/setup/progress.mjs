const QUIET_MILLISECONDS = 1000;

/**
 * Runs `work` and says on standard error what is being done as soon as it takes over a second.
 * @template Result
 * @param {string} what for example `Installing packages`
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(what, work) {
  const started = Date.now();
  let announced = false;
  const timer = setTimeout(() => {
    announced = true;
    process.stderr.write(`${what} …\n`);
  }, QUIET_MILLISECONDS);
  try {
    const result = await work();
    if (announced) {
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stderr.write(`${what}: done in ${seconds} s\n`);
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
}
