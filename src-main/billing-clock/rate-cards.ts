import aiStudios from '../../resources/rate-cards/ai-studios.json';
import chatNow from '../../resources/rate-cards/chatnow.json';
import { parseRateCard, type RateCard } from '../../src-shared/billing/rate-card';

/** The rate cards that come with Tally; one that does not parse is a bug of the release. */
export function readRateCards(): RateCard[] {
  return [aiStudios, chatNow].map((data) => {
    const parsed = parseRateCard(data);
    if (parsed.kind === 'card') return parsed.card;
    const problems = parsed.problems.map(({ path, message }) => `${path}: ${message}`);
    throw new Error(`a rate card that comes with Tally is invalid: ${problems.join('; ')}`);
  });
}
