import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openModelServer } from '../helpers/model-server';
import { dress, findingsOf, themes } from './dress';
import { expect, type Tally, test } from './open-tally';
import { allEnded, balance, pictures } from './studio-page';
import { tabTo } from './tab-to';
import { begin, freePlan } from './welcome';

const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
] as const;
const screenshots = join(import.meta.dirname, '../../artifacts/screenshots');

const message = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });
const answers = (page: Page): Locator =>
  page.getByRole('list', { name: 'Messages' }).locator(':scope > li');
const chats = (page: Page): Locator =>
  page.getByRole('list', { name: 'Chats' }).getByRole('listitem');

test('from a question to a form to a charge and a picture, by the keyboard alone', async ({
  open,
  folder,
}) => {
  const tally = await open(folder);
  const { page } = tally;
  await begin(page, freePlan);
  await page.keyboard.press('Control+3');
  await test.step('an empty chat teaches, and says that it is free (B2)', async () => {
    await expect(message(page)).toBeFocused();
    await expect(page.getByText('Chat is free and has no cap.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Examples' })).toBeVisible();
    await lookAt(tally, 'chat-empty');
  });
  await test.step('a question is answered from the workspace', async () => {
    await page.keyboard.type('How many credits');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('do I have?');
    await page.keyboard.press('Enter');
    await expect(answers(page)).toHaveCount(2);
    await expect(answers(page).last()).toContainText('You have 16 credits to spend.');
    await expect(page.locator('[aria-live]', { hasText: 'Guide: You have' })).toBeAttached();
  });
  await test.step('a request becomes a form; only a press makes it', () => makePicture(page));
  await lookAt(tally, 'chat-full');
  await test.step('a topic is handed on to the storyboard', async () => {
    await page.keyboard.type('Storyboard about bees');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open in Storyboard' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Topic' })).toHaveValue('bees');
    await page.keyboard.press('Control+3');
  });
  await test.step('what was said is searched, renamed, deleted and brought back', () =>
    keepChats(page));
  await tally.quit();
  const again = await open(folder);
  await again.page.keyboard.press('Control+3');
  await expect(chats(again.page)).toContainText(['My money']);
});

async function makePicture(page: Page): Promise<void> {
  await expect(message(page)).toBeFocused();
  await page.keyboard.type('a cheap 256x256 ink image of a fox');
  // With Ctrl it sends too, and presses nothing on another screen.
  await page.keyboard.press('Control+Enter');
  const form = page.getByRole('region', { name: 'Prepared form' });
  await expect(form).toContainText('One ink picture of «a fox»');
  await expect(form).toContainText('Balance after15');
  await expect(balance(page)).toHaveText('16 credits');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, 'Generate · 1 credit');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It was put into the queue.')).toBeVisible();
  await allEnded(page);
  await expect(balance(page)).toHaveText('15 credits');
  await page.keyboard.press('Control+4');
  await expect(pictures(page)).toHaveCount(1);
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, 'Open in Create');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a fox');
  await expect(page.getByRole('radio', { name: 'Ink' })).toBeChecked();
  await page.keyboard.press('Control+3');
}

async function keepChats(page: Page): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search chats' });
  await search.focus();
  await page.keyboard.type('nobody said this');
  await expect(page.getByText('No message has these words.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('spend');
  await expect(chats(page)).toContainText([/to spend/]);
  await tabTo(page, 'Rename');
  await page.keyboard.press('Enter');
  await page.keyboard.type('My money');
  await page.keyboard.press('Enter');
  await expect(chats(page)).toContainText(['My money']);
  await search.focus();
  await tabTo(page, 'Delete');
  await page.keyboard.press('Enter');
  await expect(chats(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(chats(page)).toHaveCount(1);
  await search.fill('');
}

async function lookAt(tally: Tally, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const findings: string[] = [];
  for (const theme of themes) {
    for (const size of sizes) {
      const file = `${name}-${theme}-${size.width}x${size.height}`;
      await dress(tally, theme, size);
      await tally.page.screenshot({ path: join(screenshots, `${file}.png`) });
      findings.push(...(await findingsOf(tally.page)).map((finding) => `${file}: ${finding}`));
    }
  }
  expect(findings).toEqual([]);
  await message(tally.page).focus();
}

test('a hostile language model harms nothing, and its key stays out of sight', async ({
  open,
  folder,
}) => {
  const server = await openModelServer();
  const tally = await open(folder);
  const { page } = tally;
  const key = 'sk-very-secret-0123456789';
  await begin(page, freePlan);
  await test.step('it is tested and connected in Settings', async () => {
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: 'Settings' })
      .click();
    await page.getByRole('textbox', { name: 'Address' }).fill('http://models.example/v1');
    await page.getByRole('textbox', { name: 'Model', exact: true }).fill('small');
    await page.getByLabel('Key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await expect(page.getByText(/Plain http is only for this computer/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Address' }).fill(server.address);
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await expect(page.getByText('The model answers.')).toBeVisible();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Forget' })).toBeVisible();
    expect(await findingsOf(page)).toEqual([]);
  });
  await page.keyboard.press('Control+3');
  await expect(page.getByText(`«small» answers at ${server.address}`)).toBeVisible();
  await test.step('what it writes stays text', async () => {
    const evil = `<img src=x onerror="document.title='caught'"> [a](javascript:alert(1)) ${key}\n- **bold** \u202eturned`;
    server.script.push({ kind: 'answer', pieces: [...evil] });
    await ask(page, 'Hello');
    await expect(answers(page).last()).toContainText('<img src=x onerror=');
    await expect(answers(page).last()).toContainText('•••');
    await expect(answers(page).last().locator('img, a, script')).toHaveCount(0);
    expect(await page.title()).not.toContain('caught');
  });
  await test.step('it can fill a form, which waits for a press', async () => {
    const input = { tool: 'image', prompt: 'a fox', count: 2 };
    server.script.push({ kind: 'call', tool: 'prepare_form', input });
    await ask(page, 'two foxes');
    await expect(page.getByRole('button', { name: 'Generate · 2 credits' })).toBeVisible();
    await expect(balance(page)).toHaveText('16 credits');
  });
  await test.step('a fault is a sentence, and the guide is one press away', async () => {
    server.script.push({ kind: 'status', status: 500 });
    await ask(page, 'balance');
    await expect(answers(page).last()).toContainText('reports a fault of its own (500)');
    await page.getByRole('checkbox', { name: 'Ask the guide instead' }).check();
    await ask(page, 'balance');
    await expect(answers(page).last()).toContainText('16 credits');
    await page.getByRole('checkbox', { name: 'Ask the guide instead' }).uncheck();
  });
  await test.step('an answer that never ends is stopped', async () => {
    server.script.push({ kind: 'wait', pieces: ['I could go on'] });
    const left = server.left();
    await ask(page, 'Go on');
    await expect(answers(page).last()).toContainText('I could go on');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(answers(page).last()).toContainText('You stopped this answer.');
    await left;
    await expect(answers(page).last()).toContainText('I could go on');
  });
  await lookAt(tally, 'chat-model');
  expect(await page.content()).not.toContain(key);
  await tally.quit();
  expect(filesWith(folder, key)).toEqual([]);
  await server.close();
});

async function ask(page: Page, words: string): Promise<void> {
  await message(page).fill(words);
  await message(page).press('Enter');
}

/** The files of the data folder in which a text stands as it is. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}
