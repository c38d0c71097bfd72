import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import aiStudios from '../../resources/rate-cards/ai-studios.json';
import chatNow from '../../resources/rate-cards/chatnow.json';
import { readCardText } from '../../src-shared/billing/card/card-text';
import {
  type PlacedProblem,
  parseRateCard,
  type RateCard,
} from '../../src-shared/billing/card/rate-card';
import { systemCode } from '../store/system-code';

/** A card's file that can't be used, and why. */
export type UnusableCard = { readonly file: string; readonly problems: readonly PlacedProblem[] };

/** A card that lies in the data folder. */
export type CardFile = { readonly file: string; readonly card: RateCard };

/** The cards that come as files. Those that were kept in the ledger are told apart: `known-cards.ts` joins them. */
export type RateCards = {
  readonly builtIn: readonly RateCard[];
  readonly files: readonly CardFile[];
  readonly unusable: readonly UnusableCard[];
};

/**
 * The cards that come with Tally, and those in the data folder's `rate-cards/`. A file there that
 * is no card is told with its problems, line by line, and left alone.
 */
export function readRateCards(dataFolder: string): RateCards {
  const builtIn = [aiStudios, chatNow].map(builtInCard);
  const files: CardFile[] = [];
  const unusable: UnusableCard[] = [];
  for (const file of cardFiles(join(dataFolder, 'rate-cards'))) {
    const read = readCardFile(file);
    if (read.kind === 'card') files.push({ file, card: read.card });
    else unusable.push({ file, problems: read.problems });
  }
  return { builtIn, files, unusable };
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

function readCardFile(file: string): ReturnType<typeof readCardText> {
  try {
    return readCardText(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    const message = `the file can't be read (${code})`;
    return { kind: 'invalid', problems: [{ path: 'file', message, line: 1, column: 1 }] };
  }
}
