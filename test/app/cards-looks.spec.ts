import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chatNow from '../../resources/rate-cards/chatnow.json' with { type: 'json' };
import {
  beginWithMine,
  cardText,
  found,
  isOverflowing,
  mine,
  problems,
  showCards,
  textOf,
} from './cards-page';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import { show } from './studio-page';

const screenshots = join(import.meta.dirname, '../../artifacts/screenshots');

test('list, editor and problems, light and dark, small and large, without a finding of axe', async ({
  open,
  folder,
}) => {
  test.setTimeout(300_000);
  mkdirSync(screenshots, { recursive: true });
  const tally = await beginWithMine(open, folder);
  const { page } = tally;
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      for (const size of [
        { width: 900, height: 600 },
        { width: 1440, height: 900 },
      ]) {
        const file = `cards-${name}-${theme}-${size.width}x${size.height}`;
        await dress(tally, theme, size);
        await page.screenshot({ path: join(screenshots, `${file}.png`) });
        findings.push(...(await findingsOf(page)).map((finding) => `${file}: ${finding}`));
        expect(await isOverflowing(page.locator('main')), `${file} overflows`).toBe(false);
      }
    }
  };
  await showCards(page);
  await look('list');
  await page.getByRole('button', { name: 'Import a card…' }).click();
  await look('import');
  const policies = { ...chatNow.policies, renewal: undefined };
  const wrong = { ...mine('2026-11-20', -2), policies, colour: 'green' };
  await cardText(page).fill(textOf(wrong));
  await expect(problems(page).getByRole('button')).toHaveCount(3);
  await problems(page).getByRole('button').first().click();
  await look('problems');
  await page.getByRole('button', { name: 'Rate cards' }).click();
  await page.getByRole('button', { name: 'New version' }).click();
  const costs = page.getByRole('textbox', { name: /^What the provider asks/ });
  for (const [index, cost] of [
    '0.02',
    '0.03',
    '0.05',
    '0.4',
    '0.021',
    '',
    '',
    '',
    '0.1',
  ].entries()) {
    await costs.nth(index).fill(cost);
  }
  await look('editor');
  await page.getByRole('button', { name: 'Remove Image · Grand' }).click();
  await page.getByRole('textbox', { name: 'Credits for Edit · Swift' }).fill('a few');
  await page.getByRole('button', { name: 'Add a price for Edit' }).click();
  await look('editor-problems');
  await page.getByRole('button', { name: 'Put back Image · Grand' }).click();
  await page.getByRole('button', { name: 'Remove Edit' }).last().click();
  await page.getByRole('textbox', { name: 'Credits for Edit · Swift' }).fill('4');
  for (const part of ['Card', 'Plans', 'Units and packs', 'Tools and models', 'Words']) {
    await page.getByRole('tab', { name: part }).click();
    await look(`editor-${part.toLowerCase().replaceAll(' ', '-')}`);
  }
  await show(page, 'Create');
  await look('leave');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Check and save…' }).click();
  await expect(found(page).getByRole('status')).toHaveText('A usable card');
  await look('save');
  await page.getByRole('button', { name: /^Save · / }).click();
  await expect(page.getByRole('table', { name: 'What the plans leave' })).toBeVisible();
  await look('margins');
  expect(findings).toEqual([]);
});
