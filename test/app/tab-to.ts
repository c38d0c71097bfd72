import { expect, type Page } from '@playwright/test';

/** Presses Tab until the control of that name has the focus, each stop of which must be seen. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return { name: '', outline: 'none', onBody: true };
      const label = element.getAttribute('aria-label') ?? element.innerText;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const outline = outlineStyle === 'none' ? 'none' : outlineWidth;
      return { name: label.trim(), outline, onBody: element === document.body };
    });
    stops.push(stop.name);
    if (!stop.onBody) expect(stop.outline, `the focus on «${stop.name}» is seen`).not.toBe('none');
    if (stop.name.startsWith(name)) return;
  }
  throw new Error(`«${name}» was not reached; the stops were ${stops.join(' | ')}`);
}
