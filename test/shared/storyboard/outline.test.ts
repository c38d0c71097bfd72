import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../src-renderer/darkroom/sketch/reading/lexicon';
import { readPrompt } from '../../../src-renderer/darkroom/sketch/reading/read-prompt';
import { longestScene } from '../../../src-shared/jobs/assembly-request';
import { isBlank } from '../../../src-shared/jobs/look';
import { boardSchema } from '../../../src-shared/storyboard/board';
import {
  type DocumentPart,
  documentOf,
  documentTextSchema,
  longestDocumentText,
} from '../../../src-shared/storyboard/document-text';
import { boardOf, outlineSchema } from '../../../src-shared/storyboard/outline';
import { outlineDocument } from '../../../src-shared/storyboard/outline-document';
import { outlineTopic } from '../../../src-shared/storyboard/outline-topic';
import { pictureWords, pictureWordsIn } from '../../../src-shared/storyboard/picture-words';
import { rankSentences } from '../../../src-shared/storyboard/rank-sentences';
import { secondsToRead } from '../../../src-shared/storyboard/reading-time';
import { sentencesOf, shortened } from '../../../src-shared/storyboard/sentences';

const id = '0b8f4f0e-6f4e-4d0f-9a55-0a9d2a1c7b10';

/** A text that a person might drop: plain prose about something that can be seen, and something that can't. */
const paragraphs = [
  'The lighthouse at Skerryvore stands on a reef eleven miles from the coast. Dr. Alan Stevenson built it between 1838 and 1844.',
  'Every stone of the tower was cut on land and carried to the reef by ship. The masons lived in a wooden barrack on legs above the waves.',
  'A storm destroyed the first barrack in November 1838, and nobody was hurt. The second one stood until the tower was finished.',
  'Keepers tended the lamp for a hundred and fifty years. They wrote the weather into a book at every watch.',
  'In 1994 the lighthouse was automated and the last keepers left the tower. Its light still reaches ships twenty-six miles away.',
  'Responsibility for the station was transferred to a monitoring centre in Edinburgh. Accountability became a matter of procedure.',
];
const text = documentOf('The Skerryvore Lighthouse', [
  { kind: 'heading', text: 'The Skerryvore Lighthouse' },
  ...paragraphs.map((each): DocumentPart => ({ kind: 'paragraph', text: each })),
]);

const anyPart = fc.record({
  kind: fc.constantFrom('heading' as const, 'paragraph' as const),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.lorem({ maxCount: 12, mode: 'sentences' }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  ),
});

describe('the outline of a document', () => {
  const outline = outlineDocument(text);
  if (outline === null) throw new Error('the text has sentences');

  test('has the title first, then sentences of the document in their order', () => {
    expect(outline.scenes.length).toBeGreaterThanOrEqual(4);
    expect(outline.scenes.length).toBeLessThanOrEqual(12);
    expect(outline.title).toBe('The Skerryvore Lighthouse');
    const [first, ...others] = outline.scenes.map(({ caption }) => caption);
    expect(first).toBe(outline.title);
    const whole = paragraphs.join(' ');
    const places = others.map((caption) => whole.indexOf(caption.replace(/…$/, '')));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('describes pictures that Sketch understands', () => {
    for (const { prompt } of outline.scenes) {
      const { subjects, settings, plants, flowers, features, weather } = readPrompt(prompt, '');
      const seen = [...subjects, ...settings, ...plants, ...flowers, ...features, ...weather];
      expect(seen.length, prompt).toBeGreaterThan(0);
    }
  });

  test('describes them differently from scene to scene', () => {
    const prompts = outline.scenes.map(({ prompt }) => prompt);
    expect(new Set(prompts).size).toBe(prompts.length);
  });

  test('makes a board that can be kept', () => {
    expect(boardSchema.parse(boardOf(id, 'document', outline)).scenes.length).toBe(
      outline.scenes.length,
    );
  });

  test('exists for every text with a word, is in bounds, and is the same for the same text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        fc.array(anyPart, { maxLength: 30 }),
        (title, parts) => {
          const document = documentOf(title, parts);
          expect(documentTextSchema.safeParse(document).success).toBe(true);
          const made = outlineDocument(document);
          if (made === null) return;
          expect(outlineSchema.safeParse(made).success).toBe(true);
          expect(outlineDocument(document)).toEqual(made);
          expect(boardSchema.safeParse(boardOf(id, 'document', made)).success).toBe(true);
          expect(made.scenes.every(({ prompt }) => !isBlank(prompt))).toBe(true);
        },
      ),
    );
  });

  test('is none for an empty one', () => {
    expect(outlineDocument(documentOf('', []))).toBeNull();
  });

  test('takes from all of a long text, even one that says the same over and over', () => {
    const many = Array.from(
      { length: 3000 },
      (_, index) => `Ship number ${index} carried coal over the sea to harbour ${index}.`,
    );
    const long = documentOf(
      '',
      many.map((each): DocumentPart => ({ kind: 'paragraph', text: each })),
    );
    const made = outlineDocument(long);
    expect(made?.scenes.length).toBe(4);
  });
});

describe('the frame for a topic', () => {
  test('claims nothing: every telling caption is made of the topic’s own words', () => {
    const made = outlineTopic('the northern lights over Iceland.');
    expect(made?.title).toBe('The northern lights over Iceland');
    expect(made?.scenes.length).toBe(6);
    expect(made?.scenes[3]?.caption).toBe('A closer look: northern lights');
  });

  test('describes pictures that keep to the topic', () => {
    for (const { prompt } of outlineTopic('A fox and the moon')?.scenes ?? []) {
      expect(readPrompt(prompt, '').subjects.map((subject) => subject.id)).toContain('fox');
    }
  });

  test('is in bounds for every topic, and none for one without a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (topic) => {
        const made = outlineTopic(topic.slice(0, 200));
        expect(made !== null).toBe(/[\p{L}\p{N}]/u.test(topic.slice(0, 200)));
        if (made === null) return;
        expect(outlineSchema.safeParse(made).success).toBe(true);
        expect(boardSchema.safeParse(boardOf(id, 'topic', made)).success).toBe(true);
      }),
    );
  });
});

describe('reading a text', () => {
  test('every word that stands for a picture is one that Sketch can paint', () => {
    const unknown = [...pictureWords].filter((word) => {
      const kind = lexicon.get(word)?.kind;
      return kind === undefined || kind === 'filler' || kind === 'style talk';
    });
    expect(unknown).toEqual([]);
  });

  test('what can’t be seen is stood in for', () => {
    expect(pictureWordsIn('The economy and its ships')).toEqual(['city', 'ship']);
    expect(pictureWordsIn('responsibility')).toEqual([]);
  });

  test('words that belong together are read together', () => {
    expect(pictureWordsIn('The northern lights over New York, full moons')).toEqual([
      'northern lights',
      'new york',
      'full moon',
    ]);
  });

  test('titles, initials and figures end no sentence', () => {
    expect(sentencesOf('Dr. A. Stevenson paid 3.5 pounds. He left!')).toEqual([
      'Dr. A. Stevenson paid 3.5 pounds.',
      'He left!',
    ]);
  });

  test('a text of nothing but abbreviations has ends all the same', () => {
    const text = 'Dr. St. No. '.repeat(20_000);
    const sentences = sentencesOf(text);
    expect(sentences.length).toBeGreaterThan(100);
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(2_100);
    expect(sentences.join(' ')).toBe(text.trim());
  });

  test('an aside goes however much room is around it', () => {
    const room = ' '.repeat(300_000);
    expect(shortened(`The tower${room}(${room}tall${room})${room}stands${room}.`, 20)).toBe(
      'The tower stands .',
    );
  });

  test('a shortened sentence fits and is the beginning of the plain one', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 3, mode: 'sentences' }),
        fc.integer({ min: 20, max: 120 }),
        (sentence, most) => {
          const short = shortened(sentence, most);
          expect(short.length).toBeLessThanOrEqual(most);
          expect(sentence.startsWith(short.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });

  test('an aside goes before a clause does', () => {
    expect(shortened('The tower (as tall as a church) still stands on its reef.', 45)).toBe(
      'The tower still stands on its reef.',
    );
  });

  test('sentences that agree with many rank above those that stand alone', () => {
    const [one = 0, two = 0, alone = 0] = rankSentences([
      'The keeper lit the lamp of the tower.',
      'The lamp of the tower warned the ships.',
      'Bananas are yellow.',
    ]);
    expect(Math.min(one, two)).toBeGreaterThan(alone);
  });

  test('a longer caption never has less time, and always enough', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 10 }), (caption, more) => {
        const seconds = secondsToRead(caption);
        expect(seconds).toBeGreaterThanOrEqual(3);
        expect(secondsToRead(`${caption} ${more}`)).toBeGreaterThanOrEqual(seconds);
        const words = caption.split(' ').length;
        expect(seconds).toBeGreaterThanOrEqual(Math.min(longestScene, words / 2.5));
      }),
    );
  });

  test('a document is kept up to its limit and says that it went on', () => {
    const long = documentOf('', [{ kind: 'paragraph', text: 'a'.repeat(longestDocumentText + 5) }]);
    expect(long.cut).toBe(true);
    expect(long.parts[0]?.text.length).toBe(longestDocumentText);
    expect(documentTextSchema.safeParse(long).success).toBe(true);
  });
});
