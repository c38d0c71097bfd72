import type { Page } from '@playwright/test';
import { expect, type Tally, test } from './open-tally';
import { allEnded, balance, generate, pictures, show } from './studio-page';
import { freePlan } from './welcome';

async function showProof(page: Page): Promise<void> {
  await show(page, 'Credits');
  await page.getByRole('tab', { name: 'Proof' }).click();
}

/** The page of the window that Tally opens in place of the one it closes. */
async function nextPage({ app }: Tally, close: () => Promise<void>): Promise<Page> {
  const isIndex = (page: Page) => page.url().startsWith('tally://app/index.html');
  const [page] = await Promise.all([app.waitForEvent('window', isIndex), close()]);
  await page.locator('main').first().waitFor();
  return page;
}

test('whether the ledger is signed is said, and why not', async ({ opened }) => {
  const { page } = await opened(freePlan);
  await showProof(page);
  // Which of them depends on the computer: most of those that only run tests keep no keys.
  await expect(
    page.getByText(
      /^(The ledger is signed with this computer’s own key\.|The ledger is not signed\. This computer.*so heads and receipts are not signed\.)$/,
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText('Sound: 1 entry and 0 files agree.')).toBeVisible();
});

test('a backup is restored from the window, and nothing delivered since is free', async ({
  opened,
}) => {
  const tally = await opened(freePlan);
  await showProof(tally.page);
  await tally.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(tally.page.getByText('Restore…')).toHaveCount(1);
  await show(tally.page, 'Create');
  await generate(tally.page, { prompt: 'a red boat', side: 256, quality: 'Basic', count: 2 });
  await allEnded(tally.page);
  await expect(balance(tally.page)).toHaveText('14 credits');
  await showProof(tally.page);
  const page = await nextPage(tally, async () => {
    await tally.page.getByText('Restore…').click();
    await tally.page.getByRole('button', { name: 'Restore it' }).click();
  });
  await expect(page.getByText('An older backup came back').first()).toBeVisible();
  await expect(balance(page)).toHaveText('14 credits');
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(2);
  await showProof(page);
  await expect(
    page.getByText('Made since then and charged again: 2 files, 2 credits.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText('Sound: 5 entries and 2 files agree.')).toBeVisible();
});
