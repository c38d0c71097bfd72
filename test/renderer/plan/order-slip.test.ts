// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeWish, openSlip, placeSlip } from '../../../src-renderer/plan/order-actions';
import { problemAt } from '../../../src-renderer/plan/slip-problems';
import { buttonWords } from '../../../src-renderer/plan/slip-words';
import { creditsStore } from '../../../src-renderer/stores/credits';
import { planStore } from '../../../src-renderer/stores/plan';
import { slipStore } from '../../../src-renderer/stores/slip';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { workspaceStore } from '../../../src-renderer/stores/workspace';
import type { OrderPreview, OrderWish } from '../../../src-shared/contract/plan';
import { openPagePlan, type PagePlan } from '../../helpers/page-plan';

let page: PagePlan;

const slip = () => slipStore.getState().slip;
const toasts = () => toastStore.getState().toasts;

/** What the open slip says once it has been told. */
async function told(): Promise<OrderPreview> {
  await vi.waitFor(() => expect(slip()?.asking).toBe(false));
  const preview = slip()?.preview;
  if (preview == null) throw new Error(`nothing was told: ${JSON.stringify(slip()?.refusal)}`);
  return preview;
}

/** Opens a slip, reads it and presses its button. */
async function order(wish: OrderWish): Promise<void> {
  openSlip(wish);
  await told();
  await placeSlip();
}

beforeEach(async () => {
  page = await openPagePlan({ cardId: 'ai-studios', planId: 'personal', cadence: 'monthly' });
});

afterEach(async () => {
  vi.useRealTimers();
  await page.close();
});

const units = { kind: 'buy-units', addOnId: 'personal-unit', count: 2 } as const;

test('A14 a slip says, before anything is ordered, that units renew by themselves, when and for how much', async () => {
  openSlip(units);
  const preview = await told();
  expect(preview).toMatchObject({ effect: 'at-once', cents: 2000, credits: 120 });
  const words = preview.words.join(' ');
  expect(words).toContain('renews by itself on 28 Feb 2026 for $20');
  expect(words).toContain('can’t be refunded');
  expect(buttonWords(units, preview, 'soon')).toBe('Buy 2 units · $20');
  expect(await page.placed()).toHaveLength(1);
});

test('A10 an order puts plan and balance into their stores', async () => {
  await order(units);
  expect(creditsStore.getState().balance?.available).toBe(180);
  expect(planStore.getState().plan?.units).toMatchObject([{ count: 2, cancelled: 0 }]);
  expect(slip()?.submission).toBe('placed');
  expect(toasts()).toMatchObject([{ text: 'Bought 2 × Personal add-on unit', action: null }]);
});

describe('pressed more than once', () => {
  test('at the same time and right after it, is one order', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    openSlip(units);
    await told();
    await Promise.all([placeSlip(), placeSlip()]);
    await placeSlip();
    expect(page.asked).toHaveLength(1);
    expect(slip()).not.toBeNull();
    vi.runAllTimers();
    expect(slip()).toBeNull();
    expect(creditsStore.getState().balance?.available).toBe(180);
  });

  test('without an answer to the first, is one order under one id', async () => {
    openSlip(units);
    await told();
    page.loseNextAnswer();
    await placeSlip();
    expect(slip()).toMatchObject({ submission: 'none', problem: expect.stringContaining('again') });
    await placeSlip();
    const [first, second] = page.asked;
    expect(second?.orderId).toBe(first?.orderId);
    expect(await page.placed()).toHaveLength(2);
    expect(creditsStore.getState().balance?.available).toBe(180);
  });

  test('for another count, is another order', async () => {
    openSlip(units);
    await told();
    page.loseNextAnswer();
    await placeSlip();
    changeWish({ ...units, count: 1 });
    expect((await told()).cents).toBe(1000);
    await placeSlip();
    const [first, second] = page.asked;
    expect(second?.orderId).not.toBe(first?.orderId);
    expect(await page.placed()).toHaveLength(3);
  });
});

test('nothing is ordered while what the order would do is being asked', async () => {
  openSlip(units);
  await placeSlip();
  expect(page.asked).toEqual([]);
  await told();
});

test('the total follows the count', async () => {
  openSlip({ ...units, count: 1 });
  expect((await told()).cents).toBe(1000);
  for (const count of [2, 3, 40]) {
    changeWish({ ...units, count });
    expect((await told()).cents).toBe(count * 1000);
  }
});

describe('a refusal', () => {
  test.each([0, -2, 1.5, 1001])('of %s units belongs to their field', async (count) => {
    openSlip({ ...units, count });
    await vi.waitFor(() => expect(slip()?.refusal?.code).toBe('unit-count-invalid'));
    const wish = slip()?.wish ?? units;
    expect(problemAt(wish, slip()?.refusal ?? null, 'count')).toContain('from 1 to 1,000');
    await placeSlip();
    expect(page.asked).toEqual([]);
    changeWish({ ...units, count: 1 });
    expect((await told()).cents).toBe(1000);
    expect(slip()?.refusal).toBeNull();
  });

  test('A6 of a contract’s figure belongs to that figure', async () => {
    const contract = { seats: 0, credits: 10, everyMonths: 1, priceCents: null } as const;
    const wish = {
      kind: 'change-plan',
      planId: 'enterprise',
      cadence: 'monthly',
      contract,
    } as const;
    openSlip(wish);
    await vi.waitFor(() => expect(slip()?.refusal?.code).toBe('contract-invalid'));
    expect(problemAt(wish, slip()?.refusal ?? null, 'seats')).toContain('from 1 to 500');
    expect(problemAt(wish, slip()?.refusal ?? null, 'credits')).toBeNull();
  });

  test('of the order itself is said in the slip', async () => {
    openSlip({ kind: 'end-plan' });
    await told();
    const orderId = crypto.randomUUID();
    await page.client.plan.order({ orderId, wish: { kind: 'end-plan' }, accepted: null });
    await placeSlip();
    expect(slip()).toMatchObject({ refusal: { code: 'plan-ending' }, submission: 'none' });
  });
});

test('after the end of a plan the workspace says that none runs, and one can be started', async () => {
  await order({ kind: 'end-plan' });
  page.clock.set('2026-03-01T10:00:00Z');
  workspaceStore.getState().setWorkspace(await page.client.workspace.state());
  planStore.getState().setPlan(await page.client.plan.state());
  expect(workspaceStore.getState().workspace).toMatchObject({ planId: null, renewal: null });
  expect(planStore.getState().plan?.plans.map(({ effect }) => effect)).toContain('start');
  const choice = { planId: 'free', cadence: 'monthly', contract: null } as const;
  await order({ kind: 'start-plan', ...choice, seats: 1 });
  expect(workspaceStore.getState().workspace).toMatchObject({ planId: 'free' });
  expect(creditsStore.getState().balance?.available).toBe(16);
});
