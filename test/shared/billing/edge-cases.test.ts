import { describe, expect, test } from 'vitest';
import { receipt } from '../../../src-shared/billing/card/receipt';
import type { instant } from '../../../src-shared/billing/instant';
import { foldEntries } from '../../../src-shared/billing/lots/entry';
import { planGrant } from '../../../src-shared/billing/lots/plan-entries';
import { renewalsWithin } from '../../../src-shared/billing/plan/order-words';
import { placeOrder } from '../../../src-shared/billing/plan/place-order';
import { monthsUntil } from '../../../src-shared/billing/plan/unfold';
import { aiStudios, chatNow, quoteOf } from '../../helpers/cards';
import { coreScript } from '../../helpers/core-script';
import { playStory } from '../../helpers/ledger-story';
import {
  addSeat,
  begin,
  buyPack,
  buyUnits,
  cancel,
  change,
  deliver,
  end,
  plan,
  removeSeat,
  start,
  submit,
  withRollover,
} from '../../independent/script';

// Cases that users of other credit systems reported, by number and words. Those about holds (9–18, 25)
// are in edge-cases-of-holds.test.ts; those that need a real studio, with its disk and its repeated
// calls (6, 7, 8, 11, 21, 24, 25), are in test/flows/edge-cases.test.ts.

const personal = plan('personal', 'monthly');

test('case 1: anchor 31: May 31 renews June 30, then July 31', () => {
  const story = coreScript(aiStudios, '2026-05-31');
  story.does(start(personal));
  story.at('2026-08-01');
  const starts = story.view().lots.map(({ startsAt }) => new Date(startsAt).toISOString());
  expect(starts.map((text) => text.slice(0, 10))).toEqual([
    ...['2026-05-31', '2026-06-30', '2026-07-31'],
  ]);
});

describe('case 2: a refill coinciding with reset or creation happens once', () => {
  test('at the creation', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(personal));
    story.at('2026-01-20');
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2026-02-20']);
  });
  test('at the reset, however often it is asked for', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(personal));
    for (const date of ['2026-02-20', '2026-02-20', '2026-02-19', '2026-02-20']) story.at(date);
    expect(story.view().lots).toHaveLength(2);
    expect([...monthsUntil(story.life.account, story.life.now)]).toEqual([]);
  });
  test('with an upgrade at the very start of a month', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(plan('free', 'monthly')));
    story.at('2026-02-20');
    story.does(change(personal));
    expect(story.spendable()).toBe(60);
  });
});

test('case 3: an unrelated mid-cycle grant never refills a recurring one', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal), submit('film', 60), begin('film'), deliver('film'));
  story.at('2026-01-25');
  story.does(buyUnits('personal-unit', 1));
  expect(story.lots()).toEqual(['seat-1 add-on 60: 60 to 2026-02-20']);
  expect(story.view().lots[0]).toMatchObject({ source: 'base', granted: 60, available: 0 });
});

test('case 4: read exactly at period start includes the new grant; a lot expiring then is gone', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal));
  story.at('2026-02-20');
  expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2026-03-20']);
  playStory(`
     0 | grant base 60 until 30     | spendable 60
    30 | grant base-2 60 until 60   | spendable 60
    30 | hold film 61               | missing 1
    30 | hold film 60               | base 60 0 0 0; base-2 0 60 0 0
  `);
});

test('case 5: the same top-up key twice: one credit, same answer', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal));
  const { account, now } = story.life;
  const card = { id: aiStudios.id, version: aiStudios.version };
  const bought = {
    kind: 'buy-units',
    card,
    addOnId: 'personal-unit',
    count: 1,
    seat: 'seat-1',
  } as const;
  const order = { id: 'once', at: now, wish: bought };
  const first = placeOrder(account, order, () => aiStudios);
  expect(placeOrder(account, order, () => aiStudios)).toEqual(first);
  if (first.kind === 'refused') throw new Error(first.refusal.code);
  const [grant] = first.step.grants;
  if (grant === undefined) throw new Error('units come at once');
  const entry = planGrant(grant);
  expect(entry.id).toBe('grant:once:add-on');
  expect(() => foldEntries([entry, entry])).toThrow(/granted twice/);
});

describe('case 7: no purchase is ever made for anyone', () => {
  // Tally has no automatic top-up: what it can't pay waits, and says what would help.
  test('a deep shortfall over years buys nothing', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(
      start(personal),
      submit('film', 60),
      submit('none', 0),
      change(plan('free', 'monthly')),
    );
    story.refuses(submit('more', 1));
    story.at('2031-01-20');
    expect(story.view().jobs[0]).toEqual({ id: 'film', state: 'waiting', held: 0 });
    expect(new Set(story.life.lines.map(({ kind }) => kind))).toEqual(new Set(['plan']));
    expect(story.life.orders).toHaveLength(2);
  });
  test('what comes without an order of its own is a renewal that was ordered, and cancelled at will', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.does({ kind: 'cancel-units', unit: 0, count: 1 });
    story.at('2031-01-20');
    expect(story.life.lines.filter(({ kind }) => kind === 'units')).toHaveLength(1);
  });
});

describe('case 8: what goes above a cap is reported, never silently dropped', () => {
  test('credit beyond a rollover cap lapses by an entry of its own', () => {
    const card = withRollover(chatNow, { plus: { kind: 'capped', credits: 250 } });
    const story = coreScript(card, '2026-01-20');
    story.does(start(plan('plus', 'monthly')));
    story.at('2026-02-20');
    expect(story.life.entries.filter(({ kind }) => kind === 'expire')).toMatchObject([
      { credits: 350, at: Date.UTC(2026, 1, 20) },
    ]);
  });
  test('an order above a limit is refused with the limit, not cut down to it', () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(personal));
    expect(story.refusesFor('unit-count-invalid', buyUnits('personal-unit', 1001))).toMatchObject({
      most: 1000,
    });
    expect(story.spendable()).toBe(60);
  });
});

describe('case 19: pack credit survives renewal when the plan has no rollover', () => {
  test.each([
    [{ kind: 'all' } as const, 200],
    [{ kind: 'cycles', cycles: 2 } as const, 200],
    [{ kind: 'capped', credits: 150 } as const, 150],
    [{ kind: 'none' } as const, 0],
  ])('a pack by its own rule, %j', (rollover, left) => {
    const card = withRollover(chatNow, {}, { 'pack-small': rollover });
    const story = coreScript(card, '2026-01-20');
    story.does(start(plan('free', 'monthly')), submit('film', 40), begin('film'), deliver('film'));
    story.does(buyPack('pack-small'));
    story.at('2026-02-20');
    expect(story.spendable()).toBe(40 + left);
  });
});

describe('case 20: starting or upgrading a plan neither wipes packs nor goes negative', () => {
  const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'all' } });
  test('an upgrade, a change and a new start leave a pack as it is', () => {
    const story = coreScript(card, '2026-01-20');
    story.does(start(plan('free', 'monthly')), submit('film', 40), buyPack('pack-small'));
    story.does(submit('fox', 50), change(plan('plus', 'monthly')));
    const pack = () => story.lots().find((line) => line.includes('pack'));
    expect(pack()).toBe('seat-1 pack 200: 150 + 50 held without date');
    story.does(cancel('fox'), begin('film'), deliver('film'), change(plan('free', 'monthly')));
    story.at('2026-02-20');
    story.does(end);
    story.at('2026-04-20');
    story.does(start(plan('pro', 'annual')));
    expect(pack()).toBe('seat-1 pack 200: 200 without date');
  });
  test('an upgrade of a plan that is spent grants the difference, not less', () => {
    const story = coreScript(card, '2026-01-20');
    story.does(start(plan('plus', 'monthly')), submit('film', 600), begin('film'));
    story.does(deliver('film'), change(plan('pro', 'monthly')));
    expect(story.spendable()).toBe(1400);
  });
});

test('case 21: editing a plan definition leaves live balances untouched', () => {
  const story = coreScript(chatNow, '2026-01-20');
  story.does(start(plan('plus', 'annual')), submit('fox', 12));
  const before = story.view();
  const wish = { kind: 'use-card', card: { id: 'chatnow', version: '2026-12-01' } } as const;
  expect(story.life.order(wish)).toBe('accepted');
  expect(story.view()).toEqual(before);
  const { at, account, ...nothing } = placedStep(story.life.account, story.life.now);
  expect(nothing).toEqual({ lapse: null, grants: [], lines: [] });
  expect(account.subscription).toEqual(story.life.account.subscription);
  expect(at).toBe(story.life.now);
  story.at('2026-02-20');
  expect(story.spendable()).toBe(588);
  expect(story.view().jobs).toEqual([{ id: 'fox', state: 'waiting', held: 12 }]);
});

/** What taking up a still newer version of the card does. */
function placedStep(account: Parameters<typeof placeOrder>[0], at: ReturnType<typeof instant>) {
  const card = { id: 'chatnow', version: '2027-01-01' };
  const order = { id: 'newer', at, wish: { kind: 'use-card', card } as const };
  const placed = placeOrder(account, order, () => chatNow);
  if (placed.kind === 'refused') throw new Error(placed.refusal.code);
  return placed.step;
}

test('case 22: subscribing on the 20th yields one allowance before the next 20th', () => {
  const story = coreScript(aiStudios, '2026-01-20');
  story.does(start(personal));
  story.at('2026-02-19T23:59:59.999Z');
  expect(story.view().lots).toHaveLength(1);
  story.at('2026-02-20');
  expect(story.view().lots).toHaveLength(2);
});

describe('case 23: adding a seat mid-cycle', () => {
  const team = plan('team', 'monthly');
  test("neither mints a second full allowance nor takes the renewal's key", () => {
    const story = coreScript(aiStudios, '2026-01-20');
    story.does(start(team), addSeat(), removeSeat('seat-2'), addSeat('seat-2'));
    expect(story.view().lots.map(({ granted }) => granted)).toEqual([150, 150]);
    story.at('2026-02-20');
    const ids = [...story.life.lots.keys()];
    expect(ids).toEqual([
      'subscription-1:0:base:seat-1',
      'order-1:base:seat-2',
      'subscription-1:1:base:seat-1',
      'subscription-1:1:base:seat-2',
    ]);
  });
  test('a renewal found late has the instant of the boundary, not of now', () => {
    const late = coreScript(aiStudios, '2026-01-20');
    const onTime = coreScript(aiStudios, '2026-01-20');
    for (const story of [late, onTime]) story.does(start(team));
    for (let month = 2; month < 12; month += 1)
      onTime.at(`2026-${String(month).padStart(2, '0')}-20`);
    for (const story of [late, onTime]) story.at('2026-12-01');
    expect(late.life.entries).toEqual(onTime.life.entries);
  });
});

describe('case 24: what is told at a threshold is told at the very threshold, zero included', () => {
  test('a balance of exactly the price pays it; of one less it is short by one', () => {
    const film = quoteOf(aiStudios, { count: 60 });
    const { life } = coreScript(aiStudios, '2026-01-20');
    life.apply(start(personal));
    expect(receipt(film, life.liveLots(), life.now)).toMatchObject({ kind: 'payable', after: 0 });
    life.apply(submit('fox', 1));
    expect(receipt(film, life.liveLots(), life.now)).toMatchObject({ kind: 'short', missing: 1 });
    life.apply(submit('owl', 59));
    expect(receipt(film, life.liveLots(), life.now)).toMatchObject({ kind: 'short', missing: 60 });
  });
  test('A14 a renewal is told from the very day on', () => {
    const { life } = coreScript(aiStudios, '2026-01-20');
    life.apply(start(personal));
    life.apply(buyUnits('personal-unit', 1));
    const renewal = Date.UTC(2026, 1, 20);
    const told = (at: number) => renewalsWithin(life.account, aiStudios, 3, at).length;
    expect(told(renewal - 3 * 86_400_000 - 1)).toBe(0);
    expect(told(renewal - 3 * 86_400_000)).toBe(2);
    expect(told(renewal)).toBe(2);
  });
});
