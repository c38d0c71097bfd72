import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { type Instant, instant } from '../../../../src-shared/billing/instant';
import { spendableCredits } from '../../../../src-shared/billing/lots/burn-order';
import {
  bucketsOf,
  type Entry,
  entryKinds,
  foldEntries,
} from '../../../../src-shared/billing/lots/entry';
import { planLapses } from '../../../../src-shared/billing/lots/lapses';
import { freshLot, type Lot } from '../../../../src-shared/billing/lots/lot';
import {
  planCharge,
  planExpiry,
  planGrant,
  planHolds,
  planRelease,
} from '../../../../src-shared/billing/lots/plan-entries';
import { emptyAccount } from '../../../../src-shared/billing/plan/account';
import { day, playStory, terms } from '../../../helpers/ledger-story';
import { anyLots } from '../../../helpers/random-lots';

const turn = { kind: 'cycle', subscription: 'plan', index: 0 } as const;

const anyRequests = fc
  .array(fc.nat(60), { maxLength: 6 })
  .map((prices) =>
    prices.map((price, index) => ({ job: `job-${index}`, credits: credits(price) })),
  );

describe('stories of holds', () => {
  test('a hold takes from available at once and a charge spends it', () => {
    playStory(`
      0 | grant base 16     | base 16 0 0 0
      1 | hold fox 5        | base 11 5 0 0; spendable 11
      1 | hold owl 12       | missing 1; base 11 5 0 0
      2 | charge fox        | base 11 0 5 0
    `);
  });
  test('a batch holds for all of its jobs or for none', () => {
    playStory(`
      0 | grant base 16             | spendable 16
      1 | hold a 6, b 6, c 6        | missing 2; base 16 0 0 0
      1 | hold a 6, b 6, c 4        | base 0 16 0 0
      2 | charge b                  | base 0 10 6 0
      2 | release a                 | base 6 4 6 0
      2 | charge c                  | base 6 0 10 0
    `);
  });
  test('a job paid by three lots gives each its own back', () => {
    playStory(`
      0 | grant base 3 until 30      | spendable 3
      0 | grant add-on 3 until 30    | spendable 6
      0 | grant pack 3 until 90      | spendable 9
      1 | hold film 8                | base 0 3 0 0; add-on 0 3 0 0; pack 1 2 0 0
      2 | release film               | base 3 0 0 0; add-on 3 0 0 0; pack 3 0 0 0
    `);
  });
  test('a partial charge takes the lots in the order of the hold and releases the rest', () => {
    playStory(`
      0 | grant base 3 until 30      | spendable 3
      0 | grant add-on 3 until 30    | spendable 6
      0 | grant pack 3 until 90      | spendable 9
      1 | hold film 8                | spendable 1
      2 | charge film 4              | base 0 0 3 0; add-on 2 0 1 0; pack 3 0 0 0
    `);
  });
  test('a partial charge after the expiry spends its part and forfeits the rest', () => {
    playStory(`
       0 | grant base 20 until 30    | spendable 20
      29 | hold film 10              | base 10 10 0 0
      30 | expire                    | base 0 10 0 10
      31 | charge film 4             | base 0 0 4 16
    `);
  });
  test('a free job holds nothing and leaves no entry', () => {
    const entries = playStory(`
      0 | grant base 16     | spendable 16
      1 | hold chat 0       | base 16 0 0 0
    `);
    expect(entries.map((entry) => entry.kind)).toEqual(['grant']);
  });
  test('with nothing to spend, a free job may still run', () => {
    expect(planHolds([], [{ job: 'chat', credits: credits(0) }], day(1)).kind).toBe('entries');
  });
});

describe('holding', () => {
  test('is all or nothing and says exactly what is missing', () => {
    fc.assert(
      fc.property(anyLots, anyRequests, fc.nat(40), (lots, requests, at) => {
        const available = spendableCredits(lots, day(at));
        const needed = requests.reduce((total, request) => total + request.credits, 0);
        const plan = planHolds(lots, requests, day(at));
        if (plan.kind === 'not-enough-credits') {
          expect(needed).toBeGreaterThan(available);
          expect(plan).toMatchObject({ needed, available, missing: needed - available });
          return;
        }
        expect(needed).toBeLessThanOrEqual(available);
        for (const { job, credits: price } of requests) {
          const held = plan.entries.filter((entry) => entry.id.startsWith(`hold:${job}:`));
          expect(held.reduce((total, entry) => total + entry.credits, 0)).toBe(price);
        }
      }),
    );
  });
  test('gives every hold an id of its own, names its job, and says how the lots stand then', () => {
    fc.assert(
      fc.property(anyLots, anyRequests, fc.nat(40), (lots, requests, at) => {
        const plan = planHolds(lots, requests, day(at));
        if (plan.kind === 'not-enough-credits') return;
        expect(new Set(plan.entries.map((entry) => entry.id)).size).toBe(plan.entries.length);
        for (const entry of plan.entries) {
          expect(entry.kind).toBe('hold');
          expect(entry.at).toBe(day(at));
          expect(entry.credits).toBeGreaterThan(0);
          if (entry.cause.kind !== 'job') throw new Error('a hold is caused by a job');
          expect(entry.id).toBe(`hold:${entry.cause.job}:${entry.lotId}`);
        }
        for (const after of plan.lots) {
          const before = lots.find((lot) => lot.id === after.id);
          const taken = plan.entries
            .filter((entry) => entry.lotId === after.id)
            .reduce((total, entry) => total + entry.credits, 0);
          expect(after.available).toBe((before?.available ?? 0) - taken);
          expect(after.held).toBe((before?.held ?? 0) + taken);
        }
      }),
    );
  });
  test('holds of one press are what the same jobs would hold one press after the other', () => {
    fc.assert(
      fc.property(anyLots, anyRequests, fc.nat(40), (lots, requests, at) => {
        const together = planHolds(lots, requests, day(at));
        fc.pre(together.kind === 'entries');
        const apart: Entry[] = [];
        let standing = new Map(lots.map((lot) => [lot.id, lot]));
        for (const request of requests) {
          const plan = planHolds([...standing.values()], [request], day(at));
          if (plan.kind !== 'entries') throw new Error('enough for all is enough for each');
          apart.push(...plan.entries);
          standing = new Map([...standing, ...plan.lots.map((lot) => [lot.id, lot] as const)]);
        }
        expect(together.entries).toEqual(apart);
      }),
    );
  });
  test('amounts that no safe number can add up fail loudly, never wrap quietly', () => {
    const huge = credits(Number.MAX_SAFE_INTEGER);
    const requests = ['a', 'b'].map((job) => ({ job, credits: huge }));
    expect(() => planHolds([], requests, day(0))).toThrow(RangeError);
  });
});

describe('settling', () => {
  const lots = new Map([['base', terms('base', 16)]]);
  const held = [{ lotId: 'base', credits: credits(5) }];
  test('case 13: a charge above the hold is refused whole', () =>
    expect(() => planCharge('fox', held, credits(6), lots, day(1))).toThrow(/more than it holds/));
  test('a charge of nothing releases all', () =>
    expect(planCharge('fox', held, credits(0), lots, day(1))).toEqual(
      planRelease('fox', held, lots, day(1)),
    ));
  test('a release of an unknown lot is an error', () =>
    expect(() => planRelease('fox', held, new Map(), day(1))).toThrow(/unknown lot/));
  test.each([
    ['just before the expiry', 29.999, 'available'],
    ['at the very expiry', 30, 'expired'],
    ['after it', 31, 'expired'],
  ] as const)('%s (day %d) released credit goes to %s', (_, at, to) =>
    expect(planRelease('fox', held, lots, day(at))).toMatchObject([{ credits: 5, to }]),
  );
  test('a repeat plans the very same entries', () => {
    expect(planCharge('fox', held, credits(3), lots, day(1))).toEqual(
      planCharge('fox', held, credits(3), lots, day(1)),
    );
  });
});

describe('lapsing', () => {
  const lot = freshLot(terms('base', 16));
  const lapsed = (lots: readonly Lot[], at: Instant) => planLapses(lots, at, null, emptyAccount);
  test('A8 is dated to the expiry, however late it is found', () => {
    const [entry] = lapsed([lot], day(77));
    expect(entry).toMatchObject({ id: 'expire:base', at: day(30), credits: 16, kind: 'expire' });
    expect(lapsed([lot], day(30))).toEqual([entry]);
    expect(lapsed([lot], instant(day(30) - 1))).toEqual([]);
  });
  test('an empty lot leaves no entry', () =>
    expect(lapsed([{ ...lot, available: credits(0), spent: credits(16) }], day(30))).toEqual([]));
  test('what lapses before its date has an id of its own, so that both can be', () => {
    const early = planExpiry(lot, credits(6), day(10));
    expect(early).toMatchObject({ id: `expire:base:${day(10)}`, at: day(10), credits: 6 });
    const rest = planExpiry(lot, credits(10), day(30));
    const after = foldEntries([planGrant({ terms: terms('base', 16), cause: turn }), early, rest]);
    expect(after.get('base')).toMatchObject({ available: 0, expired: 16 });
  });
});

describe('B7 nothing adds credit but a grant', () => {
  const lot = terms('base', 16);
  const move = { id: 'x', lotId: 'base', credits: credits(1), at: day(1) } as const;
  const entries: Record<(typeof entryKinds)[number], Entry> = {
    grant: planGrant({ terms: lot, cause: turn }),
    hold: { ...move, kind: 'hold', cause: { kind: 'job', job: 'fox' } },
    charge: { ...move, kind: 'charge', cause: { kind: 'job', job: 'fox' } },
    release: { ...move, kind: 'release', to: 'available', cause: { kind: 'job', job: 'fox' } },
    expire: { ...move, kind: 'expire', cause: { kind: 'expiry' } },
  };
  test('the kinds of entries are these five', () =>
    expect(entryKinds).toEqual(['grant', 'hold', 'charge', 'release', 'expire']));
  test.each(entryKinds)('%s brings credit from outside only if it is a grant', (kind) =>
    expect(bucketsOf(entries[kind]) === null).toBe(kind === 'grant'),
  );
  test('a grant is caused by a turn of the plan', () =>
    expect(entries.grant.cause).toEqual({ kind: 'cycle', subscription: 'plan', index: 0 }));
  test('no lot can be granted twice, so a grant cannot top one up', () =>
    expect(() => foldEntries([entries.grant, entries.grant])).toThrow(/granted twice/));
  test('spent and expired credit has no way back', () => {
    const ways = entryKinds.map((kind) => bucketsOf(entries[kind])?.from);
    expect(ways).not.toContain('spent');
    expect(ways).not.toContain('expired');
  });
});
