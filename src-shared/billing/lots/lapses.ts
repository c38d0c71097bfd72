import { assertNever } from '../../assert-never';
import { type Credits, credits, noCredits, smaller } from '../credits';
import type { Instant } from '../instant';
import { type Account, lapseOf } from '../plan/account';
import type { Lapse } from '../plan/step';
import { byBurnOrder } from './burn-order';
import type { Entry } from './entry';
import { hasExpired, type Lot } from './lot';
import { planExpiry } from './plan-entries';

/**
 * What lapses at `at`, each as an entry: credit that has come to its date, and what the start of a grant
 * period or the end of the plan takes (A8, A13, B6). Credit on hold stays with its job. `account` and
 * `lots` are as they were right before.
 */
export function planLapses(
  lots: readonly Lot[],
  at: Instant,
  lapse: Lapse | null,
  account: Account,
): Entry[] {
  const dated = lots.filter((lot) => hasExpired(lot, at));
  // What a running job still holds of a lot that lapsed early is no credit that a cap could leave.
  const live = lots.filter((lot) => lapseOf(account, lot) > at);
  const excess = lapse === null ? [] : lapsedBy(lapse, live, at, account.cappedPacks);
  const whole = dated.map((lot) => ({ lot, credits: lot.available }));
  return [...whole, ...excess].flatMap(({ lot, credits: amount }) =>
    amount === noCredits ? [] : [planExpiry(lot, amount, hasExpired(lot, at) ? lot.expiresAt : at)],
  );
}

type Part = { readonly lot: Lot; readonly credits: Credits };

function lapsedBy(
  lapse: Lapse,
  lots: readonly Lot[],
  at: Instant,
  cappedPacks: Account['cappedPacks'],
): Part[] {
  const older = lots.filter((lot) => lot.startsAt < at);
  if (lapse.kind === 'end') return whole(older.filter((lot) => lot.source !== 'pack'));
  const packs = cappedPacks.flatMap(({ lotId, cap }) =>
    beyondCap(
      older.filter((lot) => lot.id === lotId),
      cap,
    ),
  );
  const base = older.filter((lot) => lot.source === 'base');
  switch (lapse.rollover.kind) {
    case 'none':
      return [...whole(base), ...packs];
    case 'capped': {
      const { credits: cap } = lapse.rollover;
      const seats = new Set(base.map((lot) => lot.wallet.id));
      const cut = [...seats].flatMap((seat) =>
        beyondCap(
          base.filter((lot) => lot.wallet.id === seat),
          cap,
        ),
      );
      return [...cut, ...packs];
    }
    case 'all':
    case 'cycles':
      return packs;
    default:
      return assertNever(lapse.rollover);
  }
}

function whole(lots: readonly Lot[]): Part[] {
  return lots.map((lot) => ({ lot, credits: lot.available }));
}

/** What lots hold together beyond a cap, taken in burn order from what is available. */
function beyondCap(lots: readonly Lot[], cap: Credits): Part[] {
  const left = lots.reduce((total, lot) => total + lot.available + lot.held, 0);
  let excess = credits(Math.max(0, left - cap));
  return lots.toSorted(byBurnOrder).map((lot) => {
    const part = smaller(excess, lot.available);
    excess = credits(excess - part);
    return { lot, credits: part };
  });
}
