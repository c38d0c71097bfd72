import { z } from 'zod';
import { defineCommand } from '../command';
import { contradictionIn, imageInput, imageOptions, priceImage } from '../image-options';
import { makeFields, makeOptions, makeWork } from '../make-work';

/** Makes pictures from words (A1, B1); a prompt with `{a|b}` stands for several. */
export const generate = defineCommand({
  name: 'generate',
  summary: 'make pictures from a prompt',
  usage: ['generate PROMPT [--count N] [--style STYLE] [--size WxH] [--seed N] [--out DIR] …'],
  words: { kind: 'joined', name: 'prompt' },
  options: { ...imageOptions, ...makeOptions },
  input: imageInput.extend({ prompt: z.string(), ...makeFields }),
  async run(context, input) {
    const contradiction = contradictionIn(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    return makeWork(context, input, (card, batchId) => priceImage(card, input, batchId));
  },
});
