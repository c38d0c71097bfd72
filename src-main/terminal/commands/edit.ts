import { defineCommand } from '../command';
import {
  editActionOf,
  editContradiction,
  editInput,
  editOptions,
  priceEdit,
} from '../edit-options';
import { makeFields, makeOptions, makeWork } from '../make-work';
import { startPicture } from '../start-picture';

/** Makes pictures from a picture (B1: image to image). */
export const edit = defineCommand({
  name: 'edit',
  summary: 'make pictures from a picture: restyle, vary, change inside a mask, extend',
  usage: [
    'edit PICTURE [PROMPT] [--restyle | --vary] [--strength N] [--style STYLE] [--size WxH] …',
    'edit PICTURE PROMPT --inside --mask PICTURE [--strength N] …',
    'edit PICTURE [PROMPT] --extend 256 | left=256,right=128 …',
  ],
  words: { kind: 'joined', before: ['picture'], name: 'prompt' },
  options: { ...editOptions, ...makeOptions },
  input: editInput.extend(makeFields),
  async run(context, input) {
    const contradiction = editContradiction(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    return makeWork(context, input, async (card, batchId) => {
      const source = await startPicture(context, input.picture);
      if (source.kind !== 'picture') return source;
      const mask = input.mask === undefined ? null : await startPicture(context, input.mask);
      if (mask !== null && mask.kind !== 'picture') return mask;
      const action = editActionOf(input, mask?.picture.sha256 ?? null);
      return priceEdit(card, input, source.picture, action, batchId);
    });
  },
});
