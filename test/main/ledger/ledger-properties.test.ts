import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebuildBalances } from '../../../src-main/ledger/rebuild-balances';
import { credits } from '../../../src-shared/billing/credits';
import { type Entry, foldEntries } from '../../../src-shared/billing/lots/entry';
import { planCharge, planRelease } from '../../../src-shared/billing/lots/plan-entries';
import { day, playStory } from '../../helpers/ledger-story';
import { anyStep, RandomHistory } from '../../helpers/random-history';
import { TestLedger } from '../../helpers/test-ledger';

const anyEvent = fc.oneof(
  { arbitrary: anyStep, weight: 12 },
  { arbitrary: fc.constant({ kind: 'restart' } as const), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('repeat' as const), from: fc.nat(40) }), weight: 2 },
);
type Event = typeof anyEvent extends fc.Arbitrary<infer Value> ? Value : never;
const anyEvents = fc.array(anyEvent, { minLength: 5, maxLength: 40, size: 'max' });

/** A ledger that has lived through `events`, with what was posted and what is still open. */
type Lived = {
  readonly ledger: TestLedger;
  readonly posted: readonly Entry[];
  readonly history: RandomHistory;
};

async function live(events: readonly Event[]): Promise<Lived> {
  let ledger = await TestLedger.open();
  const posted: Entry[] = [];
  const history = new RandomHistory();
  for (const event of events) {
    if (event.kind === 'restart') {
      ledger = await ledger.reopen();
    } else if (event.kind === 'repeat') {
      const again = posted.slice(event.from);
      expect(ledger.post(again)).toEqual({ written: 0, existed: again.length });
    } else {
      const entries = history.next(event, ledger.lots());
      expect(ledger.post(entries)).toEqual({ written: entries.length, existed: 0 });
      posted.push(...entries);
    }
  }
  return { ledger, posted, history };
}

/** Checks a property of ledgers that have lived, each on a file of its own. */
async function always(runs: number, property: (lived: Lived) => unknown): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const lived = await live(events);
      try {
        await property(lived);
      } finally {
        lived.ledger.remove();
      }
    }),
    { numRuns: runs },
  );
}

test('every lot is conserved and never negative, and the file agrees with the entries', async () => {
  await always(25, ({ ledger, posted, history }) => {
    const { lots, entries } = ledger.snapshot();
    const folded = foldEntries(posted);
    expect(entries.map((entry) => entry.id)).toEqual(posted.map((entry) => entry.id));
    expect(lots.length).toBe(folded.size);
    for (const { granted, available, held, spent, expired, id } of lots) {
      expect(available + held + spent + expired).toBe(granted);
      expect(Math.min(available, held, spent, expired)).toBeGreaterThanOrEqual(0);
      expect(folded.get(id)).toMatchObject({ granted, available, held, spent, expired });
    }
    for (const [job, parts] of history.held) expect(ledger.read.heldParts(job)).toEqual(parts);
  });
});

test('a job is remembered with what it held, lot by lot, also when it is settled', async () => {
  await always(10, ({ ledger, posted }) => {
    const holds = posted.filter((entry) => entry.kind === 'hold');
    for (const { cause } of holds) {
      if (cause.kind !== 'job') throw new Error('a hold is caused by a job');
      const parts = holds
        .filter((entry) => entry.cause.kind === 'job' && entry.cause.job === cause.job)
        .map(({ lotId, credits: amount }) => ({ lotId, credits: amount }));
      expect(ledger.read.heldParts(cause.job)).toEqual(parts);
    }
  });
});

test('every entry tells the totals of its wallet right after it', async () => {
  await always(10, ({ ledger, posted }) => {
    ledger.snapshot().entries.forEach((row, index) => {
      const lots = [...foldEntries(posted.slice(0, index + 1)).values()];
      const own = lots.filter((lot) => lot.wallet.id === row.wallet);
      expect(row.available_after).toBe(own.reduce((total, lot) => total + lot.available, 0));
      expect(row.held_after).toBe(own.reduce((total, lot) => total + lot.held, 0));
    });
  });
});

test('what was lived through verifies, and its head is the newest entry', async () => {
  await always(15, ({ ledger, posted }) => {
    const newest = ledger.snapshot().entries.at(-1)?.hash ?? new Uint8Array(32);
    const head = Buffer.from(newest).toString('hex');
    expect(ledger.verify()).toEqual({ kind: 'sound', entries: posted.length, head });
  });
});

test('a repeat of everything, in one go or one by one, changes nothing', async () => {
  await always(10, ({ ledger, posted }) => {
    const before = ledger.snapshot();
    expect(ledger.post(posted)).toEqual({ written: 0, existed: posted.length });
    for (const entry of posted) ledger.post([entry]);
    expect(ledger.snapshot()).toEqual(before);
  });
});

test('a repeat with another content is refused, naming the field, and leaves no trace', async () => {
  await always(10, ({ ledger, posted }) => {
    const before = ledger.snapshot();
    for (const entry of posted) {
      const more = { ...entry, credits: credits(entry.credits + 1) };
      expect(() => ledger.post([more])).toThrow(/another credits/);
      const later = { ...entry, at: day(1000) };
      expect(() => ledger.post([...posted, later])).toThrow(/another at/);
    }
    expect(ledger.snapshot()).toEqual(before);
  });
});

test('a restart changes nothing', async () => {
  await always(8, async ({ ledger }) => {
    const before = ledger.snapshot();
    const reopened = await ledger.reopen();
    try {
      expect(reopened.snapshot()).toEqual(before);
    } finally {
      reopened.database.close();
    }
  });
});

test('the order of independent settlements does not matter', async () => {
  await always(15, ({ ledger, history }) => {
    const lots = ledger.lots();
    const at = day(history.today);
    const settlements = [...history.held].map(([job, parts], index) =>
      index % 2 === 0
        ? planCharge(job, parts, parts[0]?.credits ?? credits(0), lots, at)
        : planRelease(job, parts, lots, at),
    );
    const outcome = (order: readonly Entry[][]) =>
      ledger.tryOut(() => {
        for (const settlement of order) ledger.post(settlement);
        expect(ledger.verify().kind).toBe('sound');
        return ledger.snapshot().lots;
      });
    expect(outcome(settlements.toReversed())).toEqual(outcome(settlements));
  });
});

test('balances that were lost or made up are rebuilt from the entries as they were', async () => {
  await always(15, ({ ledger }) => {
    const before = ledger.snapshot();
    rebuildBalances(ledger.database);
    expect(ledger.snapshot()).toEqual(before);
    for (const damage of [
      'delete from lot',
      'update lot set granted = granted + 7, available = available + 7',
      'update lot set live = 1 - live',
      'update lot set expires_at = expires_at + 1, starts_at = 0',
    ]) {
      ledger.database.exec(damage);
      rebuildBalances(ledger.database);
      expect(ledger.snapshot()).toEqual(before);
    }
  });
});

describe('a posting that does not fit', () => {
  const base = playStory(`
    0 | grant base 16   | spendable 16
    1 | hold fox 5      | spendable 11
  `);
  const move = { lotId: 'base', at: day(2), cause: { kind: 'job', job: 'owl' } } as const;
  test.each<[string, Entry]>([
    ['a hold of more than there is', { ...move, id: 'a', kind: 'hold', credits: credits(12) }],
    ['a charge of more than is held', { ...move, id: 'b', kind: 'charge', credits: credits(7) }],
    ['a lapse of what is held', { ...move, id: 'c', kind: 'expire', credits: credits(12) }],
    [
      'a hold of an unknown lot',
      { ...move, id: 'd', kind: 'hold', lotId: 'x', credits: credits(1) },
    ],
    ['a move of nothing', { ...move, id: 'e', kind: 'hold', credits: credits(0) }],
  ])('%s leaves no trace, nor does what was posted with it', async (_, wrong) => {
    const ledger = await TestLedger.open();
    try {
      ledger.post(base);
      const before = ledger.snapshot();
      const good = { ...move, id: 'good', kind: 'hold', credits: credits(1) } as const;
      expect(() => ledger.post([good, wrong])).toThrow();
      expect(ledger.snapshot()).toEqual(before);
    } finally {
      ledger.remove();
    }
  });
});
