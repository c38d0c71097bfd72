import type { z } from 'zod';

/** One thing wrong with a card: where in its data, and what, as the end of «place: …». */
export type CardFault = {
  readonly place: readonly (string | number)[];
  readonly message: string;
  /** It is the field's name that is wrong, not its value. */
  readonly isName?: boolean;
};

type Issue = z.core.$ZodIssue;

/** What the schema found, in words a person understands; one fault a place. */
export function faultsOf(issues: readonly Issue[]): CardFault[] {
  const faults = new Map<string, CardFault>();
  for (const fault of issues.flatMap(faultsOfIssue)) {
    // The last word on a place is the card's own limit; before it comes what no number may exceed.
    faults.set(JSON.stringify(fault.place), fault);
  }
  return [...faults.values()];
}

function faultsOfIssue(issue: Issue): CardFault[] {
  const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      place: [...place, key],
      message: `a rate card has no field «${shortened(key)}» here`,
      isName: true,
    }));
  }
  return [{ place, message: messageOf(issue) }];
}

function messageOf(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): string {
  const value = valueAt(issue);
  if (value === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}; ${told(value)} is not`;
    case 'invalid_value':
      return notOneOf(issue.values.map(String), value);
    case 'invalid_union':
      return notOneOf(optionsOf(issue), value);
    case 'too_small':
      return `must ${bound(issue.origin, 'least', Number(issue.minimum))}; ${amount(issue.origin, value)} is less`;
    case 'too_big':
      return `must ${bound(issue.origin, 'most', Number(issue.maximum))}; ${amount(issue.origin, value)} is more`;
    case 'invalid_format':
      return `${issue.message}; ${told(value)} is not`;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  array: 'a list in [ ]',
  object: 'a group of fields in { }',
};

/** What stands in the place; a union tells of its deciding field, but is asked with the whole group. */
function valueAt(issue: Issue): unknown {
  const { input } = issue;
  if (issue.code !== 'invalid_union' || typeof input !== 'object' || input === null) return input;
  const field = issue.path.at(-1);
  return field === issue.discriminator && field !== undefined ? Reflect.get(input, field) : input;
}

function optionsOf(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  if ('options' in issue) return (issue.options ?? []).map(String);
  return issue.errors.flat().flatMap((each) => {
    return each.code === 'invalid_value' ? each.values.map(String) : [];
  });
}

function notOneOf(options: readonly string[], value: unknown): string {
  if (options.length === 1) return `must be ${options[0]}; ${told(value)} is not`;
  return `must be one of ${options.join(', ')}; ${told(value)} is none of them`;
}

function bound(origin: string, which: 'least' | 'most', limit: number): string {
  const figure = `at ${which} ${limit.toLocaleString('en')}`;
  if (origin === 'string') return `have ${figure} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `list ${figure}`;
  return `be ${figure}`;
}

function amount(origin: string, value: unknown): string {
  const counted = origin === 'string' || origin === 'array';
  if (typeof value === 'string' && counted) return value.length.toLocaleString('en');
  if (Array.isArray(value)) return value.length.toLocaleString('en');
  return told(value);
}

const longestQuote = 40;

/** A value as one would say it in a sentence. */
function told(value: unknown): string {
  if (typeof value === 'string') return `«${shortened(value)}»`;
  if (value === Infinity) return 'a number of that size';
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'a group of fields' : String(value);
}

function shortened(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote)}…` : plain;
}
