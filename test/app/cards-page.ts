import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import chatNow from '../../resources/rate-cards/chatnow.json' with { type: 'json' };
import type { Tally } from './open-tally';
import { balance, show } from './studio-page';

/** A card of one's own, whose Swift pictures cost so many credits. */
export function mine(version: string, credits = 2): object {
  const prices = chatNow.prices.map((price, index) =>
    index === 0 ? { ...price, credits } : price,
  );
  return { ...chatNow, id: 'mine', name: 'Mine', version, prices };
}

export const textOf = (card: object) => JSON.stringify(card, null, 2);

export async function showCards(page: Page): Promise<void> {
  await show(page, 'Settings');
  await page.getByRole('button', { name: 'Rate cards' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rate cards' })).toBeVisible();
}

export const cardText = (page: Page) => page.getByRole('textbox', { name: 'Text of the card' });
export const found = (page: Page) => page.getByRole('region', { name: 'What was found' });
export const problems = (page: Page) => page.getByRole('list', { name: 'Problems' });
export const known = (page: Page) => page.getByRole('navigation', { name: 'Known cards' });

/** What is selected in the text of a card. */
export function selected(page: Page): Promise<string> {
  return cardText(page).evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return '';
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
}

/** Begins a workspace with a card that lies in the data folder. */
export async function beginWithMine(
  open: (folder: string) => Promise<Tally>,
  folder: string,
): Promise<Tally> {
  mkdirSync(join(folder, 'rate-cards'), { recursive: true });
  writeFileSync(join(folder, 'rate-cards', 'mine.json'), textOf(mine('2026-11-01')));
  const tally = await open(folder);
  await tally.page.getByRole('radio', { name: 'Mine', exact: true }).click();
  await tally.page.getByRole('radio', { name: 'Plus', exact: true }).click();
  await tally.page.getByRole('button', { name: /^Start with/ }).click();
  await expect(balance(tally.page)).toHaveText('600 credits');
  return tally;
}

/** Whether something is wider than the place it has. */
export function isOverflowing(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element.scrollWidth > element.clientWidth);
}
