import { type } from '@orpc/contract';
import { z } from 'zod';
import type { PlacedProblem, RateCard } from '../billing/card/rate-card';
import { procedure } from './refused';

/** One version of a card that Tally knows. */
export type KnownCard = {
  readonly card: RateCard;
  readonly origin: 'built-in' | 'imported';
  /** Whether the workspace's prices go by it now, will from its date on, or did. */
  readonly use: 'now' | 'later' | 'before' | 'not';
};

export type CardCheck =
  | { readonly kind: 'card'; readonly card: RateCard; readonly notes: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly PlacedProblem[] };

/** Longer than any card may be, so that one that is too long is told so in words. */
const text = z.string().max(2_000_000);

export const cards = {
  list: procedure.output(type<{ readonly cards: readonly KnownCard[] }>()),
  /** Reads a card's JSON text and says what is wrong where; keeps nothing. */
  check: procedure.input(z.strictObject({ text })).output(type<CardCheck>()),
  /**
   * Keeps a card. A newer version of the card in use is taken up for future prices from its date on; a version that
   * is known with another content is refused: cards can't be edited in place.
   */
  import: procedure
    .input(z.strictObject({ text }))
    .output(type<{ readonly cards: readonly KnownCard[]; readonly takenUp: boolean }>()),
  /** Writes a card's file; null when the person dismissed the question where. */
  export: procedure
    .input(
      z.strictObject({
        id: z.string().max(64),
        version: z.string().max(64),
        /** Only the terminal may name a folder. */
        folder: z.string().max(4096).nullable(),
      }),
    )
    .output(type<{ readonly path: string | null }>()),
};
