import { priceOfRetry } from '../../src-shared/billing/card/recommend';
import type { Job } from '../../src-shared/jobs/job';
import { pricedRequestOf } from '../../src-shared/jobs/request';
import { useBegun } from '../stores/workspace';
import { formatCredits } from '../ui/figures';

/** What trying a job again costs at today's price, in words: it is charged like the first time (B8). */
export function useRetryPrice({ request, price }: Job): string {
  const { card } = useBegun();
  return formatCredits(priceOfRetry(card, pricedRequestOf(request, 1)) ?? price);
}
