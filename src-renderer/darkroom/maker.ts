import type { DarkroomEnding, DarkroomOrder } from '../../src-shared/contract/darkroom';

export type MakeOrder = Extract<DarkroomOrder, { kind: 'make' }>;

/** What a maker works with besides its order. */
export type Bench = {
  /** Aborted when the order is cancelled: heeded at least every 50 ms, by ending as cancelled. */
  readonly signal: AbortSignal;
  /** Shows how far it is, 0 to 1; told as often as one likes, sent a few times a second. */
  progress(fraction: number): void;
  /** Shows the work so far, at its full size or smaller; sent as a small WebP when one is due. */
  preview(canvas: OffscreenCanvas): Promise<void>;
  /** Shows this one whatever was sent before: the last preview of an order is kept as its thumbnail. */
  lastPreview(canvas: OffscreenCanvas): Promise<void>;
  /** Lets messages come in; called between spells of work of at most some 25 ms. */
  pause(): Promise<void>;
  /** The file of a picture that the request names, as PNG. Throws for one that it doesn't name. */
  input(sha256: string): Uint8Array;
};

/** A result, or why there is none. */
export type Made =
  | Omit<Extract<DarkroomEnding, { kind: 'made' }>, 'orderId'>
  | Omit<Extract<DarkroomEnding, { kind: 'refused' }>, 'orderId'>
  | { readonly kind: 'cancelled' };

/** Makes what an order asks for. What it throws is a fault of its own. */
export type Maker<Request extends MakeOrder['request'] = MakeOrder['request']> = (
  request: Request,
  bench: Bench,
) => Promise<Made>;
