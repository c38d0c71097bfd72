import { type Credits, shortfall, subtract } from '../credits';
import type { Instant } from '../instant';
import { spendableCredits, spendableLots, takeFrom } from '../lots/burn-order';
import type { Lot, LotSource, WalletKind } from '../lots/lot';
import type { Quote } from './quote';

/** One lot's part in a payment, and when that lot lapses. */
export type Payment = {
  readonly lotId: string;
  readonly source: LotSource;
  readonly wallet: WalletKind;
  readonly expiresAt: Instant;
  readonly credits: Credits;
};

/** What a press of Generate would do to the balance, before it is pressed (D2). */
export type Receipt = {
  readonly quote: Quote;
  readonly before: Credits;
} & (
  | { readonly kind: 'payable'; readonly payments: readonly Payment[]; readonly after: Credits }
  | { readonly kind: 'short'; readonly missing: Credits }
);

/** Works out which lots would pay a quote at `at`, by the very burn order that the hold will use. */
export function receipt(quote: Quote, lots: readonly Lot[], at: Instant): Receipt {
  const before = spendableCredits(lots, at);
  const takes = takeFrom(spendableLots(lots, at), quote.total);
  if (takes === null)
    return { kind: 'short', quote, before, missing: shortfall(quote.total, before) };
  const payments = takes.map(({ lot, credits }) => ({
    lotId: lot.id,
    source: lot.source,
    wallet: lot.wallet.kind,
    expiresAt: lot.expiresAt,
    credits,
  }));
  return { kind: 'payable', quote, before, payments, after: subtract(before, quote.total) };
}
