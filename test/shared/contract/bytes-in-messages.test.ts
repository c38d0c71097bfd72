import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMessages } from '../../../src-shared/contract/bytes-in-messages';

const { condition, serialize, deserialize } = bytesInMessages;

test('any bytes come back as they were, by the base64 that everybody writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = serialize(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(deserialize(text)).toEqual(bytes);
    }),
  );
});

test('a file longer than a call has arguments comes back whole', () => {
  const bytes = Uint8Array.from({ length: 200_001 }, (_, at) => at % 251);
  expect(Buffer.compare(deserialize(serialize(bytes)), bytes)).toBe(0);
});

test('only bytes are written so', () => {
  expect(condition(new Uint8Array(2))).toBe(true);
  expect([{}, [], 'AAAA', null].map(condition)).toEqual([false, false, false, false]);
});

test.each([['AAA'], ['A*AA'], ['AAA='.repeat(2)], [7]])('%j is no bytes', (text) => {
  expect(() => deserialize(text)).toThrow('not base64');
});
