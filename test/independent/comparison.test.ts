import { describe, expect, test } from 'vitest';
import { BillingLife } from '../helpers/billing-life';
import { type History, historyOf } from './histories';
import { createIndependentWorld, joinTwins, type World } from './operations';

/**
 * How many histories are lived twice, by the core and by the model; they are those with the seeds
 * 1, 2, 3, … The environment can ask for more: `TALLY_HISTORIES=100000`.
 */
const histories = Number(process.env['TALLY_HISTORIES'] ?? 5000);
const inOneTest = 1000;

/** What both must agree on; lots that only their ids tell apart are taken together. */
function viewOf(world: World) {
  const view = world.view();
  return { ...view, lots: joinTwins(view.lots) };
}

type Create = (history: History) => World;

const createCore: Create = (history) => new BillingLife(history);

/** The first operation after which a world and the model differ, and how; null when they never do. */
function firstDifference(history: History, create = createCore): string | null {
  const core = create(history);
  const model = createIndependentWorld(history);
  for (const [index, operation] of history.operations.entries()) {
    const outcomes = [core.apply(operation), model.apply(operation)];
    const [ofCore, ofModel] = [partsOf(core), partsOf(model)];
    if (outcomes[0] === outcomes[1] && ofCore.join() === ofModel.join()) continue;
    return [
      `history ${history.seed}, operation ${index}: ${JSON.stringify(operation)}`,
      `core: ${outcomes[0]}`,
      ...ofCore.filter((part) => !ofModel.includes(part)),
      `model: ${outcomes[1]}`,
      ...ofModel.filter((part) => !ofCore.includes(part)),
    ].join('\n');
  }
  return null;
}

/** A view in parts, each a line that can be compared. */
function partsOf(world: World): string[] {
  const { plan, lots, invoices, jobs } = viewOf(world);
  return [plan, ...lots, ...invoices, ...jobs].map((part) => JSON.stringify(part));
}

/** Whether both lived a history to the same end; on the way every outcome must be the same too. */
function livesAlike(history: History): boolean {
  const core = new BillingLife(history);
  const model = createIndependentWorld(history);
  const outcomesAgree = history.operations.every(
    (operation) => core.apply(operation) === model.apply(operation),
  );
  return outcomesAgree && JSON.stringify(viewOf(core)) === JSON.stringify(viewOf(model));
}

describe('the pure core and a model written from the rules alone', () => {
  const starts = Array.from({ length: Math.ceil(histories / inOneTest) }, (_, k) => k * inOneTest);
  test.each(starts)('live the thousand histories after %d alike', { timeout: 600_000 }, (start) => {
    const end = Math.min(histories, start + inOneTest);
    for (let seed = start + 1; seed <= end; seed += 1) {
      const history = historyOf(seed);
      if (!livesAlike(history)) expect(firstDifference(history)).toBeNull();
    }
    expect(end).toBeGreaterThan(start);
  });

  test('agree after every single operation, not only in the end', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      expect(firstDifference(historyOf(seed))).toBeNull();
    }
  });

  const flaws: [string, (core: BillingLife) => Partial<World>][] = [
    [
      'takes no end of a plan back',
      (core) => ({
        apply: (operation) => (operation.kind === 'keep-plan' ? 'accepted' : core.apply(operation)),
      }),
    ],
    [
      'does not see that a month has started until a second later',
      (core) => ({
        apply: (operation) =>
          core.apply(
            operation.kind === 'advance' ? { ...operation, to: operation.to - 1000 } : operation,
          ),
      }),
    ],
    [
      'bills a cent too much',
      (core) => ({
        view: () => {
          const { invoices, ...view } = core.view();
          const dearer = invoices.map((line) => ({ ...line, cents: (line.cents ?? 0) + 1 }));
          return { ...view, invoices: dearer };
        },
      }),
    ],
    [
      'calls one credit spent that is available',
      (core) => ({
        view: () => {
          const { lots, ...view } = core.view();
          const off = lots.map((lot, index) =>
            index === 0 && lot.available > 0
              ? { ...lot, available: lot.available - 1, spent: lot.spent + 1 }
              : lot,
          );
          return { ...view, lots: off };
        },
      }),
    ],
  ];
  test.each(flaws)('a core that %s is found out', (_, flawOf) => {
    const found = Array.from({ length: 100 }, (__, index) =>
      firstDifference(historyOf(index + 1), (history) => {
        const core = new BillingLife(history);
        const whole: World = {
          apply: (operation) => core.apply(operation),
          view: () => core.view(),
        };
        return { ...whole, ...flawOf(core) };
      }),
    ).filter((difference) => difference !== null);
    expect(found.length).toBeGreaterThan(0);
  });
});
