import { type GivenWarning, warningsFor } from '../../src-shared/billing/advice';
import type { PricedRequest } from '../../src-shared/billing/quote';
import type { RateCard } from '../../src-shared/billing/rate-card';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import type { Job } from '../../src-shared/jobs/job';
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
  const newest = jobs.reduce<Job | null>(
    (best, job) => (best === null || job.createdAt > best.createdAt ? job : best),
    null,
  );
  return warningsFor(card, image.priced, {
    lastModel: newest?.request.model ?? null,
    triesOfPrompt: jobs.filter((job) => job.request.prompt === image.request.prompt).length,
  });
}
