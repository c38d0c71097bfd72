// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { marksAt, marksText, turnMarks } from '../../../src-renderer/credits/turn-marks';
import { credits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import type { FutureEvent } from '../../../src-shared/contract/forecast';

function turn(at: number, granted: number, lapsed: number) {
  return { at: instant(at), granted: credits(granted), lapsed: credits(lapsed) };
}

function event(at: number, kind: FutureEvent['kind'], amount: number): FutureEvent {
  return { at: instant(at), kind, credits: credits(amount), cents: null, words: kind };
}

test('marks tell what came and lapsed, and what is expected to; bills and ends are none', () => {
  const marks = turnMarks(
    [turn(10, 60, 12), turn(20, 0, 3)],
    [
      event(40, 'billed', 0),
      event(30, 'granted', 60),
      event(30, 'lapsed', 5),
      event(50, 'plan-ended', 0),
    ],
  );
  expect(
    marks.map(({ at, kind, credits: amount, expected }) => [at, kind, amount, expected]),
  ).toEqual([
    [10, 'came', 60, false],
    [10, 'lapsed', 12, false],
    [20, 'lapsed', 3, false],
    [30, 'came', 60, true],
    [30, 'lapsed', 5, true],
  ]);
});

test('what comes at one instant from plan and units is one mark', () => {
  const marks = turnMarks([], [event(30, 'granted', 60), event(30, 'granted', 200)]);
  expect(marks).toMatchObject([{ at: 30, kind: 'came', credits: 260 }]);
});

test('a stop of the plot tells what turned since the stop before it', () => {
  const marks = turnMarks([turn(10, 60, 0), turn(11, 0, 1200)], [event(30, 'granted', 60)]);
  const stops = [{ at: instant(0) }, { at: instant(10) }, { at: instant(20) }, { at: instant(30) }];
  const texts = stops.map((_, reading) => marksText(marksAt(marks, stops, reading)));
  expect(texts).toEqual(['', '60 came', '1,200 lapsed', '60 come']);
});
