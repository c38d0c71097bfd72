import { describe, expect, test } from 'vitest';
import { activeSeats } from '../../../../src-shared/billing/plan/account';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import {
  addSeat,
  begin,
  change,
  contract,
  deliver,
  end,
  fail,
  plan,
  removeSeat,
  start,
  submit,
} from '../../../independent/script';

const team = (seats = 1) => plan('team', 'monthly', seats);
const yearly = (seats = 1) => plan('team', 'annual', seats);

describe('A6 adding a seat', () => {
  test('grants its full allowance for the running period, however late in it', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team()));
    story.at('2026-02-14');
    story.does(addSeat());
    expect(story.lots()).toEqual([
      'seat-1 base 150: 150 to 2026-02-15',
      'seat-2 base 150: 150 to 2026-02-15',
    ]);
  });
  test('bills its price for the grant periods of the cycle that are left', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(yearly()));
    story.at('2026-10-20');
    story.does(addSeat());
    // Three of twelve months are left, the running one included: a quarter of 24,000.
    expect(story.invoices('2026-10-01')).toEqual(['2026-10-20 seat 1 for 6000']);
    story.at('2027-01-15');
    expect(story.invoices('2027-01-01')).toEqual(['2027-01-15 plan 2 for 48000']);
  });
  test('bills nothing, and says so, where the price is not known', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team()), addSeat());
    expect(story.invoices('2026-01-15')).toContain('2026-01-15 seat 1 for ?');
  });
  test('seats are numbered in the order in which they were first added', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), removeSeat('seat-2'), addSeat(), addSeat('seat-2'), addSeat());
    expect(activeSeats(story.life.account).map(({ id }) => id)).toEqual([
      ...['seat-1', 'seat-2', 'seat-3', 'seat-4'],
    ]);
  });
  test('is refused where it can not be', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('plan-not-running', addSeat());
    story.does(start(plan('personal', 'monthly')));
    story.refusesFor('plan-without-seats', addSeat());
    story.does(change(team()));
    story.refusesFor('seat-unknown', addSeat('seat-2'));
    story.refusesFor('seat-active', addSeat('seat-1'));
  });
  test("a contract's seats can't exceed the number in it, whichever is added", () => {
    const story = coreScript(aiStudios, '2026-01-15');
    const figures = { seats: 2, credits: 9, everyMonths: 1, priceCents: null } as const;
    story.does(start(contract('monthly', figures)));
    expect(story.refusesFor('seats-full', addSeat())).toMatchObject({ room: 2 });
    story.does(removeSeat('seat-2'), addSeat());
    story.refusesFor('seats-full', addSeat('seat-2'));
  });
});

describe('a seat has its full allowance once a grant period', () => {
  test('also when it is removed and added again, any number of times', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), submit('fox', 40, 'seat-2'), begin('fox'), deliver('fox'));
    for (let count = 0; count < 5; count += 1) {
      story.does(removeSeat('seat-2'), addSeat('seat-2'));
    }
    expect(story.spendable('seat-2')).toBe(110);
    expect(story.invoices()).toHaveLength(1);
    story.at('2026-02-15');
    expect(story.spendable('seat-2')).toBe(150);
  });
  test('removed in one period and added in the next, it has the allowance of that one', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), removeSeat('seat-2'));
    story.at('2026-02-16');
    expect(story.spendable('seat-2')).toBe(0);
    story.does(addSeat('seat-2'), removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.spendable('seat-2')).toBe(150);
  });
  test('removed before an upgrade and added after it, it is topped up to the new grant once', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), removeSeat('seat-2'));
    const figures = { seats: 2, credits: 170, everyMonths: 1, priceCents: 500 } as const;
    story.does(change(contract('monthly', figures)), addSeat('seat-2'));
    story.does(removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.spendable('seat-1')).toBe(170);
    expect(story.spendable('seat-2')).toBe(170);
  });
  test('once a year under an annual grant, once a month under a monthly one', () => {
    for (const [card, times] of [
      [aiStudios, 1],
      [chatNow, 12],
    ] as const) {
      const story = coreScript(card, '2026-01-15');
      story.does(start(yearly(2)));
      for (let month = 1; month < 12; month += 1) {
        story.at(`2026-${String(month).padStart(2, '0')}-20`);
        story.does(removeSeat('seat-2'), addSeat('seat-2'));
      }
      story.at('2026-12-20');
      const lots = story.view().lots.filter(({ wallet }) => wallet === 'seat-2');
      expect(lots).toHaveLength(times);
    }
  });
  test('is billed for a change of the plan that it missed, also back to the same plan', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    const figures = { seats: 2, credits: 100, everyMonths: 1, priceCents: 5000 } as const;
    story.does(start(contract('monthly', figures)), removeSeat('seat-2'), change(team()));
    story.does(change(contract('monthly', { ...figures, credits: 900, priceCents: 9000 })));
    story.does(addSeat('seat-2'), removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.spendable('seat-2')).toBe(900);
    expect(story.invoices().filter((line) => line.includes('seat'))).toEqual([
      '2026-01-15 seat 1 for 4000',
    ]);
  });
  test('is billed once a cycle likewise, up to its price', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(yearly()));
    story.at('2026-07-15');
    story.does(addSeat(), removeSeat('seat-2'));
    story.at('2026-09-15');
    story.does(addSeat('seat-2'));
    expect(story.invoices('2026-02-01')).toEqual(['2026-07-15 seat 1 for 12000']);
  });
});

describe('a removed seat', () => {
  test('keeps its credit to its date and gets no more', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), submit('fox', 10, 'seat-2'), removeSeat('seat-2'));
    expect(story.lots()).toContain('seat-2 base 150: 140 + 10 held to 2026-02-15');
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 150: 150 to 2026-03-15']);
    expect(story.invoices('2026-02-01')).toEqual(['2026-02-15 plan 1 for ?']);
  });
  test('can start nothing new, and what it has running goes on', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), submit('fox', 10, 'seat-2'), submit('owl', 10, 'seat-2'));
    story.does(begin('fox'), begin('owl'), removeSeat('seat-2'));
    story.refuses(submit('elk', 1, 'seat-2'));
    story.does(deliver('fox'), fail('owl'));
    expect(story.view().lots.find(({ wallet }) => wallet === 'seat-2')).toMatchObject({
      available: 140,
      spent: 10,
      held: 0,
    });
  });
  test("can't be removed again, and the first one never", () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('plan-not-running', removeSeat('seat-1'));
    story.does(start(team(2)), removeSeat('seat-2'));
    story.refusesFor('seat-removed', removeSeat('seat-2'));
    story.refusesFor('seat-needed', removeSeat('seat-1'));
    story.refusesFor('seat-unknown', removeSeat('seat-9'));
  });
  test('comes back with its number when a later plan has room for it', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(3)), removeSeat('seat-2'), end);
    story.at('2026-02-15');
    story.does(start(team(2)));
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-2']);
    expect(story.spendable('seat-2')).toBe(150);
    story.does(addSeat(), addSeat('seat-3'));
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-2', 'seat-3', 'seat-4']);
  });
});
