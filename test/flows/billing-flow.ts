import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { isoOf } from '../../src-shared/billing/instant';
import type { Ordered, OrderWish } from '../../src-shared/contract/plan';
import { readBooks } from '../chaos/books';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import { freePlan, openFlow, restart } from './flow';

type Choice = Parameters<TestStudio['client']['workspace']['begin']>[0];

export const personal = { ...freePlan, planId: 'personal' } as const;
export const team = { ...freePlan, planId: 'team', seats: 2 } as const;
export const plus = { ...freePlan, cardId: 'chatnow', planId: 'plus' } as const;

/** When plans begin here, and the ends of their first months. */
const months = [
  '2026-01-31',
  '2026-02-28',
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
  '2026-06-30',
  '2026-07-31',
  '2026-08-31',
  '2026-09-30',
].map((day) => `${day}T10:00:00.000Z`);

/** The end of a month of a plan that began with `months`. */
export function month(number: number): string {
  const iso = months[number];
  if (iso === undefined) throw new Error(`month ${number} is not on the list`);
  return iso;
}

/** The millisecond before an instant. */
export function justBefore(iso: string): string {
  return new Date(Date.parse(iso) - 1).toISOString();
}

/** A workspace that has begun at an instant; its queue rests until it is told to work. */
export async function begun(choice: Choice, at = month(0)): Promise<TestStudio> {
  const flow = await openFlow({ clock: frozenClock(at) });
  await flow.client.workspace.begin(choice);
  return flow;
}

export function order(
  { client }: Pick<TestStudio, 'client'>,
  wish: OrderWish,
  orderId: string = randomUUID(),
): Promise<Ordered> {
  return client.plan.order({ orderId, wish, accepted: null });
}

export const change = (planId: string, cadence: 'monthly' | 'annual' = 'monthly'): OrderWish => ({
  kind: 'change-plan',
  planId,
  cadence,
  contract: null,
});
export const start = (planId: string, seats = 1): OrderWish => ({
  kind: 'start-plan',
  planId,
  cadence: 'monthly',
  contract: null,
  seats,
});
export const units = (addOnId: string, count: number): OrderWish => ({
  kind: 'buy-units',
  addOnId,
  count,
});

/** What was billed, oldest first, as `instant kind quantity cents`. */
export function bills({ studio }: TestStudio): string[] {
  return studio.ports.plans.invoices
    .all()
    .map(({ at, kind, quantity, cents }) => `${isoOf(at)} ${kind} ${quantity} ${cents}`);
}

/** What was granted, oldest first, as `instant credits lot`. */
export function grants({ studio }: TestStudio): string[] {
  return studio.ports.database
    .prepare<[], { at: number; credits: number; lot: string }>(
      "select at, credits, lot from entry where kind = 'grant' order by number",
    )
    .all()
    .map(({ at, credits, lot }) => `${new Date(at).toISOString()} ${credits} ${lot}`);
}

/** Books that are right by plain SQL, and an account that a restart works out the same. */
export async function expectSameAfterRestart(flow: TestStudio): Promise<TestStudio> {
  expectRightBooks(flow);
  const { plans } = flow.studio.ports;
  const [account, position] = [plans.account(), plans.position()];
  const again = await restart(flow, false);
  expect(again.studio.ports.plans.account()).toEqual(account);
  expect(again.studio.ports.plans.position()).toBeLessThanOrEqual(position);
  return again;
}

export function expectRightBooks({ folder }: TestStudio): void {
  expect(readBooks(folder)?.problems).toEqual([]);
}
