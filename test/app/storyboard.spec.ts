import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import {
  beeText,
  lockedPdf,
  pdfByLibrary,
  scannedPdf,
  wordBomb,
  wordByHand,
  wordByLibrary,
} from '../helpers/documents';
import { probe } from './clip-page';
import { dress, findingsOf, themes } from './dress';
import { expect, type Tally, test } from './open-tally';
import {
  assembleButton,
  beginBoard,
  captions,
  film,
  makeButton,
  scenes,
  shortenScenes,
  showStoryboards,
} from './storyboard-page';
import { allEnded, balance, receipt } from './studio-page';
import { tabTo } from './tab-to';

const screenshots = join(import.meta.dirname, '../../artifacts/screenshots');

/** Saves a copy of the film by its button and answers the path; the system's own dialog is answered. */
async function saveFilm({ app, page }: Tally, folder: string): Promise<string> {
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${target}/film.mp4` });
  }, folder);
  await film(page).getByRole('button', { name: 'Save the film and its captions' }).click();
  await expect(page.getByText(/^Saved as /)).toBeVisible();
  return join(folder, 'film.mp4');
}

/** Waits until the pictures that are on their way are there. */
async function picturesMade(page: Page, count: number): Promise<void> {
  await allEnded(page);
  await expect(page.getByRole('button', { name: /^Picture of scene \d: open$/ })).toHaveCount(
    count,
  );
}

test('A3 A4 A5: from a topic to the film, charged for premium pictures only', async ({
  opened,
  folder,
}) => {
  const tally = await opened({ card: 'AI Studios', plan: 'Free' });
  const { page } = tally;
  await showStoryboards(page);
  await beginBoard(page, 'A lighthouse in a storm', 3);
  await expect(receipt(page)).toContainText('3 pictures, basic × free');
  await makeButton(page).click();
  await picturesMade(page, 3);
  await expect(balance(page)).toHaveText('16 credits');

  await page.getByRole('combobox', { name: 'Quality of scene 1' }).selectOption('premium');
  const anew = page.getByRole('button', {
    name: 'Make anew the picture of scene 1, 1 credit',
  });
  for (const left of ['15 credits', '14 credits']) {
    await anew.click();
    await expect(balance(page)).toContainText(left);
    await picturesMade(page, 3);
    await expect(balance(page)).toHaveText(left);
  }

  await expect(scenes(page).first()).toContainText('3 tries cost 2 credits so far');
  const caption = page.getByRole('textbox', { name: 'Caption of scene 2' });
  await caption.fill('It has stood here since 1844.');
  await shortenScenes(page);
  await page.getByRole('button', { name: 'Move scene 3' }).dragTo(scenes(page).first());
  await expect
    .poll(() => captions(page))
    .toEqual(['Where it is found', 'A lighthouse in a storm', 'It has stood here since 1844.']);
  await page.getByRole('button', { name: 'Delete scene 1' }).click();
  await expect(scenes(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(scenes(page)).toHaveCount(3);

  await assembleButton(page).click();
  await expect(film(page)).toBeVisible({ timeout: 60_000 });
  await allEnded(page);
  await expect(balance(page)).toHaveText('14 credits');
  const out = join(folder, '..', 'out');
  mkdirSync(out, { recursive: true });
  const saved = await saveFilm(tally, out);
  expect(probe(saved)).toBe('h264,1280,720,90 3.0 s');
  expect(readFileSync(saved.replace('.mp4', '.srt'), 'utf8')).toContain('since 1844.');

  await page.getByRole('button', { name: 'All storyboards' }).click();
  await page
    .getByRole('region', { name: 'Your storyboards' })
    .getByRole('button', { name: /^A lighthouse in a storm/ })
    .click();
  await expect(film(page)).toBeVisible();
  expect((await captions(page))[2]).toBe('It has stood here since 1844.');
});

test('A4 B1: on the other card each picture is charged, basic too, and the film is not', async ({
  opened,
}) => {
  const { page } = await opened({ card: 'ChatNow', plan: 'Plus' });
  await showStoryboards(page);
  const before = Number.parseInt((await balance(page).innerText()).replaceAll(',', ''), 10);
  await beginBoard(page, 'A red boat on a lake', 2);
  await expect(receipt(page)).toContainText('Total8 credits');
  await expect(receipt(page).getByRole('list', { name: 'Before you press' })).toContainText(
    '2 images cost 8 credits',
  );
  await makeButton(page).click();
  await picturesMade(page, 2);
  await shortenScenes(page);
  await expect(balance(page)).toHaveText(`${(before - 8).toLocaleString()} credits`);
  await assembleButton(page).click();
  await expect(film(page)).toBeVisible({ timeout: 60_000 });
  await allEnded(page);
  await expect(balance(page)).toHaveText(`${(before - 8).toLocaleString()} credits`);
});

/** A PDF as Chromium prints it. */
async function pdfByChromium(app: ElectronApplication): Promise<Buffer> {
  const { title, paragraphs } = beeText;
  const page = `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
  const printed = await app.evaluate(async ({ BrowserWindow }, html) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    const pdf = await window.webContents.printToPDF({});
    window.destroy();
    return pdf.toString('base64');
  }, page);
  return Buffer.from(printed, 'base64');
}

async function choose(page: Page, name: string, file: Uint8Array): Promise<void> {
  const buffer = Buffer.from(file);
  const mimeType = 'application/octet-stream';
  await page.getByLabel('Document file').setInputFiles({ name, mimeType, buffer });
}

/** Drops a file of so many bytes on the place for documents. */
async function drop(page: Page, name: string, size: number): Promise<void> {
  await page.getByRole('group', { name: 'From a document' }).evaluate(
    (place, given) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(given.size)], given.name));
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, size },
  );
}

test('documents of real programs become scenes of their own sentences', async ({ shared }) => {
  const { page, app } = shared;
  const files: [string, Uint8Array][] = [
    ['chromium.pdf', await pdfByChromium(app)],
    ['library.pdf', await pdfByLibrary()],
    ['library.docx', await wordByLibrary()],
    ['by-hand.docx', wordByHand()],
    ['notes.md', Buffer.from(`# ${beeText.title}\n\n${beeText.paragraphs.join('\n\n')}`)],
  ];
  for (const [name, file] of files) {
    await showStoryboards(page);
    await choose(page, name, file);
    await expect(scenes(page).first(), name).toBeVisible();
    const told = await captions(page);
    expect(told.length, name).toBeGreaterThanOrEqual(4);
    const known: readonly string[] = beeText.paragraphs;
    expect(
      told.slice(1).every((caption) => known.includes(caption)),
      name,
    ).toBe(true);
  }
});

test('a document that can’t be used ends in one sentence, and Tally goes on', async ({
  shared,
}) => {
  const { page } = shared;
  await showStoryboards(page);
  const pdf = await pdfByLibrary();
  const word = await wordByLibrary();
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + index ** 2) % 256);
  const files: [string, Uint8Array, RegExp][] = [
    ['cut.pdf', pdf.slice(0, pdf.length / 3), /damaged|empty|no text/],
    ['cut.docx', word.slice(0, word.length / 2), /damaged/],
    ['scan.pdf', await scannedPdf(), /no text, only pictures/],
    ['locked.pdf', await lockedPdf(), /locked with a password/],
    ['bomb.docx', wordBomb(60 * 1024 * 1024), /far too large once unpacked/],
    ['noise.txt', noise, /no text, PDF or Word document/],
    ['noise.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]), /damaged|no text/],
    ['noise.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise]), /damaged/],
    ['nothing.txt', new Uint8Array(0), /empty/],
  ];
  for (const [name, file, words] of files) {
    await choose(page, name, file);
    await expect(page.getByRole('alert'), name).toHaveText(words);
    await expect(page.getByRole('alert'), name).toHaveText(/^This document can't be used: .*\.$/);
  }
  await drop(page, 'huge.txt', 20 * 1024 * 1024 + 1);
  await expect(page.getByRole('alert')).toHaveText(/larger than 20 MB/);
  await beginBoard(page, 'Still here', 6);
});

test('pasted text becomes scenes; the whole way by the keyboard alone', async ({ shared }) => {
  const { page } = shared;
  const { keyboard } = page;
  await showStoryboards(page);
  await keyboard.press('Control+1');
  await keyboard.press('Control+2');
  await tabTo(page, 'Choose a file…');
  await keyboard.press('Tab');
  await keyboard.insertText(`# ${beeText.title}\n\n${beeText.paragraphs.join('\n\n')}`);
  await tabTo(page, 'Use this text');
  await keyboard.press('Enter');
  await expect(scenes(page).first()).toBeVisible();
  const before = await captions(page);
  await tabTo(page, 'Move scene 1');
  await keyboard.press('ArrowDown');
  await expect.poll(async () => (await captions(page))[1]).toBe(before[0]);
  await expect(page.getByRole('button', { name: 'Move scene 2' })).toBeFocused();
  await tabTo(page, 'Delete scene 2');
  await keyboard.press('Enter');
  await expect(scenes(page)).toHaveCount(before.length - 1);
  await tabTo(page, 'Make the picture of scene 3');
  await keyboard.press('Enter');
  await picturesMade(page, 1);
  await tabTo(page, 'Seconds of scene 3');
  await keyboard.press('Control+A');
  await keyboard.type('1');
  await tabTo(page, 'Put the film together');
  await keyboard.press('Enter');
  await expect(film(page)).toBeVisible({ timeout: 60_000 });
});

test('the screen, light and dark, small and large, without a finding of axe', async ({
  opened,
}) => {
  mkdirSync(screenshots, { recursive: true });
  const tally = await opened({ card: 'AI Studios', plan: 'Free' });
  const { page } = tally;
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      for (const size of [
        { width: 900, height: 600 },
        { width: 1440, height: 900 },
      ]) {
        const file = `storyboard-${name}-${theme}-${size.width}x${size.height}`;
        await dress(tally, theme, size);
        await page.screenshot({ path: join(screenshots, `${file}.png`) });
        findings.push(...(await findingsOf(page)).map((finding) => `${file}: ${finding}`));
      }
    }
  };
  await showStoryboards(page);
  await choose(page, 'bees.md', Buffer.from('\u0000\u0000\u0000'));
  await expect(page.getByRole('alert')).toBeVisible();
  await look('begin');
  await beginBoard(page, 'The northern lights', 3);
  await page.getByRole('combobox', { name: 'Quality of scene 2' }).selectOption('premium');
  await look('scenes');
  await makeButton(page).click();
  await picturesMade(page, 3);
  await shortenScenes(page);
  await assembleButton(page).click();
  await expect(film(page)).toBeVisible({ timeout: 60_000 });
  await allEnded(page);
  await film(page).getByRole('button', { name: 'Pause' }).click();
  const shown = await film(page).locator('video').boundingBox();
  expect(shown?.height ?? 0).toBeGreaterThan(200);
  await look('film');
  expect(findings).toEqual([]);
});
