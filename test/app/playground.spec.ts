import type { Page } from '@playwright/test';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  fillDraft,
  generateButton,
  openJobs,
  pictures,
  pressGenerate,
  receipt,
  show,
} from './studio-page';
import { tabTo } from './tab-to';

test.describe.configure({ timeout: 180_000 });

function contender(page: Page, letter: string) {
  return page.getByRole('article', { name: `Contender ${letter}` });
}

test('one prompt for three contenders by the keyboard: one price, all or none, keep the best, reuse it', async ({
  opened,
}) => {
  const tally = await opened({ card: 'ChatNow', plan: 'Plus' });
  const { page } = tally;
  const { keyboard } = page;
  await page.getByRole('radio', { name: 'Image', exact: true }).focus();
  await keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Compare' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Which one is worth it?' })).toBeVisible();
  await fillDraft(page, { prompt: 'a red boat', side: 256, seed: 7 });
  await tabTo(page, 'Add another');
  // A tab from the seed goes round by the receipt and the header to the form again.
  await keyboard.press('Enter');
  const contenders = page.getByRole('list', { name: 'Contenders' }).getByRole('listitem');
  await expect(contenders).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Style of C' }).selectOption('Ink');
  await expect(receipt(page)).toContainText('3 images cost 18 credits.');
  // With a warning on it the receipt is folded.
  await receipt(page).getByRole('button', { name: 'Details' }).click();
  await expect(
    receipt(page).getByText(/^[ABC] (Studio|Swift|Grand), (basic|premium): 1 image/),
  ).toHaveCount(3);
  await expect(generateButton(page)).toContainText('Generate 3 · 18 credits');
  await pressGenerate(page, () => keyboard.press('Control+Enter'));
  await allEnded(page);
  await expect(balance(page)).toHaveText('582 credits');
  await expect(page.getByRole('article')).toHaveCount(3);
  for (const theme of themes) {
    for (const size of [
      { width: 900, height: 600 },
      { width: 1440, height: 900 },
    ]) {
      await dress(tally, theme, size);
      expect(await findingsOf(page), `${theme} ${size.width}`).toEqual([]);
      await page.screenshot({ path: test.info().outputPath(`${theme}-${size.width}.png`) });
    }
  }
  await contender(page, 'B').getByRole('button', { name: 'Keep B alone' }).focus();
  await keyboard.press('Enter');
  await expect(contender(page, 'B')).toContainText('Kept');
  await expect(contender(page, 'A')).toContainText('Not in the gallery');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('button', { name: 'Open picture 1 of 1' })).toHaveCount(3);
  await contender(page, 'C').getByRole('button', { name: 'Keep C alone' }).click();
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(1);
  await show(page, 'Create');
  await contender(page, 'C')
    .getByRole('button', { name: /^Use the settings of C/ })
    .click();
  await expect(page.getByRole('radio', { name: 'Image', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Ink' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  await expect(page.getByText(/^You already paid for exactly this on /)).toBeVisible();
});

test('a comparison that there is too little credit for makes nothing at all', async ({
  opened,
}) => {
  const { page } = await opened({ card: 'ChatNow', plan: 'Free' });
  await page.getByRole('radio', { name: 'Compare' }).click();
  await fillDraft(page, { prompt: 'a {red|blue|green|white} boat', side: 256 });
  for (const letter of ['A', 'B']) {
    await page.getByRole('combobox', { name: `Model of ${letter}` }).selectOption('Grand');
  }
  await page.getByRole('combobox', { name: 'Style of B' }).selectOption('Oil');
  await expect(generateButton(page)).toContainText('Generate 8 · 96 credits');
  await expect(page.getByText(/56 credits too few/)).toBeVisible();
  await expect(generateButton(page)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(openJobs(page)).toHaveCount(0);
  await expect(balance(page)).toHaveText('40 credits');
});
