import { describe, expect, test } from 'vitest';
import { linesInSight, topOfLine, wordAt } from '../../../src-renderer/cards/text-lines';
import { readCardText } from '../../../src-shared/billing/card/card-text';
import { cardFiles } from '../../helpers/cards';

describe('what is selected of a problem', () => {
  const text = '{\n  "a b": "x \\" y",\n  "n": -2.5,\n  "l": [\n}';
  test.each([
    [2, 3, '"a b"'],
    [2, 10, '"x \\" y"'],
    [3, 8, '-2.5'],
    [4, 8, '['],
    [5, 1, '}'],
  ])('at line %d, column %d', (line, column, word) => {
    const { start, end } = wordAt(text, { line, column });
    expect(text.slice(start, end)).toBe(word);
  });
  test('past the end there is nothing', () => {
    expect(wordAt(text, { line: 99, column: 1 })).toEqual({ start: text.length, end: text.length });
  });
  test('is the figure that a card’s check complains of', () => {
    const card = JSON.stringify(cardFiles.chatnow, null, 2).replace(
      '"credits": 12,',
      '"credits": -12,',
    );
    const read = readCardText(card);
    if (read.kind === 'card') throw new Error('it was read');
    const [problem] = read.problems;
    if (problem === undefined) throw new Error('no problem');
    const { start, end } = wordAt(card, problem);
    expect(card.slice(start, end)).toBe('-12');
  });
});

describe('the lines in sight', () => {
  test('are those of the window, and a few around it', () => {
    const lines = linesInSight(topOfLine(500), 400, 10_000);
    expect(lines).toContain(500);
    expect(lines).toContain(520);
    expect(lines.length).toBeLessThan(50);
  });
  test('never go past either end', () => {
    expect(linesInSight(0, 400, 3)).toEqual([1, 2, 3]);
    expect(linesInSight(0, 0, 0)).toEqual([]);
  });
});
