import { expect, type Tally, test } from './open-tally';
import {
  allEnded,
  balance,
  endedJobs,
  expectSound,
  fillDraft,
  generate,
  generateButton,
  isDrawn,
  openJobs,
  pictures,
  receipt,
  show,
  showCredits,
  statementLines,
} from './studio-page';
import { begin } from './welcome';

test('from the welcome to a charge that can be verified, and again after a restart', async ({
  open,
  folder,
}) => {
  const tally = await open(folder);
  await test.step('the welcome offers AI Studios and its free plan beforehand', () =>
    welcome(tally));
  await test.step('the receipt follows every keystroke and click', () => readReceipt(tally));
  await test.step('Ctrl+Enter holds the credits and the queue shows the work', () =>
    followWork(tally));
  await test.step('pictures land in the gallery', () => lookAtGallery(tally));
  await test.step('the statement explains every entry', () => readStatement(tally));
  await tally.quit();
  const again = await open(folder);
  await test.step('after a restart all is there', async () => {
    await expect(balance(again.page)).toHaveText('14 credits');
    await expect(endedJobs(again.page)).toHaveCount(2);
    await lookAtGallery(again);
    await readStatement(again);
    await expectSound(again.page);
    await expect(again.page.getByText('Sound: 5 entries and 2 files agree.')).toBeVisible();
  });
});

async function welcome({ page }: Tally): Promise<void> {
  await expect(page.getByRole('radio', { name: 'AI Studios' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Free' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'What you start with' })).toContainText(
    'You start with16 credits',
  );
  await page.getByRole('button', { name: 'Start with 16 credits' }).click();
  await expect(balance(page)).toHaveText('16 credits');
}

async function readReceipt({ page }: Tally): Promise<void> {
  const slip = receipt(page);
  await expect(slip).toContainText('1 image × 1 credit');
  await expect(slip).toContainText('Total1 credit');
  await expect(slip).toContainText(/Plan credit · lapses \w+ \d+, \d{4}1/);
  await expect(slip).toContainText('Balance now16');
  await expect(slip).toContainText('Balance after15');
  await page.getByRole('button', { name: 'More images' }).click();
  await expect(slip).toContainText('2 images × 1 credit');
  await expect(slip).toContainText('Balance after14');
  const count = page.getByRole('textbox', { name: 'Images' });
  await count.press('End');
  for (const [key, after] of [
    ['Backspace', 14],
    ['1', 15],
    ['2', 4],
    ['Backspace', 15],
    ['ArrowUp', 14],
  ] as const) {
    await count.press(key);
    await expect(slip).toContainText(`Balance after${after}`);
  }
  await expect(generateButton(page)).toContainText('Generate 2 · 2 credits');
}

async function followWork({ page }: Tally): Promise<void> {
  await fillDraft(page, { side: 1536, quality: 'Premium', seed: 7, style: 'Oil' });
  await page.getByRole('textbox', { name: 'Prompt' }).fill('a fox in the snow at dusk');
  await page.keyboard.press('Control+Enter');
  await expect(openJobs(page)).toHaveCount(2);
  await expect(balance(page)).toHaveText('14 credits2 held');
  const bar = openJobs(page).first().getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /[1-9]/);
  const unfinished = page.getByRole('img', { name: /^Unfinished: a fox/ }).first();
  await expect(unfinished).toBeVisible();
  const first = await unfinished.getAttribute('src');
  await expect.poll(() => unfinished.getAttribute('src'), 'the preview grows').not.toBe(first);
  await expect(openJobs(page).first()).toContainText(/left/);
  await allEnded(page);
  await expect(balance(page)).toHaveText('14 credits');
  await expect(endedJobs(page)).toHaveCount(2);
  await expect(endedJobs(page).first()).toContainText('1 credit charged');
}

async function lookAtGallery({ page }: Tally): Promise<void> {
  await show(page, 'Gallery');
  await expect(pictures(page)).toHaveCount(2);
  for (const picture of await pictures(page).all()) {
    await expect.poll(() => isDrawn(picture.locator('img'))).toBe(true);
  }
  await pictures(page).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('a fox in the snow at dusk');
  await expect(dialog).toContainText('1 credit, charged');
  await expect(dialog).toContainText('1536 × 1536 px');
  await expect(dialog).toContainText('understood:');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function readStatement({ page }: Tally): Promise<void> {
  const lines = await statementLines(page);
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    'Charge',
    'Charge',
    'Hold',
    'Hold',
    'Grant',
  ]);
  expect(lines[0]).toContain('the picture was delivered');
  expect(lines[2]).toMatch(
    /Put aside for .* when it was queued, from the .* credit that lapses soonest/,
  );
  expect(lines[4]).toContain('Granted by the plan');
  await page
    .getByRole('button', { name: /^Charge/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Why this credit?' });
  await expect(dialog.getByRole('region', { name: 'Price' })).toContainText('1 picture × 1 credit');
  await page.keyboard.press('Escape');
  await showCredits(page, 'Overview');
  await expect(page.getByRole('list', { name: 'Lots by expiry' })).toContainText('14 of 16');
}

test('on ChatNow the model and the quality change the price', async ({ open, folder }) => {
  const { page } = await open(folder);
  await begin(page, { card: 'ChatNow', plan: 'Free' });
  await expect(balance(page)).toHaveText('40 credits');
  const slip = receipt(page);
  for (const [model, quality, each] of [
    ['Swift', null, 2],
    ['Studio', 'Basic', 4],
    ['Studio', 'Premium', 6],
    ['Grand', null, 12],
  ] as const) {
    await fillDraft(page, { model, ...(quality === null ? {} : { quality }) });
    await expect(slip).toContainText(`1 image × ${each} credits`);
    await expect(slip).toContainText(`Balance after${40 - each}`);
  }
  await expect(slip.getByRole('list', { name: 'Before you press' })).toBeHidden();
  await generate(page, { prompt: 'three boats', model: 'Swift', side: 256, count: 2 });
  await allEnded(page);
  await expect(balance(page)).toHaveText('36 credits');
  await fillDraft(page, { model: 'Studio' });
  const warnings = slip.getByRole('list', { name: 'Before you press' });
  await expect(warnings).toContainText('Several variations at once');
  await expect(warnings).toContainText('You are switching models');
  await generate(page, { count: 1, quality: 'Premium' });
  await allEnded(page);
  await expect(balance(page)).toHaveText('30 credits');
  const lines = await statementLines(page);
  expect(lines).toHaveLength(7);
  expect(lines[0]?.split('\n')).toEqual(
    expect.arrayContaining(['Charge', expect.stringContaining('(premium)'), '6']),
  );
  await page.getByRole('button', { name: 'Why there are no refunds' }).click();
  await expect(page.getByRole('dialog')).toContainText('Nobody can add credits back by hand');
});
