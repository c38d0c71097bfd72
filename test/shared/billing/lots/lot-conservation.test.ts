import fc from 'fast-check';
import { expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { byBurnOrder } from '../../../../src-shared/billing/lots/burn-order';
import { applyEntry, type Entry, foldEntries } from '../../../../src-shared/billing/lots/entry';
import { hasExpired, type Lot } from '../../../../src-shared/billing/lots/lot';
import { planCharge, planRelease } from '../../../../src-shared/billing/lots/plan-entries';
import { day } from '../../../helpers/ledger-story';
import { anyStep, RandomHistory, type Step } from '../../../helpers/random-history';

type Played = { readonly entries: readonly Entry[]; readonly history: RandomHistory };

function play(steps: readonly Step[]): Played {
  const history = new RandomHistory();
  const entries: Entry[] = [];
  for (const step of steps) entries.push(...history.next(step, foldEntries(entries)));
  return { entries, history };
}

const anyHistory = fc.array(anyStep, { minLength: 5, maxLength: 60, size: 'max' }).map(play);

function expectSound(lot: Lot) {
  const { available, held, spent, expired, granted } = lot;
  for (const part of [available, held, spent, expired]) {
    expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
  }
  expect(available + held + spent + expired).toBe(granted);
}

test('granted = available + held + spent + expired, for every lot, at every entry', () => {
  fc.assert(
    fc.property(anyHistory, ({ entries }) => {
      const lots = new Map<string, Lot>();
      for (const entry of entries) {
        const lot = applyEntry(lots.get(entry.lotId) ?? null, entry);
        expectSound(lot);
        lots.set(entry.lotId, lot);
      }
      expect(lots).toEqual(foldEntries(entries));
    }),
    { numRuns: 200 },
  );
});

test('what is held is what the open jobs hold, and nobody else', () => {
  fc.assert(
    fc.property(anyHistory, ({ entries, history: { held } }) => {
      for (const lot of foldEntries(entries).values()) {
        const parts = [...held.values()].flat().filter((part) => part.lotId === lot.id);
        expect(lot.held).toBe(parts.reduce((total, part) => total + part.credits, 0));
      }
    }),
  );
});

test('no entry id comes twice', () => {
  fc.assert(
    fc.property(anyHistory, ({ entries }) => {
      expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    }),
  );
});

test('holds take only from lots that live, soonest to lapse first', () => {
  fc.assert(
    fc.property(anyHistory, ({ entries }) => {
      const before: Entry[] = [];
      for (const entry of entries) {
        const lots = foldEntries(before);
        const lot = lots.get(entry.lotId);
        if (entry.kind === 'hold' && lot !== undefined) {
          expect(lot.startsAt <= entry.at && entry.at < lot.expiresAt).toBe(true);
          for (const other of lots.values()) {
            if (other.available === 0 || hasExpired(other, entry.at)) continue;
            expect(byBurnOrder(lot, other)).toBeLessThanOrEqual(0);
          }
        }
        before.push(entry);
      }
    }),
    { numRuns: 40 },
  );
});

test('what lapsed is never seen again: a release past the expiry goes to expired', () => {
  fc.assert(
    fc.property(anyHistory, ({ entries }) => {
      const lots = foldEntries(entries);
      for (const entry of entries) {
        if (entry.kind !== 'release') continue;
        const late = entry.at >= (lots.get(entry.lotId)?.expiresAt ?? 0);
        expect(entry.to).toBe(late ? 'expired' : 'available');
      }
    }),
  );
});

test('jobs that are open can be settled in any order with the same outcome', () => {
  const anyOrder = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(anyHistory, anyOrder, ({ entries, history: { held, today } }, order) => {
      const lots = foldEntries(entries);
      const settlements = [...held].map(([job, parts], index) =>
        index % 2 === 0
          ? planCharge(job, parts, parts[0]?.credits ?? credits(0), lots, day(today))
          : planRelease(job, parts, lots, day(today)),
      );
      const shuffled = settlements
        .map((settlement, index) => ({ settlement, rank: order[index % order.length] ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ settlement }) => settlement);
      const inOrder = foldEntries([...entries, ...settlements.flat()]);
      expect(foldEntries([...entries, ...shuffled.flat()])).toEqual(inOrder);
      for (const lot of inOrder.values()) expect(lot.held).toBe(0);
    }),
  );
});
