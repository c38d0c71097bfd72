import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../../src-shared/billing/billing-cycle';
import { instant, isoOf } from '../../../../src-shared/billing/instant';
import { crossMonth, nextMonthAt } from '../../../../src-shared/billing/plan/cross-month';
import { monthsUntil } from '../../../../src-shared/billing/plan/unfold';
import { BillingLife } from '../../../helpers/billing-life';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { contract, end, plan, start } from '../../../independent/script';

const personal = plan('personal', 'monthly');
const twentieth = '2026-01-20';

describe('the first grant of a plan', () => {
  test('comes with its start, one lot a seat, up to the first renewal', () => {
    const story = coreScript(aiStudios, twentieth);
    story.does(start(personal));
    expect(story.life.entries).toMatchObject([
      {
        kind: 'grant',
        id: 'grant:subscription-1:0:base:seat-1',
        credits: 60,
        at: Date.UTC(2026, 0, 20),
        cause: { kind: 'cycle', subscription: 'subscription-1', index: 0 },
        terms: {
          wallet: { id: 'seat-1', kind: 'seat' },
          source: 'base',
          startsAt: Date.UTC(2026, 0, 20),
          expiresAt: Date.UTC(2026, 1, 20),
          granted: 60,
        },
      },
    ]);
  });
  test('before it there is nothing, and nothing falls due', () => {
    const story = coreScript(aiStudios, twentieth);
    story.at('2036-01-20');
    expect(story.life.entries).toEqual([]);
    expect(nextMonthAt(story.life.account)).toBeNull();
    expect(() => crossMonth(story.life.account)).toThrow(/no plan runs/);
  });
  test('the next month is a month after the start, to the millisecond', () => {
    const story = coreScript(aiStudios, twentieth);
    story.does(start(personal));
    expect(nextMonthAt(story.life.account)).toBe(Date.UTC(2026, 1, 20));
    story.at('2026-02-19T23:59:59.999Z');
    expect(story.life.entries).toHaveLength(1);
    story.at('2026-02-20');
    expect(story.life.entries).toHaveLength(3);
  });
});

describe('A7 A8 B3 a renewal', () => {
  test('lets what is left lapse, then grants, at the same instant', () => {
    const story = coreScript(aiStudios, twentieth);
    story.does(start(personal));
    story.at('2026-03-01');
    expect(story.life.entries.slice(1).map(({ kind, at, credits }) => [kind, at, credits])).toEqual(
      [
        ['expire', Date.UTC(2026, 1, 20), 60],
        ['grant', Date.UTC(2026, 1, 20), 60],
      ],
    );
  });
  test('a year of sleep is twelve renewals, each at its own instant', () => {
    const story = coreScript(aiStudios, twentieth);
    story.does(start(personal));
    story.at('2027-01-20');
    const grants = story.life.entries.filter(({ kind }) => kind === 'grant');
    expect(grants.map(({ at }) => isoOf(at).slice(0, 10))).toEqual([
      ...['2026-01-20', '2026-02-20', '2026-03-20', '2026-04-20', '2026-05-20', '2026-06-20'],
      ...['2026-07-20', '2026-08-20', '2026-09-20', '2026-10-20', '2026-11-20', '2026-12-20'],
      '2027-01-20',
    ]);
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2027-02-20']);
    const lapsed = story.view().lots.filter(({ expired }) => expired === 60);
    expect(lapsed).toHaveLength(12);
  });
  test('A6 an annual plan of this card grants upfront, once a year', () => {
    const story = coreScript(aiStudios, twentieth);
    story.does(start(plan('personal', 'annual')));
    story.at('2027-01-19T23:59:59.999Z');
    expect(story.lots()).toEqual(['seat-1 base 720: 720 to 2027-01-20']);
    expect(story.view().lots).toHaveLength(1);
    story.at('2027-01-20');
    expect(story.lots()).toEqual(['seat-1 base 720: 720 to 2028-01-20']);
  });
  test('B4 an annual plan of that card grants every month, and is billed once', () => {
    const story = coreScript(chatNow, twentieth);
    story.does(start(plan('plus', 'annual')));
    story.at('2027-01-19');
    expect(story.view().lots).toHaveLength(12);
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2027-01-20']);
    expect(story.invoices()).toEqual(['2026-01-20 plan 1 for 12000']);
    story.at('2027-01-20');
    expect(story.invoices('2026-01-21')).toEqual(['2027-01-20 plan 1 for 12000']);
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2027-02-20']);
  });
});

describe('A7 B3 anchors, on plans that run', () => {
  /** The starts of the running periods of a plan, as the clock meets them. */
  const renewals = (planId: string, startsAt: string, until: string, timeZone = 'UTC') => {
    const story = coreScript(aiStudios, startsAt, timeZone);
    story.does(start(plan(planId, 'monthly')));
    story.at(until);
    const grants = story.life.entries.filter(({ kind }) => kind === 'grant');
    return grants.map(({ at }) => isoOf(at).replace(':00.000Z', ''));
  };
  test('the 31st renews on the last day of shorter months, and on the 31st again', () =>
    expect(renewals('personal', '2026-12-31', '2027-05-31')).toEqual([
      ...['2026-12-31T00:00', '2027-01-31T00:00', '2027-02-28T00:00'],
      ...['2027-03-31T00:00', '2027-04-30T00:00', '2027-05-31T00:00'],
    ]));
  test('in a leap year February has its 29th', () =>
    expect(renewals('personal', '2024-01-30', '2024-04-01')).toEqual([
      ...['2024-01-30T00:00', '2024-02-29T00:00', '2024-03-30T00:00'],
    ]));
  test('the hour on the wall stays when summer time begins and ends', () =>
    expect(renewals('personal', '2026-02-15T08:00Z', '2026-05-01', 'Europe/Berlin')).toEqual([
      ...['2026-02-15T08:00', '2026-03-15T08:00', '2026-04-15T07:00'],
    ]));
  test('the day is the one of the workspace, not of Greenwich', () => {
    // 28 February 23:30 in New York is 1 March in Greenwich; both have the 28th of March next.
    expect(
      renewals('personal', '2026-03-01T04:30Z', '2026-04-28T12:00Z', 'America/New_York'),
    ).toEqual(['2026-03-01T04:30', '2026-03-29T03:30']);
    expect(renewals('personal', '2026-03-01T04:30Z', '2026-04-28T12:00Z')).toEqual([
      '2026-03-01T04:30',
      '2026-04-01T04:30',
    ]);
  });
  test('an annual plan from a leap day renews on 28 February, and on the 29th in leap years', () => {
    const story = coreScript(aiStudios, '2024-02-29');
    story.does(start(plan('personal', 'annual')));
    story.at('2028-12-01');
    expect(story.invoices().map((line) => line.slice(0, 10))).toEqual([
      ...['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ]);
  });
  test('a plan that is started again has an anchor of its own', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(personal), end);
    story.at('2026-03-05');
    story.does(start(personal));
    expect(story.view().plan?.cycleEndsAt).toBe(Date.UTC(2026, 3, 5));
  });
});

const anyPlan = fc.record({
  card: fc.constantFrom(aiStudios, chatNow),
  choice: fc.constantFrom(
    plan('team', 'monthly', 3),
    plan('team', 'annual', 2),
    plan('free', 'monthly'),
  ),
  startsAt: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
  timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/New_York'),
});

test('a plan run in one go ends as it does in any number of steps', () => {
  const anyStops = fc.array(fc.integer({ min: -40, max: 900 }), { maxLength: 12 });
  fc.assert(
    fc.property(anyPlan, fc.nat(900), anyStops, ({ choice, ...options }, days, stops) => {
      const lives = [[], stops.toSorted((a, b) => a - b)].map((some) => {
        const life = new BillingLife(options);
        life.apply(start(choice));
        for (const stop of some) life.advance(options.startsAt + Math.min(stop, days) * 86_400_000);
        life.advance(options.startsAt + days * 86_400_000);
        return life;
      });
      const [atOnce, inSteps] = lives;
      expect(inSteps?.entries).toEqual(atOnce?.entries);
      expect(inSteps?.lines).toEqual(atOnce?.lines);
      expect(inSteps?.account).toEqual(atOnce?.account);
    }),
  );
});

test('months come in true order, none later than was asked, and the next one is later', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(900), ({ choice, ...options }, days) => {
      const life = new BillingLife(options);
      life.apply(start(choice));
      const until = instant(options.startsAt + days * 86_400_000);
      const steps = [...monthsUntil(life.account, until)];
      const times = steps.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every((at) => at <= until)).toBe(true);
      const { account } = steps.at(-1) ?? life;
      expect(nextMonthAt(account)).toBeGreaterThan(until);
      const month = steps.length + 1;
      expect(nextMonthAt(account)).toBe(addMonths(life.now, month, options.timeZone));
    }),
  );
});

test('at any instant every active seat has exactly one turn to spend', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(900), ({ choice, ...options }, days) => {
      const life = new BillingLife(options);
      life.apply(start(choice));
      life.advance(options.startsAt + days * 86_400_000);
      const living = life
        .liveLots()
        .filter((lot) => lot.startsAt <= life.now && life.now < lot.expiresAt);
      const active = life.view().plan?.activeSeats;
      expect(living.map((lot) => lot.wallet.id)).toEqual(active);
      for (const lot of living) {
        expect(lot.available).toBe(life.account.subscription?.terms.grant.credits);
      }
    }),
  );
});

test('lots and lines of several plans, months and seats never share an id', () => {
  const story = coreScript(aiStudios, '2026-01-31');
  const figures = { seats: 12, credits: 5, everyMonths: 1, priceCents: 1 } as const;
  story.does(start(plan('team', 'monthly', 11)), end);
  story.at('2026-03-31');
  story.does(start(contract('monthly', figures)), end);
  story.at('2026-06-30');
  story.does(start(plan('team', 'annual', 2)));
  story.at('2031-06-30');
  const { lots, lines } = story.life;
  const ids = [...lots.keys(), ...lines.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(lots.size).toBe(11 + 12 + 2 * 6);
});
