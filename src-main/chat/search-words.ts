/** More words than these narrow a search no further. */
const mostWords = 8;
const excerptLength = 140;

/** A text as it is searched: in small letters, composed, whatever the database knows of either. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The words of a search, each once. */
export function wordsOf(text: string): string[] {
  const words = folded(text)
    .split(/[\s\p{C}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}

/** A pattern for LIKE … ESCAPE '\' that finds a word as it is, percent signs and underscores too. */
export function likePattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** The part of a text around the first of the words, on one line. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const places = words.map((word) => folded(plain).indexOf(word)).filter((place) => place >= 0);
  const middle = places.length === 0 ? 0 : Math.min(...places);
  const start = Math.max(0, middle - excerptLength / 3);
  const end = start + excerptLength;
  return `${start > 0 ? '…' : ''}${plain.slice(start, end).trim()}${end < plain.length ? '…' : ''}`;
}
