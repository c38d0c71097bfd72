// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { withNewest, withOlder } from '../../../src-renderer/plan/use-pages';

const items = (...numbers: number[]) => numbers.map((number) => ({ number }));
const known = { items: items(6, 5, 4, 3), older: 3, loaded: true, problem: null };
const numbersOf = (pages: { items: readonly { number: number }[] }) =>
  pages.items.map(({ number }) => number);

test('newer items go before what was read, which stays', () => {
  const pages = withNewest(known, { items: items(8, 7, 6), older: 6 });
  expect(numbersOf(pages)).toEqual([8, 7, 6, 5, 4, 3]);
  expect(pages.older).toBe(3);
});

test('the newest item is replaced by its newer self', () => {
  const running = { items: [{ number: 2, cents: 1 }], older: null, loaded: true, problem: null };
  const pages = withNewest(running, { items: [{ number: 2, cents: 5 }], older: null });
  expect(pages.items).toEqual([{ number: 2, cents: 5 }]);
});

test('what was read is dropped where a gap would be left', () => {
  const pages = withNewest(known, { items: items(20, 19), older: 19 });
  expect(numbersOf(pages)).toEqual([20, 19]);
  expect(pages.older).toBe(19);
});

test('an older page goes after, without doubles', () => {
  const pages = withOlder(known, { items: items(3, 2, 1), older: null });
  expect(numbersOf(pages)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(pages.older).toBeNull();
});
