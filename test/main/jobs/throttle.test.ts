import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from '../../../src-main/jobs/throttle';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('the first call acts at once, those that follow too soon act once together', () => {
  const act = vi.fn();
  const call = throttle(act, 100);
  call();
  expect(act).toHaveBeenCalledTimes(1);
  call();
  call();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(2);
});

test('a thousand calls in a row act no more often than the interval allows', () => {
  const act = vi.fn();
  const call = throttle(act, 100);
  for (let i = 0; i < 1000; i += 1) {
    call();
    vi.advanceTimersByTime(1);
  }
  expect(act).toHaveBeenCalledTimes(11);
});

test('after a rest the next call acts at once again', () => {
  const act = vi.fn();
  const call = throttle(act, 100);
  call();
  vi.advanceTimersByTime(500);
  expect(act).toHaveBeenCalledTimes(1);
  call();
  expect(act).toHaveBeenCalledTimes(2);
});

test('a flush does what is due, once, and leaves nothing to come', () => {
  const act = vi.fn();
  const call = throttle(act, 100);
  call();
  call();
  call.flush();
  call.flush();
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(500);
  expect(act).toHaveBeenCalledTimes(2);
});
