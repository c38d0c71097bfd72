import { describe, expect, test } from 'vitest';
import { chanceOf } from '../chaos/seeded-random';
import { aiStudios, chatNow } from '../helpers/cards';
import { type History, historyOf } from './histories';
import { createIndependentWorld, type Operation, type World, type WorldView } from './operations';
import { addSeat, change, plan, removeSeat, script, start } from './script';

const seeds = Array.from({ length: 400 }, (_, index) => index + 1);

/** Lives a history through; whatever does not hold after an operation names the seed and the step. */
function live(
  history: History,
  check: (world: WorldView, step: { operation: Operation; now: number }) => void,
): World {
  const world = createIndependentWorld(history);
  let now = history.startsAt;
  for (const [index, operation] of history.operations.entries()) {
    world.apply(operation);
    if (operation.kind === 'advance') now = Math.max(now, operation.to);
    try {
      check(world.view(), { operation, now });
    } catch (error) {
      throw new Error(`seed ${history.seed}, operation ${index}`, { cause: error });
    }
  }
  return world;
}

/** The price of every job of a history that was not refused. */
function pricesOf({ operations }: History): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  for (const operation of operations) {
    if (operation.kind !== 'submit' || prices.has(operation.job)) continue;
    prices.set(operation.job, operation.price);
  }
  return prices;
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('after every operation of a random history', () => {
  test('every lot adds up, and no part of it is negative or broken', () => {
    for (const seed of seeds) {
      live(historyOf(seed), ({ lots }) => {
        const broken = lots.filter(({ granted, available, held, spent, expired }) => {
          const parts = [available, held, spent, expired];
          const whole = parts.every((part) => Number.isInteger(part) && part >= 0);
          return !whole || granted !== sumOf(parts) || granted === 0;
        });
        expect(broken).toEqual([]);
      });
    }
  });

  test('B8 what is on hold is what jobs hold, what is spent is what was delivered', () => {
    for (const seed of seeds) {
      const history = historyOf(seed);
      const prices = pricesOf(history);
      live(history, ({ lots, jobs }) => {
        expect(sumOf(lots.map(({ held }) => held))).toBe(sumOf(jobs.map(({ held }) => held)));
        const done = jobs.filter(({ state }) => state === 'done');
        const paid = sumOf(done.map(({ id }) => prices.get(id) ?? Number.NaN));
        expect(sumOf(lots.map(({ spent }) => spent))).toBe(paid);
        for (const { id, state, held } of jobs) {
          const price = prices.get(id);
          if (state === 'running') expect(held).toBe(price);
          else if (state === 'waiting') expect([0, price]).toContain(held);
          else expect(held).toBe(0);
        }
      });
    }
  });

  test('A8, A13 nothing is available past its date, nor base and add-on credit without a plan', () => {
    for (const seed of seeds) {
      live(historyOf(seed), ({ lots, plan: running }, { now }) => {
        for (const { available, expiresAt, source } of lots) {
          const lapsed = expiresAt !== null && expiresAt <= now;
          if (lapsed || (running === null && source !== 'pack')) expect(available).toBe(0);
        }
      });
    }
  });

  test('no job waits for credit that is there', () => {
    for (const seed of seeds) {
      const history = historyOf(seed);
      const seatOf = new Map<string, string>();
      for (const operation of history.operations) {
        if (operation.kind !== 'submit' || seatOf.has(operation.job)) continue;
        seatOf.set(operation.job, operation.seat);
      }
      const prices = pricesOf(history);
      live(history, ({ lots, jobs }) => {
        for (const { id } of jobs.filter(({ state, held }) => state === 'waiting' && held === 0)) {
          const payers = lots.filter(
            ({ wallet }) => wallet === 'pool' || wallet === seatOf.get(id),
          );
          const available = sumOf(payers.map((lot) => lot.available));
          expect(available).toBeLessThan(prices.get(id) ?? Number.NaN);
        }
      });
    }
  });

  test('invoice lines are only ever added', () => {
    for (const seed of seeds) {
      let before: WorldView['invoices'] = [];
      live(historyOf(seed), ({ invoices }, { now }) => {
        const earlier = invoices.filter(({ at }) => at < now);
        const kept = before.filter(({ at }) => at < now);
        expect(earlier.slice(0, kept.length)).toEqual(kept);
        expect(invoices.length).toBeGreaterThanOrEqual(before.length);
        before = invoices;
      });
    }
  });
});

test('a refusal changes nothing', () => {
  for (const seed of seeds) {
    const history = historyOf(seed);
    const world = createIndependentWorld(history);
    for (const operation of history.operations) {
      const before = world.view();
      const outcome = world.apply(operation);
      if (outcome === 'refused') expect(world.view(), `seed ${seed}`).toEqual(before);
    }
  }
});

test('the clock put on in one go or in many steps comes to the same', () => {
  for (const seed of seeds) {
    const history = historyOf(seed);
    const chance = chanceOf(seed);
    const atOnce = createIndependentWorld(history);
    const inSteps = createIndependentWorld(history);
    let now = history.startsAt;
    for (const operation of history.operations) {
      const outcome = atOnce.apply(operation);
      if (operation.kind === 'advance') {
        const span = Math.max(0, operation.to - now);
        const steps = Array.from({ length: chance.below(8) }, () => now + chance.below(span + 1));
        for (const to of steps) inSteps.apply({ kind: 'advance', to });
        now = Math.max(now, operation.to);
      }
      expect(inSteps.apply(operation)).toBe(outcome);
      expect(inSteps.view(), `seed ${seed}`).toEqual(atOnce.view());
    }
  }
});

test('a seat has its full allowance once a period, whatever is done to it', () => {
  for (const seed of seeds.slice(0, 100)) {
    const chance = chanceOf(seed);
    const story = createIndependentWorld({ card: aiStudios, timeZone: 'UTC', startsAt: 0 });
    story.apply(start(plan('team', 'monthly', 3)));
    for (let step = 1; step < 60; step += 1) {
      const seat = `seat-${1 + chance.below(5)}`;
      story.apply(chance.below(2) === 0 ? removeSeat(seat) : addSeat(seat));
      if (chance.below(4) === 0) story.apply(addSeat());
      story.apply({ kind: 'advance', to: step * chance.below(5 * 86_400_000) });
    }
    const granted = new Map<string, number>();
    for (const lot of story.view().lots) {
      const period = `${lot.wallet} to ${lot.expiresAt}`;
      granted.set(period, (granted.get(period) ?? 0) + lot.granted);
    }
    expect(granted.size).toBeGreaterThan(5);
    expect(new Set(granted.values()), `seed ${seed}`).toEqual(new Set([150]));
  }
});

test.each([
  { steps: ['pro'], credits: 2000, cents: 3600 },
  { steps: ['plus', 'pro'], credits: 2000, cents: 3600 },
  { steps: ['plus', 'team'], credits: 1200, cents: 2400 },
])('an upgrade by $steps grants and bills what the last plan does', (upgrade) => {
  const story = script(chatNow, '2025-01-31');
  story.does(start(plan('free', 'monthly')));
  for (const planId of upgrade.steps) story.does(change(plan(planId, 'monthly')));
  const { lots, invoices } = story.view();
  expect(sumOf(lots.map(({ granted }) => granted))).toBe(upgrade.credits);
  expect(sumOf(invoices.map(({ cents }) => cents ?? Number.NaN))).toBe(upgrade.cents);
});
