const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const;

const words: ReadonlyMap<string, number> = new Map<string, number>([
  ...ones.map((word, number): [string, number] => [word, number]),
  ['a', 1],
  ['an', 1],
  ['single', 1],
  ['couple', 2],
  ['pair', 2],
  ['few', 3],
  ['several', 4],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['dozen', 12],
  ['hundred', 100],
]);

/** What a number can look like in a sentence, as a part of a pattern with no groups. */
export const numberPattern = String.raw`\d{1,6}(?:\.\d{1,3})?|${[...words.keys()].join('|')}`;

/** The number that a word or some digits stand for; null when it is none. */
export function numberOf(text: string): number | null {
  const known = words.get(text.toLowerCase());
  if (known !== undefined) return known;
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}

/** Small numbers as words, as a sentence begins with them: «four», «25». */
export function numberWord(number: number): string {
  return ones[number] ?? number.toLocaleString('en');
}
