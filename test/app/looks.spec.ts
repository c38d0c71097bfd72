import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dress, findingsOf, themes } from './dress';
import { expect, test } from './open-tally';
import {
  allEnded,
  fillDraft,
  generate,
  openJobs,
  pictures,
  queue,
  queueButton,
  show,
  showCredits,
} from './studio-page';
import { begin } from './welcome';

const sizes = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
] as const;
const screenshots = join(import.meta.dirname, '../../artifacts/screenshots');

test.describe.configure({ timeout: 240_000 });

test('every screen, light and dark, from small to large, without a finding of axe', async ({
  open,
  folder,
}) => {
  mkdirSync(screenshots, { recursive: true });
  const tally = await open(folder);
  const { page } = tally;
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of themes) {
      for (const size of sizes) {
        const file = `${name}-${theme}-${size.width}x${size.height}`;
        await dress(tally, theme, size);
        // A narrow window puts the queue away; here it is what is looked at.
        if (name === 'queue' && !(await queue(page).isVisible())) await queueButton(page).click();
        await page.screenshot({ path: join(screenshots, `${file}.png`) });
        findings.push(...(await findingsOf(page)).map((finding) => `${file}: ${finding}`));
      }
    }
    await dress(tally, 'light', sizes[1]);
  };
  await look('welcome');
  await begin(page, { card: 'ChatNow', plan: 'Plus' });
  await showEmptyScreens(page, look);
  await showWork(page, look);
  await showMistakes(page, look);
  await showWhatThereIs(page, look);
  expect(findings).toEqual([]);
});

type Look = (name: string) => Promise<void>;

async function showEmptyScreens(page: Page, look: Look): Promise<void> {
  await queueButton(page).click();
  await look('create-empty');
  await show(page, 'Gallery');
  await look('gallery-empty');
  await show(page, 'Create');
}

/** The queue is paused after its first job has begun, so that the screens stand still. */
async function showWork(page: Page, look: Look): Promise<void> {
  await generate(page, {
    prompt: 'A lighthouse on a cliff at dusk, waves below',
    model: 'Studio',
    quality: 'Premium',
    side: 1024,
    count: 4,
    seed: 11,
  });
  await allEnded(page);
  await look('create-full');
  await generate(page, {
    prompt: 'Three birch trees in morning fog',
    model: 'Swift',
    side: 512,
    count: 12,
    style: 'Low poly',
  });
  await allEnded(page);
  await look('create-many');
  await queueButton(page).click();
  await queue(page).getByRole('button', { name: 'Pause' }).click();
  await generate(page, { prompt: 'A fox asleep in the snow', model: 'Swift', count: 3 });
  await expect(openJobs(page)).toHaveCount(3);
  await look('queue');
  await queue(page).getByRole('button', { name: 'Cancel all' }).click();
  await look('cancel-all');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave it' }).click();
  await queue(page).getByRole('button', { name: 'Cancel waiting' }).click();
  await allEnded(page);
  await look('create-cancelled');
  await queue(page).getByRole('button', { name: 'Resume' }).click();
  await generate(page, {
    prompt: 'A harbour at night, many lights, a full moon',
    model: 'Grand',
    side: 2048,
    count: 8,
    style: 'Oil',
  });
  await expect(page.getByRole('img', { name: /^Unfinished/ }).first()).toBeVisible();
  await look('create-busy');
  await queue(page).getByRole('button', { name: 'Cancel all' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel all' }).click();
  await allEnded(page);
  await queueButton(page).click();
}

async function showMistakes(page: Page, look: Look): Promise<void> {
  await fillDraft(page, { prompt: 'A town on a hill', model: 'Grand', count: 90 });
  await expect(page.getByText(/credits too few/)).toBeVisible();
  await look('create-short');
  await fillDraft(page, { count: 0, prompt: 'x'.repeat(2100) });
  await look('create-refused');
  await fillDraft(page, { prompt: 'A town on a hill', count: 1 });
}

async function showWhatThereIs(page: Page, look: Look): Promise<void> {
  await show(page, 'Gallery');
  await look('gallery-full');
  await pictures(page).last().click();
  await expect(page.getByRole('dialog')).toContainText('SHA-256');
  await look('gallery-detail');
  await page.keyboard.press('Escape');
  await showCredits(page, 'Proof');
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText(/^Sound/)).toBeVisible();
  await look('proof');
  await showCredits(page, 'Statement');
  await look('statement');
  await page.getByRole('button', { name: 'Why there are no refunds' }).click();
  await look('refunds');
  await page.keyboard.press('Escape');
  await show(page, 'Settings');
  await look('settings');
  await page.keyboard.press('Control+k');
  await look('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await look('shortcuts');
  await page.keyboard.press('Escape');
}
