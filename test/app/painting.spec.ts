import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readChunks } from '../../src-main/gallery/png-chunks';
import { libraryFiles } from './data-folder';
import { expect, test } from './open-tally';
import { allEnded, balance, type Draft, endedJobs, generate, openJobs } from './studio-page';
import { freePlan } from './welcome';

const forest: Draft = {
  prompt: 'two deer in a misty pine forest at sunrise',
  side: 512,
  style: 'Watercolour',
  quality: 'Premium',
};

/** Paints one picture and answers with the hash of its pixels, as the file has them. */
async function paint(page: Page, folder: string, draft: Draft): Promise<string> {
  const before = new Set(libraryFiles(folder));
  await generate(page, draft);
  await allEnded(page);
  const made = libraryFiles(folder).filter((file) => !before.has(file));
  const [file] = made;
  if (file === undefined || made.length > 1) throw new Error(`${made.length} new files were made`);
  return pixelHash(readFileSync(file));
}

/** SHA-256 of a PNG's compressed pixels; the job that is written beside them differs each time. */
function pixelHash(png: Uint8Array): string {
  const hash = createHash('sha256');
  for (const { type, data } of readChunks(png) ?? []) if (type === 'IDAT') hash.update(data);
  return hash.digest('hex');
}

test('the same request is the same picture, at every start; another seed is another', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(freePlan);
  const seven = await paint(first.page, folder, { ...forest, seed: 7 });
  const eight = await paint(first.page, folder, { ...forest, seed: 8 });
  expect(eight).not.toBe(seven);
  expect(await paint(first.page, folder, { ...forest, seed: 7 })).toBe(seven);
  await first.quit();
  const { page } = await open(folder);
  expect(await paint(page, folder, { ...forest, seed: 8 })).toBe(eight);
  // Charged each time, as every try is.
  await expect(balance(page)).toHaveText('12 credits');
});

test('a large picture is cancelled while it is painted, and the darkroom takes the next', async ({
  opened,
}, testInfo) => {
  const { page } = await opened(freePlan);
  await generate(page, { ...forest, side: 2048, style: 'Oil', seed: 1 });
  await expect(openJobs(page).first()).toContainText(/[1-9]\d? %/);
  const cancel = openJobs(page)
    .first()
    .getByRole('button', { name: /^Cancel/ });
  const milliseconds = await cancel.evaluate(async (button) => {
    const pressed = performance.now();
    const ended = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[aria-label="Running and waiting"]') !== null) return;
        observer.disconnect();
        resolve(performance.now() - pressed);
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    if (button instanceof HTMLElement) button.click();
    return ended;
  });
  // Told, not asserted: it depends on the machine and on what else it does.
  const description = `${Math.round(milliseconds)} ms from the click to the card that says so`;
  testInfo.annotations.push({ type: 'cancelled within', description });
  await expect(endedJobs(page).first()).toContainText('Cancelled · not charged');
  await expect(balance(page)).toHaveText('16 credits');
  await generate(page, { ...forest, side: 256, seed: 2 });
  await expect(endedJobs(page).first()).toContainText('1 credit charged');
  await expect(balance(page)).toHaveText('15 credits');
});
