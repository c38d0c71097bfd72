import { describe, expect, test } from 'vitest';
import { monthStart } from '../../../../src-shared/billing/plan/account';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { type CoreScript, coreScript } from '../../../helpers/core-script';
import {
  addSeat,
  buyUnits,
  change,
  contract,
  end,
  keep,
  plan,
  removeSeat,
  start,
  submit,
  withRollover,
} from '../../../independent/script';

const free = plan('free', 'monthly');
const personal = plan('personal', 'monthly');
const team = (seats = 1) => plan('team', 'monthly', seats);
const figures = { seats: 3, credits: 500, everyMonths: 1, priceCents: 9000 } as const;

const granted = ({ life }: CoreScript) =>
  life.entries
    .filter(({ kind }) => kind === 'grant')
    .reduce((sum, { credits }) => sum + credits, 0);

describe('A6 starting a plan', () => {
  test('bills the first cycle and grants at once, to each of the seats asked for', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(team(3)));
    expect(story.invoices()).toEqual(['2026-01-15 plan 3 for 7200']);
    expect(story.lots()).toEqual([
      'seat-1 base 1200: 1200 to 2026-02-15',
      'seat-2 base 1200: 1200 to 2026-02-15',
      'seat-3 base 1200: 1200 to 2026-02-15',
    ]);
  });
  test('a price that the card does not name is not made up', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)));
    expect(story.invoices()).toEqual(['2026-01-15 plan 2 for ?']);
  });
  test('is refused while one runs, also one that is about to end', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(free), end);
    story.refusesFor('plan-running', start(personal));
    story.at('2026-02-15');
    story.does(start(personal));
  });
  test.each([0, -1, 1.5, 501, Number.NaN, Number.POSITIVE_INFINITY])(
    'with %d seats is refused',
    (seats) => {
      const story = coreScript(aiStudios, '2026-01-15');
      const refusal = story.refusesFor('seats-invalid', start(team(seats)));
      expect(refusal).toMatchObject({ seats, most: 500 });
    },
  );
  test('of a plan without seats with two is refused, and so is a plan that is not there', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('seats-invalid', start(plan('personal', 'monthly', 2)));
    story.refusesFor('plan-unknown', start(plan('pro', 'monthly')));
    story.refusesFor('plan-unknown', start(plan('free', 'annual')));
  });
  test('with 500 seats grants to each of them', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'annual', 500)));
    expect(granted(story)).toBe(500 * 1800);
    story.refusesFor('seats-full', addSeat());
  });
  test('of a contract takes its seats, grants and price', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(contract('annual', { ...figures, everyMonths: 12 })));
    expect(story.invoices()).toEqual(['2026-01-15 plan 3 for 27000']);
    expect(granted(story)).toBe(1500);
    story.at('2027-01-14');
    expect(granted(story)).toBe(1500);
    story.refusesFor('seats-full', addSeat());
  });
  test.each([
    [{ ...figures, seats: 0 }],
    [{ ...figures, credits: 0.5 }],
    [{ ...figures, credits: 2 ** 60 }],
    [{ ...figures, priceCents: -1 }],
  ])('of a contract with %j is refused and starts nothing', (wrong) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('contract-invalid', start(contract('monthly', wrong)));
    story.refusesFor('plan-needs-contract', start(plan('enterprise', 'monthly')));
    story.does(start(contract('monthly', figures)));
  });
});

describe('an upgrade takes effect at once', () => {
  test('tops up by the difference of the two grants, with the same end of the cycle', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(free), submit('fox', 10));
    story.at('2026-01-20');
    story.does(change(personal));
    expect(story.lots()).toEqual([
      'seat-1 base 16: 6 + 10 held to 2026-02-15',
      'seat-1 base 44: 44 to 2026-02-15',
    ]);
    expect(story.view().plan).toMatchObject({
      planId: 'personal',
      cycleEndsAt: Date.UTC(2026, 1, 15),
    });
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-1 base 60: 50 + 10 held to 2026-03-15');
  });
  test('grants no more in the period than the larger plan does', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(free), change(plan('plus', 'monthly')), change(plan('pro', 'monthly')));
    expect(granted(story)).toBe(2000);
    story.does(change(plan('plus', 'monthly')));
    story.at('2026-02-14');
    expect(granted(story)).toBe(2000);
    story.at('2026-02-15');
    expect(granted(story)).toBe(2600);
  });
  test('bills the difference of the two prices', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', 'monthly')));
    story.at('2026-01-31');
    story.does(change(plan('pro', 'monthly')));
    expect(story.invoices('2026-01-31')).toEqual(['2026-01-31 upgrade 1 for 2400']);
  });
  test('by the year, bills it for the grant periods that are left, rounded up to a cent', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', 'annual')));
    story.at('2026-03-20');
    story.does(change(plan('pro', 'annual')));
    // 24,000 more a year, ten of twelve months left: the running one counts as a whole.
    expect(story.invoices('2026-03-20')).toEqual(['2026-03-20 upgrade 1 for 20000']);
    expect(story.lots()).toEqual([
      'seat-1 base 600: 600 to 2026-04-15',
      'seat-1 base 1400: 1400 to 2026-04-15',
    ]);
  });
  test('where a price is not known, nothing is billed and the line says so', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(free), change(personal));
    expect(story.invoices('2026-01-15')).toEqual([
      '2026-01-15 plan 1 for 0',
      '2026-01-15 upgrade 1 for ?',
    ]);
  });
  test('to a plan with seats: the one seat is topped up and others can be added', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), change(team()));
    expect(story.view().plan).toMatchObject({ planId: 'team', waiting: null });
    story.does(addSeat());
    expect(granted(story)).toBe(2 * 1200);
  });
  test('to a contract: at once while it has room for the seats, else at the end of the cycle', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(4)), change(contract('monthly', figures)));
    expect(story.view().plan).toMatchObject({ planId: 'team', waiting: { planId: 'enterprise' } });
    story.does(keep, removeSeat('seat-2'), change(contract('monthly', figures)));
    expect(story.view().plan).toMatchObject({ planId: 'enterprise', waiting: null });
    expect(granted(story)).toBe(4 * 150 + 3 * 350);
  });
  test('drops whatever was waiting, an end too', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(free), end, change(plan('plus', 'monthly')));
    expect(story.view().plan?.waiting).toBeNull();
  });
});

describe('every other change waits for the end of the cycle', () => {
  test('a downgrade keeps all credit until then', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('pro', 'monthly')), change(plan('plus', 'monthly')));
    expect(story.view().plan).toMatchObject({
      planId: 'pro',
      waiting: { planId: 'plus', cadence: 'monthly' },
    });
    story.at('2026-02-14');
    expect(story.lots()).toEqual(['seat-1 base 2000: 2000 to 2026-02-15']);
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2026-03-15']);
    expect(story.invoices('2026-02-01')).toEqual(['2026-02-15 plan 1 for 1200']);
  });
  test.each([
    ['monthly', 'annual', '2026-02-15', '2027-02-15'],
    ['annual', 'monthly', '2027-01-15', '2027-02-15'],
  ] as const)('a change from %s to %s', (from, to, takesEffect, nextEnd) => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', from)), change(plan('plus', to)));
    expect(story.view().plan?.cycleEndsAt).toBe(Date.parse(takesEffect));
    story.at(takesEffect);
    expect(story.view().plan).toMatchObject({
      cadence: to,
      waiting: null,
      cycleEndsAt: Date.parse(nextEnd),
    });
  });
  test('a dearer plan of another cadence waits too: its cycle is another one', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), change(plan('pro', 'annual')));
    expect(granted(story)).toBe(600);
    story.at('2026-02-15');
    expect(story.invoices('2026-02-01')).toEqual(['2026-02-15 plan 1 for 36000']);
  });
  test('the months stay those of the anchor, at the end of short months too', () => {
    const story = coreScript(chatNow, '2026-01-31');
    story.does(start(plan('pro', 'monthly')), change(plan('plus', 'annual')));
    story.at('2026-03-01');
    const { account } = story.life;
    if (account.subscription === null) throw new Error('the plan goes on');
    expect(monthStart(account, account.subscription, 2)).toBe(Date.UTC(2026, 2, 31));
    expect(story.view().plan?.cycleEndsAt).toBe(Date.UTC(2027, 1, 28));
  });
  test('a newer change takes the place of an older one, and an end of both', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('pro', 'monthly')), change(free), change(plan('plus', 'monthly')));
    expect(story.view().plan?.waiting).toMatchObject({ planId: 'plus' });
    story.does(end);
    expect(story.view().plan?.waiting).toBe('end');
    story.does(change(free));
    expect(story.view().plan?.waiting).toMatchObject({ planId: 'free' });
  });
  test('to one without seats: only the first seat goes on', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(team(3)), change(plan('pro', 'monthly')));
    expect(story.view().plan?.activeSeats).toHaveLength(3);
    story.at('2026-02-15');
    expect(story.view().plan).toMatchObject({ planId: 'pro', activeSeats: ['seat-1'] });
    expect(story.invoices('2026-02-01')).toEqual(['2026-02-15 plan 1 for 3600']);
  });
  test('to a contract with fewer seats: those with the highest numbers go', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(5)), removeSeat('seat-2'));
    story.does(change(contract('annual', figures)));
    story.at('2026-02-15');
    expect(story.view().plan?.activeSeats).toEqual(['seat-1', 'seat-3', 'seat-4']);
  });
  test("a contract's other cadence is such a change, with figures of its own", () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(contract('monthly', figures)));
    story.does(change(contract('annual', { ...figures, credits: 7000, everyMonths: 12 })));
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-3 base 7000: 7000 to 2027-02-15');
  });
});

describe('keeping the plan', () => {
  test.each([
    ['by saying so', keep],
    ['by choosing it', change(plan('pro', 'monthly'))],
  ])('takes back what waits, %s', (_, operation) => {
    for (const waiting of [end, change(free)]) {
      const story = coreScript(chatNow, '2026-01-15');
      story.does(start(plan('pro', 'monthly')), waiting, operation);
      expect(story.view().plan?.waiting).toBeNull();
      story.at('2026-02-15');
      expect(story.view().plan?.planId).toBe('pro');
    }
  });
  test('is refused when nothing waits', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('pro', 'monthly')));
    story.refusesFor('nothing-waiting', keep);
    story.refusesFor('plan-unchanged', change(plan('pro', 'monthly')));
  });
  test("so is entering a running contract's figures again", () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(contract('monthly', figures)));
    story.refusesFor('contract-running', change(contract('monthly', { ...figures, credits: 501 })));
  });
});

describe('A13 ending the plan', () => {
  test('keeps credits and renewals to the end of the cycle, then ends units too', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('personal', 'annual')), buyUnits('personal-unit', 1), end);
    story.at('2027-01-14');
    expect(story.invoices().filter((line) => line.includes('units'))).toHaveLength(12);
    expect(story.spendable()).toBe(720 + 12 * 60);
    story.at('2027-01-15');
    expect(story.view().plan).toBeNull();
    expect(story.lots()).toEqual([]);
    story.at('2030-01-15');
    expect(story.invoices('2027-01-15')).toEqual([]);
  });
  test.each([
    { kind: 'all' },
    { kind: 'cycles', cycles: 3 },
    { kind: 'capped', credits: 100 },
  ] as const)('takes base credit that would have rolled over by %j', (rollover) => {
    const story = coreScript(withRollover(chatNow, { plus: rollover }), '2026-01-15');
    story.does(start(plan('plus', 'monthly')));
    story.at('2026-03-20');
    story.does(end);
    expect(story.spendable()).toBeGreaterThan(600);
    story.at('2026-04-15');
    expect(story.lots()).toEqual([]);
  });
  test('twice is refused, and nothing can be ordered of a plan that is over', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(team(2)), end);
    story.refusesFor('plan-ending', end);
    story.at('2026-02-15');
    for (const operation of [
      end,
      keep,
      change(personal),
      addSeat(),
      removeSeat('seat-2'),
      buyUnits('team-unit', 1),
    ]) {
      story.refusesFor('plan-not-running', operation);
    }
  });
});
