import type { Page } from '@playwright/test';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  fillDraft,
  generate,
  generateButton,
  pictures,
  pressGenerate,
  show,
} from './studio-page';
import { tabTo } from './tab-to';

test.describe.configure({ timeout: 180_000 });

function prompt(page: Page) {
  return page.getByRole('textbox', { name: 'Prompt' });
}

function undo(page: Page) {
  return page.getByRole('button', { name: 'Undo' }).last();
}

test('A1 alternatives are counted and priced while one types, and each is charged', async ({
  opened,
}) => {
  const { page } = await opened({ card: 'AI Studios', plan: 'Free' });
  await fillDraft(page, { side: 256, count: 2 });
  await prompt(page).pressSequentially('a {red|blue} {boat|house}');
  await expect(page.getByText('4 prompts × 2 = 8 images · 8 credits')).toBeVisible();
  await expect(generateButton(page)).toContainText('Generate 8 · 8 credits');
  await page.getByText('4 prompts × 2 = 8 images · 8 credits').click();
  await expect(page.getByRole('list', { name: 'Prompts' }).getByRole('listitem')).toHaveText([
    'a red boat',
    'a red house',
    'a blue boat',
    'a blue house',
  ]);
  await fillDraft(page, { count: 1 });
  await pressGenerate(page, () => generateButton(page).click());
  await allEnded(page);
  await expect(balance(page)).toHaveText('12 credits');
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(4);
  await expect(pictures(page).first()).toHaveAccessibleName(/a blue house/);
});

test('templates have blanks, presets bring style, words and size; one’s own are saved and deleted', async ({
  opened,
}) => {
  const tally = await opened({ card: 'AI Studios', plan: 'Free' });
  const { page } = tally;
  await page.getByRole('combobox', { name: 'Template' }).selectOption('Subject in a place');
  await expect(prompt(page)).toHaveValue('A [subject] in [place]');
  await expect(generateButton(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('The blank «subject» is still empty').first()).toBeVisible();
  const blanks = page.getByRole('group', { name: 'Blanks of the prompt' });
  await blanks.getByRole('textbox', { name: 'subject' }).fill('red boat');
  await blanks.getByRole('textbox', { name: 'place' }).fill('{fog|snow}');
  await expect(page.getByText('2 prompts × 1 = 2 images · 2 credits')).toBeVisible();

  await page.getByRole('combobox', { name: 'Preset' }).selectOption('Game tile');
  await expect(page.getByRole('radio', { name: 'Pixel art' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Width in pixels' })).toHaveValue('512');
  await expect(prompt(page)).toHaveValue('A [subject] in [place], bright daylight');
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('Storybook');
  await expect(prompt(page)).toHaveValue(
    'A [subject] in [place], soft morning light, gentle colours',
  );
  await undo(page).click();
  await expect(page.getByRole('radio', { name: 'Pixel art' })).toBeChecked();

  await fillDraft(page, { style: 'Woodcut', side: 256 });
  await page.getByRole('button', { name: 'Save as preset…' }).click();
  await page.getByRole('textbox', { name: 'Name of the preset' }).fill('My stamps');
  await page.getByRole('textbox', { name: 'Words it adds to the prompt' }).fill('stormy sky');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('My stamps');
  await expect(prompt(page)).toHaveValue('A [subject] in [place], stormy sky');
  await page.getByRole('button', { name: 'Delete this preset' }).click();
  await expect(page.getByRole('option', { name: 'My stamps' })).toHaveCount(0);
  await undo(page).click();
  await expect(page.getByRole('option', { name: 'My stamps' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Save as template…' }).click();
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Stormy');
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue(/.+/);

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
  await pressGenerate(page, () => generateButton(page).click());
  await allEnded(page);
  await expect(balance(page)).toHaveText('14 credits');
  await show(page, 'Gallery');
  await expect(pictures(page).first()).toHaveAccessibleName(/A red boat in snow, stormy sky/);
});

test('former prompts come back by Alt and the arrows, and the unsent one outlives a restart', async ({
  open,
  opened,
  folder,
}) => {
  const first = await opened({ card: 'AI Studios', plan: 'Free' });
  await fillDraft(first.page, { side: 256 });
  await generate(first.page, { prompt: 'a {red|blue} boat' });
  await generate(first.page, { prompt: 'a green house' });
  await allEnded(first.page);
  const { keyboard } = first.page;
  await prompt(first.page).fill('not sent yet');
  await prompt(first.page).focus();
  await keyboard.press('Alt+ArrowUp');
  await expect(prompt(first.page)).toHaveValue('a green house');
  await keyboard.press('Alt+ArrowUp');
  await expect(prompt(first.page)).toHaveValue('a {red|blue} boat');
  await keyboard.press('Alt+ArrowUp');
  await expect(prompt(first.page)).toHaveValue('a {red|blue} boat');
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  await expect(prompt(first.page)).toHaveValue('not sent yet');
  await tabTo(first.page, 'Leave something out');
  await keyboard.press('Enter');
  await first.page.getByRole('textbox', { name: 'Leave out' }).fill('people');
  await first.page.getByRole('radiogroup', { name: 'Tool' }).getByText('Compare').click();
  await fillDraft(first.page, { seed: 4711 });
  await first.page.getByRole('textbox', { name: 'Seed' }).blur();
  await first.quit();

  const { page } = await open(folder);
  await expect(prompt(page)).toHaveValue('not sent yet');
  await expect(page.getByRole('radio', { name: 'Compare' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Leave out' })).toHaveValue('people');
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('4711');
  await expect(page.getByRole('textbox', { name: 'Width in pixels' })).toHaveValue('256');
});
