import { type CreditPrice, creditPrices } from '../../src-shared/billing/card/credit-price';
import {
  cardMargins,
  type LineMargin,
  type PlanMargin,
} from '../../src-shared/billing/card/margin';
import { rateCardSchema } from '../../src-shared/billing/card/rate-card';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { CardDraft } from './card-draft';
import { dataOf, keptLines, type PlanData } from './draft-data';

/** What a draft earns, as far as its figures can be read: a field that can't takes only its own line with it. */
export type DraftMargins = {
  readonly cheapest: CreditPrice | null;
  readonly dearest: CreditPrice | null;
  /** By the key of the price line. */
  readonly lines: ReadonlyMap<string, LineMargin>;
  readonly plans: readonly PlanMargin[];
  /** What credits are sold for, whatever they are sold in. */
  readonly offers: readonly CreditPrice[];
  /** The key of a price line, by its number in `plans`. */
  readonly keyOf: (index: number) => string;
};

/** Works out the margin of every line and plan that can be read (see `src-shared/billing/card/margin.ts`). */
export function draftMargins(draft: CardDraft, known: readonly CardRef[]): DraftMargins {
  const { data, faults } = dataOf(draft, known);
  const { shape } = rateCardSchema;
  const lines = keptLines(draft.prices).flatMap(({ key }, index) => {
    const read = shape.prices.element.safeParse(data.prices[index]);
    // A cost that can't be read is not the same as one that nobody named.
    return read.success && !faults.has(`prices.${key}.providerCost`)
      ? [{ key, price: read.data }]
      : [];
  });
  const card = {
    ...draft.base,
    prices: lines.map(({ price }) => price),
    plans: readable(data.plans.map(saleOf), (each) => shape.plans.element.safeParse(each)),
    addOns: readable(data.addOns, (each) => shape.addOns.element.safeParse(each)),
    packs: readable(data.packs, (each) => shape.packs.element.safeParse(each)),
  };
  const margins = cardMargins(card);
  const keyOf = (index: number) => lines[index]?.key ?? '';
  const { cheapest, dearest, plans } = margins;
  const byKey = new Map(margins.lines.map((line) => [keyOf(line.index), line]));
  return { cheapest, dearest, lines: byKey, plans, offers: creditPrices(card), keyOf };
}

const { monthly: offerSchema } = rateCardSchema.shape.plans.element.shape;

/** What a plan earns by: an offer that can't be read is none, and what is left over changes nothing. */
function saleOf(plan: PlanData): object {
  const offer = (cadence: 'monthly' | 'annual') =>
    offerSchema.safeParse(plan[cadence]).success ? plan[cadence] : null;
  const rollover = { kind: 'none' };
  return { ...plan, monthly: offer('monthly'), annual: offer('annual'), rollover };
}

type Parsed<Value> = { readonly success: true; readonly data: Value } | { readonly success: false };

function readable<Value>(
  items: readonly unknown[],
  parse: (item: unknown) => Parsed<Value>,
): Value[] {
  return items.flatMap((item) => {
    const parsed = parse(item);
    return parsed.success ? [parsed.data] : [];
  });
}
