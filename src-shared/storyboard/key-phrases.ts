import { isStopWord, stemOf, wordsOf } from './words';

const longestPhrase = 3;

/** How much each word keeps company with others, by its stem: what the phrases of a text are weighed by (RAKE). */
export type WordWeights = ReadonlyMap<string, number>;

/** Weighs the words of a whole text: the company a word keeps, by how often it comes. */
export function weighWords(texts: Iterable<string>): WordWeights {
  const counts = new Map<string, { times: number; company: number }>();
  for (const text of texts) {
    for (const phrase of phrasesIn(text)) {
      for (const word of phrase) {
        const stem = stemOf(word);
        const count = counts.get(stem) ?? { times: 0, company: 0 };
        const { times, company } = count;
        counts.set(stem, { times: times + 1, company: company + phrase.length });
      }
    }
  }
  return new Map([...counts].map(([stem, { times, company }]) => [stem, company / times]));
}

/** The phrases of a text that say most, best first, each once. */
export function keyPhrases(text: string, weights: WordWeights, most: number): string[] {
  const scored = new Map<string, number>();
  for (const phrase of phrasesIn(text)) {
    const words = phrase.slice(-longestPhrase);
    const score = words.reduce((sum, word) => sum + (weights.get(stemOf(word)) ?? 1), 0);
    scored.set(words.join(' '), score);
  }
  return [...scored]
    .sort(([, left], [, right]) => right - left)
    .slice(0, most)
    .map(([phrase]) => phrase);
}

/** The runs of words that no stop word, number or mark parts. */
function phrasesIn(text: string): string[][] {
  const phrases: string[][] = [];
  for (const piece of text.split(/[^\p{L}\p{N}\p{Zs}'’-]+/u)) {
    let phrase: string[] = [];
    for (const word of wordsOf(piece)) {
      if (isStopWord(word) || word.length < 3 || /^\d+$/.test(word)) {
        if (phrase.length > 0) phrases.push(phrase);
        phrase = [];
      } else phrase.push(word);
    }
    if (phrase.length > 0) phrases.push(phrase);
  }
  return phrases;
}
