import { create } from 'zustand';
import type { TriedPrice } from '../../src-shared/billing/future/pace';
import type { Pace } from '../../src-shared/contract/forecast';
import type { OrderWish } from '../../src-shared/contract/plan';

type WishOf<Kind extends OrderWish['kind']> = Extract<OrderWish, { kind: Kind }>;

/** What is changed at a day; what says `count` is that many orders at once. */
export type Change =
  | WishOf<'change-plan'>
  | WishOf<'start-plan'>
  | WishOf<'end-plan'>
  | { readonly kind: 'add-seats'; readonly count: number }
  | WishOf<'remove-seat'>
  | WishOf<'buy-units'>
  | WishOf<'cancel-units'>
  | { readonly kind: 'buy-packs'; readonly packId: string; readonly count: number };

/** A change in the list of those that are tried. */
export type TriedChange = {
  readonly key: string;
  /** YYYY-MM-DD, where the workspace is. */
  readonly day: string;
  readonly change: Change;
};

/** What is tried: all of it left as it is would be the forecast. */
export type Trial = {
  /** A day of the past to start from, as YYYY-MM-DD; null: now. */
  readonly from: string | null;
  /** The last day that is looked at; null: half a year on. */
  readonly until: string | null;
  /** Null: the usual pace. */
  readonly pace: Pace | null;
  readonly changes: readonly TriedChange[];
  readonly prices: readonly TriedPrice[];
};

type WhatIfStore = Trial & {
  set: (fields: Partial<Pick<Trial, 'from' | 'until' | 'pace'>>) => void;
  add: (day: string, change: Change) => void;
  /** Another day or another change in the same row. */
  alter: (key: string, fields: Partial<Pick<TriedChange, 'day' | 'change'>>) => void;
  remove: (key: string) => void;
  /** Tries a price for a model, in place of one tried before. */
  price: (price: TriedPrice) => void;
  removePrice: (price: Pick<TriedPrice, 'tool' | 'model'>) => void;
  reset: () => void;
};

const untouched: Trial = { from: null, until: null, pace: null, changes: [], prices: [] };

/** The form of What if. It is only ever asked about; nothing of it is kept in the ledger. */
export const whatIfStore = create<WhatIfStore>()((set) => ({
  ...untouched,
  set: (fields) => set(fields),
  add: (day, change) =>
    set(({ changes }) => ({ changes: [...changes, { key: crypto.randomUUID(), day, change }] })),
  alter: (key, fields) =>
    set(({ changes }) => ({
      changes: changes.map((each) => (each.key === key ? { ...each, ...fields } : each)),
    })),
  remove: (key) => set(({ changes }) => ({ changes: changes.filter((each) => each.key !== key) })),
  price: (price) =>
    set(({ prices }) =>
      prices.some((each) => isSame(each, price))
        ? { prices: prices.map((each) => (isSame(each, price) ? price : each)) }
        : { prices: [...prices, price] },
    ),
  removePrice: (price) =>
    set(({ prices }) => ({ prices: prices.filter((each) => !isSame(each, price)) })),
  reset: () => set(untouched),
}));

/** Whether anything is tried at all. */
export function isUntouched({ from, until, pace, changes, prices }: Trial): boolean {
  return (
    from === null && until === null && pace === null && changes.length === 0 && prices.length === 0
  );
}

type OfModel = Pick<TriedPrice, 'tool' | 'model'>;

function isSame(a: OfModel, b: OfModel): boolean {
  return a.tool === b.tool && a.model === b.model;
}
