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
const make = { kind: 'make', orderId, request, inputs: [] };
const made = {
  kind: 'made',
  orderId,
  mediaType: 'image/png',
  bytes,
  width: 512,
  height: 512,
  reading: 'a fox',
};

describe('commands', () => {
  test('what the main process asks is understood', () => {
    const paint = { kind: 'make', orderId, request, inputs: [] };
    expect(darkroomCommandSchema.parse(paint)).toEqual(paint);
    const input = { sha256: 'ab'.repeat(32), bytes };
    const edit = {
      ...request,
      tool: 'edit',
      source: input.sha256,
      action: { kind: 'enlarge', factor: 4 },
      width: 4096,
      height: 2,
    };
    const order = { kind: 'make', orderId, request: edit, inputs: [input] };
    expect(darkroomCommandSchema.parse(order)).toEqual(order);
    const bringIn = { kind: 'bring-in', orderId, file: bytes };
    expect(darkroomCommandSchema.parse(bringIn)).toEqual(bringIn);
    const cancel = { kind: 'cancel', orderId };
    expect(darkroomCommandSchema.parse(cancel)).toEqual(cancel);
  });

  test.each([
    null,
    'make',
    { kind: 'erase', orderId },
    { kind: 'cancel' },
    { kind: 'cancel', orderId: '' },
    { kind: 'cancel', orderId, also: 'this' },
    { kind: 'make', orderId, inputs: [] },
    { kind: 'make', orderId, request },
    { ...make, inputs: [{ sha256: 'fox', bytes }] },
    { ...make, inputs: [{ sha256: 'ab'.repeat(32), bytes: new Uint8Array() }] },
    { ...make, inputs: Array.from({ length: 65 }, () => ({ sha256: 'ab'.repeat(32), bytes })) },
    { kind: 'bring-in', orderId, file: [1, 2, 3] },
    { kind: 'bring-in', orderId, file: new Uint8Array() },
    { ...make, request: { ...request, width: 20_000 } },
    { ...make, request: { ...request, width: 512.5 } },
    { ...make, request: { ...request, height: Number.NaN } },
    { ...make, request: { ...request, prompt: 'a'.repeat(2001) } },
    { ...make, request: { ...request, quality: 'best' } },
    { ...make, request: { ...request, style: 'toString' } },
    { ...make, request: { ...request, seed: -1 } },
    { ...make, request: { ...request, seed: 2 ** 32 } },
  ])('%j is refused', (command) => {
    expect(darkroomCommandSchema.safeParse(command).success).toBe(false);
  });
});

describe('reports', () => {
  test.each([
    { kind: 'ready' },
    { kind: 'progress', orderId, fraction: 0.5 },
    { kind: 'preview', orderId, mediaType: 'image/webp', bytes },
    made,
    { ...made, mediaType: 'video/mp4' },
    { kind: 'refused', orderId, message: 'it is no picture' },
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
    { ...made, bytes: bytes.buffer },
    { ...made, bytes: new Uint8Array() },
    { ...made, bytes: 'data:image/png;base64,' },
    { ...made, reading: 'x'.repeat(4001) },
    { ...made, reading: undefined },
    { ...made, mediaType: 'text/html' },
    { ...made, width: 0 },
    { ...made, height: 16_385 },
    { kind: 'refused', orderId, message: 'x'.repeat(501) },
    { kind: 'cancelled' },
    { kind: 'failed', orderId, message: 7 },
  ])('a hostile report %# is refused', (report) => {
    expect(darkroomReportSchema.safeParse(report).success).toBe(false);
  });
});
