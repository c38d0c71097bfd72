import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { launchArguments } from '../../scripts/runtime.mjs';
import { findProgram } from '../../scripts/setup/command.mjs';

const runtimeModule = new URL('../../scripts/runtime.mjs', import.meta.url).href;

/** A process that opens a display of its own, says which, and does nothing more. */
function holdDisplay() {
  const program = `
    import { withDisplay } from ${JSON.stringify(runtimeModule)};
    const { env } = await withDisplay();
    console.log(env.DISPLAY);
    setInterval(() => {}, 1000);
  `;
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { env });
}

describe.skipIf(process.platform !== 'linux' || findProgram('Xvfb') === undefined)(
  'display',
  () => {
    test('a display of our own ends with its process, however that ends', async () => {
      const holder = holdDisplay();
      const [name] = await once(holder.stdout.setEncoding('utf8'), 'data');
      const socket = `/tmp/.X11-unix/X${String(name).trim().slice(1)}`;
      expect(existsSync(socket)).toBe(true);
      holder.kill('SIGKILL');
      while (existsSync(socket)) await wait(20);
      expect(existsSync(socket)).toBe(false);
    });
  },
);

test('only root on Linux runs without the sandbox of Chromium', () => {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  expect(launchArguments()).toEqual(isRootOnLinux ? ['--no-sandbox'] : []);
});
