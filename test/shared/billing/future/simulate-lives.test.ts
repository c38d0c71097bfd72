import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../../src-shared/billing/future/simulate';
import { instant } from '../../../../src-shared/billing/instant';
import { BillingLife } from '../../../helpers/billing-life';
import { go, standingOf } from '../../../helpers/standings';
import { historyOf } from '../../../independent/histories';

const dayLength = 86_400_000;

/** Part of the life of a seed, in percent of its operations. */
type Past = { readonly seed: number; readonly share: number };
const anyPast: fc.Arbitrary<Past> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  share: fc.integer({ min: 20, max: 100 }),
});

function lived({ seed, share }: Past) {
  const history = historyOf(seed);
  const life = new BillingLife(history);
  const count = Math.floor((history.operations.length * share) / 100);
  for (const operation of history.operations.slice(0, count)) life.apply(operation);
  return { life, card: history.card };
}

const anyDays = fc.integer({ min: 0, max: 1200 });
const anyPaces = fc.array(
  fc.record({
    seat: fc.constantFrom('seat-1', 'seat-2', 'seat-3', 'seat-9'),
    pace: fc.record({ credits: fc.nat(900), days: fc.integer({ min: 1, max: 40 }) }),
  }),
  { maxLength: 4 },
);
const daysAfter = (at: number, days: number) => instant(at + days * dayLength);

describe('any life', () => {
  test('with no use the forecast equals what then happens, entry by entry', () => {
    fc.assert(
      fc.property(anyPast, anyDays, (past, days) => {
        const { life, card } = lived(past);
        const standing = standingOf(life);
        const before = life.entries.length;
        const { end, entries, future } = go(card, standing, { until: daysAfter(life.now, days) });
        life.advance(end.at);
        expect(entries).toEqual(life.entries.slice(before));
        expect(end.account).toEqual(life.account);
        expect(end.waiting).toEqual(life.jobs.waiting());
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(end.lots.toSorted(byId)).toEqual(life.liveLots().sort(byId));
        expect(future.totals).toMatchObject({ spent: 0, unmet: 0 });
      }),
      { numRuns: 300 },
    );
  });

  test('what is billed on the way is what then is', () => {
    fc.assert(
      fc.property(anyPast, anyDays, (past, days) => {
        const { life, card } = lived(past);
        const before = life.lines.length;
        const { future } = go(card, standingOf(life), { until: daysAfter(life.now, days) });
        life.advance(future.until);
        const prices = life.lines.slice(before).map(({ cents }) => cents);
        expect(future.totals).toMatchObject({
          cents: prices.reduce<number>((total, cents) => total + (cents ?? 0), 0),
          unpriced: prices.filter((cents) => cents === null).length,
        });
      }),
    );
  });

  test('in one go is the same as in two', () => {
    fc.assert(
      fc.property(anyPast, anyDays, anyDays, (past, first, second) => {
        const { life, card } = lived(past);
        const standing = standingOf(life);
        const middle = daysAfter(life.now, first);
        const until = daysAfter(middle, second);
        const whole = go(card, standing, { until });
        const half = go(card, standing, { until: middle });
        const rest = go(card, half.end, { until });
        expect(rest.end).toEqual(whole.end);
        expect([...half.entries, ...rest.entries]).toEqual(whole.entries);
        const sum = (key: 'granted' | 'lapsed' | 'cents' | 'unpriced') =>
          half.future.totals[key] + rest.future.totals[key];
        expect(whole.future.totals).toMatchObject({
          granted: sum('granted'),
          lapsed: sum('lapsed'),
          cents: sum('cents'),
          unpriced: sum('unpriced'),
          opening: half.future.totals.opening,
          closing: rest.future.totals.closing,
        });
      }),
    );
  });

  test('opening + granted − spent − lapsed = closing, at any pace', () => {
    fc.assert(
      fc.property(
        anyPast,
        anyDays,
        anyPaces,
        fc.constantFrom('runs' as const, 'waits' as const),
        (past, days, spending, queue) => {
          const { life, card } = lived(past);
          const standing = standingOf(life);
          const { future, end } = go(card, standing, {
            until: daysAfter(life.now, days),
            spending,
            queue,
          });
          const { opening, granted, spent, lapsed, closing } = future.totals;
          expect(opening + granted - spent - lapsed).toBe(closing);
          const left = end.lots.reduce((total, lot) => total + lot.available + lot.held, 0);
          expect(closing).toBe(left);
          if (queue === 'runs') expect(end.lots.every((lot) => lot.held === 0)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('what is wished for is spent or unmet, and never before the pace asks for it', () => {
    fc.assert(
      fc.property(anyPast, anyDays, fc.nat(60), (past, days, amount) => {
        const { life, card } = lived(past);
        const standing = standingOf(life);
        const active = standing.account.seats.some(({ id, active }) => active && id === 'seat-1');
        const course = {
          until: daysAfter(life.now, days),
          spending: [{ seat: 'seat-1', pace: { credits: amount, days: 1 } }],
          queue: 'runs',
        } as const;
        const { future } = go(card, { ...standing, waiting: [] }, course);
        const held = standing.lots.reduce((total, lot) => total + lot.held, 0);
        const wished = active ? amount * days : 0;
        expect(future.totals.spent - held + future.totals.unmet).toBe(wished);
        expect(future.runsOutAt === null).toBe(future.totals.unmet === 0);
      }),
    );
  });

  test('a plot has at most 400 points, in order, from the first instant to the last', () => {
    fc.assert(
      fc.property(anyPast, fc.nat(7305), anyPaces, (past, days, spending) => {
        const { life, card } = lived(past);
        const standing = standingOf(life);
        const { future, end } = go(card, standing, { until: daysAfter(life.now, days), spending });
        const { points } = future;
        expect(points.length).toBeLessThanOrEqual(400);
        expect(points[0]?.at).toBe(standing.at);
        expect(points.at(-1)?.at).toBe(future.until);
        expect(points.map(({ at }) => at)).toEqual(
          points.map(({ at }) => at).sort((a, b) => a - b),
        );
        const left = end.lots.reduce((total, lot) => total + lot.available, 0);
        expect(points.at(-1)?.available).toBe(left);
        expect(points.every(({ available }) => available >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing that was given is changed', () => {
    fc.assert(
      fc.property(anyPast, anyDays, anyPaces, (past, days, spending) => {
        const { life, card } = lived(past);
        const standing = frozen(structuredClone(standingOf(life)));
        const course = frozen({
          until: daysAfter(life.now, days),
          spending,
          orders: [{ id: 'end', at: life.now, wish: { kind: 'end-plan' as const } }],
          queue: 'runs' as const,
        });
        const again = () => simulate(standing, course, () => card);
        expect(again()).toEqual(again());
      }),
      { numRuns: 50 },
    );
  });
});

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
