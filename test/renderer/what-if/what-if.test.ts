// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whatIfStore } from '../../../src-renderer/stores/what-if';
import { WhatIf } from '../../../src-renderer/what-if/what-if';
import { type Mounted, mount } from '../../helpers/mounted';
import { openPageCredits, type PageCredits } from '../../helpers/page-credits';

let page: PageCredits;
let screen: Mounted;

const form = () => whatIfStore.getState();

/** Three weeks of a picture or two each Monday, and the screen as one then finds it. */
beforeEach(async () => {
  page = await openPageCredits();
  for (let week = 0; week < 3; week += 1) {
    await page.make(2);
    await page.sleep(7);
  }
  await page.tellPage();
  screen = await mount(createElement(WhatIf));
});
afterEach(() => page.close());

/** The table of totals, row by row. */
function totals(): string[][] {
  const rows = [...screen.body.querySelectorAll('section[aria-label="What it comes to"] tbody tr')];
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}

describe('What if', () => {
  test('left alone, shows what comes, and says that nothing of it is real', async () => {
    await screen.sees('What would happen');
    expect(screen.text()).toContain('your ledger stays as it is');
    expect(screen.text()).toContain('Usual so far: 4 credits a week (12 credits in 21 days).');
    expect(totals().at(0)).toEqual(['Granted', '3,600']);
    expect(screen.text()).not.toContain('Difference');
  });

  test('sets another pace beside the usual one, and touches nothing', async () => {
    const before = await page.entries();
    await screen.sees('What would happen');
    await act(async () => form().set({ pace: { credits: 700, days: 7 } }));
    await screen.sees('Difference');
    await screen.sees(/With the changes credit runs out on \d+ \w+ 2026; as it is, it does not/);
    const spent = totals().find(([name]) => name === 'Spent');
    expect(spent?.at(3)).toMatch(/^\+/);
    expect(await page.entries()).toEqual(before);
    await screen.press('Start over');
    await screen.sees('Credit does not run out.');
    expect(screen.text()).not.toContain('Difference');
  });

  test('bills a larger plan and grants its credit', async () => {
    await screen.sees('What would happen');
    await screen.press('Change the plan');
    await screen.sees('the plan changes from Plus to Pro');
    const billed = totals().find(([name]) => name === 'Billed');
    expect(billed).toEqual([
      'Billed',
      '$72',
      expect.stringMatching(/^\$2\d\d/),
      expect.stringMatching(/^\+\$/),
    ]);
    expect(await page.client.plan.orders({ before: null, limit: 10 })).toMatchObject({
      orders: [{ kind: 'start-plan' }],
    });
  });

  test('B5 says at its row which of several orders is refused, and why', async () => {
    await screen.sees('What would happen');
    await screen.press('Change the plan');
    await screen.press('Buy packs');
    await screen.sees('Packs are sold once the allowance is used up');
    const rows = [...screen.body.querySelectorAll('ol[aria-label="Changes to try"] fieldset')];
    const alerts = rows.map((row) => row.querySelector('[role=alert]')?.textContent ?? null);
    expect(alerts).toEqual([null, expect.stringContaining('Packs are sold once')]);
    await screen.sees('this is what came of it before');
    await screen.press('Take out: Buy packs');
    await screen.sees('the plan changes from Plus to Pro');
    expect(screen.text()).not.toContain('this is what came of it before');
  });

  test('asks for nothing that can not be meant', async () => {
    await screen.sees('What would happen');
    await act(async () => form().set({ pace: { credits: 2.5, days: 7 } }));
    await screen.sees('A pace is a whole number of credits');
    await screen.sees('this is what came of it before');
  });

  test('starts at a day of the past from the ledger as it was then', async () => {
    await screen.sees('What would happen');
    await act(async () => form().set({ from: '2026-02-01', until: '2026-02-20' }));
    await screen.sees('As the ledger was at the start of 1 Feb 2026');
    await screen.sees('1 Feb 2026 to 21 Feb 2026');
    expect(totals().find(([name]) => name === 'Granted')?.[1]).toBe('0');
  });

  test('tries another price: what was usual costs as much more', async () => {
    await screen.sees('What would happen');
    await act(async () =>
      form().price({ tool: 'image', model: 'image-swift', credits: 20, per: 1 }),
    );
    await screen.sees(/Spent1031,03\d\+9\d\d/);
  });
});
