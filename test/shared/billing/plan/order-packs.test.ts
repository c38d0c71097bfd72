import { describe, expect, test } from 'vitest';
import {
  allowanceLeft,
  cheapestOutput,
  packNotYet,
  packRefusal,
} from '../../../../src-shared/billing/card/pack-offer';
import { credits } from '../../../../src-shared/billing/credits';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import {
  addSeat,
  begin,
  buyPack,
  cancel,
  deliver,
  end,
  plan,
  removeSeat,
  start,
  submit,
  withRollover,
} from '../../../independent/script';

const plus = plan('plus', 'monthly');
const small = chatNow.packs.find(({ id }) => id === 'pack-small');

/** A story in which the allowance of 600 has been spent down to what is given. */
function withAllowance(left: number, card = chatNow, startsAt = '2026-01-15') {
  const story = coreScript(card, startsAt);
  story.does(start(plus), submit('film', 600 - left), begin('film'), deliver('film'));
  return story;
}

describe('B5 a pack', () => {
  test('is one purchase, billed once, usable at once', () => {
    const story = withAllowance(0);
    story.does(buyPack('pack-small'), buyPack('pack-large'));
    expect(story.invoices('2026-01-15').slice(1)).toEqual([
      '2026-01-15 pack 1 for 500',
      '2026-01-15 pack 1 for 2000',
    ]);
    expect(story.spendable()).toBe(1200);
    story.at('2028-01-15');
    expect(story.invoices().filter((line) => line.includes('pack'))).toHaveLength(2);
  });
  test('is not sold while the allowance pays for the cheapest picture', () => {
    expect(cheapestOutput(chatNow)).toBe(2);
    expect(withAllowance(2).refusesFor('pack-not-yet', buyPack('pack-small'))).toEqual({
      code: 'pack-not-yet',
      packId: 'pack-small',
      left: 2,
      cheapest: 2,
    });
    withAllowance(1).does(buyPack('pack-small'));
    withAllowance(0).does(buyPack('pack-small'));
  });
  test('credit on hold is no allowance that is left, and comes back as one', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plus), submit('film', 600), buyPack('pack-small'), cancel('film'));
    story.refusesFor('pack-not-yet', buyPack('pack-small'));
  });
  test('what packs and other seats have is no allowance of the buyer', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), submit('film', 1200, 'seat-2'));
    story.refusesFor('pack-not-yet', buyPack('pack-small', 'seat-1'));
    story.does(buyPack('pack-small', 'seat-2'), buyPack('pack-small', 'seat-2'));
    expect(story.spendable('seat-2')).toBe(400);
    expect(story.spendable('seat-1')).toBe(1200);
  });
  test('needs a running plan, an active seat and a card that sells it', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.refusesFor('plan-not-running', buyPack('pack-small'));
    story.does(start(plan('team', 'monthly')), submit('film', 1200));
    expect(story.refusesFor('pack-unknown', buyPack('pack-huge'))).toMatchObject({
      known: ['pack-small', 'pack-large'],
    });
    story.does(addSeat(), removeSeat('seat-2'));
    story.refusesFor('seat-removed', buyPack('pack-small', 'seat-2'));
    story.refusesFor('seat-unknown', buyPack('pack-small', 'seat-3'));
    const other = coreScript(aiStudios, '2026-01-15');
    other.does(start(plan('personal', 'monthly')));
    expect(other.refusesFor('pack-unknown', buyPack('pack-small'))).toMatchObject({ known: [] });
  });
  test('B6 lapses with the running grant period where it says nothing else', () => {
    const story = withAllowance(0);
    story.at('2026-02-14');
    story.does(buyPack('pack-small'));
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 600: 600 to 2026-03-15']);
  });
  test('one that rolls over outlives renewals and the plan itself', () => {
    const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'all' } });
    const story = withAllowance(0, card);
    story.does(buyPack('pack-small'), end);
    story.at('2027-01-15');
    expect(story.view().plan).toBeNull();
    expect(story.lots()).toEqual(['seat-1 pack 200: 200 without date']);
    story.does(submit('fox', 200), begin('fox'), deliver('fox'));
    expect(story.spendable()).toBe(0);
  });
  test('is spent after the credit of the plan that lapses as soon', () => {
    const story = withAllowance(0);
    story.does(buyPack('pack-small'));
    story.at('2026-01-20');
    expect(story.spendable()).toBe(200);
    const card = withRollover(chatNow, {}, { 'pack-small': { kind: 'cycles', cycles: 1 } });
    const later = withAllowance(0, card);
    later.does(buyPack('pack-small'));
    later.at('2026-02-15');
    later.does(submit('reel', 700));
    expect(later.lots()).toEqual([
      'seat-1 pack 200: 100 + 100 held to 2026-03-15',
      'seat-1 base 600: 0 + 600 held to 2026-03-15',
    ]);
  });
});

describe('B5 whether a pack is sold', () => {
  if (small === undefined) throw new Error('ChatNow sells a small pack');
  test('depends on nothing where the card does not ask for it', () => {
    const always = { ...small, onlyWhenUsedUp: false };
    expect(packNotYet(chatNow, always, credits(600))).toBeNull();
    expect(packNotYet(chatNow, small, credits(600))).toEqual({ left: 600, cheapest: 2 });
  });
  test('a free tool does not count as the cheapest output', () => {
    expect(cheapestOutput(aiStudios)).toBe(1);
    const onlyVideo = { ...chatNow, tools: chatNow.tools.filter(({ id }) => id === 'video') };
    // 15 credits for 2 seconds: one second is rounded up to 8.
    expect(cheapestOutput(onlyVideo)).toBe(8);
  });
  test('the allowance is what the seat itself can still spend of base credit', () => {
    const { life } = withAllowance(70);
    expect(allowanceLeft(life.liveLots(), 'seat-1', life.now)).toBe(70);
    expect(allowanceLeft(life.liveLots(), 'seat-2', life.now)).toBe(0);
    const lapsed = life.liveLots().map((lot) => ({ ...lot, expiresAt: life.now }));
    expect(allowanceLeft(lapsed, 'seat-1', life.now)).toBe(0);
  });
  test('nothing is said about a pack that is not on the card', () =>
    expect(packRefusal(chatNow, 'pack-huge', 'seat-1', [], withAllowance(0).life.now)).toBeNull());
});
