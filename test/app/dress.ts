import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Tally } from './open-tally';

export const themes = ['light', 'dark'] as const;

/** Gives the window a theme, as the system would, and a size, and lets it settle. */
export async function dress(
  { app, page }: Tally,
  theme: (typeof themes)[number],
  { width, height }: { width: number; height: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, { theme, width, height }) => {
      nativeTheme.themeSource = theme;
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.setContentSize(width, height);
    },
    { theme, width, height },
  );
  await expect
    .poll(() =>
      page.evaluate(() => {
        const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
        return `${dark ? 'dark' : 'light'} ${window.innerWidth}x${window.innerHeight}`;
      }),
    )
    .toBe(`${theme} ${width}x${height}`);
  // Nothing is hovered over, every picture in sight is there, and no colour is half-way to another.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    const images = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    await Promise.all(images.map((image) => image.decode().catch(() => null)));
    const transitions = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations === 1);
    await Promise.all(transitions.map((animation) => animation.finished.catch(() => null)));
  });
}

/** What axe finds wrong with the page as it stands. */
export async function findingsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // What lies behind an alert dialog is hidden, and the focus kept out of it; axe can't know that.
  if (await page.getByRole('alertdialog').isVisible()) axe.include('[role=alertdialog]');
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}) at ${target.join(' ')}`),
  );
}
