import { type Credits, shortfall, subtract, sum } from '../credits';
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

/** What paying so much would do to the balance. */
type Till = { readonly before: Credits } & (
  | { readonly kind: 'payable'; readonly payments: readonly Payment[]; readonly after: Credits }
  | { readonly kind: 'short'; readonly missing: Credits }
);

/** What a press of Generate would do to the balance, before it is pressed (D2). */
export type Receipt = { readonly quote: Quote } & Till;

/** What a press that asks for several things at once would do to the balance: a line each, and one sum. */
export type JointReceipt = { readonly quotes: readonly Quote[]; readonly total: Credits } & Till;

/** Works out which lots would pay a quote at `at`, by the very burn order that the hold will use. */
export function receipt(quote: Quote, lots: readonly Lot[], at: Instant): Receipt {
  return { quote, ...tillOf(quote.total, lots, at) };
}

/** As `receipt`, for several quotes that are paid all together or not at all. */
export function jointReceipt(
  quotes: readonly Quote[],
  lots: readonly Lot[],
  at: Instant,
): JointReceipt {
  const total = sum(quotes.map((quote) => quote.total));
  return { quotes, total, ...tillOf(total, lots, at) };
}

function tillOf(total: Credits, lots: readonly Lot[], at: Instant): Till {
  const before = spendableCredits(lots, at);
  const takes = takeFrom(spendableLots(lots, at), total);
  if (takes === null) return { kind: 'short', before, missing: shortfall(total, before) };
  const payments = takes.map(({ lot, credits }) => ({
    lotId: lot.id,
    source: lot.source,
    wallet: lot.wallet.kind,
    expiresAt: lot.expiresAt,
    credits,
  }));
  return { kind: 'payable', before, payments, after: subtract(before, total) };
}
