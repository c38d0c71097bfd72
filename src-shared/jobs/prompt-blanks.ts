/** A blank of a template: a word or a few in square brackets, such as `[subject]`. */
const blank = /\[(\p{L}[\p{L}\p{N} -]{0,31})\]/gu;

/** What stands in the blanks, by their names. */
export type BlankValues = Readonly<Record<string, string>>;

/** The names of a template's blanks in the order in which they stand, each once. */
export function blanksOf(template: string): string[] {
  return [...new Set([...template.matchAll(blank)].map(([, name = '']) => name))];
}

/** The prompt that a template becomes; a blank that holds nothing stays as it is. */
export function fillBlanks(template: string, values: BlankValues): string {
  return template.replaceAll(blank, (whole, name: string) => valueIn(values, name) || whole);
}

export type BlanksRefusal = { readonly code: 'blank-empty'; readonly blank: string };

/** Whether every blank is filled in; null when it is. A prompt with a blank would be paid for to no use. */
export function checkBlanks(template: string, values: BlankValues): BlanksRefusal | null {
  const empty = blanksOf(template).find((name) => valueIn(values, name) === '');
  return empty === undefined ? null : { code: 'blank-empty', blank: empty };
}

function valueIn(values: BlankValues, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
}
