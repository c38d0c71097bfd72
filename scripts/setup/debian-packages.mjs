import { findProgram, reasonIn, runQuietly } from './command.mjs';
import { Problem } from './problem.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs Debian or Ubuntu packages when we are root there, else stops with the command to type.
 * @param {readonly string[]} packages
 * @param {string} what what is missing, to begin the sentence with
 * @throws {Problem}
 */
export async function installDebianPackages(packages, what) {
  if (findProgram('apt-get') === undefined) {
    throw new Problem(
      `${what}; install what your distribution calls ${packages.join(', ')} and run the command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Problem(
      `${what}; install with: sudo apt-get update && sudo apt-get install -y ${(await presentNames(packages)).join(' ')}`,
    );
  }
  await withProgress('Installing system packages (apt-get)', async () => {
    await aptGet(['update', '-qq']);
    await aptGet([
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...(await presentNames(packages)),
    ]);
  });
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const { status, output } = await runQuietly('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  throw new Problem(
    `System packages could not be installed (${reasonIn(output, /^E:/)}); run \`apt-get ${args.join(' ')}\` to see why.`,
  );
}

/**
 * Newer releases carry some libraries under a name ending in t64 (64-bit times).
 * @param {readonly string[]} packages
 */
async function presentNames(packages) {
  const renamed = packages.map((name) => `${name}t64`);
  const { output } = await runQuietly('apt-cache', ['pkgnames']);
  const known = new Set(output.split('\n'));
  return packages.map((name, index) => {
    const newer = renamed[index];
    return newer !== undefined && known.has(newer) ? newer : name;
  });
}
