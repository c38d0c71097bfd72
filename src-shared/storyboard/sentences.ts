/** What ends with a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|vs|etc|e\.g|i\.e|cf|fig|approx|ca|inc|ltd|jr|sr|[a-z])\.$/i;
/** An abbreviation and what stands before it are no longer, in characters. */
const longestTail = 16;
/** What goes on for so many characters is no sentence: it ends at the next stop, whatever that ends. */
const longestSentence = 2_000;

/** The sentences of a text, as they stand in it. */
export function sentencesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentences: string[] = [];
  let begun = '';
  for (const { segment } of segmenter.segment(text)) {
    begun += segment;
    const tail = begun.trimEnd().slice(-longestTail);
    if (begun.length < longestSentence && abbreviation.test(tail)) continue;
    sentences.push(begun.trim());
    begun = '';
  }
  sentences.push(begun.trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** A sentence made to fit, by leaving out asides, then later clauses, then later words. */
export function shortened(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence;
  const plain = sentence
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?[([][^()[\]]*[)\]]/g, '')
    .trim();
  if (plain.length <= most) return plain;
  const clause = lastBreak(plain, most, /[;:,–—](?=\s)/g);
  // Less than half a caption would say too little.
  const end = clause >= most / 2 ? clause : lastBreak(plain, most, /\s/g);
  const kept = plain.slice(0, end > 0 ? end : most - 1);
  return `${kept.replace(/[\s,;:–—\p{Cs}]+$/u, '')}…`;
}

/** The last place before `most` where the pattern stands; 0 where it does not. */
function lastBreak(text: string, most: number, pattern: RegExp): number {
  let last = 0;
  for (const { index } of text.matchAll(pattern)) {
    if (index >= most) break;
    last = index;
  }
  return last;
}
