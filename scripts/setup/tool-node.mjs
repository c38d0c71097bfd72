import { join } from 'node:path';
import { isExecutable } from './command.mjs';
import { Problem } from './problem.mjs';

/** What the tests and Electron's installer need. */
const OLDEST_TOOL_NODE = [22, 12];

/**
 * The Node that runs the tools: the one the packages bring, else this one if it is new enough.
 * @param {string} project
 * @param {{ execPath: string, version: string }} [current]
 * @throws {Problem} when neither will do
 */
export function findToolNode(
  project,
  current = { execPath: process.execPath, version: process.versions.node },
) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(project, 'node_modules', 'node', 'bin', name);
  if (isExecutable(packaged)) return packaged;
  if (isNewEnough(current.version)) return current.execPath;
  throw new Problem(
    'The packaged Node is missing because install scripts are off; run `npm config set ignore-scripts false`, delete node_modules and try again.',
  );
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_TOOL_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
