// A bare Electron window with Sketch in it and nothing else of Tally: for the contact sheet and for
// tests that look at pixels.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from '@playwright/test';
import { build } from 'vite';
import { findElectron, launchArguments, withDisplay } from './runtime.mjs';
import { projectFolder } from './setup/project.mjs';

const mainModule = `
import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, backgroundThrottling: false };
  new BrowserWindow({ show: false, webPreferences }).loadFile('sketch.html');
});
`;

/**
 * Bundles a module of `src-renderer/darkroom/sketch`; what it exports is found in `sketch`.
 * @param {string} name the module's file name
 * @returns {Promise<string>} a classic script
 */
async function bundle(name) {
  const entry = join(projectFolder, 'src-renderer', 'darkroom', 'sketch', name);
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: { entry, formats: ['iife'], name: 'sketch', fileName: 'sketch' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk === undefined) throw new Error(`nothing was built from ${name}`);
  return chunk.code;
}

/**
 * Runs `use` with the page of a hidden window in which a module's exports are the global `sketch`.
 * @template Result
 * @param {string} name the module's file name in `src-renderer/darkroom/sketch`
 * @param {(page: import('@playwright/test').Page) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withSketchWindow(name, use) {
  const folder = mkdtempSync(join(tmpdir(), 'tally-sketch-'));
  writeFileSync(join(folder, 'package.json'), '{"name":"sketch","type":"module","main":"main.js"}');
  writeFileSync(join(folder, 'main.js'), mainModule);
  // A file, not a data address: WebCodecs are for secure contexts only.
  writeFileSync(join(folder, 'sketch.html'), '<!doctype html><title>Sketch</title>');
  const display = await withDisplay();
  try {
    const { path } = await findElectron();
    const app = await electron.launch({
      executablePath: path,
      args: [...launchArguments(), folder],
      env: definedIn(display.env),
    });
    try {
      const page = await app.firstWindow();
      await page.addScriptTag({ content: await bundle(name) });
      return await use(page);
    } finally {
      await app.close();
    }
  } finally {
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedIn(env) {
  /** @type {Record<string, string>} */
  const defined = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) defined[name] = value;
  return defined;
}
