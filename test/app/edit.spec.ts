import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { greyPng } from '../helpers/png';
import { dress, findingsOf, themes } from './dress';
import {
  chooseAction,
  countOfPictures,
  divider,
  drag,
  drop,
  editButton,
  makeEdit,
  maskedShare,
  openEdit,
  paintedFile,
  paste,
  pictureField,
  sourceSize,
  stage,
} from './edit-page';
import { expect, test } from './open-tally';
import { allEnded, pictures, show, statementLines } from './studio-page';
import { tabTo } from './tab-to';
import type { PlanName } from './welcome';

const plan: PlanName = { card: 'AI Studios', plan: 'Personal', billed: 'Annual' };
const mask = (page: Page) => page.getByRole('application', { name: 'Mask' });
const style = (page: Page) => page.getByRole('radio', { name: 'Flat poster' }).click();
const small = { width: 320, height: 256, type: 'image/png' };

test('A3 B1 each way to change a picture is charged once, and its result is in the gallery', async ({
  opened,
}) => {
  const { page } = await opened(plan);
  await openEdit(page);
  await expect(editButton(page)).toHaveAttribute('aria-disabled', 'true');
  await drop(page, await paintedFile(page, small), 'house.png');
  await expect(sourceSize(page)).toHaveText('320 × 256 px');
  await style(page);
  const made: { price: number; paid: number }[] = [];
  made.push(await makeEdit(page));
  await chooseAction(page, 'Vary');
  made.push(await makeEdit(page));
  await chooseAction(page, 'Inside');
  await expect(editButton(page)).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red balloon');
  await mask(page).click();
  made.push(await makeEdit(page));
  await chooseAction(page, 'Extend');
  await page.getByRole('button', { name: 'to 16:9' }).click();
  await expect(page.getByText('New canvas: 455 × 256 px')).toBeVisible();
  await page.getByRole('slider', { name: 'Left margin' }).press('ArrowLeft');
  await expect(page.getByText('New canvas: 463 × 256 px')).toBeVisible();
  made.push(await makeEdit(page));
  await chooseAction(page, 'Refine');
  await expect(page.getByRole('radio', { name: '2× 640 × 512 px' })).toBeChecked();
  made.push(await makeEdit(page));
  const close = page.getByRole('button', { name: 'Hold for 1:1' });
  await close.focus();
  await page.keyboard.down('Space');
  await expect(close).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.up('Space');
  await expect(close).toHaveAttribute('aria-pressed', 'false');
  for (const { price, paid } of made) expect(paid).toBe(price);
  expect(await countOfPictures(page)).toBe(made.length);
  const charges = (await statementLines(page)).filter((line) => line.startsWith('Charge'));
  expect(charges).toHaveLength(made.length);
});

test('what was painted outlives the screen and a restart, and one can go on from a result and back', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(plan);
  const { page } = first;
  await openEdit(page);
  await drop(page, await paintedFile(page, { ...small, type: 'image/webp' }), 'house.webp');
  await chooseAction(page, 'Inside');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red balloon');
  await style(page);
  await mask(page).click();
  const share = await maskedShare(page);
  expect(share).toBeGreaterThan(0);
  await show(page, 'Gallery');
  await show(page, 'Create');
  expect(await maskedShare(page)).toBe(share);
  await page.getByRole('button', { name: 'Invert the mask' }).click();
  await expect.poll(() => maskedShare(page)).toBeGreaterThan(0.5);
  await page.getByRole('button', { name: 'Undo the last stroke' }).click();
  await expect.poll(() => maskedShare(page)).toBe(share);
  await makeEdit(page);
  await page.getByRole('button', { name: 'Go on from this' }).click();
  await expect.poll(() => maskedShare(page)).toBe(0);
  await page.getByRole('button', { name: 'Back to the picture before' }).click();
  await expect.poll(() => maskedShare(page)).toBe(share);
  await show(page, 'Gallery');
  await pictures(page).first().click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(sourceSize(page)).toHaveText('320 × 256 px');
  await expect.poll(() => maskedShare(page)).toBe(0);
  await first.quit();
  const { page: reopened } = await open(folder);
  await show(reopened, 'Gallery');
  await pictures(reopened).first().click();
  await reopened.getByRole('button', { name: 'Use these settings again' }).click();
  await stage(reopened).getByRole('radio', { name: 'Picture', exact: true }).click();
  // Read back from the file that the mask was kept as.
  await expect.poll(() => maskedShare(reopened)).toBeCloseTo(share, 3);
});

test('what is no picture ends in one sentence and leaves Tally alive', async ({ opened }) => {
  const { page } = await opened(plan);
  await openEdit(page);
  const good = await paintedFile(page, { ...small, type: 'image/jpeg' });
  await drop(page, good, 'house.jpg');
  await expect(sourceSize(page)).toHaveText('320 × 256 px');
  const sound = greyPng(64, 64);
  const bomb = greyPng(40, 40);
  // Claims a square of 60 000 pixels.
  bomb.set([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60], 16);
  const clip = readFileSync(join(import.meta.dirname, '../fixtures/tiny.mp4'));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect/></svg>';
  const files: readonly [string, Uint8Array][] = [
    ['nothing.png', new Uint8Array()],
    ['half.png', sound.subarray(0, sound.length / 2)],
    ['bomb.png', bomb],
    ['tiny.png', greyPng(8, 8)],
    ['clip.png', clip],
    ['drawing.svg', Buffer.from(svg)],
    ['notes.txt', Buffer.from('no picture')],
  ];
  const alert = stage(page).getByRole('alert');
  for (const [name, bytes] of files) {
    await drop(page, bytes, name);
    await expect(alert, name).toHaveText(
      /^This file can't be used as a picture: [^.]+\. Choose a PNG, JPEG or WebP picture\.$/,
    );
    await expect(sourceSize(page)).toHaveText('320 × 256 px');
    await drop(page, good, 'house.jpg');
    await expect(alert, name).toBeHidden();
  }
  await drop(page, clip, 'clip.png', pictureField(page));
  await expect(page.getByRole('form', { name: 'Edit' })).toContainText(
    "can't be used as a picture",
  );
  await expect(alert).toBeHidden();
  await paste(page, sound, 'grey.png');
  await expect(sourceSize(page)).toHaveText('64 × 64 px');
  // Too small to paint inside of; a larger copy can be.
  await chooseAction(page, 'Inside');
  await mask(page).click();
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red balloon');
  await page.getByRole('button', { name: 'Work on a copy of 256 × 256 px' }).click();
  await expect(sourceSize(page)).toHaveText('256 × 256 px');
});

test('the whole way by the keyboard alone', async ({ opened }) => {
  const { page } = await opened({ card: 'AI Studios', plan: 'Free' });
  const { keyboard } = page;
  await openEdit(page);
  await drop(page, await paintedFile(page, small), 'house.png');
  await style(page);
  await makeEdit(page);
  await keyboard.press('Control+4');
  await tabTo(page, 'Restyled');
  await keyboard.press('e');
  await tabTo(page, 'Restyle');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Inside' })).toBeChecked();
  await tabTo(page, 'Mask');
  await keyboard.press('[');
  await expect(page.getByText('22 px', { exact: true })).toBeVisible();
  await keyboard.press('Space');
  const dot = await maskedShare(page);
  expect(dot).toBeGreaterThan(0);
  await keyboard.down('Space');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.up('Space');
  const stroke = await maskedShare(page);
  expect(stroke).toBeGreaterThan(dot);
  await keyboard.press('Control+z');
  await expect.poll(() => maskedShare(page)).toBe(dot);
  await keyboard.press('Control+Shift+Z');
  await expect.poll(() => maskedShare(page)).toBe(stroke);
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).focus();
  await keyboard.type('a red balloon');
  await keyboard.press('Control+Enter');
  await expect(stage(page).getByRole('radio', { name: 'Result', exact: true })).toBeChecked();
  await allEnded(page);
  await tabTo(page, 'Before and after');
  await keyboard.press('Home');
  await expect(divider(page)).toHaveAttribute('aria-valuetext', 'Only after');
  await keyboard.press('ArrowRight');
  await expect(divider(page)).toHaveAttribute('aria-valuetext', '2 % before, 98 % after');
});

test('nothing of it is beyond reach: axe, light and dark, small and large', async ({ opened }) => {
  const tally = await opened(plan);
  const { page } = tally;
  const findings: string[] = [];
  const sizes = { light: { width: 900, height: 600 }, dark: { width: 1440, height: 900 } };
  const look = async (name: string, looks: readonly (keyof typeof sizes)[] = themes) => {
    for (const theme of looks) {
      await dress(tally, theme, sizes[theme]);
      findings.push(...(await findingsOf(page)).map((finding) => `${name} ${theme}: ${finding}`));
    }
  };
  await openEdit(page);
  await look('empty', ['dark']);
  const buffer = Buffer.from(await paintedFile(page, small));
  const file = { name: 'house.png', mimeType: 'image/png', buffer };
  await page.getByLabel('Picture to edit').setInputFiles(file);
  await expect(sourceSize(page)).toHaveText('320 × 256 px');
  await style(page);
  await page.getByRole('textbox', { name: 'Variations' }).fill('2');
  await makeEdit(page);
  await look('results');
  await chooseAction(page, 'Inside');
  await mask(page).click();
  await look('mask', ['light']);
  await chooseAction(page, 'Extend');
  await expect(page.getByText('New canvas: 832 × 256 px')).toBeVisible();
  await look('frame', ['light']);
  await page.getByRole('button', { name: 'Gallery…' }).click();
  await look('picker', ['dark']);
  await page.keyboard.press('Escape');
  await drag(page, page.getByRole('slider', { name: 'Right margin' }), 30);
  await expect(page.getByText('New canvas: 832 × 256 px')).toBeHidden();
  expect(findings).toEqual([]);
});
