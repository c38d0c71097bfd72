import { largestBatch } from '../../src-shared/billing/card/quote';
import { describeRefusal } from '../../src-shared/refusal';
import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  endedJobs,
  fillDraft,
  generate,
  generateButton,
  openJobs,
  receipt,
  show,
  statementLines,
} from './studio-page';

const chatNow = { card: 'ChatNow', plan: 'Free' } as const;

test('an empty prompt can’t be submitted, and the button says why', async ({
  shared: { page },
}) => {
  await show(page, 'Create');
  await fillDraft(page, { prompt: '   ', count: 1 });
  const button = generateButton(page);
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/^Write a prompt first/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The prompt is empty; write what')).toBeVisible();
  await expect(openJobs(page)).toHaveCount(0);
  await expect(balance(page)).toHaveText('720 credits');
});

test('a prompt of 10,000 characters is told its length and its limit', async ({
  shared: { page },
}) => {
  await show(page, 'Create');
  await fillDraft(page, { prompt: 'x'.repeat(10_000) });
  await expect(generateButton(page)).toBeDisabled();
  await expect(generateButton(page)).toHaveAccessibleDescription(/10,000 characters.*2,000/);
  const prompt = page.getByRole('textbox', { name: 'Prompt' });
  await expect(prompt).toHaveAttribute('aria-invalid', 'true');
  await expect(prompt).toHaveAccessibleDescription(/shorten it to at most 2,000/);
  await fillDraft(page, { prompt: 'x'.repeat(2000) });
  await expect(generateButton(page)).toBeEnabled();
});

for (const wrong of [0, 1.5, -3, 1e9]) {
  test(`a count of ${wrong} is refused at its field`, async ({ shared: { page } }) => {
    await show(page, 'Create');
    await fillDraft(page, { prompt: 'a fox' });
    const count = page.getByRole('textbox', { name: 'Images' });
    await count.fill(String(wrong));
    await expect(count).toHaveAccessibleDescription(
      describeRefusal({ code: 'count-invalid', count: wrong, limit: largestBatch }),
    );
    await expect(generateButton(page)).toBeDisabled();
    await expect(receipt(page)).toBeHidden();
    await page.keyboard.press('Control+Enter');
    await expect(openJobs(page)).toHaveCount(0);
    await count.fill('1');
    await expect(generateButton(page)).toBeEnabled();
  });
}

test('a size beyond the model is refused at its field', async ({ shared: { page } }) => {
  await show(page, 'Create');
  await fillDraft(page, { prompt: 'a fox', count: 1, side: 4096 });
  await expect(page.getByRole('textbox', { name: 'Width in pixels' })).toHaveAccessibleDescription(
    /4096 × 4096 pixels can't be made by this model; choose sides from 256 to 2048/,
  );
  await expect(generateButton(page)).toBeDisabled();
  await fillDraft(page, { side: 256 });
  await expect(generateButton(page)).toBeEnabled();
});

test('too little credit says how much is missing and mends it with one click', async ({
  opened,
}) => {
  const { page } = await opened(chatNow);
  await fillDraft(page, { prompt: 'a fox', model: 'Grand', side: 256, count: 5 });
  await expect(receipt(page)).toContainText('5 images × 12 credits');
  await expect(receipt(page)).toContainText('Missing20');
  await expect(generateButton(page)).toBeDisabled();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/20 credits too few\. 40 credits come on \w+ \d+, \d{4}\./);
  await alert.getByRole('button', { name: 'Use Studio, basic · 20 credits' }).click();
  await expect(receipt(page)).toContainText('5 images × 4 credits');
  await expect(generateButton(page)).toBeEnabled();
  await fillDraft(page, { model: 'Grand' });
  await alert.getByRole('button', { name: 'Make 3 · 36 credits' }).click();
  await expect(receipt(page)).toContainText('Balance after4');
  await expect(generateButton(page)).toBeEnabled();
  await expect(balance(page)).toHaveText('40 credits');
});

test('a double click on Generate is one batch', async ({ opened }) => {
  const { page } = await opened(chatNow);
  await fillDraft(page, { prompt: 'a fox', model: 'Swift', side: 256 });
  await generateButton(page).dblclick();
  await allEnded(page);
  await expect(endedJobs(page)).toHaveCount(1);
  await expect(balance(page)).toHaveText('38 credits');
  expect(await statementLines(page)).toHaveLength(3);
});

test('asked for again and again, a prompt is warned of and a seed is kept when told', async ({
  opened,
}) => {
  const { page } = await opened(chatNow);
  await page.getByRole('button', { name: 'Keep this seed' }).click();
  for (const made of [1, 2, 3]) {
    await generate(page, { prompt: 'a fox', model: 'Swift', side: 256, seed: 7 });
    await expect(endedJobs(page)).toHaveCount(made);
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  }
  await expect(receipt(page).getByRole('list', { name: 'Before you press' })).toContainText(
    'The same prompt was tried several times already',
  );
});
