import type { Credits } from '../credits';
import type { Cadence, ChoiceRefusal } from './plan-terms';

/** Why an order is not placed; nothing has changed then. */
export type OrderRefusal =
  | ChoiceRefusal
  | { readonly code: 'plan-running'; readonly planId: string }
  | { readonly code: 'plan-not-running' }
  | { readonly code: 'plan-unchanged'; readonly planId: string; readonly cadence: Cadence }
  | { readonly code: 'plan-ending' }
  | { readonly code: 'contract-running'; readonly planId: string }
  | { readonly code: 'nothing-waiting' }
  | { readonly code: 'seats-invalid'; readonly seats: number; readonly most: number }
  | { readonly code: 'plan-without-seats'; readonly planId: string }
  | { readonly code: 'seats-full'; readonly room: number }
  | { readonly code: 'seat-unknown'; readonly seat: string; readonly known: readonly string[] }
  | { readonly code: 'seat-active'; readonly seat: string }
  | { readonly code: 'seat-removed'; readonly seat: string }
  | { readonly code: 'seat-needed'; readonly seat: string }
  | {
      readonly code: 'add-on-unknown';
      readonly addOnId: string;
      readonly planId: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'unit-count-invalid'; readonly count: number; readonly most: number }
  | { readonly code: 'units-unknown'; readonly unit: string }
  | { readonly code: 'pack-unknown'; readonly packId: string; readonly known: readonly string[] }
  /** The allowance is not used up (B5): `left` of it would still pay for something that costs `cheapest`. */
  | {
      readonly code: 'pack-not-yet';
      readonly packId: string;
      readonly left: Credits;
      readonly cheapest: Credits;
    }
  | { readonly code: 'card-not-in-use'; readonly cardId: string }
  | { readonly code: 'card-not-newer'; readonly version: string; readonly newest: string };
