import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { greyPng } from '../helpers/png';
import { isPaused, player, probe, saveOpenAsset, showVideo, timeOf } from './clip-page';
import { libraryFiles } from './data-folder';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  endedJobs,
  generate,
  generateButton,
  isDrawn,
  pictures,
  pressGenerate,
  receipt,
  show,
  statementLines,
} from './studio-page';
import { tabTo } from './tab-to';
import { freePlan } from './welcome';

test.describe.configure({ mode: 'serial' });

/** Credits in the header, as a number. */
async function credits(page: Page): Promise<number> {
  return Number.parseInt((await balance(page).innerText()).replaceAll(',', ''), 10);
}

/** By its button: Escape is for the note on a saved copy first. */
async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
}

/** Opens the newest clip of the gallery with all its facts. */
async function openNewest(page: Page): Promise<void> {
  await show(page, 'Gallery');
  await pictures(page).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

test('A2 B1 from words by the keyboard alone: made, charged by the second, played and searched', async ({
  shared,
}) => {
  const { page } = shared;
  const before = await credits(page);
  await page.keyboard.press('Control+1');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('radio', { name: 'Image', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Video', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Words', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  // What another test left there is not part of it.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('A red boat on the sea');
  await tabTo(page, 'Length in seconds');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1');
  await expect(receipt(page)).toContainText('1 clip × 1 s × 1 credit');
  await tabTo(page, 'Watercolour');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Flat poster' })).toBeChecked();
  await pressGenerate(page, () => page.keyboard.press('Control+Enter'));
  await allEnded(page);
  expect(await credits(page)).toBe(before - 1);
  await expect(player(page)).toBeVisible();
  await tabTo(page, 'P');
  if (!(await isPaused(page))) await page.keyboard.press('Space');
  await expect.poll(() => isPaused(page)).toBe(true);
  await tabTo(page, 'Place in the clip');
  const slider = page.getByRole('slider', { name: 'Place in the clip' });
  await page.keyboard.press('Home');
  await expect.poll(() => timeOf(page)).toBe(0);
  for (const [key, time] of [
    ['ArrowRight', 1.5 / 30],
    ['.', 2.5 / 30],
    [',', 1.5 / 30],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => timeOf(page), `after ${key}`).toBeCloseTo(time, 2);
  }
  await page.keyboard.press('End');
  await expect.poll(() => timeOf(page)).toBeCloseTo(1, 1);
  await expect(slider).toHaveAttribute('aria-valuetext', '1.0 s of 1.0 s');
  await page.keyboard.press('Home');
  await page.keyboard.press('k');
  await expect.poll(() => isPaused(page)).toBe(false);
  await page.keyboard.press('k');
  await expect.poll(() => isPaused(page)).toBe(true);
  expect((await statementLines(page))[0]).toMatch(/^Charge/i);
});

test('a poster in queue and gallery, with the length; moving over it searches through the clip', async ({
  shared,
}) => {
  const { page } = shared;
  await show(page, 'Gallery');
  const [clip] = await pictures(page).all();
  if (clip === undefined) throw new Error('there is no clip');
  await expect(clip).toHaveAccessibleName('A red boat on the sea (clip of 1 s)');
  await expect(clip).toContainText('1 s');
  await expect.poll(() => isDrawn(clip.locator('img'))).toBe(true);
  await expect(clip.locator('video')).toHaveCount(0);
  const box = await clip.boundingBox();
  if (box === null) throw new Error('the clip is not on the screen');
  const moveTo = (part: number) => page.mouse.move(box.x + box.width * part, box.y + 20);
  for (const part of [0.25, 0.75]) {
    await moveTo(part);
    const time = () =>
      clip.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
    await expect.poll(time).toBeCloseTo(part, 1);
  }
  await page.mouse.move(0, 0);
  await expect(clip.locator('video')).toHaveCount(0);
  const queued = endedJobs(page).first().locator('img');
  await expect.poll(() => isDrawn(queued)).toBe(true);
});

test('an MP4 is what was asked for; with less motion it stands until it is played', async ({
  shared,
}, testInfo) => {
  const { page } = shared;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openNewest(page);
  const dialog = page.getByRole('dialog');
  await expect(player(dialog)).toBeVisible();
  expect(await isPaused(dialog)).toBe(true);
  expect(await timeOf(dialog)).toBe(0);
  await player(dialog).getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => timeOf(dialog)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: null });
  await expect(dialog).toContainText('MP4 (H.264)');
  await expect(dialog).toContainText('1 s, 30 frames a second');
  const copy = await saveOpenAsset(shared, testInfo.outputPath('copies'));
  expect(copy).toMatch(/A red boat on the sea \d+\.mp4$/);
  expect(probe(copy)).toBe('h264,1280,720,30 1.0 s');
  await closeDialog(page);
});

test('B1 from one picture, as WebM: another tool of the card, its own proportion', async ({
  shared,
}, testInfo) => {
  const { page } = shared;
  const before = await credits(page);
  await showVideo(page);
  await page.getByRole('radio', { name: 'A picture', exact: true }).click();
  await expect(generateButton(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Choose the picture that the clip begins with.')).toBeVisible();
  const picture = {
    name: 'tall.png',
    mimeType: 'image/png',
    buffer: Buffer.from(greyPng(360, 640)),
  };
  await page.getByLabel('File for first picture').setInputFiles(picture);
  await expect(page.getByRole('radio', { name: /^Tall/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('');
  await page.getByRole('radio', { name: /^WebM/ }).click();
  await page.getByRole('combobox', { name: 'Camera' }).selectOption({ label: 'Push in' });
  await expect(page.getByRole('radiogroup', { name: 'Style' })).toBeHidden();
  await pressGenerate(page, () => generateButton(page).click());
  await allEnded(page);
  expect(await credits(page)).toBe(before - 1);
  await openNewest(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A short clip made from a picture');
  const copy = await saveOpenAsset(shared, testInfo.outputPath('copies'));
  expect(copy).toMatch(/clip \d+\.webm$/);
  expect(probe(copy)).toBe('vp9,720,1280,30 1.0 s');
  await closeDialog(page);
});

test('B1 from a first to a last picture; the settings of a clip come back', async ({
  shared,
}, testInfo) => {
  const { page } = shared;
  const before = await credits(page);
  await showVideo(page);
  await page.getByRole('radio', { name: 'First and last', exact: true }).click();
  for (const [field, side] of [
    ['first', 640],
    ['last', 480],
  ] as const) {
    const buffer = Buffer.from(greyPng(side, side));
    const picture = { name: `${field}.png`, mimeType: 'image/png', buffer };
    await page.getByLabel(`File for ${field} picture`).setInputFiles(picture);
  }
  await expect(page.getByRole('radio', { name: /^Square/ })).toBeChecked();
  await page.getByRole('radio', { name: /^MP4/ }).click();
  await pressGenerate(page, () => generateButton(page).click());
  await allEnded(page);
  expect(await credits(page)).toBe(before - 1);
  await openNewest(page);
  expect(probe(await saveOpenAsset(shared, testInfo.outputPath('copies')))).toBe(
    'h264,720,720,30 1.0 s',
  );
  await page.getByRole('button', { name: 'Use these settings again' }).click();
  await expect(page.getByRole('radio', { name: 'First and last', exact: true })).toBeChecked();
  await expect(receipt(page)).toContainText('1 clip × 1 s × 1 credit');
});

test('a clip that was cut short, replaced or taken away is told so, and the window lives', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(freePlan);
  await showVideo(first.page);
  await first.page.getByRole('textbox', { name: 'Length in seconds' }).fill('1');
  await generate(first.page, { prompt: 'a red boat', style: 'Flat poster' });
  await allEnded(first.page);
  await first.quit();
  const [path = ''] = libraryFiles(folder, '.mp4');
  const whole = readFileSync(path);
  const altered = 'The file of this clip was changed outside Tally';
  const spoilt: [spoil: () => void, alert: string][] = [
    [() => truncateSync(path, Math.floor(whole.length / 2)), altered],
    [() => writeFileSync(path, '<script>alert(1)</script>'), altered],
    [() => writeFileSync(path, hostileMp4(whole)), altered],
    [() => truncateSync(path, 0), altered],
    [() => rmSync(path), 'The file of this clip is missing from the library'],
  ];
  spoilt[0]?.[0]();
  // A window that played it before would have it in its memory.
  const { page } = await open(folder);
  for (const [spoil, alert] of spoilt) {
    spoil();
    await page.reload();
    await openNewest(page);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText(alert);
    await expect(dialog).toContainText('This clip can’t be played');
    await expect(dialog.getByRole('slider')).toBeDisabled();
    await closeDialog(page);
    await show(page, 'Create');
    await expect(generateButton(page)).toBeVisible();
  }
});

/** The head of a real clip, then a box that says it is longer than any file. */
function hostileMp4(whole: Buffer): Buffer {
  const box = Buffer.alloc(16);
  box.writeUInt32BE(1, 0);
  box.write('moov', 4, 'latin1');
  box.writeBigUInt64BE(0x7fff_ffff_ffff_ffffn, 8);
  return Buffer.concat([whole.subarray(0, 40), box, whole.subarray(40, 4000)]);
}

test('a picture of the gallery becomes a clip in one click', async ({ shared }) => {
  const { page } = shared;
  await show(page, 'Create');
  await page.getByRole('radio', { name: 'Image', exact: true }).click();
  const picture = { prompt: 'a tall tree', style: 'Flat poster', quality: 'Basic' } as const;
  await generate(page, { ...picture, side: 256 });
  await allEnded(page);
  await show(page, 'Gallery');
  // Other tests have made pictures in this window before.
  await expect(page.getByText(/^\d+ pictures? and \d+ clips$/)).toBeVisible();
  await pictures(page).first().click();
  await page.getByRole('button', { name: 'Make a clip from this' }).click();
  await expect(page.getByRole('radio', { name: 'A picture', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Square/ })).toBeChecked();
  const first = page.getByRole('group', { name: 'First picture' });
  await expect.poll(() => isDrawn(first.getByAltText('Chosen'))).toBe(true);
  await expect(page.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue(
    'a tall tree',
  );
  await expect(generateButton(page)).toHaveAttribute('aria-disabled', 'false');
});

test('the form and the player without a finding of axe, light and dark', async ({ shared }) => {
  const { page } = shared;
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      await dress(shared, theme, { width: 900, height: 600 });
      findings.push(...(await findingsOf(page)).map((finding) => `${name}, ${theme}: ${finding}`));
    }
  };
  await showVideo(page);
  await page.getByRole('radio', { name: 'First and last', exact: true }).click();
  await look('first and last');
  await page.getByRole('radio', { name: 'Words', exact: true }).click();
  await look('words');
  await openNewest(page);
  await look('player');
  await closeDialog(page);
  await dress(shared, 'light', { width: 1280, height: 800 });
  expect(findings).toEqual([]);
});
