import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { planHoldsAnew, type WaitingHold } from '../../../../src-shared/billing/lots/holds-anew';
import { freshLot, type LotTerms } from '../../../../src-shared/billing/lots/lot';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import { day, terms } from '../../../helpers/ledger-story';
import {
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
  start,
  submit,
  withRollover,
} from '../../../independent/script';

const personal = plan('personal', 'monthly');
const free = plan('free', 'monthly');

describe('a waiting job at the start of a month', () => {
  test('moves to the new lots, whole, at the price of its submission', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('fox', 25), submit('owl', 5));
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 60: 30 + 30 held to 2026-03-15']);
    expect(story.view().lots[0]).toMatchObject({ held: 0, expired: 60 });
    expect(story.view().jobs).toMatchObject([{ held: 25 }, { held: 5 }]);
  });
  test('can move any number of times, with entries of its own each time', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('fox', 25));
    story.at('2026-05-15');
    const ids = story.life.entries.filter(({ cause }) => cause.kind === 'job').map(({ id }) => id);
    expect(ids).toEqual([
      'hold:fox:subscription-1:0:base:seat-1',
      'release:fox:subscription-1:0:base:seat-1',
      'hold:fox:subscription-1:1:base:seat-1:2',
      'release:fox:subscription-1:1:base:seat-1:2',
      'hold:fox:subscription-1:2:base:seat-1:3',
      'release:fox:subscription-1:2:base:seat-1:3',
      'hold:fox:subscription-1:3:base:seat-1:4',
      'release:fox:subscription-1:3:base:seat-1:4',
      'hold:fox:subscription-1:4:base:seat-1:5',
    ]);
    story.does(begin('fox'), deliver('fox'));
    expect(story.view().lots.at(-1)).toMatchObject({ spent: 25, available: 35 });
  });
  test('that finds too little waits for credit, and does not begin', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('film', 50), change(free));
    story.at('2026-02-15');
    expect(story.view().jobs).toEqual([{ id: 'film', state: 'waiting', held: 0 }]);
    expect(story.spendable()).toBe(16);
    story.refuses(begin('film'));
    story.does(change(personal));
    expect(story.view().jobs).toEqual([{ id: 'film', state: 'waiting', held: 50 }]);
    story.does(begin('film'), deliver('film'));
  });
  test('is tried in the order of the queue, each whole or not at all', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('one', 10), submit('two', 40), submit('three', 5));
    story.does(change(free));
    story.at('2026-02-15');
    expect(story.view().jobs.map(({ held }) => held)).toEqual([10, 0, 5]);
    story.does(cancel('one'));
    expect(story.spendable()).toBe(11);
    story.at('2026-03-15');
    expect(story.view().jobs.map(({ held }) => held)).toEqual([0, 0, 5]);
  });
  test('gives credit of other lots back too, and takes the soonest to lapse again', () => {
    const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'all' } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), submit('film', 600), buyPack('pack-small'));
    story.does(cancel('film'), submit('reel', 700));
    expect(story.lots()).toContain('seat-1 pack 200: 100 + 100 held without date');
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-1 pack 200: 100 + 100 held without date');
    expect(story.lots()).toContain('seat-1 base 600: 0 + 600 held to 2026-03-15');
  });
  test('of a removed seat is held anew like any other, from what its seat may spend', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), submit('fox', 10, 'seat-2'));
    story.does(removeSeat('seat-2'));
    story.at('2026-02-15');
    expect(story.view().jobs).toEqual([{ id: 'fox', state: 'waiting', held: 0 }]);
    story.does(buyUnits('team-unit', 1));
    expect(story.view().jobs).toEqual([{ id: 'fox', state: 'waiting', held: 10 }]);
  });
  test('whose credit does not lapse keeps its hold', () => {
    const story = coreScript(withRollover(chatNow, { plus: { kind: 'all' } }), '2026-01-15');
    story.does(start(plan('plus', 'monthly')), submit('fox', 10));
    story.at('2027-01-15');
    expect(story.life.entries.filter(({ kind }) => kind === 'hold')).toHaveLength(1);
  });
  test('a lot that comes to its date between months frees its job there and then', () => {
    const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'cycles', cycles: 2 } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), submit('film', 600), begin('film'));
    story.does(buyPack('pack-small'), deliver('film'), end);
    story.at('2026-02-20');
    story.does(start(free), submit('fox', 60));
    expect(story.view().jobs.at(-1)).toMatchObject({ held: 60 });
    story.at('2026-04-15');
    expect(story.view().jobs.at(-1)).toMatchObject({ state: 'waiting', held: 0 });
    expect(story.life.entries.at(-1)).toMatchObject({ kind: 'release', at: Date.UTC(2026, 3, 15) });
  });
});

describe('a running job at the start of a month', () => {
  test('keeps its hold and is charged to the old lot', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('fox', 25), begin('fox'));
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-1 base 60: 0 + 25 held to 2026-02-15');
    story.does(deliver('fox'));
    expect(story.spendable()).toBe(60);
    expect(story.view().lots[0]).toMatchObject({ spent: 25, expired: 35, held: 0 });
  });
  test.each([
    ['fails', fail('fox')],
    ['is cancelled', cancel('fox')],
  ])('that %s after its lot has lapsed gives its credit to expired', (_, operation) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), submit('fox', 25), begin('fox'));
    story.at('2026-02-15');
    story.does(operation);
    expect(story.spendable()).toBe(60);
    expect(story.view().lots[0]).toMatchObject({ spent: 0, expired: 60, held: 0 });
  });
  test('A13 that fails after the end of the plan gives base and add-on credit to expired', () => {
    const card = withRollover(aiStudios, { personal: { kind: 'all' } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1), submit('film', 100));
    story.does(begin('film'), end);
    story.at('2026-02-15');
    story.does(fail('film'));
    expect(story.spendable()).toBe(0);
    for (const lot of story.view().lots) expect(lot).toMatchObject({ expired: 60, available: 0 });
  });
  test('A13 credit of a pack goes back to the pack, whose date has not come', () => {
    const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'all' } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), submit('film', 600), buyPack('pack-small'));
    story.does(submit('reel', 150), begin('reel'), begin('film'), end);
    story.at('2026-02-15');
    story.does(fail('reel'), fail('film'));
    expect(story.lots()).toEqual(['seat-1 pack 200: 200 without date']);
  });
  test('B6 base credit that a plan without rollover has let lapse does not come back', () => {
    const card = withRollover(chatNow, { plus: { kind: 'all' }, free: { kind: 'none' } });
    const story = coreScript(card, '2026-01-15');
    story.does(start(plan('plus', 'monthly')), submit('film', 500), begin('film'), change(free));
    story.at('2026-02-15');
    story.does(submit('fox', 60));
    story.at('2026-03-15');
    story.does(fail('film'));
    expect(story.spendable()).toBe(40);
    expect(story.view().lots[0]).toMatchObject({ granted: 600, expired: 600 });
  });
});

describe('planning holds anew', () => {
  const lots = [freshLot(terms('base', 16)), freshLot(terms('pack', 40, { expiresAt: day(90) }))];
  const job = (id: string, price: number, more: Partial<WaitingHold> = {}): WaitingHold => {
    return { job: id, credits: credits(price), wallets: ['seat'], held: [], holds: 1, ...more };
  };
  const byDate = (lot: LotTerms) => lot.expiresAt;

  test('tells who is held once more and who lost a hold', () => {
    const held = [{ lotId: 'base', credits: credits(16) }];
    const holding = lots.map((lot) =>
      lot.id === 'base' ? { ...lot, available: credits(0), held: credits(16) } : lot,
    );
    const plan = planHoldsAnew(
      [job('film', 50), job('fox', 16, { held }), job('owl', 24), job('elk', 1)],
      holding,
      day(30),
      byDate,
    );
    expect(plan.held).toEqual(['fox', 'owl']);
    expect(plan.unheld).toEqual([]);
    expect(plan.entries.map(({ id }) => id)).toEqual([
      'release:fox:base',
      'hold:fox:pack:2',
      'hold:owl:pack:2',
    ]);
    const crowded = planHoldsAnew(
      [job('owl', 30), job('fox', 16, { held })],
      holding,
      day(30),
      byDate,
    );
    expect(crowded.held).toEqual(['owl']);
    expect(crowded.unheld).toEqual(['fox']);
  });
  test('takes only from wallets that the seat may spend', () => {
    const plan = planHoldsAnew([job('fox', 1, { wallets: ['pool'] })], lots, day(1), byDate);
    expect(plan.entries).toEqual([]);
  });
  test('a job that costs nothing needs no hold, and is not told to have got one', () => {
    const plan = planHoldsAnew([job('chat', 0)], lots, day(30), byDate);
    expect(plan).toEqual({ entries: [], held: [], unheld: [] });
  });
  test('with nothing to do plans nothing', () => {
    const held = [{ lotId: 'pack', credits: credits(5) }];
    const plan = planHoldsAnew([job('fox', 5, { held })], lots, day(30), byDate);
    expect(plan).toEqual({ entries: [], held: [], unheld: [] });
  });
});
