import { z } from 'zod';
import { enlargeFactors } from '../../../src-shared/jobs/edit-request';
import { defineCommand } from '../command';
import { priceEdit } from '../edit-options';
import { lookFields, lookOptions } from '../look-options';
import { makeFields, makeOptions, makeWork } from '../make-work';
import { startPicture } from '../start-picture';

const usualFactor = 2;
const { model, quality, batch } = lookOptions;

/** Enlarges and cleans a picture with a neural network (B1: image to image). */
export const refine = defineCommand({
  name: 'refine',
  summary: 'enlarge and clean a picture',
  usage: [`refine PICTURE [--factor ${enlargeFactors.join('|')}] [--out DIR] …`],
  words: { kind: 'ordered', names: ['picture'] },
  options: {
    factor: {
      kind: 'number',
      value: 'N',
      summary: `${enlargeFactors.join(', ')} times as large (${usualFactor})`,
    },
    model,
    quality,
    batch,
    ...makeOptions,
  },
  input: z.strictObject({
    picture: z.string().min(1).max(4096),
    factor: z.literal(enlargeFactors).optional(),
    model: lookFields.model,
    quality: lookFields.quality,
    batch: lookFields.batch,
    ...makeFields,
  }),
  async run(context, input) {
    return makeWork(context, input, async (card, batchId) => {
      const source = await startPicture(context, input.picture);
      if (source.kind !== 'picture') return source;
      const action = { kind: 'enlarge', factor: input.factor ?? usualFactor } as const;
      return priceEdit(card, input, source.picture, action, batchId);
    });
  },
});
