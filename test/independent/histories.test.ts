import { describe, expect, test } from 'vitest';
import { type History, historyOf } from './histories';
import { createIndependentWorld, type Operation } from './operations';

const histories = Array.from({ length: 1500 }, (_, index) => historyOf(index + 1));
const year = 365 * 86_400_000;

const kinds: readonly Operation['kind'][] = [
  'start-plan',
  'change-plan',
  'end-plan',
  'keep-plan',
  'add-seat',
  'remove-seat',
  'buy-units',
  'cancel-units',
  'keep-units',
  'buy-pack',
  'submit',
  'begin',
  'deliver',
  'fail',
  'cancel',
  'advance',
];

/** The latest instant that the clock of a history was put to. */
function latestOf({ startsAt, operations }: History): number {
  const instants = operations.flatMap((one) => (one.kind === 'advance' ? [one.to] : []));
  return Math.max(startsAt, ...instants);
}

describe('random histories', () => {
  test('are the same for the same seed, and of 10 to 60 operations', () => {
    for (const history of histories.slice(0, 200)) {
      expect(historyOf(history.seed)).toEqual(history);
      expect(history.operations.length).toBeGreaterThanOrEqual(10);
      expect(history.operations.length).toBeLessThanOrEqual(60);
    }
    expect(historyOf(1).operations).not.toEqual(historyOf(2).operations);
  });

  test('do everything, and are both allowed and refused', () => {
    const seen = new Set<string>();
    for (const history of histories) {
      const world = createIndependentWorld(history);
      for (const operation of history.operations) {
        seen.add(`${operation.kind} ${world.apply(operation)}`);
      }
    }
    const possible = kinds.flatMap((kind) => [`${kind} accepted`, `${kind} refused`]);
    expect([...seen].sort()).toEqual(possible.filter((one) => one !== 'advance refused').sort());
  });

  test('use every card and zone, and last from hours to many years', () => {
    expect(new Set(histories.map(({ card }) => card)).size).toBe(42);
    expect(new Set(histories.map(({ timeZone }) => timeZone)).size).toBe(9);
    const spans = histories.map((history) => latestOf(history) - history.startsAt);
    expect(spans.filter((span) => span > 3 * year).length).toBeGreaterThan(100);
    expect(spans.filter((span) => span < year / 12).length).toBeGreaterThan(20);
  });

  test('often meet a boundary at its very instant, and put the clock back', () => {
    let met = 0;
    let back = 0;
    for (const history of histories) {
      const world = createIndependentWorld(history);
      let now = history.startsAt;
      for (const operation of history.operations) {
        if (operation.kind === 'advance') {
          if (operation.to === world.view().plan?.cycleEndsAt) met += 1;
          if (operation.to < now) back += 1;
          now = Math.max(now, operation.to);
        }
        world.apply(operation);
      }
    }
    expect(met).toBeGreaterThan(histories.length / 2);
    expect(back).toBeGreaterThan(histories.length / 5);
  });
});
