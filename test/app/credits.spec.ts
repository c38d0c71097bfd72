import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { takeOwnership } from '../../src-main/shell/ownership';
import { startOutside } from '../helpers/outside-terminal';
import { dress, findingsOf, themes } from './dress';
import { expect, type Tally, test } from './open-tally';
import { balance, generateButton, show, showCredits } from './studio-page';
import { tabTo } from './tab-to';
import { freePlan } from './welcome';

const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
] as const;
const screenshots = join(import.meta.dirname, '../../artifacts/screenshots');

/** What a creator does in three months on ChatNow: one or two pictures every third day. */
function lifeOfMonths(): string {
  const lines: object[] = [
    { command: 'begin', card: 'chatnow', plan: 'plus', timeZone: 'Europe/Berlin' },
  ];
  for (let day = 0; day < 84; day += 3) {
    const model = day % 4 === 0 ? 'image-studio' : 'image-swift';
    const prompt = day % 2 === 0 ? 'a heron in the reeds' : 'a lighthouse at dusk';
    lines.push({
      command: 'generate',
      prompt,
      model,
      size: '256x256',
      count: 1 + (day % 2),
      seed: day,
    });
    lines.push({ command: 'clock', action: 'advance', to: '+3days' });
  }
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

let lived = '';

// Scripted once, by the terminal; each test looks at a copy of its own.
test.beforeAll(async () => {
  test.setTimeout(300_000);
  // Apart from the folder of any one test, which is emptied when that test begins.
  const folder = mkdtempSync(join(tmpdir(), 'tally-lived-'));
  lived = join(folder, 'lived');
  const script = join(folder, 'life.jsonl');
  writeFileSync(script, lifeOfMonths());
  const place = ['--data', lived, '--test-clock', '2026-08-14T09:00:00Z'];
  const { ended } = startOutside(['run', script, ...place], folder);
  expect(await ended).toMatchObject({ status: 0 });
  // Whoever served the script backs up and closes a moment later; only then is a copy a whole one.
  await expect.poll(() => isFree(lived), { timeout: 60_000 }).toBe(true);
});

/** Whether nobody has a data folder open. */
function isFree(folder: string): boolean {
  const ownership = takeOwnership(folder);
  if (ownership.kind === 'owned') ownership.release();
  return ownership.kind === 'owned';
}

test.afterAll(() => rmSync(dirname(lived), { recursive: true, force: true }));

/** Opens a copy of the months that were lived, at the Credits screen. */
async function openMonths(
  open: (folder: string) => Promise<Tally>,
  folder: string,
): Promise<Tally> {
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(lived, folder, { recursive: true });
  const tally = await open(folder);
  await show(tally.page, 'Credits');
  return tally;
}

function plot(page: Page, name: string | RegExp): Locator {
  return page.getByRole('slider', { name });
}

function why(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Why this credit?' });
}

test('the balance over time is read by keyboard, and leads to its entries and their pictures', async ({
  open,
  folder,
}) => {
  const { page } = await openMonths(open, folder);
  const { keyboard } = page;
  const line = plot(page, 'Balance over time');
  await expect(line).toHaveAttribute('aria-valuetext', /^6 Nov 2026, 11:00: \d+ credits available/);
  await tabTo(page, 'Balance over time');
  await keyboard.press('End');
  await expect(line).toHaveAttribute(
    'aria-valuetext',
    /about \d+ credits expected, from \d+ to \d+/,
  );
  await keyboard.press('Home');
  await expect(line).toHaveAttribute(
    'aria-valuetext',
    /^7 Oct 2026, \d\d:\d\d: \d+ credits available/,
  );
  const ticks: string[] = [];
  for (let stop = 0; stop < 80; stop += 1) {
    await keyboard.press('ArrowRight');
    ticks.push((await line.getAttribute('aria-valuetext')) ?? '');
  }
  expect(ticks.filter((text) => /600 came, \d+ lapsed/.test(text))).toHaveLength(1);
  await keyboard.press('Enter');
  const day = page.getByRole('dialog', { name: 'Balance on a day' });
  await expect(day).toContainText('at the end of that day');
  await day
    .getByRole('button', { name: /^Charge/ })
    .first()
    .click();
  await expect(why(page)).toContainText('Charged once for');
  await expect(why(page).getByRole('region', { name: 'Price' })).toContainText('1 picture × ');
  await why(page)
    .getByRole('button', { name: /^The picture of it/ })
    .click();
  const picture = page.getByRole('dialog', { name: /^Picture/ });
  await expect(picture).toContainText('SHA-256');
  await keyboard.press('Escape');
  await expect(picture).toBeHidden();
  await why(page).getByRole('button', { name: 'Back' }).click();
  await expect(day).toBeVisible();
  await keyboard.press('Escape');
  await expect(day).toBeHidden();
  await expect(line).toBeFocused();
});

test('plots follow the span, and say the same as tables', async ({ open, folder }) => {
  const { page } = await openMonths(open, folder);
  const bars = plot(page, 'Use by tool and model');
  await expect(bars).toHaveAttribute('aria-valuetext', /^6 Nov 2026, /);
  await page.getByRole('radio', { name: 'Year' }).click();
  await expect(bars).toHaveAttribute('aria-valuetext', /^2 to 6 Nov 2026, /);
  await expect(plot(page, 'Balance over time')).toBeVisible();
  for (const name of ['Balance over time', 'Use by tool and model']) {
    const figure = page.getByRole('region', { name, exact: true });
    await figure.getByRole('button', { name: 'Table' }).click();
    await expect(figure.getByRole('table').first()).toBeVisible();
    await expect(plot(page, name)).toBeHidden();
  }
  const table = page.getByRole('table', { name: 'Balance over time' });
  await expect(table.getByRole('row')).not.toHaveCount(0);
  await expect(table).toContainText('+600');
  await page.getByRole('radio', { name: 'This cycle' }).click();
  await expect(table).toContainText('expected');
});

test('a suggestion stands in the form, and nothing is made before Generate is pressed', async ({
  open,
  folder,
}) => {
  const { page } = await openMonths(open, folder);
  const before = await balance(page).innerText();
  await page.getByRole('button', { name: /^\d+ pictures with Grand$/ }).click();
  await expect(page.getByRole('radio', { name: /^Grand/ })).toBeChecked();
  await expect(generateButton(page)).toContainText(/^Generate \d+/);
  expect(await balance(page).innerText()).toBe(before);
});

test('a receipt of a charge is saved from its story', async ({ open, folder }) => {
  const { app, page } = await openMonths(open, folder);
  const file = join(folder, 'charge.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await showCredits(page, 'Statement');
  await page
    .getByRole('button', { name: /^Charge/ })
    .first()
    .click();
  await why(page).getByRole('button', { name: 'Save a receipt' }).click();
  await expect(page.getByText(/[Rr]eceipt saved to /).first()).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toBeTruthy();
});

test('What if answers while one slides, says at its row what is refused, and touches nothing', async ({
  open,
  folder,
}) => {
  const { page } = await openMonths(open, folder);
  const { keyboard } = page;
  await showCredits(page, 'Statement');
  const newest = page.getByRole('region', { name: 'Statement' }).getByRole('listitem').first();
  const before = await newest.innerText();
  await showCredits(page, 'What if');
  const totals = page.getByRole('region', { name: 'What it comes to' });
  await expect(totals).toContainText('Credit does not run out.');
  await tabTo(page, 'Pace in credits a week');
  await keyboard.press('End');
  await expect(totals).toContainText(/With the changes credit runs out|Difference/);
  await expect(totals.getByRole('columnheader', { name: 'Difference' })).toBeVisible();
  await page.getByRole('button', { name: 'Buy packs' }).click();
  const row = page.getByRole('group', { name: 'Buy packs' });
  await expect(row.getByRole('alert')).toContainText(
    'Packs are sold once the allowance is used up',
  );
  await expect(page.getByText('this is what came of it before')).toBeVisible();
  await page.getByRole('button', { name: 'Take out: Buy packs' }).click();
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await expect(page.getByText('the plan changes from Plus to Pro')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(totals).toContainText('Credit does not run out.');
  await expect(totals.getByRole('columnheader', { name: 'Difference' })).toBeHidden();
  await showCredits(page, 'Statement');
  await newest.waitFor();
  expect(await newest.innerText()).toBe(before);
});

test('a young ledger says what will be there, and leads to a first picture', async ({ opened }) => {
  const { page } = await opened(freePlan);
  await show(page, 'Credits');
  await expect(page.getByText('Your ledger is younger than a day.')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
  await page.getByRole('button', { name: 'Make a picture' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create' })).toBeAttached();
});

test('every part, light and dark, small and large, without a finding of axe', async ({
  open,
  folder,
}) => {
  test.setTimeout(240_000);
  mkdirSync(screenshots, { recursive: true });
  const tally = await openMonths(open, folder);
  const { page } = tally;
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      for (const size of sizes) {
        const file = `${name}-${theme}-${size.width}x${size.height}`;
        await dress(tally, theme, size);
        await page.screenshot({ path: join(screenshots, `${file}.png`) });
        findings.push(...(await findingsOf(page)).map((finding) => `${file}: ${finding}`));
      }
    }
  };
  await expect(plot(page, 'Balance over time')).toBeVisible();
  await look('credits-overview');
  await showCredits(page, 'Statement');
  await page
    .getByRole('button', { name: /^Charge/ })
    .first()
    .click();
  await expect(why(page).getByRole('img')).toBeVisible();
  await look('credits-why');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Balance on a day' }).click();
  await expect(page.getByRole('dialog')).toContainText('available');
  await look('credits-day');
  await page.keyboard.press('Escape');
  await showCredits(page, 'What if');
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await page.getByRole('button', { name: 'Buy packs' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Packs are sold' })).toBeVisible();
  await look('what-if-refused');
  await page.getByRole('button', { name: 'Take out: Buy packs' }).click();
  await expect(page.getByText('the plan changes from Plus to Pro')).toBeVisible();
  await look('what-if');
  expect(findings).toEqual([]);
});
