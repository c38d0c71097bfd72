import { describe, expect, test } from 'vitest';
import { blanksOf, checkBlanks, fillBlanks } from '../../../src-shared/jobs/prompt-blanks';

describe('the blanks of a template', () => {
  test('are found once each, in their order', () =>
    expect(blanksOf('A [subject] in [old place], [subject] again')).toEqual([
      'subject',
      'old place',
    ]));
  test.each(['[]', '[ ]', '[1]', '[a|b]', '[a, b]', `[${'x'.repeat(40)}]`, 'a] b ['])(
    '%s is plain text',
    (text) => {
      expect(blanksOf(text)).toEqual([]);
      expect(checkBlanks(text, {})).toBeNull();
    },
  );
  test('are filled everywhere they stand, alternatives included', () =>
    expect(fillBlanks('A [x] and a [x] in [y]', { x: '{cat|dog}', y: ' fog ' })).toBe(
      'A {cat|dog} and a {cat|dog} in fog',
    ));
  test('fill in once: what was filled in is text', () =>
    expect(fillBlanks('A [x]', { x: '[y] $& $1', y: 'no' })).toBe('A [y] $& $1'));
  test('that hold nothing are told by their name and stay', () => {
    expect(checkBlanks('A [x] in [y]', { x: 'cat', y: ' ' })).toEqual({
      code: 'blank-empty',
      blank: 'y',
    });
    expect(fillBlanks('A [x] in [y]', { x: 'cat' })).toBe('A cat in [y]');
  });
  test('are no names that every object has', () => {
    expect(fillBlanks('A [constructor]', {})).toBe('A [constructor]');
    expect(checkBlanks('A [toString]', {})).toMatchObject({ blank: 'toString' });
  });
});
