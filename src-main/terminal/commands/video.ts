import { z } from 'zod';
import { clipInput, clipOptions, priceClip } from '../clip-options';
import { type CommandContext, defineCommand } from '../command';
import { makeFields, makeOptions, makeWork } from '../make-work';
import { startPicture } from '../start-picture';

const picture = z.string().min(1).max(4096).optional();

/** Makes clips from words, from one picture, or from a first to a last one (A2, B1). */
export const video = defineCommand({
  name: 'video',
  summary: 'make clips from a prompt, from one picture, or from a first and a last one',
  usage: [
    'video PROMPT [--seconds N] [--size 720p|1080p] [--ratio 16:9] [--format mp4|webm] [--out DIR] …',
    'video [PROMPT] --first PICTURE [--last PICTURE] …',
  ],
  words: { kind: 'joined', name: 'prompt' },
  options: {
    first: { kind: 'text', value: 'PICTURE', summary: 'the picture that the clip begins with' },
    last: { kind: 'text', value: 'PICTURE', summary: 'the picture that it ends with' },
    ...clipOptions,
    ...makeOptions,
  },
  input: clipInput.extend({ first: picture, last: picture, ...makeFields }),
  async run(context, input) {
    if (input.last !== undefined && input.first === undefined) {
      return { kind: 'usage', sentence: '--last needs a first picture too: --first PICTURE.' };
    }
    return makeWork(context, input, async (card, batchId) => {
      const first = await endOf(context, input.first);
      if (first !== null && first.kind !== 'picture') return first;
      const last = await endOf(context, input.last);
      if (last !== null && last.kind !== 'picture') return last;
      const ends = {
        first: first?.picture.sha256 ?? null,
        last: last?.picture.sha256 ?? null,
      };
      return priceClip(card, input, ends, batchId);
    });
  },
});

async function endOf(context: CommandContext, name: string | undefined) {
  return name === undefined ? null : startPicture(context, name);
}
