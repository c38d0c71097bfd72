// @vitest-environment happy-dom
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InsightDialog } from '../../../src-renderer/credits/insight-dialog';
import { insightStore } from '../../../src-renderer/stores/insight';
import { screenStore } from '../../../src-renderer/stores/screen';
import type { StatementLine } from '../../../src-shared/contract/credits';
import { type Mounted, mount } from '../../helpers/mounted';
import { openPageCredits, type PageCredits } from '../../helpers/page-credits';

let page: PageCredits;
let screen: Mounted;

beforeEach(async () => {
  page = await openPageCredits();
  await page.make(3);
  await page.sleep(1);
  await page.make(1);
  await page.sleep(30);
  await page.tellPage();
  screen = await mount(createElement(InsightDialog));
});
afterEach(() => page.close());

async function entry(kind: StatementLine['kind']): Promise<StatementLine> {
  const found = (await page.entries()).find((line) => line.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind}`);
  return found;
}

async function open(kind: StatementLine['kind']): Promise<StatementLine> {
  const line = await entry(kind);
  insightStore.getState().open({ kind: 'why', entryId: line.id });
  await screen.sees(line.explanation);
  return line;
}

describe('why this credit', () => {
  test('B8 tells a charge by its price of that day and the lots that could pay', async () => {
    await open('charge');
    await screen.sees('ChatNow 2026-11-01');
    expect(screen.text()).toContain('1 picture × 2 credits');
    expect(screen.text()).toContain('Text to image is metered.');
    const lots = screen.body.querySelectorAll('ol[aria-label^="Lots that could pay"] li');
    expect([...lots].map((lot) => lot.textContent)).toEqual([
      'Plan credit2 of 594lapses 28 Feb 2026; nothing else could pay',
    ]);
    expect(screen.text()).toContain('What was processed is charged once');
  });

  test('A8 tells a lapse by what became of its lot, and offers no receipt', async () => {
    await open('expire');
    expect(screen.text()).toContain('Lapsed592');
    expect(screen.text()).toContain('Left0');
    expect(screen.text()).toContain('Entries of the same lot');
    expect(screen.text()).not.toContain('Save a receipt');
  });

  test('leads from entry to entry of the same story, and back', async () => {
    const charge = await open('charge');
    const [hold] = screen.body.querySelectorAll<HTMLButtonElement>('section li button');
    expect(hold?.textContent).toContain('Hold');
    hold?.click();
    await screen.sees('Put aside for Swift');
    await screen.press('Back');
    await screen.sees(charge.explanation);
    expect(insightStore.getState().trail).toHaveLength(1);
  });

  test('shows only the entries of its job', async () => {
    const charge = await open('charge');
    await screen.press("Only this job's entries");
    expect(screenStore.getState()).toMatchObject({
      screen: 'credits',
      creditsPart: 'statement',
      statementJob: charge.job?.id,
    });
    expect(insightStore.getState().trail).toEqual([]);
  });

  test('says what is wrong where there is no such entry', async () => {
    insightStore.getState().open({ kind: 'why', entryId: 'nobody' });
    await screen.sees('There is no ledger entry nobody');
  });
});

describe('the balance on a day', () => {
  test('is that of the end of the day, with what made it', async () => {
    insightStore.getState().open({ kind: 'day', day: '2026-01-31' });
    await screen.sees('594 available, 0 held at the end of that day');
    expect(screen.text()).toContain('Plan credit594 of 600');
    const lines = screen.body.querySelectorAll('ol button');
    expect([...lines].map((line) => line.textContent?.match(/^[A-Z][a-z]+/)?.[0])).toEqual([
      ...['Charge', 'Charge', 'Charge', 'Hold', 'Hold', 'Hold'],
      'Grant',
    ]);
    insightStore.getState().replace({ kind: 'day', day: '2026-02-01' });
    await screen.sees('592 available');
  });

  test('of today is that of now', async () => {
    insightStore.getState().open({ kind: 'day', day: '2026-03-03' });
    await screen.sees('600 available, 0 held now');
  });

  test('opens an entry into its story, which leads back to the day', async () => {
    insightStore.getState().open({ kind: 'day', day: '2026-01-31' });
    await screen.sees('594 available');
    const grant = [...screen.body.querySelectorAll('button')].find((button) =>
      button.textContent?.startsWith('Grant'),
    );
    grant?.click();
    await screen.sees('Of the 600 credits granted on 31 Jan 2026: 8 spent, 592 lapsed.');
    await screen.press('Back');
    await screen.sees('594 available');
  });
});
