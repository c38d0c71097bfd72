import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../../src-shared/billing/card/quote';
import { noCredits } from '../../../src-shared/billing/credits';
import { instant } from '../../../src-shared/billing/instant';
import type { Facts } from '../../../src-shared/chat/facts';
import { chatFormSchema, pricedForm, requestOfForm } from '../../../src-shared/chat/form';
import { askGuide } from '../../../src-shared/chat/guide';
import { prepareForm } from '../../../src-shared/chat/prepare-form';
import { openWish } from '../../../src-shared/chat/wish';
import { checkRequest } from '../../../src-shared/jobs/request';
import { aiStudios, chatNow } from '../../helpers/cards';

const at = instant(0);

/** A workspace in which a plan has ended: nothing to spend, nothing renews. */
function emptyFacts(card: Facts['card']): Facts {
  return {
    at,
    timeZone: 'UTC',
    card,
    balance: { at, available: noCredits, held: noCredits, lots: [] },
    plan: {
      at,
      timeZone: 'UTC',
      plan: null,
      seats: [],
      workingSeat: 'seat-1',
      units: [],
      plans: [],
      addOns: [],
      packs: [],
    },
    forecast: { daysSeen: 0, usual: null, slow: null, fast: null, nextLapse: null, sentences: [] },
    queue: { paused: false, jobs: [], waitReasons: {} },
  };
}

const words = fc.constantFrom(
  ...'four 4 a an the watercolour oil ink images image pictures clip video clips of about a fox waves, cheap best premium basic 10 second seconds 99999 1080p 720p 512x512 0x0 9:16 0:0 vertical square storyboard enlarge times make paint draw me how much is are credits refund queue plan why when {a|b} {a|b|c|d} without people with the Swift model in as and half minute turn this picture into - : ; . ? ! webm'.split(
    ' ',
  ),
);
const anyMessage = fc.oneof(
  fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.tuple(words, fc.nat({ max: 3000 })).map(([word, times]) => `${word} `.repeat(times)),
);
const anyCard = fc.constantFrom(aiStudios, chatNow);

describe('whatever is said to the guide', () => {
  test('it answers with words, and a form that it fills can be priced and made', () => {
    fc.assert(
      fc.property(anyMessage, anyCard, (message, card) => {
        const { text, form } = askGuide(message, emptyFacts(card));
        expect(text.trim()).not.toBe('');
        if (form === null) return;
        expect(chatFormSchema.parse(form)).toEqual(form);
        expect(quote(card, pricedForm(card, form)).kind).toBe('quote');
        const request = requestOfForm(form, 7);
        const side = card.models.find(({ id }) => id === form.model)?.longestSide ?? 0;
        const unfit = request === null ? null : checkRequest(request, side);
        expect(unfit === null || unfit.code === 'prompt-empty' ? null : unfit).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});

test('B10 B11 whatever is wished for, the form can be priced', () => {
  const number = fc.oneof(
    fc.integer({ min: -5, max: 100_000 }),
    fc.double({ noNaN: true, min: 0, max: 1e6 }),
  );
  const side = fc.integer({ min: 1, max: 100_000 });
  const wish = fc.record({
    tool: fc.constantFrom('image', 'edit', 'video', 'image-to-video', 'storyboard'),
    prompt: fc.string({ maxLength: 3000 }),
    negativePrompt: fc.string({ maxLength: 3000 }),
    style: fc.option(fc.constantFrom('ink', 'oil', 'cubist')),
    count: fc.option(number),
    thrift: fc.constantFrom('cheap', 'balance', 'best'),
    quality: fc.option(fc.constantFrom('basic', 'premium')),
    model: fc.option(fc.constantFrom('Swift', 'image-grand', 'gone', '')),
    shape: fc.option(fc.record({ across: side, down: side })),
    size: fc.option(fc.record({ width: side, height: side })),
    lines: fc.option(fc.constantFrom(720, 1080)),
    seconds: fc.option(number),
    format: fc.option(fc.constantFrom('mp4', 'webm')),
    edit: fc.option(fc.constantFrom('restyle', 'vary', 'inside', 'extend', 'enlarge')),
    factor: fc.option(number),
  } as const);
  fc.assert(
    fc.property(wish, anyCard, (asked, card) => {
      const prepared = prepareForm(card, { ...openWish, ...asked });
      if (prepared.kind === 'impossible') return expect(prepared.reason).toMatch(/\.$/);
      expect(chatFormSchema.parse(prepared.form)).toEqual(prepared.form);
      expect(quote(card, pricedForm(card, prepared.form))).toMatchObject({
        kind: 'quote',
        quote: prepared.quote,
      });
    }),
    { numRuns: 2000 },
  );
});
