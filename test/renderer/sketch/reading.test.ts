import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../src-renderer/darkroom/sketch/reading/lexicon';
import { lookUp, singulars } from '../../../src-renderer/darkroom/sketch/reading/look-up';
import { readPrompt } from '../../../src-renderer/darkroom/sketch/reading/read-prompt';
import { tokenise } from '../../../src-renderer/darkroom/sketch/reading/tokenise';

const read = (prompt: string, negative = '') => readPrompt(prompt, negative);

describe('what a prompt says', () => {
  test('subjects, settings, weather, time and season', () => {
    const reading = read('A fox in the snowy forest at dusk, autumn, mist');
    expect(reading.subjects.map((it) => it.id)).toEqual(['fox']);
    expect(reading.settings).toEqual(['forest']);
    expect(reading.weather).toEqual(['snow', 'fog']);
    expect(reading.time).toBe('dusk');
    expect(reading.season).toBe('autumn');
  });

  test.each([
    ['three boats', 'boat', 3],
    ['a flock of sheep', 'sheep', 9],
    ['two foxes', 'fox', 2],
    ['7 owls', 'owl', 7],
    ['a pair of swans', 'swan', 2],
    ['a lone wolf', 'wolf', 1],
    ['foxes', 'fox', undefined],
    ['wolves', 'wolf', undefined],
    ['butterflies', 'butterfly', undefined],
    ['999 mice', 'mouse', 24],
  ])('"%s" is so many', (prompt, id, count) => {
    expect(read(prompt).subjects).toMatchObject([{ id, count }]);
  });

  test('a colour belongs to the thing after it, or to the whole picture', () => {
    const reading = read('a dark blue boat and a red house, in shades of teal');
    const [boat, house] = reading.subjects;
    expect(boat?.colours).toHaveLength(1);
    expect(house?.colours).toEqual([[200, 55, 45]]);
    expect(boat?.colours[0]?.[2] ?? 0).toBeLessThan(0xb0);
    expect(reading.colours).toEqual([[37, 128, 127]]);
  });

  test('an orange is a fruit, an orange boat is a colour', () => {
    expect(read('two oranges').subjects).toMatchObject([{ id: 'orange', count: 2 }]);
    expect(read('an orange boat').subjects).toMatchObject([
      { id: 'boat', colours: [[229, 130, 46]] },
    ]);
  });

  test('the longest phrase wins', () => {
    expect(read('hot air balloon').subjects.map((it) => it.id)).toEqual(['balloon']);
    expect(read('polar bear').subjects.map((it) => it.id)).toEqual(['polar bear']);
    expect(read('northern lights').features).toEqual(['aurora']);
  });

  test('style talk is understood by having no effect', () => {
    const plain = read('a fox');
    const wordy = read('a fox, masterpiece, 8k, oil painting, trending on artstation');
    expect(wordy.subjects).toEqual(plain.subjects);
    expect(wordy.unknown).toEqual([]);
    expect(wordy.abstract).toBe(false);
  });

  test('unknown words are told, not hidden', () => {
    expect(read('a zorgle in the snow').unknown).toEqual(['zorgle']);
  });
});

describe('what must not be there', () => {
  test.each(['no people', 'without people', 'not people'])('%s', (ban) => {
    const reading = read(`a street with a man, ${ban}`);
    expect(reading.subjects).toEqual([]);
    expect(reading.ruledOut).toEqual(['people']);
  });

  test('a ban reaches over "or" and ends at a comma', () => {
    const reading = read('a lake without boats or clouds, a swan');
    expect([...reading.excluded].sort()).toEqual(['boat', 'clouds']);
    expect(reading.subjects.map((it) => it.id)).toEqual(['swan']);
  });

  test('the negative prompt bans what it names, wherever the prompt names it', () => {
    const reading = read('a dog and a cat in the rain', 'cat, rain');
    expect(reading.subjects.map((it) => it.id)).toEqual(['dog']);
    expect(reading.weather).toEqual([]);
  });
});

describe('the lexicon', () => {
  test('has many hundreds of words', () => {
    expect(lexicon.size).toBeGreaterThan(1200);
  });

  test('every entry is reached by its own words', () => {
    const unreached = [...lexicon].filter(([phrase, meaning]) => {
      const found = lookUp(tokenise(phrase), 0);
      return found?.meaning !== meaning || found.text !== phrase;
    });
    expect(unreached).toEqual([]);
  });

  test('plurals come back to a singular', () => {
    expect(singulars('butterflies')).toContain('butterfly');
    expect(singulars('churches')).toContain('church');
    expect(singulars('wolves')).toContain('wolf');
    expect(singulars('grass')).toEqual([]);
  });
});

describe('hostile text', () => {
  test('markup, control and direction characters leave only words', () => {
    const reading = read('<img src=x onerror=alert(1)>\u202Efox\u0000\u200B <b>snow</b> ../../etc');
    expect(reading.subjects.map((it) => it.id)).toEqual(['fox']);
    expect(reading.weather).toEqual(['snow']);
    expect(reading.unknown).toEqual(['etc']);
  });

  test('names of object members are only words', () => {
    const reading = read('constructor __proto__ toString hasOwnProperty valueOf');
    expect(reading.subjects).toEqual([]);
    expect(reading.colours).toEqual([]);
    expect(reading.unknown).toContain('constructor');
  });

  test('any text has a reading, and always the same one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        fc.string(),
        (prompt, negative) => {
          expect(read(prompt, negative)).toEqual(read(prompt, negative));
        },
      ),
      { numRuns: 200 },
    );
  });
});
