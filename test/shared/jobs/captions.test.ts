import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCaptions, srtOf, vttOf } from '../../../src-shared/jobs/captions';

const scenes = [
  { caption: 'A fox sleeps.', seconds: 4 },
  { caption: '', seconds: 3 },
  { caption: 'It wakes\nand runs.', seconds: 5 },
];

test('SubRip: numbered, timed by the scenes, a scene without words left out', () => {
  expect(srtOf({ scenes })).toBe(
    [
      '1',
      '00:00:00,000 --> 00:00:04,000',
      'A fox sleeps.',
      '',
      '2',
      '00:00:07,000 --> 00:00:12,000',
      'It wakes',
      'and runs.',
      '',
    ].join('\r\n'),
  );
});

test('WebVTT: the same after its first line', () => {
  expect(vttOf({ scenes })).toBe(
    [
      'WEBVTT',
      '',
      '1',
      '00:00:00.000 --> 00:00:04.000',
      'A fox sleeps.',
      '',
      '2',
      '00:00:07.000 --> 00:00:12.000',
      'It wakes',
      'and runs.',
      '',
    ].join('\n'),
  );
});

test('times go on beyond a minute and an hour', () => {
  const long = Array.from({ length: 40 }, () => ({ caption: 'a', seconds: 100 }));
  expect(vttOf({ scenes: long })).toContain('01:05:00.000 --> 01:06:40.000');
});

describe('words are never taken for more than words', () => {
  test.each([
    ['1 --> 2', '1 --&gt; 2', '1 --\u200b> 2'],
    ['<b>fox</b> & co', '&lt;b&gt;fox&lt;/b&gt; &amp; co', '<\u200bb>fox<\u200b/b> & co'],
    ['{\\an8}fox', '{\\an8}fox', '{\u200b\\an8}fox'],
    ['a\n\n\nb', 'a\nb', 'a\r\nb'],
    ['a\u0000\u0007b', 'a b', 'a b'],
    ['السلام عليكم', 'السلام عليكم', 'السلام عليكم'],
  ])('%j', (caption, vtt, srt) => {
    const one = { scenes: [{ caption, seconds: 1 }] };
    expect(vttOf(one)).toContain(`\n${vtt}\n`);
    expect(srtOf(one)).toContain(`\r\n${srt}\r\n`);
  });

  test('whatever the captions, there are as many cues and time lines as captions', () => {
    const caption = fc.string({
      unit: fc.constantFrom('a', '\n', '\r', ' ', '-', '>', '<', '\u2028'),
    });
    const scene = fc.record({ caption, seconds: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 40 }), (any) => {
        const spoken = any.filter(({ caption: words }) => words.trim() !== '').length;
        const timeLine = /^\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}\r?$/gm;
        for (const text of [srtOf({ scenes: any }), vttOf({ scenes: any })]) {
          expect(text.match(timeLine) ?? []).toHaveLength(spoken);
          expect(text.match(/-->/g) ?? []).toHaveLength(spoken);
          expect(text.split(/\r?\n\r?\n/).filter((block) => /^\d+\r?\n/.test(block))).toHaveLength(
            spoken,
          );
        }
        expect(hasCaptions({ scenes: any })).toBe(spoken > 0);
      }),
    );
  });
});
