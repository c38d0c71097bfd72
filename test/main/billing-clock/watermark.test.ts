import { expect, test } from 'vitest';
import { startBillingTime } from '../../../src-main/billing-clock/watermark';
import { instant } from '../../../src-shared/billing/instant';
import { frozenClock } from '../../helpers/frozen-clock';

/** Settings in memory, as a database would keep them. */
function settings(watermark: number | null = null) {
  const kept = new Map<string, unknown>([['watermark', watermark]]);
  return {
    kept,
    read: (name: string) => kept.get(name) ?? null,
    save: (name: string, value: unknown) => void kept.set(name, value),
  };
}

const noon = Date.UTC(2026, 0, 1, 12);
const hour = 3_600_000;

test('time goes with the computer’s clock, and waits when that goes back', () => {
  const clock = frozenClock('2026-01-01T12:00:00Z');
  const time = startBillingTime(clock, settings(), null);
  expect([time.now(), time.behind()]).toEqual([noon, 0]);
  clock.advance(hour);
  expect([time.now(), time.behind()]).toEqual([noon + hour, 0]);
  clock.advance(-3 * hour);
  expect([time.now(), time.behind()]).toEqual([noon + hour, 3 * hour]);
  clock.advance(2 * hour);
  expect([time.now(), time.behind()]).toEqual([noon + hour, hour]);
  clock.advance(2 * hour);
  expect([time.now(), time.behind()]).toEqual([noon + 2 * hour, 0]);
});

test('what was kept holds at the next start, and so does the newest entry', () => {
  const clock = frozenClock('2026-01-01T12:00:00Z');
  const kept = settings(noon + hour);
  expect(startBillingTime(clock, kept, null).now()).toBe(noon + hour);
  expect(startBillingTime(clock, kept, instant(noon + 2 * hour)).now()).toBe(noon + 2 * hour);
  expect(startBillingTime(clock, kept, instant(noon)).now()).toBe(noon + hour);
});

test('keeping never keeps an earlier instant', () => {
  const clock = frozenClock('2026-01-01T12:00:00Z');
  const store = settings();
  const time = startBillingTime(clock, store, null);
  time.keep();
  expect(store.kept.get('watermark')).toBe(noon);
  clock.advance(-hour);
  time.keep();
  expect(store.kept.get('watermark')).toBe(noon);
  clock.advance(2 * hour);
  time.keep();
  expect(store.kept.get('watermark')).toBe(noon + hour);
});

test('a watermark that is no instant is not taken for one', () => {
  const clock = frozenClock('2026-01-01T12:00:00Z');
  const store = { ...settings(), read: () => 'yesterday' };
  expect(() => startBillingTime(clock, store, null)).toThrow();
});
