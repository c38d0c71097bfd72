import { appendFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { libraryFiles } from './data-folder';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  endedJobs,
  generate,
  isDrawn,
  openJobs,
  pictures,
  show,
  showCredits,
} from './studio-page';
import { freePlan } from './welcome';

const quick = { side: 256, quality: 'Basic', style: 'Flat poster', prompt: 'a red boat' } as const;

test('a deleted picture comes back by Undo and its charge stays', async ({ opened }) => {
  const { page } = await opened(freePlan);
  await generate(page, { ...quick, count: 2 });
  await allEnded(page);
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page).first().focus();
  await page.keyboard.press('Delete');
  await expect(pictures(page)).toHaveCount(1);
  await expect(page.getByText('1 picture deleted.').first()).toBeVisible();
  await expect(balance(page)).toHaveText('14 credits');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page)
    .first()
    .click({ modifiers: ['Control'] });
  await pictures(page)
    .nth(1)
    .click({ modifiers: ['Control'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No pictures yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pictures(page)).toHaveCount(2);
});

test('an altered and a missing file are shown as such', async ({ opened, open, folder }) => {
  const first = await opened(freePlan);
  await generate(first.page, { ...quick, count: 2 });
  await allEnded(first.page);
  await first.quit();
  const [altered, missing] = libraryFiles(folder);
  if (altered === undefined || missing === undefined) throw new Error('two files were expected');
  appendFileSync(altered, 'x');
  rmSync(missing);
  const { page } = await open(folder);
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(2);
  await expect(pictures(page).filter({ hasText: 'The file is missing' })).toHaveCount(1);
  const alerts: string[] = [];
  await pictures(page).first().click();
  for (const _ of [1, 2]) {
    alerts.push(await page.getByRole('dialog').getByRole('alert').innerText());
    await page.keyboard.press('ArrowRight');
  }
  expect(alerts.toSorted()).toEqual([
    expect.stringContaining('is missing from the library'),
    expect.stringContaining('was changed outside Tally'),
  ]);
  await page.keyboard.press('Escape');
  await showCredits(page, 'Proof');
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText(/^Broken at /)).toBeVisible();
});

test('while the library’s disk is away jobs wait, and go on when it is back', async ({
  opened,
  folder,
}) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  symlinkSync(disk, join(folder, 'library'));
  const { page } = await opened(freePlan);
  await generate(page, quick);
  await allEnded(page);
  rmSync(disk, { recursive: true });
  await generate(page, { ...quick, count: 2 });
  await expect(
    page.getByText(/Nothing can be saved in .*nothing was charged\./).first(),
  ).toBeVisible();
  await expect(openJobs(page)).toHaveCount(2);
  for (const card of await openJobs(page).all())
    await expect(card).toContainText("can't be written");
  await expect(balance(page)).toHaveText('13 credits2 held');
  mkdirSync(disk);
  await allEnded(page);
  await expect(balance(page)).toHaveText('13 credits');
  await expect(endedJobs(page)).toHaveCount(3);
  await show(page, 'Gallery');
  await expect.poll(() => isDrawn(pictures(page).first().locator('img'))).toBe(true);
});

test('a library folder that was removed is made again', async ({ opened, folder }) => {
  const { page } = await opened(freePlan);
  await generate(page, quick);
  await allEnded(page);
  rmSync(join(folder, 'library'), { recursive: true });
  await generate(page, { ...quick, prompt: 'a blue boat' });
  await allEnded(page);
  await expect(balance(page)).toHaveText('14 credits');
  expect(libraryFiles(folder)).toHaveLength(1);
  await show(page, 'Gallery');
  await pictures(page).first().click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeHidden();
  await page.keyboard.press('Escape');
  await pictures(page).nth(1).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('missing');
});
