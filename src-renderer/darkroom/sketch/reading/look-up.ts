import { lexicon, longestPhrase, type Meaning } from './lexicon';
import type { Token } from './tokenise';

export type Found = {
  readonly meaning: Meaning;
  /** As written. */
  readonly text: string;
  /** How many tokens it takes. */
  readonly length: number;
  readonly plural: boolean;
};

/** Words whose meaning as a plural is settled in the lexicon itself. */
const alwaysPlural = new Set([
  'foxes',
  'wolves',
  'oxen',
  'cattle',
  'mice',
  'geese',
  'octopuses',
  'men',
  'women',
  'children',
  'people',
  'crowd',
  'snowmen',
  'trees',
  'woods',
  'pines',
  'houses',
  'cottages',
  'oranges',
  'fungi',
  'cacti',
  'leaves',
  'clouds',
  'stones',
]);

/** The forms a plural may come from, likeliest first. */
export function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return [];
  const forms = [word.slice(0, -1)];
  if (word.endsWith('ies')) forms.unshift(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  return forms;
}

function meaningOf(phrase: string): { meaning: Meaning; plural: boolean } | undefined {
  const direct = lexicon.get(phrase);
  if (direct) return { meaning: direct, plural: alwaysPlural.has(phrase) };
  const space = phrase.lastIndexOf(' ') + 1;
  for (const form of singulars(phrase.slice(space))) {
    const meaning = lexicon.get(phrase.slice(0, space) + form);
    if (meaning) return { meaning, plural: true };
  }
  return undefined;
}

/** The longest phrase known to the lexicon that starts at `start`. */
export function lookUp(tokens: readonly Token[], start: number): Found | undefined {
  const words: string[] = [];
  for (let index = start; index < tokens.length && words.length < longestPhrase; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') break;
    words.push(token.text);
  }
  for (let length = words.length; length > 0; length -= 1) {
    const text = words.slice(0, length).join(' ');
    const found = meaningOf(text);
    if (found) return { ...found, text, length };
  }
  const digits = words[0];
  if (digits && /^\d{1,3}$/.test(digits)) {
    const count = Math.min(24, Math.max(1, Number(digits)));
    return {
      meaning: { kind: 'count', id: digits, count },
      text: digits,
      length: 1,
      plural: false,
    };
  }
  return undefined;
}
