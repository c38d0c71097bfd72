import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { rateCardSchema } from '../../src-shared/billing/card/rate-card';
import { chanceOf } from '../chaos/seeded-random';
import { aiStudios, chatNow } from '../helpers/cards';
import { monthsFrom } from './months';
import { startOf, timeZones } from './random/starts';
import {
  addSeat,
  begin,
  buyUnits,
  change,
  contract,
  end,
  instant,
  keep,
  plan,
  removeSeat,
  script,
  start,
  submit,
} from './script';

const personal = plan('personal', 'monthly');
const figures = { seats: 2, credits: 200, everyMonths: 1, priceCents: 5000 } as const;

describe('time', () => {
  test('A7 months are counted from the anchor, never from the month before', () => {
    const story = script(aiStudios, '2024-01-31');
    story.does(start(personal));
    const dates = ['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31'];
    for (const [index, date] of dates.entries()) {
      expect(story.lots()).toEqual([`seat-1 base 60: 60 to ${date}`]);
      story.at(date);
      expect(story.view().lots).toHaveLength(index + 2);
    }
  });

  test('A7 a year that starts on a leap day ends on 28 February, and on 29 four years later', () => {
    const story = script(aiStudios, '2024-02-29');
    story.does(start(plan('personal', 'annual')));
    for (const date of ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']) {
      expect(story.lots()).toEqual([`seat-1 base 720: 720 to ${date}`]);
      story.at(date);
    }
  });

  test('A7 a time of day that summer time skips comes an hour later, that day only', () => {
    const story = script(aiStudios, '2024-01-31T01:30:00.000Z', 'Europe/Berlin');
    story.does(start(personal));
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2024-02-29T01:30:00.000Z']);
    story.at('2024-03-01');
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2024-03-31T01:30:00.000Z']);
    story.at('2024-04-01');
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2024-04-30T00:30:00.000Z']);
  });

  test('months are those of Temporal, in every zone and from every start', () => {
    for (let seed = 1; seed <= 1500; seed += 1) {
      const chance = chanceOf(seed);
      const timeZone = timeZones[seed % timeZones.length] ?? 'UTC';
      const anchor = startOf(chance, timeZone);
      const month = chance.below(12 * 40);
      const zoned = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(timeZone);
      const expected = zoned.add({ months: month }).epochMilliseconds;
      expect(monthsFrom(anchor, timeZone)(month), `${zoned} + ${month}`).toBe(expected);
    }
  });

  test('an instant in the past changes nothing, and a boundary is met at its instant', () => {
    const story = script(aiStudios, '2024-01-31');
    story.does(start(personal));
    story.at('2024-02-28T23:59:59.999Z');
    const before = story.view();
    story.at('2024-01-01');
    expect(story.view()).toEqual(before);
    expect(before.plan?.cycleEndsAt).toBe(instant('2024-02-29'));
    story.at('2024-02-29');
    expect(story.view().plan?.cycleEndsAt).toBe(instant('2024-03-31'));
  });
});

describe('plans', () => {
  test('A6, B4 a yearly plan grants once or monthly, as its card says, and is billed once', () => {
    const upfront = script(aiStudios, '2025-01-15');
    upfront.does(start(plan('team', 'annual', 2)));
    upfront.at('2026-01-14');
    expect(upfront.lots()).toEqual([
      'seat-1 base 1800: 1800 to 2026-01-15',
      'seat-2 base 1800: 1800 to 2026-01-15',
    ]);
    expect(upfront.invoices()).toEqual(['2025-01-15 plan 2 for ?']);
    const monthly = script(chatNow, '2025-01-15');
    monthly.does(start(plan('plus', 'annual')));
    monthly.at('2026-01-14');
    expect(monthly.view().lots).toHaveLength(12);
    expect(monthly.lots()).toEqual(['seat-1 base 600: 600 to 2026-01-15']);
    monthly.at('2026-01-15');
    expect(monthly.invoices()).toEqual([
      '2025-01-15 plan 1 for 12000',
      '2026-01-15 plan 1 for 12000',
    ]);
  });

  test('a start is refused while a plan runs, and where the choice makes no sense', () => {
    const story = script(aiStudios, '2025-01-15');
    story.refuses(
      end,
      keep,
      addSeat(),
      change(personal),
      start(plan('gold', 'monthly')),
      start(plan('free', 'annual')),
      start(plan('personal', 'monthly', 2)),
      start(plan('team', 'monthly', 0)),
      start(plan('team', 'monthly', 501)),
      start(plan('enterprise', 'monthly')),
      start(contract('monthly', figures, 'team')),
      start(contract('monthly', { ...figures, seats: 0 })),
      start(contract('monthly', { ...figures, everyMonths: 12 })),
      start(contract('monthly', { ...figures, credits: 0.5 })),
      start(contract('monthly', { ...figures, priceCents: -1 })),
    );
    story.does(start(personal));
    story.refuses(start(personal), start(plan('free', 'monthly')));
    expect(story.invoices()).toEqual(['2025-01-15 plan 1 for ?']);
  });

  test('an upgrade tops up at once, to the end of the running grant period', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('free', 'monthly')), submit('a', 10));
    story.at('2025-01-20');
    story.does(change(personal));
    expect(story.lots()).toEqual([
      'seat-1 base 16: 6 + 10 held to 2025-02-15',
      'seat-1 base 44: 44 to 2025-02-15',
    ]);
    expect(story.invoices()).toEqual(['2025-01-15 plan 1 for 0', '2025-01-20 upgrade 1 for ?']);
  });

  test('an upgrade bills the difference for the grant periods left, rounded up to a cent', () => {
    const story = script(chatNow, '2025-01-15');
    story.does(start(plan('plus', 'annual')), end);
    story.at('2025-04-20');
    story.does(change(plan('pro', 'annual')));
    expect(story.view().plan?.waiting).toBe(null);
    expect(story.lots()).toEqual([
      'seat-1 base 600: 600 to 2025-05-15',
      'seat-1 base 1400: 1400 to 2025-05-15',
    ]);
    expect(story.invoices('2025-04-01')).toEqual(['2025-04-20 upgrade 1 for 18000']);
    const dear = chatNow.plans.map((one) =>
      one.id === 'pro' && one.annual !== null
        ? { ...one, annual: { ...one.annual, priceCents: 36_001 } }
        : one,
    );
    const odd = script(rateCardSchema.parse({ ...chatNow, plans: dear }), '2025-01-15');
    odd.does(start(plan('plus', 'annual')));
    odd.at('2025-04-20');
    odd.does(change(plan('pro', 'annual')));
    expect(odd.invoices('2025-04-01')).toEqual(['2025-04-20 upgrade 1 for 18001']);
  });

  test('every other change waits for the end of the cycle, and can be taken back', () => {
    const story = script(chatNow, '2025-01-31');
    story.does(start(plan('pro', 'monthly')));
    story.refuses(keep, change(plan('pro', 'monthly')));
    story.does(change(plan('plus', 'monthly')), change(plan('plus', 'annual')));
    expect(story.view().plan?.waiting).toEqual({ planId: 'plus', cadence: 'annual' });
    story.does(change(plan('pro', 'monthly')), end);
    story.refuses(end);
    story.does(keep, change(plan('plus', 'annual')));
    story.at('2025-03-31');
    expect(story.view().plan).toMatchObject({ planId: 'plus', cadence: 'annual', waiting: null });
    expect(story.view().plan?.cycleEndsAt).toBe(instant('2026-02-28'));
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2025-04-30']);
    expect(story.invoices('2025-02-01')).toEqual(['2025-02-28 plan 1 for 12000']);
  });

  test('a plan without seats keeps seat-1 only, and never by an upgrade', () => {
    const story = script(chatNow, '2025-01-15');
    story.does(start(plan('team', 'monthly', 3)), change(plan('pro', 'monthly')));
    expect(story.view().plan).toMatchObject({ planId: 'team', waiting: { planId: 'pro' } });
    story.at('2025-02-15');
    expect(story.view().plan?.activeSeats).toEqual(['seat-1']);
    expect(story.lots()).toEqual(['seat-1 base 2000: 2000 to 2025-03-15']);
    story.refuses(addSeat(), removeSeat('seat-1'), submit('a', 1, 'seat-2'));
    story.does(change(plan('plus', 'monthly')), change(plan('team', 'monthly', 9)));
    story.at('2025-03-15');
    expect(story.view().plan?.activeSeats).toEqual(['seat-1']);
    story.does(addSeat(), addSeat('seat-2'));
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-2', 'seat-4']);
    const alone = script(chatNow, '2025-01-15');
    alone.does(start(plan('team', 'monthly', 1)), change(plan('pro', 'monthly', 7)));
    expect(alone.view().plan).toMatchObject({ planId: 'team', waiting: { planId: 'pro' } });
  });

  test('A6 a contract brings its own figures, and room for so many seats', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(contract('annual', { ...figures, everyMonths: 12 })));
    expect(story.lots()).toEqual([
      'seat-1 base 200: 200 to 2026-01-15',
      'seat-2 base 200: 200 to 2026-01-15',
    ]);
    expect(story.invoices()).toEqual(['2025-01-15 plan 2 for 10000']);
    story.refuses(addSeat(), change(contract('annual', { ...figures, credits: 900 })));
    story.does(removeSeat('seat-2'), addSeat());
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-3']);
  });

  test('a contract’s other cadence is a change like any other, with figures of its own', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(contract('monthly', figures)));
    story.refuses(change(contract('monthly', figures)));
    story.does(change(contract('annual', { ...figures, credits: 9, everyMonths: 12 })));
    story.at('2025-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 9: 9 to 2026-02-15',
      'seat-2 base 9: 9 to 2026-02-15',
    ]);
  });

  test('a contract with fewer seats than are active waits, and then removes the highest', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('team', 'monthly', 4)), removeSeat('seat-2'));
    story.does(change(contract('monthly', figures)));
    expect(story.view().plan).toMatchObject({ planId: 'team', waiting: { planId: 'enterprise' } });
    story.at('2025-02-15');
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-3']);
    expect(story.invoices('2025-02-01')).toEqual(['2025-02-15 plan 2 for 10000']);
  });

  test('A13 an end waits for the cycle, then base and add-on credit lapses and units end', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('personal', 'annual')), buyUnits('personal-unit', 1), end);
    story.at('2026-01-14');
    expect(story.view().lots.filter(({ source }) => source === 'add-on')).toHaveLength(12);
    story.at('2026-01-15');
    expect(story.view().plan).toBe(null);
    expect(story.lots()).toEqual([]);
    story.refuses(end, keep, submit('a', 1), buyUnits('personal-unit', 1));
    story.at('2026-01-20');
    story.does(start(personal));
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2026-02-20']);
    story.at('2026-03-01');
    expect(story.invoices('2026-01-15')).toEqual([
      '2026-01-20 plan 1 for ?',
      '2026-02-20 plan 1 for ?',
    ]);
  });
});

describe('seats', () => {
  test('a seat has its allowance once a period, however often it is removed and added', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('team', 'monthly', 1)), addSeat(), removeSeat('seat-2'));
    story.does(addSeat('seat-2'), removeSeat('seat-2'));
    expect(story.view().lots.map(({ granted }) => granted)).toEqual([150, 150]);
    story.refuses(removeSeat('seat-1'), removeSeat('seat-2'), removeSeat('seat-9'));
    story.refuses(addSeat('seat-1'), addSeat('seat-3'));
    story.does(change(contract('monthly', figures)), addSeat('seat-2'));
    expect(story.lots().filter((line) => line.startsWith('seat-2'))).toEqual([
      'seat-2 base 50: 50 to 2025-02-15',
      'seat-2 base 150: 150 to 2025-02-15',
    ]);
  });

  test('a removed seat keeps its credit to its date and gets no more', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('team', 'monthly', 2)), submit('a', 100, 'seat-2'));
    story.does(removeSeat('seat-2'), begin('a'));
    story.refuses(submit('b', 1, 'seat-2'));
    expect(story.lots()[1]).toBe('seat-2 base 150: 50 + 100 held to 2025-02-15');
    story.at('2025-02-15');
    expect(story.lots()).toEqual([
      'seat-2 base 150: 0 + 100 held to 2025-02-15',
      'seat-1 base 150: 150 to 2025-03-15',
    ]);
  });

  test('an added seat is billed for the grant periods left, and only once a cycle', () => {
    const story = script(chatNow, '2025-01-15');
    story.does(start(plan('team', 'annual', 1)));
    story.at('2025-05-15');
    story.does(addSeat(), removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.invoices('2025-02-01')).toEqual(['2025-05-15 seat 1 for 16000']);
    story.at('2026-01-15');
    expect(story.invoices('2025-06-01')).toEqual(['2026-01-15 plan 2 for 48000']);
  });

  test('a seat whose price is not known makes a line without a sum, once a cycle', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('team', 'monthly', 1)), addSeat());
    story.does(removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.invoices()).toEqual(['2025-01-15 plan 1 for ?', '2025-01-15 seat 1 for ?']);
    story.does(change(contract('monthly', figures)), removeSeat('seat-2'), addSeat('seat-2'));
    story.does(removeSeat('seat-2'), addSeat());
    expect(story.invoices().slice(2)).toEqual([
      '2025-01-15 seat 1 for 5000',
      '2025-01-15 upgrade 2 for ?',
    ]);
  });
});
