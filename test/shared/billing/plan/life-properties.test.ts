import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEntry, type Entry, entryKinds } from '../../../../src-shared/billing/lots/entry';
import type { Lot } from '../../../../src-shared/billing/lots/lot';
import type { Account } from '../../../../src-shared/billing/plan/account';
import { cycleSpans } from '../../../../src-shared/billing/plan/cycle-spans';
import { invoiceKinds, sumOfCents } from '../../../../src-shared/billing/plan/invoice-line';
import type { Step } from '../../../../src-shared/billing/plan/step';
import { history } from '../../../../src-shared/billing/plan/unfold';
import { anyLife, type Happening, live, type ToldLife } from '../../../helpers/any-life';
import type { BillingLife } from '../../../helpers/billing-life';

const runs = { numRuns: 300 };

const stepsOf = (told: ToldLife, life: BillingLife): Step[] => [
  ...history(life.orders, life.now, () => told.card),
];

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

test('the lives that these properties are about are full ones', () => {
  const lives = fc.sample(anyLife, { numRuns: 400, seed: 7 }).map((told) => live(told));
  const kinds = new Set(lives.flatMap(({ entries }) => entries.map(({ kind }) => kind)));
  expect(kinds).toEqual(new Set(entryKinds));
  const bought = new Set(lives.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
  expect(bought).toEqual(new Set(invoiceKinds));
  const wishes = new Set(lives.flatMap(({ orders }) => orders.map(({ wish }) => wish.kind)));
  expect([...wishes].sort()).toEqual([
    ...['add-seat', 'buy-pack', 'buy-units', 'cancel-units', 'change-plan', 'end-plan'],
    ...['keep-plan', 'keep-units', 'remove-seat', 'start-plan'],
  ]);
  expect(sumOf(lives.map(({ entries }) => entries.length))).toBeGreaterThan(400 * 30);
});

test('conservation: every lot adds up to its grant at every entry, and no part is negative', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      const { entries, lots: lived } = live(told);
      const lots = new Map<string, Lot>();
      for (const entry of entries) {
        const lot = applyEntry(lots.get(entry.lotId) ?? null, entry);
        const parts = [lot.available, lot.held, lot.spent, lot.expired];
        expect(sumOf(parts), entry.id).toBe(lot.granted);
        for (const part of parts) expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
        lots.set(entry.lotId, lot);
      }
      expect(lots).toEqual(lived);
    }),
    runs,
  );
});

test('what is on hold is what the open jobs hold, each its whole price or nothing', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      live(told, undefined, ({ lots, jobs }) => {
        const held = sumOf([...lots.values()].map((lot) => lot.held));
        expect(sumOf(jobs.view().map((job) => job.held))).toBe(held);
        for (const { state, held: own } of jobs.view()) {
          if (state !== 'waiting' && state !== 'running') expect(own).toBe(0);
        }
      });
    }),
    runs,
  );
});

test('nothing that has lapsed can be spent, at any instant, and no hold of a waiting job is left on it', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      live(told, undefined, (life) => {
        const lapsed = life.liveLots().filter((lot) => life.lapseOf(lot) <= life.now);
        for (const lot of lapsed) expect(lot.available).toBe(0);
        const running = life.jobs.view().filter(({ state }) => state === 'running');
        expect(sumOf(lapsed.map(({ held }) => held))).toBeLessThanOrEqual(
          sumOf(running.map(({ held }) => held)),
        );
      });
    }),
    runs,
  );
});

test('ids are unique and entries come in the order of their instants', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      const { entries, lines } = live(told);
      for (const ids of [entries, lines].map((some) => some.map(({ id }) => id))) {
        expect(new Set(ids).size).toBe(ids.length);
      }
      for (const times of [entries, lines].map((some) => some.map(({ at }) => at))) {
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
    }),
    runs,
  );
});

test('no clock movement mints or loses: what comes is a function of orders and months alone', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      const life = live(told);
      const steps = stepsOf(told, life);
      const granted = life.entries.flatMap((entry) =>
        entry.kind === 'grant' ? [{ terms: entry.terms, cause: entry.cause }] : [],
      );
      expect(granted).toEqual(steps.flatMap(({ grants }) => grants));
      expect(life.lines).toEqual(steps.flatMap(({ lines }) => lines));
      const orders = new Set(life.orders.map(({ id }) => id));
      for (const { cause } of granted) {
        if (cause.kind === 'order') expect(orders.has(cause.order)).toBe(true);
        else expect(cause.subscription).toMatch(/^subscription-\d+$/);
      }
    }),
    runs,
  );
});

test('catching up in one go is catching up in any number of steps, back and forth', () => {
  const anyShares = fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { maxLength: 5 });
  fc.assert(
    fc.property(anyLife, anyShares, (told, shares) => {
      const atOnce = live(told);
      const inSteps = live(told, (life, to) => {
        const from = life.now;
        const stops = shares.map((share) => Math.round(from + (to - from) * share));
        for (const stop of stops) life.advance(Math.min(stop, Math.max(from, to)));
        life.advance(to);
      });
      expect(inSteps.now).toBe(atOnce.now);
      expect(inSteps.entries).toEqual(atOnce.entries);
      expect(inSteps.lines).toEqual(atOnce.lines);
      expect(inSteps.account).toEqual(atOnce.account);
      expect(inSteps.view()).toEqual(atOnce.view());
    }),
    runs,
  );
});

/** Base credit of each seat in each grant period, and the largest grant of a plan that ran in it. */
function allowances(steps: readonly Step[]) {
  const periods = new Map<string, { most: number; seats: Map<string, number>; last: Account }>();
  for (const { account, grants } of steps) {
    const { subscription } = account;
    if (subscription === null) continue;
    const key = `${subscription.id}:${subscription.periodStart}`;
    const period = periods.get(key) ?? { most: 0, seats: new Map<string, number>(), last: account };
    period.most = Math.max(period.most, subscription.terms.grant.credits);
    period.last = account;
    for (const { terms } of grants.filter((grant) => grant.terms.source === 'base')) {
      const before = period.seats.get(terms.wallet.id) ?? 0;
      period.seats.set(terms.wallet.id, before + terms.granted);
    }
    periods.set(key, period);
  }
  return [...periods.values()];
}

test('A6 a seat has its full allowance exactly once a grant period, whatever is done to it', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      for (const { most, seats, last } of allowances(stepsOf(told, live(told)))) {
        for (const amount of seats.values()) expect(amount).toBeLessThanOrEqual(most);
        for (const { id, active } of last.seats) {
          if (active) expect(seats.get(id)).toBe(last.subscription?.terms.grant.credits);
        }
      }
    }),
    runs,
  );
});

test('invoices add up: a line to its step, a cycle to its lines, all cycles to all lines', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      const life = live(told);
      for (const { lines, grants } of stepsOf(told, life)) {
        const base = grants.filter(({ terms }) => terms.source === 'base');
        const bought = grants.filter(({ terms }) => terms.source !== 'base');
        const forPlan = lines.filter(({ kind }) => kind !== 'units' && kind !== 'pack');
        const forRest = lines.filter(({ kind }) => kind === 'units' || kind === 'pack');
        expect(sumOf(forRest.map(({ credits }) => credits))).toBe(
          sumOf(bought.map(({ terms }) => terms.granted)),
        );
        if (forPlan.length === 0) continue;
        expect(sumOf(forPlan.map(({ credits }) => credits))).toBe(
          sumOf(base.map(({ terms }) => terms.granted)),
        );
      }
      const spans = cycleSpans(life.lines, life.account.subscription?.id ?? null);
      expect(spans.flatMap(({ lines }) => lines)).toEqual(life.lines);
      const totals = spans.map(({ lines }) => sumOfCents(lines.map(({ cents }) => cents)));
      expect(sumOfCents(totals)).toBe(sumOfCents(life.lines.map(({ cents }) => cents)));
      for (const { at, cents, cycle, quantity } of life.lines) {
        expect(cycle.startsAt <= at && at < cycle.endsAt).toBe(true);
        expect(cents === null || (Number.isSafeInteger(cents) && cents >= 0)).toBe(true);
        expect(quantity).toBeGreaterThan(0);
      }
    }),
    runs,
  );
});

test('B7 only grants bring credit, and all that was ever granted is somewhere', () => {
  fc.assert(
    fc.property(anyLife, (told) => {
      const { entries, lots } = live(told);
      const granted = entries.filter(({ kind }) => kind === 'grant');
      const there = [...lots.values()].map(({ available, held, spent, expired }) =>
        sumOf([available, held, spent, expired]),
      );
      expect(sumOf(there)).toBe(sumOf(granted.map(({ credits }) => credits)));
    }),
    runs,
  );
});

test('jobs alone neither bring nor lose credit: without them the same credit comes and lapses or stays', () => {
  const isJob = ({ kind }: Happening) => kind === 'new-job' || kind === 'move-job';
  fc.assert(
    fc.property(anyLife, (told) => {
      // Packs that are sold only when the allowance is used up depend on jobs; all others do not.
      const card = {
        ...told.card,
        packs: told.card.packs.map((pack) => ({ ...pack, onlyWhenUsedUp: false })),
      };
      const grants = (life: BillingLife): Entry[] =>
        life.entries.filter(({ kind }) => kind === 'grant');
      // Steps to what falls due next depend on which lots are used up: take the clock's own.
      const stops: number[] = [];
      const busy = live({ ...told, card }, (life, to) => {
        stops.push(to);
        life.advance(to);
      });
      const idle = live(
        { ...told, card, happenings: told.happenings.filter((one) => !isJob(one)) },
        (life) => life.advance(stops.shift() ?? life.now),
      );
      expect(grants(idle)).toEqual(grants(busy));
      expect(idle.lines).toEqual(busy.lines);
    }),
    runs,
  );
});
