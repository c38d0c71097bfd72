import { expect, test } from './open-tally';
import { allEnded, balance, openJobs, pictures, pressGenerate } from './studio-page';
import { tabTo } from './tab-to';

test('the whole way by the keyboard alone', async ({ open, folder }) => {
  const { page } = await open(folder);
  const { keyboard } = page;
  const focused = page.locator(':focus');

  await tabTo(page, 'AI Studios');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'ChatNow' })).toBeChecked();
  await keyboard.press('ArrowLeft');
  await tabTo(page, 'Free');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Personal' })).toBeChecked();
  await keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Free' })).toBeChecked();
  await tabTo(page, 'Start with 16 credits');
  await keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeFocused();
  await keyboard.type('a white horse');
  await tabTo(page, 'Width in pixels');
  await keyboard.press('Control+A');
  await keyboard.type('256');
  await keyboard.press('Tab');
  await keyboard.press('Control+A');
  await keyboard.type('256');
  await tabTo(page, 'Watercolour');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Oil' })).toBeChecked();
  await pressGenerate(page, () => keyboard.press('Control+Enter'));
  await allEnded(page);
  await expect(balance(page)).toHaveText('15 credits');
  await tabTo(page, 'Generate 1');
  await pressGenerate(page, () => keyboard.press('Enter'));
  await expect(balance(page)).toContainText('14 credits');
  await allEnded(page);

  await keyboard.press('Control+4');
  await expect(pictures(page)).toHaveCount(2);
  await tabTo(page, 'a white horse');
  await keyboard.press('ArrowRight');
  await expect(pictures(page).nth(1)).toBeFocused();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Picture 2 of 2');
  await keyboard.press('ArrowLeft');
  await expect(dialog).toContainText('Picture 1 of 2');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(focused).toHaveAttribute('role', 'option');
  await keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await keyboard.press('Delete');
  await expect(pictures(page)).toHaveCount(1);

  await keyboard.press('Control+5');
  await tabTo(page, 'Overview');
  await keyboard.press('ArrowRight');
  await tabTo(page, 'Charge');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Why this credit?' })).toContainText(
    'Charged once for',
  );
  await keyboard.press('Escape');
  await keyboard.press('Control+7');
  await tabTo(page, 'As the system');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('Ctrl+1 to 7 go to the screens, Ctrl+K to the palette, ? to the shortcuts', async ({
  shared: { page },
}) => {
  const { keyboard } = page;
  for (const [key, name] of [
    ['2', 'Storyboard'],
    ['3', 'Chat'],
    ['4', 'Gallery'],
    ['5', 'Credits'],
    ['6', 'Plan'],
    ['7', 'Settings'],
    ['1', 'Create'],
  ] as const) {
    await keyboard.press(`Control+${key}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeAttached();
    await expect(page.locator('[aria-current=page]')).toHaveText(name);
  }
  await keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await keyboard.type('refunds');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Why there are no refunds' })).toBeVisible();
  await keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(list).toContainText('Generate');
  await keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('');
  await keyboard.type('why? q');
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('why? q');
  await expect(list).toBeHidden();
  await expect(openJobs(page)).toHaveCount(0);
});

test('a dialog keeps the focus and gives it back', async ({ shared: { page } }) => {
  const { keyboard } = page;
  await keyboard.press('Control+1');
  const opener = page.getByRole('button', { name: 'Search commands' });
  await opener.focus();
  await keyboard.press('Enter');
  for (let presses = 0; presses < 4; presses += 1) {
    await keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement?.closest('[role=dialog]') !== null,
    );
    expect(inside).toBe(true);
  }
  await keyboard.press('Escape');
  await expect(opener).toBeFocused();
});
