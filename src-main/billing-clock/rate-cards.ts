import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import aiStudios from '../../resources/rate-cards/ai-studios.json';
import chatNow from '../../resources/rate-cards/chatnow.json';
import { type CardProblem, parseRateCard, type RateCard } from '../../src-shared/billing/rate-card';

/** A card's file that can't be used, and why. */
export type UnusableCard = { readonly file: string; readonly problems: readonly CardProblem[] };

export type RateCards = {
  readonly cards: readonly RateCard[];
  readonly unusable: readonly UnusableCard[];
};

/**
 * The cards that come with Tally, and those in the data folder's `rate-cards/`. A file there that
 * does not parse, or that takes the name of another card, is told with its problems and left alone.
 */
export function readRateCards(dataFolder: string): RateCards {
  const cards = [aiStudios, chatNow].map(builtInCard);
  const unusable: UnusableCard[] = [];
  for (const file of cardFiles(join(dataFolder, 'rate-cards'))) {
    const read = readCardFile(file);
    if (read.kind === 'invalid') {
      unusable.push({ file, problems: read.problems });
    } else if (cards.some((card) => card.id === read.card.id)) {
      const message = `there is another card with the id «${read.card.id}»`;
      unusable.push({ file, problems: [{ path: 'id', message }] });
    } else {
      cards.push(read.card);
    }
  }
  return { cards, unusable };
}

/** One of ours that does not parse is a bug of the release. */
function builtInCard(data: unknown): RateCard {
  const parsed = parseRateCard(data);
  if (parsed.kind === 'card') return parsed.card;
  const problems = parsed.problems.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`a rate card that comes with Tally is invalid: ${problems.join('; ')}`);
}

function cardFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readCardFile(file: string): ReturnType<typeof parseRateCard> {
  try {
    return parseRateCard(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'invalid', problems: [{ path: 'file', message }] };
  }
}
