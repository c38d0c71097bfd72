// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openSlip, placeSlip, takeBack, workAs } from '../../../src-renderer/plan/order-actions';
import { planStore } from '../../../src-renderer/stores/plan';
import { slipStore } from '../../../src-renderer/stores/slip';
import { toastStore } from '../../../src-renderer/stores/toasts';
import type { OrderWish } from '../../../src-shared/contract/plan';
import { openPagePlan, type PagePlan } from '../../helpers/page-plan';

let page: PagePlan;

const plan = () => planStore.getState().plan;
const slip = () => slipStore.getState().slip;
const newestToast = () => toastStore.getState().toasts.at(-1);

const teams = {
  chatNow: { cardId: 'chatnow', planId: 'team', cadence: 'annual', seats: 2 },
  aiStudios: { cardId: 'ai-studios', planId: 'team', cadence: 'monthly', seats: 2 },
} as const;

async function told(): Promise<void> {
  await vi.waitFor(() => expect(slip()).toMatchObject({ asking: false }));
}

async function order(wish: OrderWish): Promise<void> {
  openSlip(wish);
  await told();
  await placeSlip();
  expect(slip()).toMatchObject({ refusal: null, submission: 'placed' });
}

/** Presses the button of the newest toast, and waits until there is another one. */
async function undo(label: string): Promise<void> {
  const toast = newestToast();
  expect(toast?.action?.label).toBe(label);
  toast?.action?.run();
  await vi.waitFor(() => expect(newestToast()?.id).not.toBe(toast?.id));
}

afterEach(() => page.close());

describe('one click takes back', () => {
  test('the end of a plan', async () => {
    page = await openPagePlan(teams.chatNow);
    await order({ kind: 'end-plan' });
    expect(plan()?.plan?.waiting).toEqual({ kind: 'end' });
    await undo('Keep the plan');
    expect(plan()?.plan?.waiting).toBeNull();
  });

  test('a change that waits for the end of the cycle', async () => {
    page = await openPagePlan(teams.chatNow);
    const choice = { planId: 'plus', cadence: 'monthly', contract: null } as const;
    await order({ kind: 'change-plan', ...choice });
    expect(plan()?.plan?.waiting).toMatchObject({ kind: 'change', to: { planId: 'plus' } });
    await undo('Take it back');
    expect(plan()?.plan?.waiting).toBeNull();
  });

  test('A12 the cancelling of units', async () => {
    page = await openPagePlan(teams.aiStudios);
    await order({ kind: 'buy-units', addOnId: 'team-unit', count: 3 });
    const unit = plan()?.units[0]?.unit ?? '';
    await order({ kind: 'cancel-units', unit, count: 2 });
    expect(plan()?.units).toMatchObject([{ count: 3, cancelled: 2 }]);
    await undo('Keep them');
    expect(plan()?.units).toMatchObject([{ count: 3, cancelled: 0 }]);
  });

  test('the removal of a seat, which costs nothing and brings nothing again', async () => {
    page = await openPagePlan(teams.chatNow);
    await order({ kind: 'remove-seat', seat: 'seat-2' });
    expect(plan()?.seats[1]).toMatchObject({ active: false, available: 1200 });
    await undo('Add it again');
    expect(plan()?.seats[1]).toMatchObject({ active: true, available: 1200 });
    expect((await page.placed())[0]).toMatchObject({ cents: 0, credits: 0 });
  });
});

test('what would be billed to take it back is shown in a slip first', async () => {
  page = await openPagePlan(teams.aiStudios);
  await order({ kind: 'remove-seat', seat: 'seat-2' });
  const before = page.asked.length;
  await takeBack({ kind: 'add-seat', seat: null, name: 'Ann' });
  await told();
  expect(page.asked).toHaveLength(before);
  expect(slip()).toMatchObject({ wish: { name: 'Ann' }, preview: { credits: 150 } });
});

test('A12 what was bought can’t be taken back', async () => {
  page = await openPagePlan(teams.aiStudios);
  await order({ kind: 'buy-units', addOnId: 'team-unit', count: 1 });
  expect(newestToast()?.action).toBeNull();
  const upgrade = { planId: 'enterprise', cadence: 'monthly' } as const;
  const contract = { seats: 2, credits: 500, everyMonths: 1, priceCents: null } as const;
  await order({ kind: 'change-plan', ...upgrade, contract });
  expect(plan()?.plan).toMatchObject({ planId: 'enterprise', waiting: null });
  expect(newestToast()?.action).toBeNull();
});

test('a price that changed under the slip is shown, and accepted only by another press', async () => {
  page = await openPagePlan(teams.chatNow);
  openSlip({ kind: 'add-seat', seat: null, name: '' });
  await told();
  expect(slip()?.preview?.cents).toBe(24_000);
  page.clock.set('2026-03-15T10:00:00Z');
  await placeSlip();
  await told();
  expect(slip()).toMatchObject({
    refusal: { code: 'order-price-changed', cents: 22_000 },
    preview: { cents: 22_000 },
    submission: 'none',
  });
  expect(plan()?.seats).toHaveLength(2);
  await placeSlip();
  const [first, second] = page.asked;
  expect(second?.orderId).not.toBe(first?.orderId);
  expect(second?.accepted).toEqual({ cents: 22_000 });
  expect(plan()?.seats).toHaveLength(3);
});

test('this computer can work as another active seat, and as no removed one', async () => {
  page = await openPagePlan(teams.chatNow);
  await workAs('seat-2');
  expect(plan()?.workingSeat).toBe('seat-2');
  await workAs('seat-1');
  await order({ kind: 'remove-seat', seat: 'seat-2' });
  await workAs('seat-2');
  expect(plan()?.workingSeat).toBe('seat-1');
  expect(newestToast()).toMatchObject({ severity: 'problem' });
});
