import type { PricedRequest } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { costSentence, wayWords } from '../../src-shared/billing/card/warning-words';
import {
  type GivenWarning,
  type Part,
  type ProjectHistory,
  warningsFor,
} from '../../src-shared/billing/card/warnings';
import { extentOf, type Request } from '../../src-shared/jobs/request';
import type { TallyClient } from './command';

/** A warning with the sentence that tells it: the card's words, what it costs, and what costs less. */
export type ToldWarning = GivenWarning & { readonly sentence: string };

/** The card's warnings that fit a request and what was made before it (B12). */
export async function givenWarnings(
  tally: TallyClient,
  card: RateCard,
  { request, priced }: { readonly request: Request; readonly priced: PricedRequest },
): Promise<ToldWarning[]> {
  const history = await tally.past.of({ batches: [{ request, count: priced.count }] });
  const press = [{ request: priced, longestSide: extentOf(request).longestSide }];
  return warningsFor(card, press, history).map((warning) => ({
    ...warning,
    sentence: sentenceOf(card, warning, press, history),
  }));
}

function sentenceOf(
  card: RateCard,
  warning: GivenWarning,
  press: readonly Part[],
  history: ProjectHistory,
): string {
  const cost = costSentence(card, warning, press, history);
  const way = warning.remedy === null ? '' : ` Cheaper: ${wayWords(card, warning.remedy)}.`;
  return `${warning.text} ${cost}${way}`;
}
