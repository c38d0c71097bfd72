import type { Database } from '../../src-main/store/sqlite';

type Figures = { readonly credits: number; readonly everyMonths: number };
type Cadence = 'monthly' | 'annual';

/** What a kept card says of plans, units and packs. */
export type KeptCard = {
  readonly id: string;
  readonly version: string;
  readonly plans: readonly ({
    readonly id: string;
    readonly name: string;
    readonly perSeat: boolean;
  } & {
    readonly [cadence in Cadence]: null | {
      readonly grant: ({ readonly kind: 'fixed' } & Figures) | { readonly kind: 'contract' };
      readonly priceCents: number | null;
    };
  })[];
  readonly addOns: readonly (Sold & { readonly plans: readonly string[] })[];
  readonly packs: readonly Sold[];
};

type Sold = {
  readonly id: string;
  readonly name: string;
  readonly credits: number;
  readonly priceCents: number | null;
  readonly wallet: 'seat' | 'pool';
};

type CardRef = { readonly id: string; readonly version: string };
type Contract = Figures & { readonly seats: number; readonly priceCents: number | null };

export type PlanWish = {
  readonly card: CardRef;
  readonly planId: string;
  readonly cadence: Cadence;
  readonly contract: Contract | null;
};

/** A wish as the ledger keeps it. */
export type KeptWish =
  | ({ readonly kind: 'start-plan'; readonly seats: number } & PlanWish)
  | ({ readonly kind: 'change-plan' } & PlanWish)
  | { readonly kind: 'end-plan' | 'keep-plan' | 'use-card' }
  | { readonly kind: 'add-seat'; readonly seat: string | null }
  | { readonly kind: 'remove-seat'; readonly seat: string }
  | {
      readonly kind: 'buy-units';
      readonly card: CardRef;
      readonly addOnId: string;
      readonly count: number;
      readonly seat: string;
    }
  | { readonly kind: 'cancel-units' | 'keep-units'; readonly unit: string; readonly count: number }
  | {
      readonly kind: 'buy-pack';
      readonly card: CardRef;
      readonly packId: string;
      readonly seat: string;
    };

export type KeptOrder = { readonly id: string; readonly at: number; readonly wish: KeptWish };

export type KeptLine = {
  readonly id: string;
  readonly at: number;
  readonly kind: 'plan' | 'seat' | 'upgrade' | 'units' | 'pack';
  readonly name: string;
  readonly seat: string | null;
  readonly quantity: number;
  readonly cents: number | null;
  readonly credits: number;
  readonly subscription: string;
  readonly cycle_starts_at: number;
  readonly cycle_ends_at: number;
};

export type KeptGrant = {
  readonly lot: string;
  readonly wallet: string;
  readonly credits: number;
  readonly at: number;
  readonly source: 'base' | 'add-on' | 'pack';
  readonly expiresAt: number;
  /** The order that it names as its cause; null for a turn of the cycle. */
  readonly order: string | null;
};

/** All that plans have left in the books, each in its own order. */
export type PlanRows = {
  readonly cards: readonly KeptCard[];
  readonly orders: readonly KeptOrder[];
  readonly lines: readonly KeptLine[];
  readonly grants: readonly KeptGrant[];
  /** Up to when everything that fell due has been written down. */
  readonly position: number;
};

export function readPlanRows(database: Database): PlanRows {
  const cards = database
    .prepare<[], string>('select content_json from rate_card')
    .pluck()
    .all()
    .map((text) => JSON.parse(text) as KeptCard);
  const orders = database
    .prepare<[], { id: string; at: number; wish_json: string }>(
      'select id, at, wish_json from plan_order order by number',
    )
    .all()
    .map(({ id, at, wish_json }) => ({ id, at, wish: JSON.parse(wish_json) as KeptWish }));
  const lines = database.prepare<[], KeptLine>('select * from invoice_line order by number').all();
  const grants = database
    .prepare<[], KeptGrant>(
      `select lot, wallet, credits, at, json_extract(terms_json, '$.source') as source,
         json_extract(terms_json, '$.expiresAt') as expiresAt, json_extract(cause_json, '$.order') as "order"
       from entry where kind = 'grant' order by number`,
    )
    .all();
  const position = database
    .prepare<[], number>(
      "select cast(value_json as integer) from setting where name = 'crossed-until'",
    )
    .pluck()
    .get();
  return { cards, orders, lines, grants, position: position ?? 0 };
}
