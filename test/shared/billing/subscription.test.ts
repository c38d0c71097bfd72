import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, cycleAt } from '../../../src-shared/billing/billing-cycle';
import { credits } from '../../../src-shared/billing/credits';
import { type Instant, instant, isoOf } from '../../../src-shared/billing/instant';
import {
  grantOf,
  lotsOfCycle,
  nextBoundary,
  nextBoundaryAt,
  type Subscription,
} from '../../../src-shared/billing/subscription';
import { aiStudios, planOf } from '../../helpers/cards';
import {
  lotsOf,
  nextTwentieth,
  notBegun,
  personal,
  runUntil,
  twentieth,
} from '../../helpers/running-plan';

const anyPlan: fc.Arbitrary<Subscription> = fc
  .record({
    anchor: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
    everyMonths: fc.constantFrom(1 as const, 12 as const),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/New_York'),
    amount: fc.integer({ min: 1, max: 2000 }),
    seats: fc.uniqueArray(fc.constantFrom('ada', 'bo', 'cy'), { minLength: 1 }),
  })
  .map(({ anchor, everyMonths, timeZone, amount, seats }) => ({
    ...personal,
    anchor: instant(anchor),
    timeZone,
    wallets: seats.map((id) => ({ id, kind: 'seat' as const })),
    grant: { credits: credits(amount), everyMonths },
  }));

/** An instant so many days after the anchor. */
const after = (plan: Subscription, days: number): Instant =>
  instant(plan.anchor + days * 86_400_000);

describe('the first grant', () => {
  test('is due at the very anchor, not before', () => {
    expect(nextBoundary(personal, 0, [], instant(twentieth - 1))).toBeNull();
    expect(nextBoundary(personal, 0, [], twentieth)?.at).toBe(twentieth);
  });
  test('has its own instant, however late it is found', () => {
    expect(nextBoundary(personal, 0, [], nextTwentieth)?.at).toBe(twentieth);
    expect(nextBoundaryAt(personal, 0)).toBe(twentieth);
    expect(nextBoundaryAt(personal, 1)).toBe(nextTwentieth);
  });
  test('gives one lot a wallet, from the anchor to the first renewal', () => {
    const boundary = nextBoundary(personal, 0, [], twentieth);
    expect(boundary?.entries).toMatchObject([
      {
        kind: 'grant',
        id: 'grant:plan:0:base:ada',
        credits: 60,
        at: twentieth,
        cause: { kind: 'cycle', subscription: 'plan', index: 0 },
        terms: { source: 'base', startsAt: twentieth, expiresAt: nextTwentieth, granted: 60 },
      },
    ]);
  });
});

describe('a renewal (A7, A8, B3)', () => {
  test('lets what is left lapse, then grants, at the same instant', () => {
    const first = runUntil(personal, notBegun, twentieth);
    const renewal = nextBoundary(personal, 1, lotsOf(first), nextTwentieth);
    expect(renewal?.entries.map(({ kind, at, credits: amount }) => [kind, at, amount])).toEqual([
      ['expire', nextTwentieth, 60],
      ['grant', nextTwentieth, 60],
    ]);
  });
  test('a year of sleep is twelve renewals, each at its own instant', () => {
    const progress = runUntil(personal, notBegun, addMonths(twentieth, 12, 'UTC'));
    const grants = progress.entries.filter(({ kind }) => kind === 'grant');
    expect(grants.map(({ at }) => isoOf(at).slice(0, 7))).toEqual([
      ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
      ...['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'],
    ]);
    const standing = lotsOf(progress).map(({ available, expired }) => [available, expired]);
    expect(standing.slice(0, -1)).toEqual(Array.from({ length: 12 }, () => [0, 60]));
    expect(standing.at(-1)).toEqual([60, 0]);
  });
  test('A6 an annual plan grants once a year', () => {
    const grant = grantOf(planOf(aiStudios, 'personal'), 'annual') ?? personal.grant;
    const annual: Subscription = { ...personal, cadence: 'annual', grant };
    const eleven = runUntil(annual, notBegun, addMonths(twentieth, 11, 'UTC'));
    expect(lotsOf(eleven).map(({ available }) => available)).toEqual([720]);
    const twelve = runUntil(annual, eleven, addMonths(twentieth, 12, 'UTC'));
    expect(lotsOf(twelve).map(({ available }) => available)).toEqual([0, 720]);
  });
});

test('a plan run in one go ends as it does in any number of steps', () => {
  const anyStops = fc.array(fc.integer({ min: -40, max: 900 }), { maxLength: 12 });
  fc.assert(
    fc.property(anyPlan, fc.nat(900), anyStops, (plan, days, stops) => {
      const atOnce = runUntil(plan, notBegun, after(plan, days));
      const sorted = stops.filter((stop) => stop <= days).sort((a, b) => a - b);
      const inSteps = [...sorted, days].reduce(
        (progress, stop) => runUntil(plan, progress, after(plan, stop)),
        notBegun,
      );
      expect(inSteps).toEqual(atOnce);
    }),
  );
});

test('boundaries come in true order, none is later than was asked, and none is done twice', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(900), (plan, days) => {
      const until = after(plan, days);
      const { entries, turns } = runUntil(plan, notBegun, until);
      const times = entries.map((entry) => entry.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every((at) => at <= until)).toBe(true);
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
      const next = cycleAt(plan.anchor, plan.grant.everyMonths, plan.timeZone, turns);
      expect(next.startsAt).toBeGreaterThan(until);
      expect(nextBoundaryAt(plan, turns)).toBe(next.startsAt);
    }),
  );
});

test('at any instant there is exactly one turn to spend, and every seat has its own', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(900), (plan, days) => {
      const until = after(plan, days);
      const living = lotsOf(runUntil(plan, notBegun, until)).filter(
        (lot) => lot.startsAt <= until && until < lot.expiresAt,
      );
      expect(living.map((lot) => lot.wallet.id)).toEqual(plan.wallets.map(({ id }) => id));
      for (const lot of living) expect(lot.available).toBe(plan.grant.credits);
    }),
  );
});

test('lots of two plans or two turns never share an id', () => {
  const turns = [0, 1, 2].map((index) => cycleAt(twentieth, 1, 'UTC', index));
  const plans = [personal, { ...personal, id: 'other' }];
  const ids = plans.flatMap((plan) => turns.flatMap((turn) => lotsOfCycle(plan, turn)));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(6);
});
