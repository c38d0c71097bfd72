import { add, type Credits, credits, subtract } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { type CycleSpan, cycleSpans } from '../../src-shared/billing/plan/cycle-spans';
import type { CycleStatement } from '../../src-shared/contract/invoices';
import type { LedgerReader } from '../ledger/read-ledger';
import type { Rewinder } from '../ledger/rewind-lots';
import { prepareSpanTotals, type SpanTotals } from '../ledger/span-totals';
import type { Database } from '../store/sqlite';
import type { PlanStore } from './plan-store';

export type CyclePorts = {
  readonly database: Database;
  readonly plans: Pick<PlanStore, 'account' | 'invoices'>;
  readonly ledger: LedgerReader;
  readonly rewind: Rewinder;
};

export type CycleQuestion = {
  /** Only cycles before this number; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
};

export type CyclePage = {
  readonly cycles: readonly CycleStatement[];
  /** The number to go on before; null when nothing is older. */
  readonly older: number | null;
};

export type CycleReader = ReturnType<typeof prepareCycles>;

/** Statements of billing cycles, newest first. What a cycle that is over adds up to is worked out once. */
export function prepareCycles({ database, plans, ledger, rewind }: CyclePorts) {
  const between = prepareSpanTotals(database, rewind);
  const known = new Map<Instant, SpanTotals>();
  const totalsOf = function* (
    { startsAt, endsAt }: CycleSpan,
    now: Instant,
    tip: number,
  ): Generator<undefined, SpanTotals> {
    const before = known.get(startsAt);
    if (before !== undefined) return before;
    const totals = yield* between(startsAt, endsAt, tip);
    // Nothing can be written any more at an instant that is past.
    if (endsAt !== null && endsAt < now) known.set(startsAt, totals);
    return totals;
  };
  return {
    /** As it is at `now`, up to which everything that fell due has been done. */
    *page(now: Instant, { before, limit }: CycleQuestion): Generator<undefined, CyclePage> {
      // All that may change while others get their turn is read before the first yield.
      const running = plans.account().subscription?.id ?? null;
      const spans = cycleSpans(plans.invoices.all(), running);
      const tip = ledger.tip()?.number ?? 0;
      let closing = leftIn(ledger);
      const shown: CycleStatement[] = [];
      const last = Math.min(spans.length, (before ?? Number.MAX_SAFE_INTEGER) - 1);
      const oldest = Math.max(1, last - limit + 1);
      for (let number = spans.length; number >= oldest; number -= 1) {
        const span = spans[number - 1];
        if (span === undefined) throw new Error(`there is no cycle ${number}`);
        const totals = yield* totalsOf(span, now, tip);
        const statement = statementOf({ span, number, totals, closing, now });
        closing = statement.credits.opening;
        if (number <= last) shown.push(statement);
      }
      return { cycles: shown, older: oldest > 1 ? oldest : null };
    },
  };
}

/** What all wallets have now, available and on hold. */
function leftIn(ledger: LedgerReader): Credits {
  return credits(
    ledger.liveLots().reduce((total, { available, held }) => total + available + held, 0),
  );
}

function statementOf({
  span,
  number,
  totals,
  closing,
  now,
}: {
  readonly span: CycleSpan;
  readonly number: number;
  readonly totals: SpanTotals;
  readonly closing: Credits;
  readonly now: Instant;
}): CycleStatement {
  const { subscription, planName, startsAt, endsAt, open, lines } = span;
  const { granted, charged, lapsed } = totals;
  const opening = subtract(add(add(closing, charged), lapsed), granted);
  const priced = lines.flatMap(({ cents }) => (cents === null ? [] : [cents]));
  return {
    subscription,
    number,
    planName,
    cycle: { startsAt, endsAt: endsAt ?? now },
    open,
    lines,
    cents: priced.reduce((total, cents) => total + cents, 0),
    unpriced: lines.length - priced.length,
    credits: { opening, granted, charged, lapsed, closing },
  };
}
