import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { findElectron, launchArguments, withDisplay } from '../../scripts/runtime.mjs';
import { projectFolder } from '../../scripts/setup/project.mjs';
import { begin, type PlanName } from './welcome';

/** A Tally that runs in a real window. */
export type Tally = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** What went wrong inside the page; a test that wants it to empties it again. */
  readonly faults: string[];
  /** Quits as a person does, and waits until the process has ended. */
  quit(): Promise<void>;
};

let display: ReturnType<typeof withDisplay> | null = null;

const indexPage = 'tally://app/index.html';

export type StartOptions = {
  /** The application's folder, when it is not Tally's own. */
  readonly application?: string;
  readonly args?: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** What one starts on a command line to open Tally on a data folder. */
export async function tallyCommand(
  folder: string,
  options: StartOptions = {},
): Promise<{ path: string; args: string[]; env: Record<string, string> }> {
  const { application = projectFolder, args = [] } = options;
  const runtime = await findElectron();
  display ??= withDisplay();
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries((await display).env)) {
    if (value !== undefined) env[name] = value;
  }
  return {
    path: runtime.path,
    args: [...launchArguments(), application, '--data', folder, ...args],
    // The person's own configuration is left alone.
    env: { ...env, XDG_CONFIG_HOME: join(dirname(folder), 'configuration'), ...options.env },
  };
}

/** Starts Tally on a data folder and waits for its window's page. */
async function startTally(
  folder: string,
  faults: string[],
  options?: StartOptions,
): Promise<Tally> {
  const { path, args, env } = await tallyCommand(folder, options);
  const app = await electron.launch({
    executablePath: path,
    args,
    env,
    // The page's theme is to come from Tally, not from an emulation.
    colorScheme: null,
  });
  const page = await pageOf(app);
  page.on('pageerror', (error) => faults.push(`an error in the page: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|a screen broke/.test(message.text())) faults.push(message.text());
  });
  return { app, page, folder, faults, quit: () => app.close() };
}

/** The page of the one window a person sees; hidden darkrooms are windows too. */
async function pageOf(app: ElectronApplication): Promise<Page> {
  const isIndex = (page: Page) => page.url().startsWith(indexPage);
  const page = app.windows().find(isIndex) ?? (await app.waitForEvent('window', isIndex));
  await page.locator('main').first().waitFor();
  return page;
}

export type Fixtures = {
  /** A data folder of the test's own, removed after it. */
  readonly folder: string;
  /** What went wrong inside pages; a test that expects something there empties it. */
  readonly faults: string[];
  /** Opens Tally; whatever still runs when the test ends is quit. */
  readonly open: (folder: string, options?: StartOptions) => Promise<Tally>;
  /** Opens Tally on the test's own folder and begins a workspace. */
  readonly opened: (plan: PlanName) => Promise<Tally>;
};

export type SharedFixtures = {
  /** One Tally for all tests that need no fresh one: AI Studios, Personal, a year's 720 credits. */
  readonly shared: Tally;
};

export const test = base.extend<Fixtures, SharedFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
  folder: async ({}, use, testInfo) => {
    const folder = testInfo.outputPath('data');
    await use(folder);
    removeFolder(folder);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults).toEqual([]);
  },
  open: async ({ faults }, use) => {
    const running = new Set<Tally>();
    await use(async (folder, options) => {
      const tally = await startTally(folder, faults, options);
      running.add(tally);
      tally.app.once('close', () => running.delete(tally));
      return tally;
    });
    for (const tally of running) await tally.quit();
  },
  opened: async ({ open, folder }, use) => {
    await use(async (plan) => {
      const tally = await open(folder);
      await begin(tally.page, plan);
      return tally;
    });
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use, { project, workerIndex }) => {
      const folder = join(project.outputDir, `shared-data-${workerIndex}`);
      const faults: string[] = [];
      const tally = await startTally(folder, faults);
      await begin(tally.page, { card: 'AI Studios', plan: 'Personal', billed: 'Annual' });
      await use(tally);
      await tally.quit();
      removeFolder(folder);
      expect(faults).toEqual([]);
    },
    { scope: 'worker' },
  ],
});

/**
 * Chromium's helpers may still write for a moment after Tally has ended; what they leave is in the
 * output folder, which the next run empties.
 */
function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

export { expect };
