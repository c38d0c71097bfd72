import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';
import { allEnded, balance, pictures, show } from './studio-page';

/** The Edit tool of the Create screen. */
export async function openEdit(page: Page): Promise<void> {
  await show(page, 'Create');
  await page.getByRole('radiogroup', { name: 'Tool' }).getByRole('radio', { name: 'Edit' }).click();
}

export function stage(page: Page): Locator {
  return page.getByRole('region', { name: 'Picture and result' });
}

/** Drops a file on the stage, or elsewhere, as a file manager does. */
export async function drop(
  page: Page,
  bytes: Uint8Array,
  name: string,
  where: Locator = stage(page),
): Promise<void> {
  await where.dispatchEvent('drop', { dataTransfer: await handOver(page, bytes, name) });
}

/** The field of the picture in the form. */
export function pictureField(page: Page): Locator {
  return page.getByRole('form', { name: 'Edit' }).getByRole('group', { name: 'Picture' });
}

/** Pastes a file while nothing of the form has the focus. */
export async function paste(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  const clipboardData = await handOver(page, bytes, name);
  await page.evaluate((data) => {
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, clipboardData);
}

/** Drags something to the right by so many pixels on the screen. */
export async function drag(page: Page, what: Locator, pixels: number): Promise<void> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('what is dragged is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels, y, { steps: 4 });
  await page.mouse.up();
}

/** A file as it comes with a drop or a paste. */
function handOver(page: Page, bytes: Uint8Array, name: string): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([content, title]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], title));
      return transfer;
    },
    [[...bytes], name] as const,
  );
}

/** A picture with shapes and colours, as a file of a kind that the browser writes. */
export async function paintedFile(
  page: Page,
  { width, height, type }: { width: number; height: number; type: string },
): Promise<Uint8Array> {
  const bytes = await page.evaluate(
    async ([across, down, kind]) => {
      const canvas = new OffscreenCanvas(across, down);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no drawing context');
      const sky = context.createLinearGradient(0, 0, 0, down);
      sky.addColorStop(0, '#2456a8');
      sky.addColorStop(1, '#f3d9a8');
      context.fillStyle = sky;
      context.fillRect(0, 0, across, down);
      context.fillStyle = '#c23b22';
      context.fillRect(across * 0.4, down * 0.3, across * 0.2, down * 0.5);
      const blob = await canvas.convertToBlob({ type: kind });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height, type] as const,
  );
  return Uint8Array.from(bytes);
}

/** The size that the form tells of the picture that is edited. */
export function sourceSize(page: Page): Locator {
  return page.getByRole('form', { name: 'Edit' }).getByText(/^\d+ × \d+ px$/);
}

export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'What to do' }).getByRole('radio', { name }).click();
}

/** The button that spends, while Edit is chosen. */
export function editButton(page: Page): Locator {
  return page
    .getByRole('region', { name: 'Settings' })
    .getByRole('button', { name: /^(Restyle|Vary|Paint inside|Extend|Refine|Holding).*credit/ });
}

/** The credits in a text such as «Restyle · 8 credits» or «594 credits». */
function creditsIn(text: string): number {
  const found = /([\d,]+) credits?/.exec(text)?.[1];
  if (found === undefined) throw new Error(`«${text}» names no credits`);
  return Number(found.replaceAll(',', ''));
}

/** Presses the button and waits for the result; answers with what it cost by the balance. */
export async function makeEdit(page: Page): Promise<{ price: number; paid: number }> {
  const button = editButton(page);
  await expect(button).toBeEnabled();
  const price = creditsIn(await button.innerText());
  const before = creditsIn(await balance(page).innerText());
  await button.click();
  await expect(stage(page).getByRole('radio', { name: 'Result', exact: true })).toBeChecked();
  await allEnded(page);
  await expect(divider(page)).toBeVisible();
  return { price, paid: before - creditsIn(await balance(page).innerText()) };
}

/** The divider between before and after. */
export function divider(page: Page): Locator {
  return page.getByRole('slider', { name: 'Before and after' });
}

export async function countOfPictures(page: Page): Promise<number> {
  await show(page, 'Gallery');
  await pictures(page).first().waitFor();
  return pictures(page).count();
}

/** How much of the mask on the screen is painted, from 0 to 1. */
export function maskedShare(page: Page): Promise<number> {
  return page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 127) painted += 1;
    return painted / (width * height);
  });
}
