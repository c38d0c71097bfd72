import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  largestBatch,
  longestClipSeconds,
  modelsFor,
  quote,
} from '../../../../src-shared/billing/card/quote';
import { qualities, toolIds } from '../../../../src-shared/billing/card/rate-card';
import { isCredits } from '../../../../src-shared/billing/credits';
import { aiStudios, chatNow, quoteOf, refusalOf } from '../../../helpers/cards';

const studio = { model: 'image-studio', quality: 'premium' } as const;
const clip = { tool: 'video', model: 'video-studio', quality: 'premium' } as const;
const noNumber = [0, -1, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('a quote', () => {
  test('tells its arithmetic, its card and its rule', () => {
    expect(quoteOf(chatNow, { ...clip, seconds: 10, count: 2 })).toEqual({
      card: { id: 'chatnow', version: '2026-11-01' },
      ...clip,
      count: 2,
      units: 10,
      unit: 'second',
      price: { credits: 18, per: 1 },
      each: 180,
      total: 360,
      rule: 'Text to video is metered.',
    });
  });
  test('is the same for the same request', () => {
    expect(quoteOf(chatNow, studio)).toEqual(quoteOf(chatNow, studio));
  });
  test('of a picture takes no heed of a length', () => {
    for (const seconds of [null, 5, ...noNumber]) {
      expect(quoteOf(chatNow, { ...studio, seconds }).total).toBe(6);
    }
  });
});

describe('a request that has no price is refused with what would have one', () => {
  test.each([...noNumber, largestBatch + 1, 1e9, 2 ** 53])('a count of %d', (count) =>
    expect(refusalOf(chatNow, { ...studio, count })).toEqual({
      code: 'count-invalid',
      count,
      limit: 100,
    }),
  );
  test.each([...noNumber, null, longestClipSeconds + 1, 1e9])('a clip of %s seconds', (seconds) =>
    expect(refusalOf(chatNow, { ...clip, seconds })).toEqual({
      code: 'duration-invalid',
      seconds,
      limit: 60,
    }),
  );
  test('the largest batch and the longest clip are allowed', () => {
    expect(quoteOf(chatNow, { ...studio, count: 100 }).total).toBe(600);
    expect(quoteOf(chatNow, { ...clip, seconds: 60, count: 100 }).total).toBe(108_000);
  });
  test('a tool that the card does not know', () =>
    expect(refusalOf(chatNow, { tool: 'docs-to-video' })).toEqual({
      code: 'tool-unknown',
      tool: 'docs-to-video',
    }));
  test('a model that the card does not know', () =>
    expect(refusalOf(chatNow, { model: 'image-generator' })).toEqual({
      code: 'model-unknown',
      model: 'image-generator',
      known: ['image-swift', 'image-studio', 'image-grand'],
    }));
  test('a model of another tool', () =>
    expect(refusalOf(chatNow, { model: 'video-swift' }).code).toBe('model-unknown'));
  test('a quality that the model does not have', () =>
    expect(refusalOf(chatNow, { model: 'image-swift', quality: 'premium' })).toEqual({
      code: 'quality-unsupported',
      model: 'image-swift',
      supported: ['basic'],
    }));
});

const anyNumber = fc.oneof(
  fc.constantFrom(...noNumber, 1, 5, 60, 61, 100, 101, 1e9, 2 ** 53, 1e300),
  fc.double(),
  fc.integer(),
);
const cards = { aiStudios, chatNow };
const anyCard = fc.constantFrom('aiStudios', 'chatNow');

test('quoting never throws, whatever is asked, and never gives an amount that is none', () => {
  const anyModel = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', ...[...aiStudios.models, ...chatNow.models].map(({ id }) => id)),
  );
  const anyRequest = fc.record({
    tool: fc.constantFrom(...toolIds),
    model: anyModel,
    quality: fc.constantFrom(...qualities),
    count: anyNumber,
    seconds: fc.option(anyNumber),
  });
  fc.assert(
    fc.property(anyCard, anyRequest, (card, request) => {
      const result = quote(cards[card], request);
      if (result.kind === 'refused') return;
      const { each, total, units } = result.quote;
      expect([each, total].every(isCredits)).toBe(true);
      expect(Number.isSafeInteger(units) && units > 0).toBe(true);
      expect(total).toBe(each * request.count);
    }),
    { numRuns: 1000 },
  );
});

test('no price is ever less for more: of outputs, or of seconds', () => {
  const metered = fc.constantFrom('video', 'image-to-video');
  const seconds = fc.integer({ min: 1, max: 59 });
  fc.assert(
    fc.property(
      anyCard,
      metered,
      seconds,
      fc.integer({ min: 1, max: 99 }),
      (card, tool, length, count) => {
        for (const { id, qualities: kinds } of modelsFor(cards[card], tool)) {
          for (const quality of kinds) {
            const request = { tool, model: id, quality, seconds: length, count };
            const { total } = quoteOf(cards[card], request);
            expect(quoteOf(cards[card], { ...request, seconds: length + 1 }).total).toBeGreaterThan(
              total,
            );
            expect(quoteOf(cards[card], { ...request, count: count + 1 }).total).toBeGreaterThan(
              total,
            );
          }
        }
      },
    ),
  );
});
