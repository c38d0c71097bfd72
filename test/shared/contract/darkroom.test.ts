import { describe, expect, test } from 'vitest';
import { darkroomCommandSchema, darkroomReportSchema } from '../../../src-shared/contract/darkroom';

const request = {
  tool: 'image',
  prompt: 'a fox',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 512,
  height: 512,
  seed: 7,
};
const orderId = 'job-1';
const bytes = Uint8Array.of(1, 2, 3);

describe('commands', () => {
  test('what the main process asks is understood', () => {
    const paint = { kind: 'paint', orderId, request };
    expect(darkroomCommandSchema.parse(paint)).toEqual(paint);
    const cancel = { kind: 'cancel', orderId };
    expect(darkroomCommandSchema.parse(cancel)).toEqual(cancel);
  });

  test.each([
    null,
    'paint',
    { kind: 'erase', orderId },
    { kind: 'cancel' },
    { kind: 'cancel', orderId: '' },
    { kind: 'cancel', orderId, also: 'this' },
    { kind: 'paint', orderId },
    { kind: 'paint', orderId, request: { ...request, width: 20_000 } },
    { kind: 'paint', orderId, request: { ...request, width: 512.5 } },
    { kind: 'paint', orderId, request: { ...request, height: Number.NaN } },
    { kind: 'paint', orderId, request: { ...request, prompt: 'a'.repeat(2001) } },
    { kind: 'paint', orderId, request: { ...request, quality: 'best' } },
    { kind: 'paint', orderId, request: { ...request, style: 'toString' } },
    { kind: 'paint', orderId, request: { ...request, seed: -1 } },
    { kind: 'paint', orderId, request: { ...request, seed: 2 ** 32 } },
  ])('%j is refused', (command) => {
    expect(darkroomCommandSchema.safeParse(command).success).toBe(false);
  });
});

describe('reports', () => {
  test.each([
    { kind: 'ready' },
    { kind: 'progress', orderId, fraction: 0.5 },
    { kind: 'preview', orderId, mediaType: 'image/webp', bytes },
    { kind: 'painted', orderId, bytes, reading: 'a fox' },
    { kind: 'cancelled', orderId },
    { kind: 'failed', orderId, message: 'TypeError' },
  ])('$kind is understood', (report) => {
    expect(darkroomReportSchema.parse(report)).toEqual(report);
  });

  test.each([
    undefined,
    [],
    { kind: 'ready', orderId },
    { kind: 'progress', orderId, fraction: 1.1 },
    { kind: 'progress', orderId, fraction: Number.NaN },
    { kind: 'progress', orderId: 'x'.repeat(129), fraction: 0 },
    { kind: 'preview', orderId, mediaType: 'text/html', bytes },
    { kind: 'preview', orderId, mediaType: 'image/webp', bytes: new Uint8Array(2 ** 20 + 1) },
    { kind: 'preview', orderId, mediaType: 'image/webp', bytes: [1, 2, 3] },
    { kind: 'painted', orderId, bytes: bytes.buffer, reading: '' },
    { kind: 'painted', orderId, bytes: new Uint8Array(), reading: '' },
    { kind: 'painted', orderId, bytes: 'data:image/png;base64,', reading: '' },
    { kind: 'painted', orderId, bytes, reading: 'x'.repeat(4001) },
    { kind: 'painted', orderId, bytes },
    { kind: 'cancelled' },
    { kind: 'failed', orderId, message: 7 },
  ])('a hostile report %# is refused', (report) => {
    expect(darkroomReportSchema.safeParse(report).success).toBe(false);
  });
});
