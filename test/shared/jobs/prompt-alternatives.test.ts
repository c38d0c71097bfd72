import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkPrompts,
  mostAlternatives,
  promptsOf,
  spreadPrompt,
} from '../../../src-shared/jobs/prompt-alternatives';
import { requestOfOutput } from '../../../src-shared/jobs/request';
import { foxRequest } from '../../helpers/test-studio';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const words = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });

describe('what a template stands for', () => {
  test.each<[string, readonly string[]]>([
    ['a {red|blue} fox', ['a red fox', 'a blue fox']],
    ['{fox|owl} in {snow|rain}', ['fox in snow', 'fox in rain', 'owl in snow', 'owl in rain']],
    ['a { red | blue } fox', ['a red fox', 'a blue fox']],
    ['a {red|} fox', ['a red fox', 'a fox']],
    ['{|misty }fox', ['fox', 'mistyfox']],
    ['{a {red|blue} fox|an owl}', ['a red fox', 'an owl', 'a blue fox']],
    ['{a|{b|c}} fox', ['a fox', 'b fox', 'c fox']],
    ['a {red|red} fox', ['a red fox']],
  ])('%j', (template, prompts) => expect(promptsOf(template)).toEqual(prompts));

  test.each(['', 'a fox', 'a {red} fox', '{}', '{ }', 'a|b', 'a { b', '} a | b {', '{{}}'])(
    '%j is plain text',
    (prompt) => {
      expect(spreadPrompt(prompt)).toEqual({ kind: 'plain' });
      expect(promptsOf(prompt)).toBeNull();
    },
  );

  test('every combination, once, the first group changing slowest', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (groups) => {
        const template = groups.map((group) => `{${group.join('|')}}`).join(' and ');
        const combinations = groups.reduce<string[][]>(
          (all, group) => all.flatMap((start) => group.map((choice) => [...start, choice])),
          [[]],
        );
        expect(promptsOf(template)).toEqual(combinations.map((parts) => parts.join(' and ')));
      }),
    );
  });

  test('a hundred and no more, told before they are all written down', () => {
    const group = (size: number) =>
      `{${Array.from({ length: size }, (_, index) => `w${index}`).join('|')}}`;
    expect(promptsOf(group(mostAlternatives))).toHaveLength(mostAlternatives);
    expect(spreadPrompt(group(mostAlternatives + 1))).toEqual({ kind: 'too-many' });
    expect(spreadPrompt(group(10).repeat(150))).toEqual({ kind: 'too-many' });
    expect(promptsOf('{|}'.repeat(600))).toEqual(['']);
  });

  test('any text is answered, and what it stands for has no alternatives left', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '|', 'a', ' ', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(text, (template) => {
        for (const prompt of promptsOf(template) ?? []) {
          expect(promptsOf(prompt)).toBeNull();
          expect(prompt).toBe(prompt.trim());
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a batch shares the alternatives out evenly', () => {
  const check = (prompt: string, count: number) => checkPrompts({ prompt }, count);

  test('a count that they divide is welcome, any other is refused with both figures', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 100 }), (group, count) => {
        const problem = check(`a {${group.join('|')}}`, count);
        const prompts = group.length;
        if (count % prompts === 0) expect(problem).toBeNull();
        else expect(problem).toEqual({ code: 'count-uneven', count, prompts });
      }),
    );
  });

  test('too many are refused with the limit', () =>
    expect(check('{a|b|c|d|e|f|g|h|i|j}'.repeat(3), 100)).toEqual({
      code: 'too-many-alternatives',
      limit: 100,
    }));

  test('each prompt comes as often as the others, its seeds one after the other', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 8 }), (group, rounds) => {
        const prompts = promptsOf(`{${group.join('|')}}`);
        const outputs = Array.from({ length: group.length * rounds }, (_, index) =>
          requestOfOutput(foxRequest, index, prompts),
        );
        for (const choice of group) {
          const seeds = outputs.filter(({ prompt }) => prompt === choice).map(({ seed }) => seed);
          expect(seeds).toEqual(
            Array.from({ length: rounds }, (_, round) => foxRequest.seed + round),
          );
        }
      }),
    );
  });
});
