import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { startOutside } from '../helpers/outside-terminal';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import { allEnded, balance, fillDraft, generate, generateButton, show } from './studio-page';
import { tabTo } from './tab-to';
import { begin } from './welcome';

const personal = { card: 'AI Studios', plan: 'Personal', billed: 'Monthly' } as const;
const team = { card: 'AI Studios', plan: 'Team', billed: 'Monthly' } as const;

async function showPart(page: Page, name: string): Promise<void> {
  await show(page, 'Plan');
  await page.getByRole('tab', { name }).click();
}

/** The slip of an order, which is a dialog with the till paper inside. */
function slip(page: Page): Locator {
  return page.getByRole('dialog');
}

async function orders(page: Page): Promise<string[]> {
  await showPart(page, 'Orders');
  const list = page.getByRole('list', { name: 'Orders' }).getByRole('listitem');
  await list.first().waitFor();
  return list.allInnerTexts();
}

/** Moves a test workspace's clock, as a script at the terminal would. */
async function advance(folder: string, to: string): Promise<void> {
  const { ended } = startOutside(['clock', 'advance', to, '--data', folder], folder);
  expect(await ended).toMatchObject({ status: 0 });
}

test('A10, A14 units are bought by the keyboard alone, on a slip that says all before', async ({
  opened,
}) => {
  const { page } = await opened(personal);
  const { keyboard } = page;
  await keyboard.press('Control+6');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible();
  await tabTo(page, 'Plans');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Units and packs' })).toBeFocused();
  await tabTo(page, 'Buy… Personal add-on unit');
  await keyboard.press('Enter');
  await expect(slip(page)).toContainText('Billed now$10');
  await tabTo(page, 'Units');
  await keyboard.press('ArrowUp');
  await expect(slip(page)).toContainText('Billed now$20');
  await expect(slip(page)).toContainText('Credits at once+120');
  await expect(slip(page)).toContainText(/renews by itself on \d+ \w+ \d{4} for \$20/);
  await expect(slip(page)).toContainText('Units can’t be refunded');
  await expect(slip(page)).toContainText('Tally takes no card payments');
  await tabTo(page, 'Buy 2 units · $20');
  await keyboard.press('Enter');
  await expect(slip(page)).toBeHidden();
  await expect(page.getByText('Bought 2 × Personal add-on unit').first()).toBeVisible();
  await expect(balance(page)).toHaveText('180 credits');
  await expect(page.getByRole('button', { name: 'Buy… Personal add-on unit' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Your units' })).toContainText('They renew on');
});

test('a double click on the button of a slip is one order', async ({ opened }) => {
  const { page } = await opened(personal);
  await showPart(page, 'Units and packs');
  await page.getByRole('button', { name: 'Buy… Personal add-on unit' }).click();
  await page.getByRole('button', { name: 'Buy 1 unit · $10' }).dblclick();
  await expect(slip(page)).toBeHidden();
  await expect(balance(page)).toHaveText('120 credits');
  expect(await orders(page)).toHaveLength(2);
});

for (const count of ['0', '-3', '2.5', '100000']) {
  test(`${count} units are refused at their field`, async ({ shared: { page } }) => {
    await showPart(page, 'Units and packs');
    await page.getByRole('button', { name: 'Buy… Personal add-on unit' }).click();
    const field = slip(page).getByRole('textbox', { name: 'Units' });
    await field.fill(count);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/must be whole, from 1 to 1,000/);
    const button = slip(page).getByRole('button', { name: 'Nothing to order yet' });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/must be whole/);
    await field.fill('1');
    await expect(slip(page).getByRole('button', { name: 'Buy 1 unit · $10' })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(balance(page)).toHaveText('720 credits');
  });
}

test('A12, A13 what ends, ends with its cycle, and can be taken back until then', async ({
  opened,
}) => {
  const { page } = await opened(personal);
  await showPart(page, 'Units and packs');
  await page.getByRole('button', { name: 'Buy… Personal add-on unit' }).click();
  await page.getByRole('button', { name: 'Buy 1 unit · $10' }).click();
  await expect(slip(page)).toBeHidden();
  await page.getByRole('button', { name: 'Cancel… Personal add-on unit' }).click();
  await page.getByRole('button', { name: /^Cancel 1 unit/ }).click();
  await expect(page.getByRole('list', { name: 'Your units' })).toContainText('1 unit cancelled');
  await expect(slip(page)).toBeHidden();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByRole('list', { name: 'Your units' })).toContainText('It renews on');

  await page.getByRole('button', { name: 'End plan…' }).click();
  await expect(slip(page)).toContainText(/credit that is left on that day lapses/);
  await expect(slip(page)).toContainText(/Plan credit · lapses .* unless used60/);
  await page.getByRole('button', { name: /^End the plan on / }).click();
  await expect(page.getByText(/^Ends on/)).toBeVisible();
  await expect(slip(page)).toBeHidden();
  await page.getByRole('button', { name: 'Keep the plan' }).first().click();
  await expect(page.getByText(/^Ends on/)).toBeHidden();
  await expect(balance(page)).toHaveText('120 credits');
});

test('A14 what renews within a week is said on every screen, until it is put away', async ({
  open,
  folder,
}) => {
  const { page } = await open(folder, { args: ['--test-clock', '2026-01-31T10:00:00Z'] });
  await begin(page, personal);
  await showPart(page, 'Units and packs');
  await page.getByRole('button', { name: 'Buy… Personal add-on unit' }).click();
  await page.getByRole('button', { name: 'Buy 1 unit · $10' }).click();
  await expect(slip(page)).toBeHidden();
  await show(page, 'Create');
  await expect(page.getByText(/renews by itself/)).toBeHidden();
  await advance(folder, '2026-02-25T00:00:00Z');
  await expect(page.getByText(/^Your plan renews by itself on 28 Feb 2026/)).toBeVisible();
  await page.getByRole('button', { name: '1 more' }).click();
  const soon = page.getByRole('list', { name: 'Renews soon' });
  await expect(soon).toContainText('unit renews by itself on 28 Feb 2026 for $10');
  await show(page, 'Create');
  await page.getByRole('button', { name: 'Put away' }).click();
  await expect(page.getByText(/^Your plan renews by itself/)).toBeHidden();
});

test('B5 too little credit offers a pack, once the allowance is used up, on the spot', async ({
  opened,
}) => {
  const { page } = await opened({ card: 'ChatNow', plan: 'Free' });
  await showPart(page, 'Units and packs');
  await expect(page.getByRole('list', { name: 'Packs on sale' })).toContainText(
    '40 of it are left, and the cheapest picture or second costs 2',
  );
  await show(page, 'Create');
  await generate(page, { prompt: 'a fox', model: 'Swift', side: 256, count: 20 });
  await allEnded(page);
  await expect(balance(page)).toHaveText('0 credits');
  await page.getByRole('button', { name: 'Buy Small pack… · 200 credits for $5' }).click();
  await expect(slip(page)).toContainText('A pack is bought once and does not renew');
  await page.getByRole('button', { name: 'Buy the pack · $5' }).click();
  await expect(slip(page)).toBeHidden();
  await expect(balance(page)).toHaveText('200 credits');
  await expect(generateButton(page)).toBeEnabled();
});

test('after its plan has ended a workspace says so everywhere, and can start another', async ({
  open,
  folder,
}) => {
  const tally = await open(folder, { args: ['--test-clock', '2026-01-31T10:00:00Z'] });
  const { page } = tally;
  await page.getByRole('radio', { name: 'Enterprise', exact: true }).click();
  const seats = page.getByRole('textbox', { name: 'Seats' });
  await seats.fill('0');
  await expect(seats).toHaveAccessibleDescription(/from 1 to 500; 0 is not/);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  await seats.fill('2');
  await page.getByRole('textbox', { name: 'Credits for each seat' }).fill('500');
  await page.getByRole('textbox', { name: /^Price of a seat/ }).fill('49.50');
  await page.getByRole('button', { name: 'Start with 1,000 credits' }).click();
  await expect(balance(page)).toHaveText('500 credits');
  await expect(page.getByText(/^Test workspace: its clock stands at 31 Jan 2026/)).toBeVisible();

  await show(page, 'Plan');
  await advance(folder, '2026-02-10T00:00:00Z');
  await expect(page.getByText(/its clock stands at 10 Feb 2026/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Billing cycle: 19 days of 28 left' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your plan' })).toContainText(
    'Next bill28 Feb 2026$99',
  );
  await page.getByRole('button', { name: 'End plan…' }).click();
  await page
    .getByRole('button', { name: 'End the plan on 28 Feb 2026 · nothing billed now' })
    .click();
  await expect(slip(page)).toBeHidden();
  await advance(folder, '2026-03-05T00:00:00Z');
  await expect(page.getByRole('heading', { name: 'No plan is running' })).toBeVisible();
  await expect(page.getByText(/its clock stands at 5 Mar 2026/)).toBeVisible();

  await show(page, 'Create');
  await fillDraft(page, { prompt: 'a fox', count: 2 });
  await expect(page.getByRole('alert')).toContainText('2 credits too few. No plan is running');
  await expect(generateButton(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Start a plan' }).click();
  await page.getByRole('button', { name: 'Choose… Personal, monthly' }).click();
  await page.getByRole('button', { name: 'Start · price not on the card' }).click();
  await expect(balance(page)).toHaveText('60 credits');

  await page.getByRole('tab', { name: 'Invoices' }).click();
  const cycles = page.getByRole('list', { name: 'Billing cycles' }).getByRole('listitem');
  await expect(cycles).toHaveCount(3);
  await expect(cycles.nth(1)).toContainText('nothing was billed');
  const first = cycles.last();
  await expect(first).toContainText('Enterprise plan, 2 seats');
  await expect(first).toContainText('Billed$99');
  for (const sum of ['Granted+ 1,000', 'Charged− 0', 'Lapsed− 1,000', 'At the end0 credits']) {
    await expect(first).toContainText(sum);
  }
});

test('invoices are saved to a file that was asked for', async ({ opened, folder }) => {
  const { app, page } = await opened(personal);
  const file = `${folder}-invoices.csv`;
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await showPart(page, 'Invoices');
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await expect(page.getByText(`1 line saved to ${file}`).first()).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('Personal');
  await page.getByLabel('From', { exact: true }).fill('2030-01-01');
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await expect(page.getByRole('alert')).toContainText('No days lie between 2030-01-01');
});

test('every part of the plan and its slips, light and dark, without a finding of axe', async ({
  opened,
}) => {
  test.setTimeout(240_000);
  const tally = await opened(team);
  const { page } = tally;
  await showPart(page, 'Seats');
  for (const name of ['Ann', 'محمد']) {
    await page.getByRole('button', { name: 'Add a seat…' }).click();
    await page.keyboard.type(name);
    await page.getByRole('button', { name: 'Add the seat · price not on the card' }).click();
    await expect(slip(page)).toBeHidden();
  }
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      for (const size of [
        { width: 900, height: 600 },
        { width: 1440, height: 900 },
      ]) {
        await dress(tally, theme, size);
        const found = await findingsOf(page);
        findings.push(...found.map((finding) => `${name} ${theme} ${size.width}: ${finding}`));
      }
    }
  };
  for (const part of ['Plans', 'Seats', 'Units and packs', 'Invoices', 'Orders']) {
    await showPart(page, part);
    await look(part);
  }
  await showPart(page, 'Plans');
  for (const [opener, ready] of [
    ['Choose… Enterprise, monthly', /^Change on /],
    ['Choose… Free, monthly', /^Change on /],
    ['End plan…', /^End the plan on /],
  ] as const) {
    await page.getByRole('button', { name: opener }).click();
    await expect(slip(page).getByRole('button', { name: ready })).toBeEnabled();
    await look(opener);
    await page.keyboard.press('Escape');
  }
  expect(findings).toEqual([]);
});
