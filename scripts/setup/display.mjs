import { findProgram } from './command.mjs';
import { installDebianPackages } from './debian-packages.mjs';

/**
 * Whether Electron needs a virtual display: on Linux without X or Wayland.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

export function displayIsPresent() {
  return !needsVirtualDisplay() || findProgram('Xvfb') !== undefined;
}

/** Makes sure that a virtual display can be started where there is no real one. */
export async function ensureDisplay() {
  if (displayIsPresent()) return;
  await installDebianPackages(['xvfb', 'xauth'], 'There is no display, and Xvfb is not installed');
}
