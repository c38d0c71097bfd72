import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkImageRequest,
  type ImageRequest,
  imageRequestSchema,
} from '../../../src-shared/jobs/image-request';
import { styleIds } from '../../../src-shared/jobs/look';
import { checkRequest, requestOfOutput } from '../../../src-shared/jobs/request';

const fox: ImageRequest = {
  tool: 'image',
  prompt: 'a fox in the snow',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'premium',
  width: 1024,
  height: 1024,
  seed: 7,
};
const check = (change: Partial<ImageRequest>, longestSide = 2048) =>
  checkImageRequest({ ...fox, ...change }, longestSide);

describe('the prompt', () => {
  test.each(['', ' ', '\n\t  \r\n', '\u00a0\u3000'])('%j says nothing', (prompt) =>
    expect(check({ prompt })).toEqual({ code: 'prompt-empty' }),
  );
  test.each([1, 1999, 2000])('%d characters are welcome', (length) =>
    expect(check({ prompt: 'x'.repeat(length) })).toBeNull(),
  );
  test.each([2001, 10_000])('%d characters are too many', (length) =>
    expect(check({ prompt: 'x'.repeat(length) })).toEqual({
      code: 'prompt-too-long',
      field: 'prompt',
      length,
      limit: 2000,
    }),
  );
  test('the negative prompt may be empty but not longer', () => {
    expect(check({ negativePrompt: 'x'.repeat(2000) })).toBeNull();
    expect(check({ negativePrompt: 'x'.repeat(2001) })).toMatchObject({ field: 'negativePrompt' });
  });
  test.each(['<script>alert(1)</script>', '../../etc/passwd', '\u202efox\u0000', "'; drop table"])(
    '%j is only words',
    (prompt) => expect(check({ prompt })).toBeNull(),
  );
});

describe('the size', () => {
  test.each([
    [256, 256],
    [2048, 2048],
    [768, 256],
    [256, 768],
    [1024, 342],
  ])('%d × %d can be made', (width, height) => expect(check({ width, height })).toBeNull());
  test.each([
    [255, 256],
    [256, 255],
    [2049, 2048],
    [2048, 2049],
    [769, 256],
    [256, 769],
    [1024, 341],
    [0, 0],
    [-512, 512],
    [512.5, 512],
    [Number.NaN, 512],
    [512, Number.POSITIVE_INFINITY],
    [1e9, 1e9],
  ])('%d × %d can not', (width, height) =>
    expect(check({ width, height })).toEqual({
      code: 'size-invalid',
      width,
      height,
      least: 256,
      most: 2048,
      ratio: 3,
    }),
  );
  test('a smaller model makes smaller pictures, and says up to where', () => {
    expect(check({ width: 1024, height: 1024 }, 1024)).toBeNull();
    expect(check({ width: 1025, height: 1024 }, 1024)).toMatchObject({ most: 1024 });
  });
  test('no model makes larger ones than Tally can', () =>
    expect(check({ width: 4096, height: 4096 }, 8192)).toMatchObject({ most: 2048 }));
});

describe('the style and the seed', () => {
  test.each(styleIds)('%s is a style', (style) => expect(check({ style })).toBeNull());
  test('there are at least eight, each once', () => {
    expect(styleIds.length).toBeGreaterThanOrEqual(8);
    expect(new Set(styleIds).size).toBe(styleIds.length);
  });
  test.each(['', 'Ink', 'cubist', '__proto__'])('%j is none', (style) =>
    expect(check({ style })).toEqual({ code: 'style-unknown', style, known: styleIds }),
  );
  test.each([0, 1, 4_294_967_295])('%d is a seed', (seed) => expect(check({ seed })).toBeNull());
  test.each([-1, 0.5, 4_294_967_296, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (seed) =>
    expect(check({ seed })).toEqual({ code: 'seed-invalid', seed, limit: 4_294_967_295 }),
  );
});

describe('the outputs of one batch', () => {
  test('differ in their seed alone, one after the other', () => {
    expect([0, 1, 2].map((index) => requestOfOutput(fox, index))).toEqual([
      fox,
      { ...fox, seed: 8 },
      { ...fox, seed: 9 },
    ]);
  });
  test('the seed after the largest is 0', () => {
    const last = { ...fox, seed: 4_294_967_295 };
    expect([0, 1, 2].map((index) => requestOfOutput(last, index).seed)).toEqual([
      4_294_967_295, 0, 1,
    ]);
  });
  test('no two of a batch share a seed, and every one of them can be made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (seed) => {
        const batch = Array.from({ length: 100 }, (_, index) =>
          requestOfOutput({ ...fox, seed }, index),
        );
        expect(new Set(batch.map((request) => request.seed)).size).toBe(100);
        expect(batch.map((request) => checkRequest(request, 2048))).toEqual(batch.map(() => null));
      }),
    );
  });
});

describe('what comes from outside', () => {
  test('is taken as it is', () => expect(imageRequestSchema.parse(fox)).toEqual(fox));
  test.each<[string, unknown]>([
    ['a field too many', { ...fox, free: true }],
    ['a field too few', { ...fox, seed: undefined }],
    ['a figure as a word', { ...fox, width: '1024' }],
    ['another tool', { ...fox, tool: 'video' }],
    ['another quality', { ...fox, quality: 'best' }],
    ['nothing', null],
  ])('%s is refused', (_, value) =>
    expect(imageRequestSchema.safeParse(value).success).toBe(false),
  );
  test('checking never throws', () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer());
    const anyRequest = fc.record({
      prompt: fc.string(),
      negativePrompt: fc.string(),
      style: fc.string(),
      width: anyNumber,
      height: anyNumber,
      seed: anyNumber,
    });
    fc.assert(fc.property(anyRequest, anyNumber, (change, side) => void check(change, side)));
  });
});
