import { expect, type Locator, type Page } from '@playwright/test';

/** Goes to the screen and, should a board be open, back to the list of them. */
export async function showStoryboards(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Storyboard' })
    .click();
  await expect(page.getByRole('heading', { name: 'Storyboard', level: 1 })).toBeAttached();
  const back = page.getByRole('button', { name: 'All storyboards' });
  if (await back.isVisible()) await back.click();
}

/** Makes a board of a topic with so many of its scenes. */
export async function beginBoard(page: Page, topic: string, count: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Topic' }).fill(topic);
  await page.getByRole('button', { name: 'Make scenes' }).click();
  await expect(scenes(page)).toHaveCount(6);
  for (let left = 6; left > count; left -= 1) {
    await page.getByRole('button', { name: `Delete scene ${left}` }).click();
  }
  await expect(scenes(page)).toHaveCount(count);
}

export function scenes(page: Page): Locator {
  return page.getByRole('region', { name: 'Scenes' }).getByRole('listitem', { name: /^Scene / });
}

/** The captions as they stand, in the order of the scenes. */
export function captions(page: Page): Promise<string[]> {
  return page
    .getByRole('textbox', { name: /^Caption of scene/ })
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
    );
}

export function makeButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Make \d|Make pictures|Holding)/ });
}

export function assembleButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Put the film together/ });
}

export function film(page: Page): Locator {
  return page.getByRole('region', { name: 'Film' });
}

/** Shows every scene for a second only: the film is made the sooner. */
export async function shortenScenes(page: Page): Promise<void> {
  for (const field of await page.getByRole('textbox', { name: /^Seconds of scene/ }).all()) {
    await field.fill('1');
  }
}
