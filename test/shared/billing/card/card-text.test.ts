import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CardText,
  longestCardText,
  mostProblems,
  readCardText,
} from '../../../../src-shared/billing/card/card-text';
import { cardFiles, chatNow } from '../../../helpers/cards';

const good = JSON.stringify(cardFiles.chatnow, null, 2);

/** The good card with one piece of its text replaced; the piece must be there. */
function altered(piece: string, replacement: string): string {
  expect(good).toContain(piece);
  return good.replace(piece, replacement);
}

function problemsOf(read: CardText) {
  if (read.kind === 'card') throw new Error('it was read as a card');
  return read.problems;
}

/** Line and column of a piece of a text, from 1. */
function placeOf(text: string, piece: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

describe('a card that is well', () => {
  test.each(Object.entries(cardFiles))('%s is read as its file says it', (_, file) =>
    expect(readCardText(JSON.stringify(file))).toEqual({ kind: 'card', card: file }),
  );
  test('with a byte order mark, CR LF and tabs it is the same card', () => {
    const windows = `\uFEFF${JSON.stringify(cardFiles.chatnow, null, '\t').replaceAll('\n', '\r\n')}`;
    expect(readCardText(windows)).toEqual({ kind: 'card', card: chatNow });
  });
  test('what the provider asks may be said, in whole millionths of a dollar', () => {
    const text = altered('"unit": "image"', '"unit": "image", "providerCost": 2500');
    const read = readCardText(text);
    if (read.kind === 'invalid') throw new Error('invalid');
    expect(read.card.prices.map((price) => price.providerCost).slice(0, 2)).toEqual([
      2500,
      undefined,
    ]);
  });
  test('-0 is nothing else than 0', () => {
    const read = readCardText(altered('"priceCents": 0', '"priceCents": -0'));
    expect(read).toEqual({ kind: 'card', card: chatNow });
  });
});

describe('a figure that cannot be is told at its line and column', () => {
  const price = '"credits": 2,';
  test.each([
    ['negative', '-1', 'must be at least 0; -1 is less'],
    ['fractional', '0.5', 'must be a whole number; 0.5 is not'],
    ['huge', '2000000000', 'must be at most 1,000,000,000; 2000000000 is more'],
    ['beyond all counting', '1e300', 'must be at most 1,000,000,000; 1e+300 is more'],
    ['infinite', '1e400', 'must be a number; a number of that size is not'],
    ['a text', '"2"', 'must be a number; «2» is not'],
    ['null', 'null', 'must be a number; null is not'],
    ['a list', '[2]', 'must be a number; a list is not'],
    ['a group', '{}', 'must be a number; a group of fields is not'],
    ['yes', 'true', 'must be a number; true is not'],
  ])('%s', (_, value, message) => {
    const text = altered(price, `"credits": ${value},`);
    const { line, column } = placeOf(text, `"credits": ${value},`);
    expect(problemsOf(readCardText(text))).toEqual([
      { path: 'prices.0.credits', message, line, column: column + '"credits": '.length },
    ]);
  });
  test('missing: at the group of fields that lacks it', () => {
    const text = altered(`${price}\n`, '\n');
    expect(problemsOf(readCardText(text))).toEqual([
      {
        path: 'prices.0.credits',
        message: 'is missing',
        ...placeOf(text, '{\n      "tool": "image"'),
      },
    ]);
  });
  test('a provider’s cost of a fraction', () => {
    const text = altered('"unit": "image"', '"unit": "image", "providerCost": 0.0025');
    expect(problemsOf(readCardText(text))).toEqual([
      {
        path: 'prices.0.providerCost',
        message: 'must be a whole number; 0.0025 is not',
        ...placeOf(text, '0.0025'),
      },
    ]);
  });
});

describe('what a field must be is said in words', () => {
  test.each([
    ['"schema": 1', '"schema": 2', 'schema', 'must be 1; 2 is not'],
    ['"currency": "USD"', '"currency": "EUR"', 'currency', 'must be USD; «EUR» is not'],
    [
      '"version": "2026-11-01"',
      '"version": "latest"',
      'version',
      'must be a day like 2026-11-01, with .2, .3 … for further versions of that day; «latest» is not',
    ],
    [
      '"version": "2026-11-01"',
      '"version": "2026-02-30"',
      'version',
      'must start with a day; there is no 2026-02-30',
    ],
    [
      '"version": "2026-11-01"',
      '"version": "2026-11-01.12345678901234567890"',
      'version',
      'must have at most 6 digits after the day',
    ],
    [
      '"id": "chatnow"',
      '"id": "../chatnow"',
      'id',
      'must be an id of small letters, digits and hyphens, at most 64 of them; «../chatnow» is not',
    ],
    [
      '"metering": "metered"',
      '"metering": "often"',
      'tools.0.metering',
      'must be one of metered, free, quality; «often» is none of them',
    ],
    [
      '"everyMonths": 1',
      '"everyMonths": 3',
      'plans.0.monthly.grant.everyMonths',
      'must be one of 1, 12; 3 is none of them',
    ],
    [
      '"kind": "none"',
      '"kind": "some"',
      'plans.0.rollover.kind',
      'must be one of none, all, capped, cycles; «some» is none of them',
    ],
    ['"name": "Image"', '"name": ""', 'tools.0.name', 'must have at least 1 character; 0 is less'],
    [
      '"qualities": ["basic"]',
      '"qualities": []',
      'models.0.qualities',
      'must list at least 1; 0 is less',
    ],
    [
      '"tool": "image"',
      '"tool": "avatar-video"',
      'prices.0.tool',
      'there is no tool «avatar-video»',
    ],
  ])('%s → %s', (piece, replacement, path, message) => {
    const text = JSON.stringify(cardFiles.chatnow, null, 1)
      .replaceAll(/\[\s+("[\w-]+")\s+\]/g, '[$1]')
      .replace(piece, replacement);
    const problem = problemsOf(readCardText(text)).find((each) => each.path === path);
    expect(problem).toMatchObject({ path, message });
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain(replacement.split(': ')[0]);
  });
});

describe('names of fields', () => {
  test('one that no card has is told at its name', () => {
    const text = altered('"currency"', '"discount": 5,\n  "currency"');
    expect(problemsOf(readCardText(text))).toEqual([
      {
        path: 'discount',
        message: 'a rate card has no field «discount» here',
        ...placeOf(text, '"discount"'),
      },
    ]);
  });
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    '%s is such a name, and changes nothing',
    (name) => {
      const text = altered('"per": 1', `"${name}": { "credits": 7 }, "per": 1`);
      expect(problemsOf(readCardText(text))).toEqual([
        {
          path: `prices.0.${name}`,
          message: `a rate card has no field «${name}» here`,
          ...placeOf(text, `"${name}"`),
        },
      ]);
      expect({}).not.toHaveProperty('credits');
    },
  );
  test('one that is there twice is told with the line of the first', () => {
    const text = altered('"credits": 2,', '"credits": 2,\n      "credits": 3,');
    const first = placeOf(text, '"credits": 2,');
    expect(problemsOf(readCardText(text))).toEqual([
      {
        path: 'prices.0.credits',
        message: `is there already, on line ${first.line}; keep one of them`,
        line: first.line + 1,
        column: first.column,
      },
    ]);
  });
  test('an empty one, and one with dots and breaks in it, do not lose their place', () => {
    const text = altered('"per": 1', '"": 1, "a.b\\nc": 1, "per": 1');
    expect(problemsOf(readCardText(text)).map(({ message, line }) => ({ message, line }))).toEqual([
      { message: 'a rate card has no field «» here', line: placeOf(text, '"": 1').line },
      { message: 'a rate card has no field «a.b c» here', line: placeOf(text, '"": 1').line },
    ]);
  });
});

describe('text that is no JSON is told where it goes wrong', () => {
  test.each([
    ['', 'is empty', 1, 1],
    [
      '{\n  "id": ,\n}',
      'a value is missing before «,»; after the last one of a list no comma follows',
      2,
      9,
    ],
    ['{\n  "id" "x"\n}', 'a colon is missing before «"x"»', 2, 8],
    ['{\n  "id": 1\n  "name": 2\n}', 'a comma is missing before «"name"»', 3, 3],
    [
      '{\r\n  "id": 1,\r\n}',
      'the name of a field in "…" is missing before «}»; after the last field no comma follows',
      3,
      1,
    ],
    ['{ "id": 1', 'a closing } is missing here, where the text ends', 1, 10],
    ['[1, 2', 'a closing ] is missing here, where the text ends', 1, 6],
    ['{} {}', 'the card ends before this, but «{» follows', 1, 4],
    ['{ "id": yes }', '«yes» is no value; texts stand in "…"', 1, 9],
    ['{ "id": NaN }', '«NaN» is no value; texts stand in "…"', 1, 9],
    ['{ // a word\n}', 'comments are not allowed in JSON; take it out', 1, 3],
    ['{ "id": "x }', 'the text has no closing " on its line', 1, 9],
    ['{ "id": "\\x" }', 'after \\ one of " \\ / b f n r t u must follow', 1, 9],
    ['{ "id": "\\u12" }', 'after \\u four hexadecimal digits must follow', 1, 9],
    [
      '{ "id": "\u0001" }',
      'a control character is not allowed in a text; write it as \\n, \\t or \\u…',
      1,
      9,
    ],
  ])('%j', (text, message, line, column) => {
    expect(problemsOf(readCardText(text))[0]).toEqual({ path: 'text', message, line, column });
  });
  test.each(['null', 'true', '7', '"card"', '[]', '[{}]'])('%s is JSON, but no card', (text) => {
    const [problem] = problemsOf(readCardText(text));
    expect(problem).toMatchObject({ path: 'card', line: 1, column: 1 });
    expect(problem?.message).toMatch(/^must be a group of fields in \{ \}; .+ is not$/);
  });
});

describe('a hostile text is refused and does no harm', () => {
  const long = longestCardText;
  test.each<[string, string]>([
    ['a million brackets', '['.repeat(long)],
    ['a million braces', '{"a":'.repeat(long / 5)],
    ['a million commas', `[${','.repeat(long - 1)}`],
    ['a million quotes', '"'.repeat(long)],
    ['a million of one letter', 'x'.repeat(long)],
    ['a million backslashes', `"${'\\'.repeat(long - 1)}`],
    ['a million line ends', '\n'.repeat(long)],
    ['a hundred thousand repeated keys', `{${'"a":1,'.repeat(100_000)}"a":1}`],
    [
      'a hundred thousand unknown keys',
      `{${Array.from({ length: 90_000 }, (_, n) => `"k${n}":0`).join(',')}}`,
    ],
    ['a number of a million digits', '9'.repeat(long)],
    ['one character too many', ' '.repeat(long + 1)],
  ])('%s', (_, text) => {
    const problems = problemsOf(readCardText(text));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(mostProblems + 1);
    for (const { message } of problems) expect(message.length).toBeLessThan(200);
  });
  test('nesting is told where it goes too deep', () =>
    expect(problemsOf(readCardText(`{\n"a": ${'['.repeat(40)}`))).toEqual([
      {
        path: 'text',
        message: 'is nested more than 32 levels deep; no card is',
        line: 2,
        column: 37,
      },
    ]));
  test('brackets inside a text are no nesting', () => {
    const text = altered('"Chat is never', `"${'[{'.repeat(100)}\\"[[ Chat is never`);
    expect(readCardText(text).kind).toBe('card');
  });
  test('when there is more wrong than anybody reads, it is said how much', () => {
    const problems = problemsOf(readCardText(`[${'1 '.repeat(99)}1]`));
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)?.message).toBe(
      `from here on there are ${99 - mostProblems} more problems`,
    );
  });
});

test('no change of a character makes reading throw, and whatever is refused has places in the text', () => {
  const lines = good.split('\n');
  fc.assert(
    fc.property(
      fc.nat(good.length - 1),
      fc.nat(12),
      fc.oneof(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '-', '1e999', '\n'),
        fc.string(),
      ),
      (at, length, inserted) => {
        const read = readCardText(good.slice(0, at) + inserted + good.slice(at + length));
        if (read.kind === 'card') return;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { line, column, message, path } of read.problems) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.length + inserted.length + 1);
          expect(column).toBeGreaterThan(0);
          expect(message && path).not.toBe('');
          expect(message).not.toMatch(/undefined|\[object|Invalid|expected/);
        }
      },
    ),
    { numRuns: 400 },
  );
});
