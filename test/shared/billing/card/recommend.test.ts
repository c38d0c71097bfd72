import { describe, expect, test } from 'vitest';
import type { PricedRequest } from '../../../../src-shared/billing/card/quote';
import { priceOfRetry, recommend } from '../../../../src-shared/billing/card/recommend';
import { recommendationSentence } from '../../../../src-shared/billing/card/warning-words';
import { aiStudios, chatNow } from '../../../helpers/cards';

const grand: PricedRequest = {
  tool: 'image',
  model: 'image-grand',
  quality: 'premium',
  count: 3,
  seconds: null,
};

describe('B11 the model of best balance', () => {
  test('comes with the price of one output and its reason in numbers', () => {
    const best = recommend(chatNow, grand);
    expect(best).toMatchObject({ model: { id: 'image-studio' }, quality: 'premium', each: 6 });
    expect(best && recommendationSentence(chatNow, best, grand)).toBe(
      'Best value: Studio, 4 of 5 merit for 6 credits an image.',
    );
  });
  test('can make the picture as large as it is wanted', () =>
    expect(recommend(chatNow, grand, 2048)?.model.id).toBe('image-grand'));
  test('of clips is judged over the whole length', () => {
    const clip: PricedRequest = { ...grand, tool: 'video', model: '', seconds: 10 };
    const best = recommend(chatNow, clip);
    expect(best && recommendationSentence(chatNow, best, clip)).toBe(
      'Best value: Studio Motion, 4 of 5 merit for 180 credits a clip of 10 s.',
    );
  });
  test('takes the better quality where it costs the same', () => {
    const request = { ...grand, model: 'image-generator', quality: 'basic' } as const;
    const best = recommend(aiStudios, request);
    expect(best).toMatchObject({ quality: 'premium', each: 1, betterForTheSame: true });
    expect(best && recommendationSentence(aiStudios, best, request)).toBe(
      'Best value: premium, at the same 1 credit an image.',
    );
    expect(recommend(chatNow, { ...grand, quality: 'basic' })?.quality).toBe('basic');
  });
  test('says where there is nothing to choose', () => {
    const request = { ...grand, model: 'image-generator' };
    const best = recommend(aiStudios, request);
    expect(best && recommendationSentence(aiStudios, best, request)).toBe(
      'One model, one price: 1 credit an image.',
    );
  });
  test('there is none for a tool without models', () =>
    expect(recommend(chatNow, { ...grand, tool: 'chat' })).toBeNull());
});

describe('A3, B8 what trying again costs', () => {
  test('is what one output costs, however many there were', () => {
    expect(priceOfRetry(chatNow, grand)).toBe(12);
    expect(priceOfRetry(aiStudios, { ...grand, model: 'image-generator' })).toBe(1);
    const clip = { ...grand, tool: 'video', model: 'video-swift', quality: 'basic' } as const;
    expect(priceOfRetry(chatNow, { ...clip, seconds: 5 })).toBe(38);
  });
  test('is not known of a model that the card has no more', () =>
    expect(priceOfRetry(chatNow, { ...grand, model: 'gone' })).toBeNull());
});
