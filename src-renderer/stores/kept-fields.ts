import { z } from 'zod';
import { qualities } from '../../src-shared/billing/card/rate-card';
import { cameraMoves, clipFormats, clipSizes } from '../../src-shared/jobs/clip-request';
import { editKinds, enlargeFactors } from '../../src-shared/jobs/edit-request';
import { longestPrompt, pictureHash, styleIds } from '../../src-shared/jobs/look';
import {
  clipStarts,
  type DraftFields,
  firstFields,
  mostContenders,
  studioTools,
} from './draft-fields';

/** More than may be asked for is still kept, so that it can be shortened. */
const words = z.string().max(5 * longestPrompt);
const number = z.number();
const style = z.string().refine((id) => styleIds.some((known) => known === id));
const quality = z.enum(qualities);
const picture = z.strictObject({ sha256: pictureHash, width: number, height: number }).nullable();

/** What may stand in each field of a kept form, perhaps by an older Tally. */
const shapes: { readonly [Name in keyof DraftFields]: z.ZodType<DraftFields[Name]> } = {
  tool: z.enum(studioTools),
  prompt: words,
  blanks: z.record(z.string().max(64), words),
  negativePrompt: words,
  style,
  model: z.string().max(64),
  quality,
  count: number,
  width: number,
  height: number,
  seed: number,
  seedLocked: z.boolean(),
  source: picture,
  edit: z.enum(editKinds),
  strength: number,
  mask: pictureHash.nullable(),
  margins: z.strictObject({ left: number, top: number, right: number, bottom: number }),
  factor: z.literal(enlargeFactors),
  seconds: number,
  format: z.enum(clipFormats),
  camera: z.enum(cameraMoves.map(({ id }) => id)),
  clipSize: z.enum(clipSizes.map(({ id }) => id)),
  clipStart: z.enum(clipStarts),
  first: picture,
  last: picture,
  contenders: z
    .array(z.strictObject({ model: z.string().max(64), quality, style }))
    .max(mostContenders),
};

/** The fields of a form that was kept; what can't be read of it is as in a new one. Null for what is no form. */
export function keptFields(data: unknown): Partial<DraftFields> | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const kept = new Map(Object.entries(data));
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(firstFields) as (keyof DraftFields)[]) {
    const read = shapes[name].safeParse(kept.get(name));
    if (read.success) fields[name] = read.data;
  }
  return fields;
}
