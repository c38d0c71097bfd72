import { type GivenWarning, warningsFor } from '../../src-shared/billing/card/advice';
import type { PricedRequest } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { historyOf } from '../../src-shared/jobs/project-history';
import type { TallyClient } from './command';

/** So many ended jobs count as the project's past. */
const past = 200;

/** The card's warnings that fit a request and what was made before it (B12). */
export async function givenWarnings(
  tally: TallyClient,
  card: RateCard,
  image: { readonly request: ImageRequest; readonly priced: PricedRequest },
): Promise<GivenWarning[]> {
  const { jobs } = await tally.jobs.queue({ ended: past });
  return warningsFor(card, image.priced, historyOf(jobs, image.request.prompt));
}
