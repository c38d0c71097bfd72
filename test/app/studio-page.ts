import { expect, type Locator, type Page } from '@playwright/test';

export type ScreenName = 'Create' | 'Gallery' | 'Credits' | 'Plan' | 'Settings';

/** What a person changes in the form; what is left out stays as it is. */
export type Draft = {
  readonly prompt?: string;
  readonly count?: number;
  /** Pixels of each side of a square. */
  readonly side?: number;
  readonly seed?: number;
  readonly style?: string;
  readonly quality?: 'Basic' | 'Premium';
  readonly model?: string;
};

export async function show(page: Page, screen: ScreenName): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen })
    .click();
}

export async function fillDraft(page: Page, draft: Draft): Promise<void> {
  const { prompt, count, side, seed, style, quality, model } = draft;
  const fill = (name: string, value: string | number | undefined) =>
    value === undefined
      ? Promise.resolve()
      : page.getByRole('textbox', { name, exact: true }).fill(String(value));
  const choose = (group: string, name: string | undefined) =>
    name === undefined
      ? Promise.resolve()
      : page.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click();
  await fill('Prompt', prompt);
  await choose('Model', model);
  await choose('Quality', quality);
  await fill('Images', count);
  await fill('Width in pixels', side);
  await fill('Height in pixels', side);
  await choose('Style', style);
  await fill('Seed', seed);
}

export function generateButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Generate|Holding)/ });
}

/** Tally takes a press this soon after another, in milliseconds, for the rest of a double click. */
const doubleClick = 650;
const pressedAt = new WeakMap<Page, number>();

/** Waits until another press is one of its own. */
async function restAfterPress(page: Page): Promise<void> {
  const rest = (pressedAt.get(page) ?? 0) + doubleClick - performance.now();
  if (rest > 0) await page.waitForTimeout(rest);
}

/** Presses something that generates and waits until the batch is accepted. */
export async function pressGenerate(page: Page, press: () => Promise<void>): Promise<void> {
  await restAfterPress(page);
  await press();
  await expect(generateButton(page)).toHaveText(/^Generate/);
  pressedAt.set(page, performance.now());
}

/** Fills the form and clicks Generate. */
export async function generate(page: Page, draft: Draft): Promise<void> {
  await fillDraft(page, draft);
  await pressGenerate(page, () => generateButton(page).click());
}

export function receipt(page: Page): Locator {
  return page.getByRole('region', { name: 'Receipt' });
}

/** The balance in the header, as it reads: «14 credits 2 held». */
export function balance(page: Page): Locator {
  return page.getByTitle('Balance, lots and statement');
}

export function queue(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Queue' });
}

export function openJobs(page: Page): Locator {
  return page.getByRole('list', { name: 'Running and waiting' }).getByRole('listitem');
}

export function endedJobs(page: Page): Locator {
  return page.getByRole('list', { name: 'Ended' }).getByRole('listitem');
}

/** The button in the header, which names how many jobs are open. */
export function queueButton(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /^Queue/ });
}

/** Waits until nothing runs or waits. */
export async function allEnded(page: Page): Promise<void> {
  await expect(queueButton(page)).toHaveAccessibleName('Queue', { timeout: 60_000 });
}

export function pictures(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Pictures' }).getByRole('option');
}

/** Whether an image has been loaded and has pixels. */
export function isDrawn(image: Locator): Promise<boolean> {
  return image.evaluate((element) =>
    element instanceof HTMLImageElement ? element.complete && element.naturalWidth > 0 : false,
  );
}

/** Shows one part of the Credits screen. */
export async function showCredits(
  page: Page,
  part: 'Overview' | 'Statement' | 'What if' | 'Proof',
): Promise<void> {
  await show(page, 'Credits');
  await page.getByRole('tab', { name: part }).click();
}

/** Shows the statement; each entry is a list item that begins with its kind. */
export async function statementLines(page: Page): Promise<string[]> {
  await showCredits(page, 'Statement');
  const lines = page.getByRole('region', { name: 'Statement' }).getByRole('listitem');
  await lines.first().waitFor();
  return lines.allInnerTexts();
}

/** Replays the ledger by the button on the Credits screen. */
export async function expectSound(page: Page): Promise<void> {
  await showCredits(page, 'Proof');
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText(/^Sound: /)).toBeVisible();
}
