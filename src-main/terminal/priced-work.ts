import {
  modelsFor,
  type PricedRequest,
  type Quote,
  quote,
} from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { checkSubmission } from '../../src-shared/jobs/check-submission';
import { outputsFor } from '../../src-shared/jobs/prompt-alternatives';
import { pricedRequestOf, type Request } from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';

export type PricedWork =
  | {
      readonly kind: 'priced';
      readonly request: Request;
      readonly priced: PricedRequest;
      readonly quote: Quote;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What so many variations of a request cost on `card`, or why they can't be made: the checks that need no look at
 * the workspace.
 */
export function priceWork(card: RateCard, request: Request, variations: number): PricedWork {
  const count = outputsFor(request.prompt, variations);
  const priced = pricedRequestOf(request, count);
  const result = quote(card, priced);
  if (result.kind === 'refused') return result;
  const model = modelsFor(card, request.tool).find(({ id }) => id === request.model);
  const refusal = checkSubmission(request, count, model?.longestSide ?? 0);
  if (refusal !== null) return { kind: 'refused', refusal };
  return { kind: 'priced', request, priced, quote: result.quote };
}
