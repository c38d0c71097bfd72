import type { Page } from '@playwright/test';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  fillDraft,
  generate,
  generateButton,
  pressGenerate,
  receipt,
} from './studio-page';
import { tabTo } from './tab-to';

/** What the receipt warns of, by the card's words. */
function warning(page: Page, words: string | RegExp) {
  return receipt(page)
    .getByRole('list', { name: 'Before you press' })
    .getByRole('listitem')
    .filter({ hasText: words });
}

/** The newest of them. */
function undo(page: Page) {
  return page.getByRole('button', { name: 'Undo' }).last();
}

function tool(page: Page, name: string) {
  return page.getByRole('radiogroup', { name: 'Tool' }).getByRole('radio', { name });
}

test.describe.configure({ timeout: 180_000 });

test('B12 warns in all four situations with the cost and a cheaper way, and blocks nothing', async ({
  opened,
}) => {
  const tally = await opened({ card: 'ChatNow', plan: 'Plus' });
  const { page } = tally;

  await test.step('several variations at once', async () => {
    await fillDraft(page, { prompt: 'a red boat', model: 'Studio', quality: 'Basic', count: 4 });
    const several = warning(page, 'each one is charged');
    await expect(several).toContainText('4 images cost 16 credits.');
    await several.getByRole('button', { name: 'Make one first · 4 credits' }).click();
    await expect(generateButton(page)).toContainText('Generate 1 · 4 credits');
    await expect(several).toBeHidden();
    await undo(page).click();
    await expect(generateButton(page)).toContainText('Generate 4 · 16 credits');
    await fillDraft(page, { count: 1, side: 256 });
  });

  await test.step('the same prompt again and again, and an earlier result', async () => {
    for (const seed of [1, 2]) await generate(page, { seed });
    await expect(receipt(page)).toContainText('3rd try of this prompt: 8 credits so far.');
    await generate(page, { seed: 3 });
    await allEnded(page);
    await expect(balance(page)).toHaveText('588 credits');
    const retried = warning(page, 'every try is charged');
    await expect(retried).toContainText(
      '3 tries cost 12 credits so far; this one costs 4 credits.',
    );
    await retried.getByRole('button', { name: /Open the earlier result/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Seed');
    await page.keyboard.press('Escape');
  });

  await test.step('a switch of model', async () => {
    await fillDraft(page, { prompt: 'a blue boat', model: 'Grand' });
    const switched = warning(page, 'switching models');
    await expect(switched).toContainText('With Grand this costs 12 credits.');
    await switched.getByRole('button', { name: 'Stay with Studio · 6 credits' }).click();
    await expect(generateButton(page)).toContainText('6 credits');
    await expect(switched).toBeHidden();
  });

  await test.step('video', async () => {
    await tool(page, 'Video').click();
    const film = warning(page, 'charged by the second');
    await expect(film).toContainText('This clip of 5 s costs 90 credits.');
    await film.getByRole('button', { name: 'Use basic quality · 70 credits' }).click();
    await expect(generateButton(page)).toContainText('70 credits');
    await film.getByRole('button', { name: 'Use Swift Motion, basic · 38 credits' }).click();
    await film.getByRole('button', { name: 'Try it as a picture first · 4 credits' }).click();
    await expect(page.getByRole('radio', { name: 'Image', exact: true })).toBeChecked();
    await undo(page).click();
    await expect(film).toContainText('This clip of 5 s costs 38 credits.');
    await tool(page, 'Image').click();
  });

  await test.step('nothing is blocked', async () => {
    await fillDraft(page, { prompt: 'a red boat', model: 'Swift', count: 2 });
    await expect(receipt(page).getByRole('list', { name: 'Before you press' })).toBeVisible();
    await pressGenerate(page, () => page.keyboard.press('Control+Enter'));
    await allEnded(page);
    await expect(balance(page)).toHaveText('584 credits');
  });

  await test.step('B11 the model of best balance, with its reason', async () => {
    await fillDraft(page, { prompt: 'a green boat', model: 'Grand' });
    await expect(receipt(page)).toContainText(
      'Best value: Studio, 4 of 5 merit for 6 credits an image.',
    );
    await receipt(page).getByRole('button', { name: 'Use Studio, premium' }).click();
    await expect(page.getByRole('radio', { name: /^Studio/ })).toBeChecked();
    // With a warning on it the receipt is folded.
    await receipt(page).getByRole('button', { name: 'Details' }).click();
    await expect(receipt(page)).toContainText('It is chosen.');
  });

  await test.step('exactly what was paid for already', async () => {
    await fillDraft(page, {
      prompt: 'a red boat',
      model: 'Studio',
      quality: 'Basic',
      count: 1,
      seed: 2,
    });
    await expect(page.getByText(/^You already paid for exactly this on /)).toBeVisible();
    await page.getByRole('button', { name: 'Open it · no credits' }).click();
    await expect(page.getByRole('dialog')).toContainText('a red boat');
    await page.keyboard.press('Escape');
    await fillDraft(page, { seed: 77 });
    await expect(page.getByText(/^You already paid for exactly this on /)).toBeHidden();
    await expect(balance(page)).toHaveText('584 credits');
  });

  await test.step('no finding of axe, light and dark', async () => {
    await fillDraft(page, { count: 5, seed: 2 });
    await expect(page.getByText(/already made and paid for/)).toBeVisible();
    await page.getByRole('button', { name: 'Set a budget' }).click();
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
  });
});

test('the price slider rearranges the form by the keyboard, says each change, and is put back', async ({
  opened,
}) => {
  const { page } = await opened({ card: 'ChatNow', plan: 'Plus' });
  await fillDraft(page, { prompt: 'a red boat', model: 'Grand', count: 4, side: 1024 });
  await expect(generateButton(page)).toContainText('Generate 4 · 48 credits');
  await tabTo(page, 'Set a budget');
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider', { name: 'Spend at most' });
  await expect(slider).toHaveValue('48');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(generateButton(page)).toContainText('Generate 4 · 24 credits');
  const changes = page.getByRole('list', { name: 'What the slider changes' });
  await expect(changes).toHaveText('Model: Grand → Studio');
  await page.keyboard.press('Home');
  await expect(changes).toContainText('Number: 4 → 1');
  await expect(changes).toContainText('Model: Grand → Swift');
  await expect(generateButton(page)).toContainText('Generate 1 · 2 credits');
  await page.keyboard.press('End');
  await expect(changes).toHaveText('Number: 4 → 50');
  await expect(generateButton(page)).toContainText('Generate 50 · 600 credits');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(generateButton(page)).toContainText('Generate 4 · 48 credits');
  await expect(slider).toHaveValue('48');
});
