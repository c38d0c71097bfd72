import { readFileSync } from 'node:fs';
import { libraryFiles } from './data-folder';
import { expect, test } from './open-tally';
import {
  allEnded,
  endedJobs,
  generate,
  pictures,
  queue,
  show,
  statementLines,
} from './studio-page';
import { freePlan } from './welcome';

/** Texts that would do harm where a text is taken for something else. */
const hostileTexts: Record<string, string> = {
  markup:
    '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script> & "quotes" \'too\'',
  'right-to-left marks': 'fox \u202Egnp.exe\u202C and \u2066isolate\u2069 \u200Fend',
  'path tricks': '../../../etc/passwd %2e%2e%2f C:\\Windows\\..\\x tally-media://library/..',
  'control characters': 'fox\u0007\u001B[31m red\u0000 \u{1F98A} tail',
  'SQL and chunk endings': "fox'); drop table entry; -- \nSteps: 9\u2028Seed: 1",
};

test('hostile texts are shown as text and stored as they are', async ({ opened, open, folder }) => {
  const tally = await opened(freePlan);
  const texts = Object.values(hostileTexts);
  for (const [index, prompt] of texts.entries()) {
    await generate(tally.page, { prompt, side: 256, quality: 'Basic' });
    await allEnded(tally.page);
    await expect(endedJobs(tally.page)).toHaveCount(index + 1);
    expect(await tally.page.title()).toBe('Tally');
  }
  await tally.quit();
  const { page } = await open(folder);
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(texts.length);
  for (const [index, prompt] of texts.toReversed().entries()) {
    await pictures(page).nth(index).click();
    const dialog = page.getByRole('dialog');
    const shown = dialog.locator('bdi').first();
    await expect(shown).toHaveCSS('unicode-bidi', 'isolate');
    expect(await shown.textContent()).toBe(prompt);
    await dialog.getByText('What is written in the file').click();
    await expect(dialog.locator('details bdi')).toContainText('Seed:');
    await page.keyboard.press('Escape');
  }
  await expect(queue(page).getByRole('img')).toHaveCount(0);
  expect(await statementLines(page)).toHaveLength(1 + 2 * texts.length);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  const files = libraryFiles(folder);
  expect(files).toHaveLength(texts.length);
  for (const file of files) {
    expect(file.slice(folder.length)).toMatch(/^\/library\/[0-9a-f]{2}\/[0-9a-f]{64}\.png$/);
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  }
});
