import type { QuoteResult } from '../../src-shared/billing/card/quote';
import type { Quality } from '../../src-shared/billing/card/rate-card';
import { formatCredits } from '../ui/figures';

export const qualityNames: Record<Quality, string> = { basic: 'Basic', premium: 'Premium' };

/** A price in the fewest words; what costs nothing is called free (A5). */
export function priceWords(result: QuoteResult): string {
  if (result.kind === 'refused') return 'not on the card';
  return creditWords(result.quote.total);
}

export function creditWords(total: number): string {
  return total === 0 ? 'free' : formatCredits(total);
}
