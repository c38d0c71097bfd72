import { describe, expect, test } from 'vitest';
import { rateCardSchema } from '../../src-shared/billing/card/rate-card';
import { aiStudios, chatNow } from '../helpers/cards';
import { compareLots, joinTwins } from './operations';
import { cards } from './random/cards';
import {
  addSeat,
  begin,
  buyPack,
  buyUnits,
  cancel,
  change,
  deliver,
  end,
  fail,
  plan,
  removeSeat,
  script,
  start,
  submit,
  withRollover,
  withUnitFor,
} from './script';
import { cheapestOutput } from './terms';

const personal = plan('personal', 'monthly');
const plus = plan('plus', 'monthly');
const capped = { kind: 'capped', credits: 100 } as const;

/** A job that uses up so much of the allowance. */
const spend = (price: number) => [submit('spent', price), begin('spent'), deliver('spent')];

describe('units', () => {
  test('A10, A11 a unit is granted and billed at once and each month, to the end of the cycle', () => {
    const story = script(aiStudios, '2025-01-31');
    story.does(start(plan('team', 'annual', 1)));
    story.at('2025-02-10');
    story.does(buyUnits('team-unit', 2));
    story.at('2025-03-31');
    expect(story.lots()).toEqual([
      'seat-1 base 1800: 1800 to 2026-01-31',
      'pool add-on 400: 400 to 2026-01-31',
      'pool add-on 400: 400 to 2026-01-31',
      'pool add-on 400: 400 to 2026-01-31',
    ]);
    expect(story.invoices('2025-02-01')).toEqual([
      '2025-02-10 units 2 for 6000',
      '2025-02-28 units 2 for 6000',
      '2025-03-31 units 2 for 6000',
    ]);
  });

  test('A9, A11 under a monthly plan a unit lapses and is reset with the base credit', () => {
    const story = script(aiStudios, '2025-01-31');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.at('2025-02-28');
    expect(story.lots()).toEqual([
      'seat-1 add-on 60: 60 to 2025-03-31',
      'seat-1 base 60: 60 to 2025-03-31',
    ]);
  });

  test('A12 cancelled units stay usable and do not renew; that can be taken back', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), buyUnits('personal-unit', 3));
    story.does(
      { kind: 'cancel-units', unit: 0, count: 3 },
      { kind: 'keep-units', unit: 0, count: 1 },
    );
    story.refuses(
      { kind: 'keep-units', unit: 0, count: 3 },
      { kind: 'cancel-units', unit: 0, count: 2 },
      { kind: 'cancel-units', unit: 0, count: 0 },
      { kind: 'cancel-units', unit: 0, count: 0.5 },
      { kind: 'cancel-units', unit: 1, count: 1 },
    );
    expect(story.lots()[0]).toBe('seat-1 add-on 180: 180 to 2025-02-15');
    story.at('2025-02-15');
    story.refuses({ kind: 'keep-units', unit: 0, count: 1 });
    expect(story.invoices('2025-02-01')).toContain('2025-02-15 units 1 for 1000');
  });

  test('A13 units ended with their plan, so that no cancellation of them can be taken back', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), buyUnits('personal-unit', 2), end);
    story.does({ kind: 'cancel-units', unit: 0, count: 1 });
    story.at('2025-02-15');
    story.does(start(personal));
    story.refuses({ kind: 'keep-units', unit: 0, count: 1 });
  });

  test('A10 units are for the plans that offer them, for active seats, and up to 1,000', () => {
    const story = script(aiStudios, '2025-01-15');
    story.refuses(buyUnits('personal-unit', 1));
    story.does(start(personal));
    story.refuses(
      buyUnits('team-unit', 1),
      buyUnits('no-unit', 1),
      buyUnits('personal-unit', 0),
      buyUnits('personal-unit', 1.5),
      buyUnits('personal-unit', 1001),
      buyUnits('personal-unit', 1, 'seat-2'),
    );
  });

  test('a unit of a removed seat is over with the next month, and not before', () => {
    const story = script(withUnitFor(aiStudios, 'personal-unit', 'team'), '2025-01-15');
    story.does(start(plan('team', 'annual', 2)), buyUnits('personal-unit', 1, 'seat-2'));
    story.does(removeSeat('seat-2'), addSeat('seat-2'));
    story.at('2025-02-15');
    story.does(removeSeat('seat-2'));
    story.at('2025-03-15');
    story.does(addSeat('seat-2'));
    story.at('2025-05-15');
    const units = story.invoices().filter((line) => line.includes('units'));
    expect(units).toEqual(['2025-01-15 units 1 for 1000', '2025-02-15 units 1 for 1000']);
  });

  test('units that the new plan does not offer count as cancelled at an upgrade', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.does(change(plan('team', 'monthly')));
    story.refuses(
      { kind: 'cancel-units', unit: 0, count: 1 },
      { kind: 'keep-units', unit: 0, count: 1 },
    );
    expect(story.lots()[0]).toBe('seat-1 add-on 60: 60 to 2025-02-15');
    story.at('2025-02-15');
    expect(story.lots()).toEqual(['seat-1 base 150: 150 to 2025-03-15']);
  });
});

describe('packs', () => {
  test('B5 a pack is sold once the allowance does not pay for the cheapest output', () => {
    expect([aiStudios, chatNow].map(cheapestOutput)).toEqual([1, 2]);
    const story = script(chatNow, '2025-01-15');
    story.refuses(buyPack('pack-small'));
    story.does(start(plus), submit('a', 598));
    story.refuses(buyPack('pack-small'), buyPack('no-pack'), buyPack('pack-small', 'seat-2'));
    story.does(submit('b', 1), buyPack('pack-small'));
    expect(story.lots()[1]).toBe('seat-1 pack 200: 200 to 2025-02-15');
    expect(story.invoices()[1]).toBe('2025-01-15 pack 1 for 500');
  });

  test('B6 a pack keeps its own date, also after the end of the plan', () => {
    const rules = { 'pack-small': { kind: 'cycles', cycles: 2 } } as const;
    const story = script(withRollover(chatNow, {}, rules), '2025-01-31');
    story.does(start(plus), ...spend(600), buyPack('pack-small'), end);
    story.at('2025-04-29');
    story.does(submit('a', 50));
    expect(story.lots()).toEqual(['seat-1 pack 200: 150 + 50 held to 2025-04-30']);
    story.at('2025-04-30');
    expect(story.lots()).toEqual([]);
    expect(story.view().jobs[1]).toEqual({ id: 'a', state: 'waiting', held: 0 });
  });

  test('B6 what is left of a capped pack is cut down at each grant period', () => {
    const story = script(withRollover(chatNow, {}, { 'pack-small': capped }), '2025-01-15');
    story.does(start(plus), ...spend(600), buyPack('pack-small'), submit('a', 130), begin('a'));
    story.at('2025-02-15');
    expect(story.lots()[0]).toBe('seat-1 pack 200: 0 + 130 held without date');
    story.does(fail('a'));
    expect(story.lots()[0]).toBe('seat-1 pack 200: 130 without date');
    story.at('2025-03-15');
    expect(story.lots()[0]).toBe('seat-1 pack 200: 100 without date');
  });
});

describe('rollover', () => {
  test('A8, B6 nothing rolls over unless the plan says so', () => {
    const story = script(chatNow, '2025-01-15');
    story.does(start(plus), submit('a', 1), begin('a'), deliver('a'));
    story.at('2025-02-15');
    expect(story.view().lots[0]).toMatchObject({ granted: 600, spent: 1, expired: 599 });
  });

  test('B6 credit of «cycles» lapses so many grant periods later', () => {
    const rules = { plus: { kind: 'cycles', cycles: 1 } } as const;
    const story = script(withRollover(chatNow, rules), '2025-01-31');
    story.does(start(plus));
    story.at('2025-03-30');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 600 to 2025-03-31',
      'seat-1 base 600: 600 to 2025-04-30',
    ]);
    story.at('2025-03-31');
    expect(story.lots()).toHaveLength(2);
  });

  test('B6 what is left beyond a cap lapses in burn order, what is on hold stays', () => {
    const story = script(withRollover(chatNow, { plus: capped }), '2025-01-15');
    story.does(start(plus), submit('a', 80), begin('a'));
    story.at('2025-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 20 + 80 held without date',
      'seat-1 base 600: 600 without date',
    ]);
    story.does(fail('a'), submit('b', 50));
    story.at('2025-03-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 0 + 50 held without date',
      'seat-1 base 600: 50 without date',
      'seat-1 base 600: 600 without date',
    ]);
  });

  test('B6 all rolls over, until a plan that keeps nothing has run for a period', () => {
    const story = script(withRollover(chatNow, { plus: { kind: 'all' } }), '2025-01-15');
    story.does(start(plus), change(plan('free', 'monthly')));
    story.at('2025-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 600: 600 without date',
      'seat-1 base 40: 40 to 2025-03-15',
    ]);
    story.at('2025-03-15');
    expect(story.lots()).toEqual(['seat-1 base 40: 40 to 2025-04-15']);
  });

  test('B6 the end of a plan lets lapse even what has no date', () => {
    const story = script(withRollover(chatNow, { plus: { kind: 'all' } }), '2025-01-15');
    story.does(start(plus), submit('a', 5), begin('a'), end);
    story.at('2025-02-15');
    story.does(fail('a'));
    expect(story.view().lots[0]).toMatchObject({ expiresAt: null, expired: 600 });
  });
});

describe('jobs', () => {
  test('B8 delivered is charged, failed and cancelled are not', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), submit('a', 10), submit('b', 20), submit('c', 30));
    story.refuses(submit('a', 10), submit('d', 1), begin('d'), deliver('a'), fail('a'));
    story.does(begin('a'), begin('b'), deliver('a'), fail('b'), cancel('c'));
    story.refuses(begin('a'), cancel('a'), cancel('b'), deliver('c'));
    expect(story.view().lots[0]).toMatchObject({ available: 50, held: 0, spent: 10, expired: 0 });
    expect(story.view().jobs.map(({ state }) => state)).toEqual(['done', 'failed', 'cancelled']);
  });

  test('a refused job stays refused', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal));
    story.refuses(submit('a', 61), submit('a', 1), submit('b', 1, 'seat-2'), submit('b', 1));
    expect(story.view().jobs).toEqual([]);
  });

  test('at a lapse a waiting job is held anew, and a running job keeps its hold', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), submit('runs', 10), begin('runs'), submit('waits', 20));
    story.does(submit('fails', 5), begin('fails'));
    story.at('2025-02-15');
    expect(story.lots()).toEqual([
      'seat-1 base 60: 0 + 15 held to 2025-02-15',
      'seat-1 base 60: 40 + 20 held to 2025-03-15',
    ]);
    story.does(deliver('runs'), fail('fails'), begin('waits'));
    expect(story.view().lots[0]).toMatchObject({ spent: 10, expired: 50 });
  });

  test('the whole hold of a waiting job moves, also what has not lapsed', () => {
    const rules = { 'pack-small': { kind: 'all' } } as const;
    const story = script(withRollover(chatNow, {}, rules), '2025-01-15');
    story.does(start(plus), submit('a', 599), buyPack('pack-small'), cancel('a'));
    story.does(submit('b', 700));
    expect(story.lots()[1]).toBe('seat-1 pack 200: 100 + 100 held without date');
    story.does(change(plan('free', 'monthly')));
    story.at('2025-02-15');
    story.refuses(begin('b'));
    expect(story.lots()).toEqual([
      'seat-1 pack 200: 200 without date',
      'seat-1 base 40: 40 to 2025-03-15',
    ]);
    story.does(change(plan('plus', 'monthly')));
    expect(story.view().jobs[1]).toEqual({ id: 'b', state: 'waiting', held: 700 });
  });

  test('waiting jobs are held in queue order, whole or not at all, whenever credit comes', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.does(submit('a', 50), submit('b', 40), submit('c', 9));
    story.does({ kind: 'cancel-units', unit: 0, count: 1 });
    story.at('2025-02-15');
    const held = () => story.view().jobs.map((job) => job.held);
    expect(held()).toEqual([50, 0, 9]);
    story.does(cancel('a'));
    expect(held()).toEqual([0, 40, 9]);
  });

  test('of credit with the same date, a seat burns its own before the pool’s', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(plan('team', 'monthly', 1)), buyUnits('team-unit', 1));
    story.at('2025-01-20');
    story.does(addSeat(), submit('a', 160, 'seat-2'));
    expect(story.lots()).toEqual([
      'pool add-on 200: 190 + 10 held to 2025-02-15',
      'seat-1 base 150: 150 to 2025-02-15',
      'seat-2 base 150: 0 + 150 held to 2025-02-15',
    ]);
  });

  test('of credit with the same date, even a seat’s pack burns before the pool’s units', () => {
    const card = rateCardSchema.parse({ ...aiStudios, packs: chatNow.packs });
    const story = script(card, '2025-01-15');
    story.does(start(plan('team', 'monthly', 1)), ...spend(150));
    story.does(buyUnits('team-unit', 1), buyPack('pack-small'), submit('a', 10));
    expect(story.lots()).toEqual([
      'pool add-on 200: 200 to 2025-02-15',
      'seat-1 pack 200: 190 + 10 held to 2025-02-15',
    ]);
  });

  test('of credit with the same date and wallet, base burns before add-on before pack', () => {
    const story = script(aiStudios, '2025-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.at('2025-01-20');
    story.does(change(plan('team', 'monthly')), submit('a', 151));
    expect(story.lots()).toEqual([
      'seat-1 add-on 60: 59 + 1 held to 2025-02-15',
      'seat-1 base 60: 0 + 60 held to 2025-02-15',
      'seat-1 base 90: 0 + 90 held to 2025-02-15',
    ]);
  });

  test('credit with a sooner date burns first, whoever’s and whatever it is', () => {
    const rules = { plus: { kind: 'cycles', cycles: 1 } } as const;
    const story = script(withRollover(chatNow, rules), '2025-01-15');
    story.does(start(plus), submit('a', 600), buyPack('pack-small'), cancel('a'));
    story.does(submit('b', 210));
    expect(story.lots()).toEqual([
      'seat-1 base 600: 590 + 10 held to 2025-03-15',
      'seat-1 pack 200: 0 + 200 held to 2025-02-15',
    ]);
  });
});

test('lots that no rule tells apart can be joined', () => {
  const story = script(aiStudios, '2025-01-15');
  story.does(start(personal), buyUnits('personal-unit', 1), buyUnits('personal-unit', 2));
  expect(story.view().lots.map(({ granted }) => granted)).toEqual([60, 120, 60]);
  const { lots } = story.view();
  expect(lots.toReversed().sort(compareLots)).toEqual(lots);
  const joined = joinTwins(lots);
  expect(joined.map(({ granted, available }) => [granted, available])).toEqual([
    [180, 180],
    [60, 60],
  ]);
});

test('B6 the varied cards have every kind of rollover, for plans and for packs', () => {
  for (const items of [cards.flatMap((card) => card.plans), cards.flatMap((card) => card.packs)]) {
    const kinds = new Set(items.map(({ rollover }) => rollover.kind));
    expect([...kinds].sort()).toEqual(['all', 'capped', 'cycles', 'none']);
  }
});
