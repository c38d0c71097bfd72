import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareLotEntries } from '../../../src-main/ledger/lot-entries';
import { balanceAt } from '../../../src-main/ledger/read-ledger';
import { prepareToRewind } from '../../../src-main/ledger/rewind-lots';
import { instant } from '../../../src-shared/billing/instant';
import { bucketsOf, type Entry, foldEntries } from '../../../src-shared/billing/lots/entry';
import type { Lot } from '../../../src-shared/billing/lots/lot';
import { day } from '../../helpers/ledger-story';
import { anyStep, RandomHistory } from '../../helpers/random-history';
import { TestLedger } from '../../helpers/test-ledger';

/** Small enough that every walk goes over several pages. */
const pageSize = 3;
const anySteps = fc.array(anyStep, { minLength: 5, maxLength: 40, size: 'max' });

type Lived = {
  readonly ledger: TestLedger;
  readonly posted: readonly Entry[];
  readonly history: RandomHistory;
};

/** Checks a property of ledgers that have lived through random steps, each on a file of its own. */
async function always(runs: number, property: (lived: Lived) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const ledger = await TestLedger.open();
      try {
        const history = new RandomHistory();
        const posted: Entry[] = [];
        for (const step of steps) {
          const entries = history.next(step, ledger.lots());
          ledger.post(entries);
          posted.push(...entries);
        }
        property({ ledger, posted, history });
      } finally {
        ledger.remove();
      }
    }),
    { numRuns: runs },
  );
}

function finished<Answer>(work: Generator<undefined, Answer>): Answer {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

function liveOf(entries: readonly Entry[]): Lot[] {
  return [...foldEntries(entries).values()].filter((lot) => lot.available + lot.held > 0);
}

const byId = (left: Lot, right: Lot) => (left.id < right.id ? -1 : 1);

test('the lots after any entry are those that the entries up to it add up to', async () => {
  await always(20, ({ ledger, posted }) => {
    const rewind = prepareToRewind(ledger.database, pageSize);
    for (let number = 0; number <= posted.length; number += 1) {
      const lots = finished(rewind.lotsAfter(number));
      expect(lots.toSorted(byId)).toEqual(liveOf(posted.slice(0, number)).toSorted(byId));
    }
  });
});

test('the balance at any instant is the fold of all entries up to it', async () => {
  await always(20, ({ ledger, posted }) => {
    const rewind = prepareToRewind(ledger.database, pageSize);
    const instants = [...new Set(posted.map(({ at }) => at))].flatMap((at) => [at - 1, at, at + 1]);
    for (const at of [-1, ...instants, day(1000)].map(instant)) {
      const number = rewind.entryNumberAt(at);
      const before = posted.filter((entry) => entry.at <= at);
      expect(number).toBe(before.length);
      const lots = finished(rewind.lotsAfter(number));
      expect(balanceAt(lots, at)).toEqual(balanceAt(liveOf(before), at));
    }
  });
});

test('totals after any entries are those of their lots', async () => {
  await always(20, ({ ledger, posted }) => {
    const rewind = prepareToRewind(ledger.database, pageSize);
    const numbers = [0, 0, ...posted.map((_, place) => place + 1), posted.length];
    const totals = finished(rewind.totalsAfter(numbers));
    expect(totals).toEqual(
      numbers.map((number) => {
        const lots = liveOf(posted.slice(0, number));
        return {
          available: lots.reduce((sum, lot) => sum + lot.available, 0),
          held: lots.reduce((sum, lot) => sum + lot.held, 0),
        };
      }),
    );
  });
});

test('turns are the instants at which credit came or lapsed, with how much', async () => {
  await always(20, ({ ledger, posted }) => {
    const rewind = prepareToRewind(ledger.database, pageSize);
    const middle = Math.floor(posted.length / 3);
    const turns = finished(rewind.turnsBetween(middle, posted.length));
    const expected = new Map<number, { granted: number; lapsed: number }>();
    for (const entry of posted.slice(middle)) {
      const isLost = bucketsOf(entry)?.to === 'expired';
      if (entry.kind !== 'grant' && !isLost) continue;
      const turn = expected.get(entry.at) ?? { granted: 0, lapsed: 0 };
      turn[isLost ? 'lapsed' : 'granted'] += entry.credits;
      expected.set(entry.at, turn);
    }
    expect(turns).toEqual([...expected].map(([at, turn]) => ({ at, ...turn })));
  });
});

test('a walk back is not disturbed by what is posted meanwhile', async () => {
  await always(10, ({ ledger, posted, history }) => {
    const rewind = prepareToRewind(ledger.database, 1);
    const half = Math.floor(posted.length / 2);
    const walk = rewind.lotsAfter(half);
    let step = walk.next();
    while (step.done !== true) {
      for (const kind of ['hold', 'charge', 'release', 'sleep', 'expire'] as const) {
        const next = { kind, prices: [2, 1], job: 0, share: 100, days: 4 };
        ledger.post(history.next(next, ledger.lots()));
      }
      step = walk.next();
    }
    expect(step.value.toSorted(byId)).toEqual(liveOf(posted.slice(0, half)).toSorted(byId));
  });
});

test('the entries of a lot are found from its grant on, and back from any of them', async () => {
  await always(10, ({ ledger, posted }) => {
    const entries = prepareLotEntries(ledger.database, pageSize);
    const { entries: rows } = ledger.snapshot();
    for (const row of rows) {
      const all = rows.filter(({ lot }) => lot === row.lot).map(({ id }) => id);
      const place = all.indexOf(row.id);
      for (const limit of [1, 2, 200]) {
        const back = finished(entries.upTo(row, limit)).map(({ id }) => id);
        expect(back).toEqual(all.slice(Math.max(0, place + 1 - limit), place + 1));
        if (row.kind !== 'grant') continue;
        const on = finished(entries.from(row, posted.length, limit)).map(({ id }) => id);
        expect(on).toEqual(all.slice(0, limit));
      }
    }
  });
});
