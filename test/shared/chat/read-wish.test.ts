import { describe, expect, test } from 'vitest';
import type { ChatForm } from '../../../src-shared/chat/form';
import { prepareForm } from '../../../src-shared/chat/prepare-form';
import { readWish } from '../../../src-shared/chat/read-wish';
import { aiStudios, chatNow } from '../../helpers/cards';

type Case = readonly [words: string, form: Partial<ChatForm>, aiStudios: number, chatNow: number];

function prepared(words: string, card: typeof aiStudios) {
  const wish = readWish(words);
  if (wish === null) throw new Error(`not understood: ${words}`);
  const form = prepareForm(card, wish);
  if (form.kind === 'impossible') throw new Error(form.reason);
  return form;
}

describe('a plain request becomes a form with its price, on both cards', () => {
  const cases: readonly Case[] = [
    [
      'four watercolour images of a fox, cheap',
      { tool: 'image', prompt: 'a fox', style: 'watercolour', count: 4 },
      4,
      8,
    ],
    [
      'a 10 second vertical clip of waves at night in 1080p',
      {
        tool: 'video',
        prompt: 'waves at night',
        seconds: 10,
        width: 1080,
        height: 1920,
        format: 'mp4',
      },
      10,
      140,
    ],
    ['storyboard about bees', { tool: 'storyboard', prompt: 'bees', count: 6 }, 0, 24],
    [
      'a premium storyboard with 8 scenes about the moon',
      { tool: 'storyboard', prompt: 'the moon', count: 8, quality: 'premium' },
      8,
      48,
    ],
    ['enlarge this picture three times', { tool: 'edit', edit: 'enlarge', factor: 3 }, 1, 5],
    ['Enlarge it 4x, cheap', { tool: 'edit', edit: 'enlarge', factor: 4 }, 1, 3],
    [
      'paint a fox in watercolour',
      { tool: 'image', prompt: 'a fox', style: 'watercolour', count: 1 },
      1,
      4,
    ],
    [
      'Could you please make me six pictures of a red house, best quality, square?',
      { prompt: 'a red house', count: 6, quality: 'premium', width: 1024, height: 1024 },
      6,
      72,
    ],
    ['draw two cats without hats', { prompt: 'two cats', negativePrompt: 'hats', count: 1 }, 1, 4],
    [
      'a dozen ink drawings of ships at sea',
      { style: 'ink', count: 12, prompt: 'ships at sea' },
      12,
      48,
    ],
    [
      'I want a 30 second webm clip of rain on a window, premium',
      { seconds: 30, format: 'webm', quality: 'premium' },
      30,
      540,
    ],
    [
      'two 9:16 clips of fire, cheapest',
      { count: 2, width: 720, height: 1280, seconds: 5 },
      10,
      76,
    ],
    ['a clip of snow for half a minute', { prompt: 'snow', seconds: 30 }, 30, 420],
    ['film a storm for 7 seconds', { tool: 'video', prompt: 'a storm', seconds: 7 }, 7, 98],
    ['three 512x512 images of a cat', { count: 3, width: 512, height: 512 }, 3, 12],
    [
      'Generate 3 images: sunset over the sea, wide',
      { prompt: 'sunset over the sea', width: 1024, height: 576 },
      3,
      12,
    ],
    ['a charcoal portrait of my aunt', { prompt: 'portrait of my aunt', style: 'charcoal' }, 1, 4],
    [
      'an image of a lake in the style of stained glass',
      { prompt: 'a lake', style: 'stained-glass' },
      1,
      4,
    ],
    [
      'five spooky ink drawings of a {cat|dog}',
      { prompt: 'a {cat|dog}, spooky', count: 5 },
      10,
      40,
    ],
    ['turn this photo into a woodcut', { tool: 'edit', edit: 'restyle', style: 'woodcut' }, 1, 5],
    ['vary my picture', { tool: 'edit', edit: 'vary' }, 1, 5],
    [
      'replace the sky in this picture with stars',
      { tool: 'edit', edit: 'inside', prompt: 'stars' },
      1,
      5,
    ],
    ['extend the canvas of this picture', { tool: 'edit', edit: 'extend' }, 1, 5],
    ['animate this picture for 10 seconds', { tool: 'image-to-video', seconds: 10 }, 10, 160],
  ];
  test.each(cases)('%s', (words, form, onAiStudios, onChatNow) => {
    const first = prepared(words, aiStudios);
    expect(first.form).toMatchObject(form);
    expect(first.quote.total).toBe(onAiStudios);
    expect(prepared(words, chatNow).quote.total).toBe(onChatNow);
  });
});

describe('what only looks like a word of the making stays in the prompt', () => {
  test.each([
    ['a picture of a square in Rome', 'a square in Rome'],
    ['an image of best friends', 'best friends'],
    ['an image of an oil lamp', 'an oil lamp'],
    ['a picture of a flat landscape', 'a flat landscape'],
    ['paint a portrait of a free man', 'portrait of a free man'],
  ])('%s', (words, prompt) => expect(readWish(words)?.prompt).toBe(prompt));
});

describe('what is wished for and can’t be had is said', () => {
  test.each([
    ['a two minute clip of a river', { seconds: 60 }, /up to 60/],
    ['1000 images of a fox', { count: 100 }, /At most 100/],
    [
      'a 5000x100 image of a fence',
      { width: 2048, height: 683, model: 'image-grand' },
      /nearest that can/,
    ],
    ['enlarge it 8 times', { factor: 4 }, /enlarged 2, 3, 4 times/],
    ['a picture of a lake with the Titan model', { prompt: 'a lake' }, /no model «Titan»/],
    [
      'a cheap vertical 1080p clip of rain with the Swift Motion model',
      { width: 720, height: 1280 },
      /720p it is/,
    ],
  ])('%s', (words, form, note) => {
    const made = prepared(words, chatNow);
    expect(made.form).toMatchObject(form);
    expect(made.notes.join(' ')).toMatch(note);
  });
});

describe('talk about the account is no wish', () => {
  test.each([
    'show me the price of an image',
    'show me my balance',
    'give me a refund',
    'images are nice',
    'a fox in the snow',
    'how many pictures can I make',
  ])('%s', (words) => expect(readWish(words)).toBeNull());
});
