// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planStore } from '../../../src-renderer/stores/plan';
import { firstChanges } from '../../../src-renderer/what-if/first-changes';
import { largestPace, paceIn, paceText } from '../../../src-renderer/what-if/pace-units';
import { priceOffers } from '../../../src-renderer/what-if/price-offers';
import { orderWish, type PlanState } from '../../../src-shared/contract/plan';
import { aiStudios, chatNow } from '../../helpers/cards';
import { openPagePlan, type PagePlan } from '../../helpers/page-plan';

describe('a pace', () => {
  test('is told a day or a week, rounded where it was not entered so', () => {
    const usual = { credits: 38, days: 49 };
    expect([paceIn(usual, 'day'), paceIn(usual, 'week')]).toEqual([1, 5]);
    expect(paceText(usual, 'week')).toBe('5.4 credits a week');
    expect(paceText({ credits: 7, days: 7 }, 'day')).toBe('1 credit a day');
    expect(paceIn({ credits: 12, days: 7 }, 'week')).toBe(12);
  });

  test('has a slider with room for several times the usual', () => {
    expect(largestPace(null, 'week')).toBe(100);
    expect(largestPace({ credits: 700, days: 49 }, 'week')).toBe(400);
    expect(largestPace({ credits: 700, days: 49 }, 'day')).toBe(60);
  });
});

describe('prices to try', () => {
  test('are those of metered models, each from what the card asks for its best', () => {
    const offers = priceOffers(chatNow);
    expect(offers.find(({ key }) => key === 'image image-studio')).toEqual({
      key: 'image image-studio',
      name: 'Studio, Image',
      unit: 'picture',
      now: '4 to 6 credits a picture',
      price: { tool: 'image', model: 'image-studio', credits: 6, per: 1 },
    });
    expect(offers.find(({ key }) => key === 'video video-swift')).toMatchObject({
      now: '15 credits for 2 seconds',
      unit: 'second',
    });
    expect(offers.some(({ price }) => price.tool === 'chat')).toBe(false);
  });

  test('A4 leave out what the card does not meter', () => {
    const tools = new Set(priceOffers(aiStudios).map(({ price }) => price.tool));
    expect(tools.has('avatar-video')).toBe(false);
    expect(tools.has('image')).toBe(true);
  });
});

describe('changes to try', () => {
  let page: PagePlan;
  const state = (): PlanState => {
    const { plan } = planStore.getState();
    if (plan === null) throw new Error('the plan was not read');
    return plan;
  };

  afterEach(() => page.close());

  describe('of a team', () => {
    beforeEach(async () => {
      page = await openPagePlan({
        cardId: 'ai-studios',
        planId: 'team',
        cadence: 'monthly',
        seats: 2,
      });
    });

    test('are those that its plan and card have, and can all be asked for', async () => {
      const changes = firstChanges(state());
      expect(changes.map(({ kind }) => kind)).toEqual([
        'change-plan',
        'add-seats',
        'remove-seat',
        'buy-units',
      ]);
      expect(changes.find(({ kind }) => kind === 'remove-seat')).toMatchObject({ seat: 'seat-2' });
      for (const change of changes) {
        if (change.kind !== 'add-seats') expect(orderWish.safeParse(change).success).toBe(true);
      }
    });

    test('never take away the seat that works here', () => {
      const alone = { ...state(), workingSeat: 'seat-2' };
      expect(firstChanges(alone).find(({ kind }) => kind === 'remove-seat')).toMatchObject({
        seat: 'seat-1',
      });
    });
  });

  test('of one person are a larger plan, seats of a plan that has them, and packs', async () => {
    page = await openPagePlan({ cardId: 'chatnow', planId: 'free', cadence: 'monthly' });
    expect(firstChanges(state())).toEqual([
      { kind: 'change-plan', planId: 'plus', cadence: 'monthly', contract: null },
      { kind: 'add-seats', count: 1 },
      { kind: 'buy-packs', packId: 'pack-small', count: 1 },
    ]);
  });

  test('without a plan begin with the start of one', async () => {
    page = await openPagePlan({ cardId: 'chatnow', planId: 'free', cadence: 'monthly' });
    const [change] = firstChanges({ ...state(), plan: null });
    expect(change).toMatchObject({ kind: 'start-plan', planId: 'free', seats: 1 });
  });
});
