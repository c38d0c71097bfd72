import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Tally } from './open-tally';
import { show } from './studio-page';

/** Shows the form of the Video tool. */
export async function showVideo(page: Page): Promise<void> {
  await show(page, 'Create');
  await page.getByRole('radio', { name: 'Video', exact: true }).click();
}

/** The player of a clip, wherever it is shown. */
export function player(around: Page | Locator): Locator {
  return around.getByRole('group', { name: /^Clip: / });
}

/** Where the clip in a player stands, in seconds. */
export function timeOf(around: Page | Locator): Promise<number> {
  return player(around)
    .locator('video')
    .evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : Number.NaN));
}

export function isPaused(around: Page | Locator): Promise<boolean> {
  return player(around)
    .locator('video')
    .evaluate((video) => video instanceof HTMLVideoElement && video.paused);
}

/** Saves a copy by the button of the open dialog and answers its path; the system's own dialog is answered. */
export async function saveOpenAsset({ app, page }: Tally, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath: string };
      const name = options.defaultPath.replace(/^.*[\\/]/, '');
      return { canceled: false, filePath: `${target}/${name}` };
    };
  }, folder);
  await page.getByRole('dialog').getByRole('button', { name: 'Save a copy' }).click();
  const said = page.getByText(`Saved as ${folder}`).first();
  await expect(said).toBeVisible();
  return join((await said.innerText()).replace('Saved as ', ''));
}

/** What `ffprobe` reads from a clip: its codec, size, frames and length; and that it decodes without a fault. */
export function probe(path: string): string {
  const entries = 'stream=codec_name,width,height,nb_read_frames:format=duration';
  const said = execFileSync(
    'ffprobe',
    ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'csv=p=0', path],
    { encoding: 'utf8' },
  );
  const [stream = '', length = ''] = said.trim().split('\n');
  return `${stream} ${Number(length).toFixed(1)} s`;
}
