import { longestPrompt } from '../jobs/look';
import { keyPhrases, type WordWeights } from './key-phrases';
import { pictureWordsIn } from './picture-words';

/** How a picture is framed, in turn, so that scenes next to each other differ. */
const framings = ['wide view', 'close up', 'from above', 'in the distance', 'low horizon'] as const;
const mostThings = 4;
const mostPhrases = 2;

/** What the whole says, for scenes that say little of what can be seen. */
export type Theme = {
  readonly weights: WordWeights;
  /** What is most often named of what can be painted, most often first. */
  readonly things: readonly string[];
};

/** What a picture for a text shows: what can be painted of it, then its own words, then how it is framed. */
export function visualPrompt(text: string, theme: Theme, index: number): string {
  const named = pictureWordsIn(text).slice(0, mostThings);
  const things = named.length > 0 ? named : fallback(theme, index);
  const phrases = keyPhrases(text, theme.weights, mostPhrases).filter(
    (phrase) => !things.includes(phrase),
  );
  const framing = framings[index % framings.length] ?? framings[0];
  return [...things, ...phrases, framing].join(', ').slice(0, longestPrompt);
}

function fallback({ things }: Theme, index: number): string[] {
  const most = things.slice(0, 3);
  return most.length === 0 ? ['meadow', 'sky'] : [most[index % most.length] ?? 'meadow'];
}
