import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../src-renderer/chat/text-blocks';

test('paragraphs, lists and stressed words', () => {
  expect(blocksOf('You have **60 credits**.\n- one `x`\n* two\n\nDone')).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { kind: 'plain', text: 'You have ' },
        { kind: 'strong', text: '60 credits' },
        { kind: 'plain', text: '.' },
      ],
    },
    {
      kind: 'list',
      items: [
        [
          { kind: 'plain', text: 'one ' },
          { kind: 'code', text: 'x' },
        ],
        [{ kind: 'plain', text: 'two' }],
      ],
    },
    { kind: 'paragraph', spans: [{ kind: 'plain', text: 'Done' }] },
  ]);
});

test.each(['\n', '\r\n', '\r', '\u2028', '\u2029'])('%j ends a line', (end) => {
  expect(blocksOf(`One${end}-   two`)).toEqual([
    { kind: 'paragraph', spans: [{ kind: 'plain', text: 'One' }] },
    { kind: 'list', items: [[{ kind: 'plain', text: 'two' }]] },
  ]);
});

test.each([
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![](http://example.invalid/pixel.png)',
])('%s stays the text that it is', (text) =>
  expect(blocksOf(text)).toEqual([{ kind: 'paragraph', spans: [{ kind: 'plain', text }] }]),
);

test('no letter is lost, whatever the text', () => {
  const letters = (text: string) => text.replaceAll(/[\s*`•-]/g, '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const blocks = blocksOf(text);
      const spans = blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.spans : block.items.flat(),
      );
      expect(letters(spans.map((span) => span.text).join(''))).toBe(letters(text));
    }),
  );
});
