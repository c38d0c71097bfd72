import { expect, test } from './open-tally';
import {
  allEnded,
  balance,
  endedJobs,
  expectSound,
  generate,
  openJobs,
  queue,
  queueButton,
  statementLines,
} from './studio-page';
import { freePlan } from './welcome';

/** Long enough at work to be cancelled by hand. */
const slow = {
  side: 2048,
  quality: 'Premium',
  style: 'Oil',
  prompt: 'a harbour at night',
} as const;
const quick = { side: 256, quality: 'Basic', style: 'Flat poster', prompt: 'a red boat' } as const;

test('running and waiting jobs are cancelled, not charged, and tried again', async ({ opened }) => {
  const { page } = await opened(freePlan);
  await generate(page, { ...slow, count: 3 });
  await expect(balance(page)).toHaveText('13 credits3 held');
  await expect(openJobs(page).nth(0)).toContainText('Running');
  await expect(openJobs(page).nth(1)).toContainText('1 job ahead');
  await expect(openJobs(page).nth(2)).toContainText('2 jobs ahead');
  await queue(page).getByRole('button', { name: 'Cancel waiting' }).click();
  await expect(openJobs(page)).toHaveCount(1);
  await expect(balance(page)).toHaveText('15 credits1 held');
  await openJobs(page)
    .first()
    .getByRole('button', { name: /^Cancel/ })
    .click();
  await allEnded(page);
  await expect(balance(page)).toHaveText('16 credits');
  await expect(endedJobs(page)).toHaveCount(3);
  for (const card of await endedJobs(page).all()) {
    await expect(card).toContainText('Cancelled · not charged');
  }
  const tiles = page.getByRole('region', { name: 'Result' }).getByRole('article');
  await expect(tiles).toHaveCount(3);
  await tiles.first().getByRole('button', { name: 'Try again · 1 credit' }).dblclick();
  await expect(balance(page)).toHaveText('15 credits1 held');
  await expect(openJobs(page)).toHaveCount(1);
  await queue(page).getByRole('button', { name: 'Cancel all' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('1 job would end without a picture');
  await expect(question.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await question.getByRole('button', { name: 'Cancel all' }).click();
  await allEnded(page);
  await expect(balance(page)).toHaveText('16 credits');
  const kinds = (await statementLines(page)).map((line) => line.split('\n')[0]);
  expect(kinds.filter((kind) => kind === 'Release')).toHaveLength(4);
  expect(kinds.filter((kind) => kind === 'Charge')).toHaveLength(0);
  await expectSound(page);
});

test('a narrow window puts the queue away, and a wide one back', async ({ opened }) => {
  const { app, page } = await opened(freePlan);
  const resize = (width: number) =>
    app.evaluate(({ BrowserWindow }, width) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.isVisible())
        ?.setContentSize(width, 800);
    }, width);
  await resize(1300);
  await expect(queue(page)).toBeVisible();
  await resize(950);
  await expect(queue(page)).toBeHidden();
  await resize(1300);
  await expect(queue(page)).toBeVisible();
  await queueButton(page).click();
  await resize(950);
  await resize(1300);
  await expect(queue(page)).toBeHidden();
});

test('a paused queue holds, keeps its pause over a restart, and goes on', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(freePlan);
  await queue(first.page).getByRole('button', { name: 'Pause' }).click();
  await expect(queue(first.page)).toContainText('Paused: running jobs finish, no other starts.');
  await generate(first.page, { ...quick, count: 2 });
  await expect(openJobs(first.page)).toHaveCount(2);
  for (const card of await openJobs(first.page).all()) {
    await expect(card).toContainText('The queue is paused · 1 held');
  }
  await first.quit();
  const { page } = await open(folder);
  await expect(openJobs(page)).toHaveCount(2);
  await expect(balance(page)).toHaveText('14 credits2 held');
  await queue(page).getByRole('button', { name: 'Resume' }).click();
  await allEnded(page);
  await expect(balance(page)).toHaveText('14 credits');
  await expect(endedJobs(page)).toHaveCount(2);
});

test('a job that ran when Tally was quit runs again under its hold', async ({
  opened,
  open,
  folder,
}) => {
  const first = await opened(freePlan);
  await generate(first.page, { ...slow, side: 1536 });
  await expect(openJobs(first.page).first()).toContainText(/[1-9]\d? %/);
  await first.quit();
  const { page } = await open(folder);
  await allEnded(page);
  await expect(endedJobs(page)).toHaveCount(1);
  await expect(balance(page)).toHaveText('15 credits');
  const kinds = (await statementLines(page)).map((line) => line.split('\n')[0]);
  expect(kinds).toEqual(['Charge', 'Hold', 'Grant']);
});
