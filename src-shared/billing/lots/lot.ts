import { add, type Credits, noCredits, subtract } from '../credits';
import { type Instant, instant } from '../instant';

export const walletKinds = ['seat', 'pool'] as const;
export type WalletKind = (typeof walletKinds)[number];

/** Whose credit it is: one seat's own, or the workspace pool's, which every seat may use. */
export type Wallet = { readonly id: string; readonly kind: WalletKind };

export const lotSources = ['base', 'add-on', 'pack'] as const;
export type LotSource = (typeof lotSources)[number];

/** Credit from one source: what was granted, to whom, from when to when. It never changes. */
export type LotTerms = {
  readonly id: string;
  readonly wallet: Wallet;
  readonly source: LotSource;
  readonly startsAt: Instant;
  /** From this very instant on the lot can't be spent. */
  readonly expiresAt: Instant;
  readonly granted: Credits;
};

export const buckets = ['available', 'held', 'spent', 'expired'] as const;
export type Bucket = (typeof buckets)[number];

/** The expiry of credit that rolls over without a date (B6): later than any instant that comes. */
export const noExpiry: Instant = instant(8.64e15);

/** Whether a lot has a date on which it lapses. */
export function hasDate({ expiresAt }: Pick<LotTerms, 'expiresAt'>): boolean {
  return expiresAt < noExpiry;
}

/** Where a lot's credit is. The four always add up to what was granted. */
export type LotBuckets = { readonly [bucket in Bucket]: Credits };

export type Lot = LotTerms & LotBuckets;

/** A lot as it stands right after its grant. */
export function freshLot(terms: LotTerms): Lot {
  return {
    ...terms,
    available: terms.granted,
    held: noCredits,
    spent: noCredits,
    expired: noCredits,
  };
}

/** Moves credit between two buckets of a lot; throws when the bucket holds less than `amount`. */
export function moveCredit(lot: Lot, from: Bucket, to: Bucket, amount: Credits): Lot {
  return { ...lot, [from]: subtract(lot[from], amount), [to]: add(lot[to], amount) };
}

/** Whether a lot can pay at `at`: started, not expired, with credit left. */
export function isSpendable(lot: Lot, at: Instant): boolean {
  return lot.startsAt <= at && at < lot.expiresAt && lot.available > 0;
}

export function hasExpired(lot: LotTerms, at: Instant): boolean {
  return lot.expiresAt <= at;
}
