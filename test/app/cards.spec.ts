import { readFileSync, writeFileSync } from 'node:fs';
import chatNow from '../../resources/rate-cards/chatnow.json' with { type: 'json' };
import {
  beginWithMine,
  cardText,
  found,
  isOverflowing,
  known,
  mine,
  problems,
  selected,
  showCards,
  textOf,
} from './cards-page';
import { expect, type Tally, test } from './open-tally';
import {
  allEnded,
  balance,
  fillDraft,
  generate,
  openJobs,
  queue,
  queueButton,
  receipt,
  show,
} from './studio-page';
import { tabTo } from './tab-to';

const plus = { card: 'ChatNow', plan: 'Plus' } as const;

/** Answers the next question where to save with a file. */
async function saveTo({ app }: Tally, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
}

test('a text with problems tells each at its line, and goes there', async ({
  shared: { page },
}) => {
  await showCards(page);
  await page.getByRole('button', { name: 'Import a card…' }).click();
  await expect(cardText(page)).toBeFocused();
  const text = textOf(mine('2026-11-20'))
    .replace('"credits": 12,', '"credits": -12,')
    .replace('"perSeat": true', '"perSeat": "yes"');
  await cardText(page).fill(text);
  await expect(found(page).getByRole('status')).toHaveText('2 problems');
  const line = text.slice(0, text.indexOf('"yes"')).split('\n').length;
  const [price, seats] = [
    problems(page).getByRole('button').nth(0),
    problems(page).getByRole('button').nth(1),
  ];
  await expect(seats).toContainText(`Line ${line}`);
  await expect(seats).toContainText('plans.3.perSeat');
  await seats.click();
  await expect(cardText(page)).toBeFocused();
  expect(await selected(page)).toBe('"yes"');
  expect(await cardText(page).evaluate((field) => field.scrollTop)).toBeGreaterThan(1000);
  await price.click();
  expect(await selected(page)).toBe('-12');
  await expect(
    page.getByRole('button', { name: 'Import', exact: true }),
  ).toHaveAccessibleDescription(/Mend what is wrong first/);
  await page.keyboard.type('12');
  await expect(found(page).getByRole('status')).toHaveText('1 problem');
  await cardText(page).fill(JSON.stringify(mine('2026-11-20', -3)));
  await expect(problems(page).getByRole('button')).toContainText('Line 1column');
  await problems(page).getByRole('button').click();
  expect(await selected(page)).toBe('-3');
  expect(await cardText(page).evaluate((field) => field.scrollLeft)).toBeGreaterThan(1000);
  await cardText(page).fill('');
});

test('a card is imported from a file, or from one that is dropped', async ({ opened, folder }) => {
  const { page } = await opened(plus);
  const file = `${folder}-mine.json`;
  writeFileSync(file, textOf(mine('2026-11-10')));
  await showCards(page);
  await page.getByRole('button', { name: 'Import a card…' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(found(page)).toContainText('Prices go by «chatnow»; this card is kept');
  await page.getByRole('button', { name: 'Import and keep' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Mine' }).last()).toBeVisible();
  await expect(known(page)).toContainText('mine · imported');

  const text = textOf(mine('2026-11-12', 4));
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'newer.json', { type: 'application/json' }));
    return transfer;
  }, text);
  const screen = page.getByRole('main');
  await screen.locator('article').dispatchEvent('dragenter', { dataTransfer: dropped });
  await expect(page.getByText('Drop the card’s file to read it')).toBeVisible();
  await screen.locator('article').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('newer.json')).toBeVisible();
  await expect(found(page)).toContainText('Against 2026-11-10, the newest that is known');
  await expect(found(page).getByRole('listitem').filter({ hasText: 'Image · Swift' })).toHaveText(
    /before: 2 credits an image.*after: 4 credits an image/,
  );
  await page.getByRole('button', { name: 'Import and keep' }).click();
  await expect(known(page).getByRole('button', { name: /^2026-11-12/ })).toBeVisible();

  await page.getByRole('button', { name: 'Import a card…' }).click();
  await cardText(page).fill(textOf(mine('2026-11-12', 5)));
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toHaveAccessibleDescription(
    /cards can't be edited in place/,
  );
});

test('a newer version of the card in use changes future prices, and nothing that is held', async ({
  open,
  folder,
}) => {
  const { page } = await beginWithMine(open, folder);
  const { keyboard } = page;
  if (!(await queue(page).isVisible())) await queueButton(page).click();
  await queue(page).getByRole('button', { name: 'Pause' }).click();
  await generate(page, { prompt: 'a heron', model: 'Swift', side: 256 });
  await expect(openJobs(page)).toHaveCount(1);
  await expect(balance(page)).toHaveText('598 credits2 held');

  await keyboard.press('Control+k');
  await keyboard.type('Rate cards');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'New version' }).click();
  await page.getByRole('textbox', { name: 'Credits for Image · Swift' }).fill('9');
  await page.getByRole('button', { name: 'Check and save…' }).click();
  await expect(found(page)).toContainText('Against 2026-11-01, in use');
  await expect(found(page)).toContainText(
    'Live balances, held prices, running plans and history stay as they are.',
  );
  await expect(found(page).getByRole('listitem').filter({ hasText: 'Image · Swift' })).toHaveText(
    /before: 2 credits an image.*after: 9 credits an image/,
  );
  await page.getByRole('button', { name: 'Save · prices go by it at once' }).click();
  await expect(known(page).getByRole('button', { name: /^\S+, in use$/ })).not.toHaveText(
    /^2026-11-01/,
  );
  await expect(known(page).getByRole('button', { name: '2026-11-01, used before' })).toBeVisible();

  await show(page, 'Create');
  await fillDraft(page, { prompt: 'a heron', model: 'Swift', side: 256 });
  await expect(receipt(page)).toContainText('9 credits');
  await expect(balance(page)).toHaveText('598 credits2 held');
  await queue(page).getByRole('button', { name: 'Resume' }).click();
  await allEnded(page);
  await expect(balance(page)).toHaveText('598 credits');
});

test('a card of one’s own is made, saved and exported by the keyboard alone', async ({
  opened,
  folder,
}) => {
  const tally = await opened(plus);
  const { page } = tally;
  const { keyboard } = page;
  const file = `${folder}-own.json`;
  await saveTo(tally, file);
  await keyboard.press('Control+k');
  await keyboard.type('card of your own');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My ChatNow' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Prices' })).toBeVisible();

  await tabTo(page, 'Prices');
  await tabTo(page, 'Credits for Image · Swift');
  await keyboard.press('Control+A');
  await keyboard.type('4');
  await tabTo(page, 'What the provider asks for an image of Image · Swift');
  await keyboard.type('0.0125');
  const row = page.getByRole('row', { name: /^Swift/ }).first();
  await expect(row).toContainText('$0.0475');
  await expect(row).toContainText('79.16%');
  await keyboard.press('Control+A');
  await keyboard.type('0.0625');
  await expect(row).toContainText('−$0.0025');
  await expect(row).toContainText('loss, −4.17%');
  await tabTo(page, 'Remove Image · Swift');
  await keyboard.press('Enter');
  await expect(page.getByText('Removed from the card')).toBeVisible();
  await expect(page.getByText('Image with Swift, basic, has no price.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put back Image · Swift' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(row).toContainText('loss, −4.17%');

  await page.getByRole('tab', { name: 'Prices' }).focus();
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Plans' })).toBeFocused();
  await tabTo(page, 'Price of Plus, monthly');
  await keyboard.press('Control+A');
  await keyboard.type('14.5');
  await expect(page.getByRole('table', { name: 'What Plus leaves' })).toContainText('$14.50');

  await page.getByRole('tab', { name: 'Plans' }).focus();
  await keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Check and save…' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(found(page).getByRole('status')).toHaveText('A usable card');
  await tabTo(page, 'Save and keep');
  await keyboard.press('Enter');
  await expect(known(page)).toContainText('my-chatnow · imported');
  await tabTo(page, 'Export…');
  await keyboard.press('Enter');
  await expect(page.getByText(`Saved to ${file}`).first()).toBeVisible();
  const saved: typeof chatNow = JSON.parse(readFileSync(file, 'utf8'));
  expect(saved).toMatchObject({ id: 'my-chatnow', name: 'My ChatNow', figures: 'ours' });
  expect(saved.prices[0]).toMatchObject({ credits: 4, providerCost: 62_500 });
  expect(saved.plans[1]).toMatchObject({ id: 'plus', monthly: { priceCents: 1450 } });
  await expect(balance(page)).toHaveText('600 credits');
});

test('each field is checked where it stands, and the first problem can be gone to', async ({
  opened,
}) => {
  const { page } = await opened(plus);
  await showCards(page);
  await page.getByRole('button', { name: 'Make your own from it' }).click();
  const credits = page.getByRole('textbox', { name: 'Credits for Image · Studio, basic' });
  await credits.fill('-4');
  await expect(credits).toHaveAttribute('aria-invalid', 'true');
  await expect(credits).toHaveAccessibleDescription(
    'The number of credits must be at least 0; -4 is less.',
  );
  await page.getByRole('tab', { name: 'Card' }).click();
  const id = page.getByRole('textbox', { name: 'Id' });
  await id.fill('ai-studios');
  await expect(id).toHaveAccessibleDescription(/is known already; give yours another/);
  await id.fill('my-chatnow');
  await page.getByLabel('Prices go by it from').fill('2027-02-01');
  await expect(page.getByText('Version 2027-02-01.')).toBeVisible();
  const save = page.getByRole('button', { name: 'Check and save…' });
  await expect(save).toHaveAccessibleDescription('1 problem (the first under Prices)');
  await page.getByRole('button', { name: /^1 problem/ }).click();
  await expect(credits).toBeFocused();
  await credits.fill('4');
  await save.click();
  await expect(found(page)).toContainText('my-chatnow, version 2027-02-01, of 1 Feb 2027');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await expect(credits).toHaveValue('4');
});

test('changes are not thrown away unasked, and are there again after Tally was closed', async ({
  open,
  opened,
  folder,
}) => {
  const tally = await opened(plus);
  const { page } = tally;
  await showCards(page);
  await page.getByRole('button', { name: 'Make your own from it' }).click();
  await page.getByRole('textbox', { name: 'Credits for Image · Swift' }).fill('7');
  const question = page.getByRole('alertdialog');
  await page.keyboard.press('Control+1');
  await expect(question).toContainText('«My ChatNow» is not saved.');
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Credits for Image · Swift' })).toHaveValue('7');
  await page.keyboard.press('Control+Enter');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await expect(openJobs(page)).toHaveCount(0);
  await tally.quit();

  const again = await open(folder);
  await showCards(again.page);
  await again.page.getByRole('button', { name: 'Go on' }).click();
  const credits = again.page.getByRole('textbox', { name: 'Credits for Image · Swift' });
  await expect(credits).toHaveValue('7');
  await show(again.page, 'Create');
  await again.page.getByRole('button', { name: 'Throw away' }).click();
  await expect(again.page.getByRole('heading', { level: 1, name: 'Create' })).toBeAttached();
  await showCards(again.page);
  await expect(again.page.getByRole('button', { name: 'Go on' })).toHaveCount(0);
});

test('names that are long, turned over or look like markup break nothing', async ({ opened }) => {
  const { page } = await opened(plus);
  const names = ['W'.repeat(400), '\u202Eevil \u2067', '<img src=x onerror=alert(1)>'] as const;
  const hostile = {
    ...mine('2026-11-20'),
    name: names[0],
    models: chatNow.models.map((model, index) => ({ ...model, name: names[index % 3] })),
    tools: chatNow.tools.map((tool, index) => ({ ...tool, name: names[(index + 1) % 3] })),
    plans: chatNow.plans.map((plan, index) => ({ ...plan, name: names[index % 3] })),
  };
  await showCards(page);
  await page.getByRole('button', { name: 'Import a card…' }).click();
  await cardText(page).fill(textOf(hostile));
  await page.getByRole('button', { name: 'Import and keep' }).click();
  await expect(page.getByRole('heading', { level: 2, name: names[0] }).last()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Plans' })).toContainText(names[2]);
  expect(await isOverflowing(page.locator('main'))).toBe(false);
  expect(await isOverflowing(page.locator('main article').locator('..'))).toBe(false);
  await page.getByRole('button', { name: 'New version' }).click();
  for (const part of ['Prices', 'Plans', 'Units and packs', 'Tools and models']) {
    await page.getByRole('tab', { name: part }).click();
    expect(await isOverflowing(page.getByRole('tabpanel')), part).toBe(false);
  }
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
