import { describe, expect, test } from 'vitest';
import {
  type CardChanges,
  cardChanges,
  isUnchanged,
} from '../../../src-renderer/cards/card-changes';
import { parseRateCard, type RateCard } from '../../../src-shared/billing/card/rate-card';
import { aiStudios, cardFiles, chatNow } from '../../helpers/cards';

type CardFile = (typeof cardFiles)['chatnow'];

/** ChatNow's card with something else on it. */
function changed(change: (file: CardFile) => object): RateCard {
  const file: CardFile = structuredClone(cardFiles.chatnow);
  const parsed = parseRateCard({ ...file, version: '2026-12-01', ...change(file) });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.card;
}

/** The changes from ChatNow's own card. */
const against = (change: (file: CardFile) => object): CardChanges =>
  cardChanges(chatNow, changed(change));

/** The prices with another one in some places. */
function pricesWith({ prices }: CardFile, changes: Readonly<Record<number, object>>) {
  return { prices: prices.map((price, index) => ({ ...price, ...changes[index] })) };
}

describe('what another version would change', () => {
  test('is nothing, where only the version differs', () => {
    expect(isUnchanged(against(() => ({})))).toBe(true);
  });
  test('price by price, before and after', () => {
    const { prices, ...others } = against((file) =>
      pricesWith(file, { 0: { credits: 3 }, 2: { credits: 7 }, 8: { credits: 8, per: 1 } }),
    );
    expect(prices).toEqual([
      { what: 'Image · Swift', before: '2 credits an image', after: '3 credits an image' },
      {
        what: 'Image · Studio, premium',
        before: '6 credits an image',
        after: '7 credits an image',
      },
      { what: 'Video · Swift Motion', before: '15 credits for 2 s', after: '8 credits a second' },
    ]);
    expect(others).toEqual({ costs: [], offers: [], rest: [] });
  });
  test('by what is paid in the end: lines that say the same otherwise are no change', () => {
    const { prices } = against(({ prices: old }) => ({
      prices: old.flatMap((price) =>
        price.model === 'image-grand' ? [{ ...price, quality: 'premium' }] : [price],
      ),
    }));
    expect(prices).toEqual([]);
  });
  test('both qualities as one, where they agree', () => {
    const { prices } = against((file) =>
      pricesWith(file, { 1: { credits: 5 }, 2: { credits: 5 } }),
    );
    expect(prices.map(({ what, before }) => [what, before])).toEqual([
      ['Image · Studio, basic', '4 credits an image'],
      ['Image · Studio, premium', '6 credits an image'],
    ]);
    const studios = parseRateCard({
      ...cardFiles['ai-studios'],
      prices: cardFiles['ai-studios'].prices.map((price, index) =>
        index === 0 ? { ...price, credits: 2 } : price,
      ),
    });
    if (studios.kind === 'invalid') throw new Error('no card');
    expect(cardChanges(aiStudios, studios.card).prices).toEqual([
      { what: 'Image · Image generator', before: '1 credit an image', after: '2 credits an image' },
    ]);
  });
  test('what is new and what is gone', () => {
    const { prices } = against(({ models, prices: old }) => ({
      models: models.filter(({ id }) => id !== 'image-grand'),
      prices: old.filter(({ model }) => model !== 'image-grand'),
    }));
    expect(prices).toEqual([
      { what: 'Image · Grand', before: '12 credits an image', after: null },
      { what: 'Edit · Grand', before: '15 credits an image', after: null },
    ]);
  });
  test('a tool that is metered from now on', () => {
    const { prices } = cardChanges(
      changed(({ tools }) => ({
        tools: tools.map((tool) => (tool.id === 'edit' ? { ...tool, metering: 'free' } : tool)),
      })),
      chatNow,
    );
    expect(prices[0]).toEqual({
      what: 'Edit · Swift',
      before: 'not metered',
      after: '3 credits an image',
    });
  });
  test('what the provider asks, apart from what is paid', () => {
    const { prices, costs } = against((file) => pricesWith(file, { 0: { providerCost: 4_000 } }));
    expect(prices).toEqual([]);
    expect(costs).toEqual([{ what: 'Image · Swift', before: null, after: '$0.004 an image' }]);
  });
  test('B6 plans, packs and their rollover', () => {
    const { offers } = against(({ plans, packs }) => ({
      plans: plans.map((plan) =>
        plan.id === 'plus'
          ? {
              ...plan,
              monthly: { ...plan.monthly, priceCents: 1500 },
              rollover: { kind: 'capped', credits: 300 },
            }
          : plan,
      ),
      packs: packs.slice(1),
    }));
    expect(offers).toEqual([
      {
        what: 'Plus, monthly',
        before: '600 credits a month, $12 a month',
        after: '600 credits a month, $15 a month',
      },
      {
        what: 'Plus, what is left',
        before: 'Nothing rolls over',
        after: 'Up to 300 credits roll over',
      },
      {
        what: 'Small pack',
        before:
          '200 credits for $5, for one seat, once the allowance is used up; nothing rolls over',
        after: null,
      },
    ]);
  });
  test('words that changed are named', () => {
    const { rest } = against(({ policies }) => ({
      name: 'Another',
      policies: { ...policies, expiry: 'It lapses.' },
    }));
    expect(rest).toEqual(['its name', 'the words on expiry and renewal']);
  });
});
