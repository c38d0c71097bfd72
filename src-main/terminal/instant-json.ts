import { type Instant, isoOf } from '../../src-shared/billing/instant';
import { hasDate } from '../../src-shared/billing/lots/lot';
import type { JsonObject } from './json';

/** An instant that may not come. */
export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}

/** When a lot lapses; null for credit that rolls over without a date (B6). */
export function expiryJson(lot: { readonly expiresAt: Instant }): string | null {
  return hasDate(lot) ? isoOf(lot.expiresAt) : null;
}

/** From one instant up to, and without, the other. */
export function spanJson({
  startsAt,
  endsAt,
}: {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}): JsonObject {
  return { startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) };
}
