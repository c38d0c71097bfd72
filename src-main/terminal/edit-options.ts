import { z } from 'zod';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { EditAction } from '../../src-shared/jobs/edit-request';
import { editedSize } from '../../src-shared/jobs/edited-size';
import type { Option } from './command';
import { pixelSize, sidesOf } from './image-options';
import { chooseLook, type LookInput, lookFields, lookOptions } from './look-options';
import { type PricedWork, priceWork } from './priced-work';

/** The options that say what is done to a picture. */
export const editOptions: Readonly<Record<string, Option>> = {
  restyle: {
    kind: 'flag',
    value: '',
    summary: 'paint it anew in a style and by the prompt (this)',
  },
  vary: { kind: 'flag', value: '', summary: 'paint a relative of it' },
  inside: { kind: 'flag', value: '', summary: 'change it only where the mask is white' },
  extend: {
    kind: 'text',
    value: 'SIDES',
    summary: 'make the canvas larger by so many pixels: 256, or left=256,right=128',
  },
  mask: { kind: 'text', value: 'PICTURE', summary: 'the mask of --inside, white where it changes' },
  strength: {
    kind: 'number',
    value: 'N',
    summary: 'how far it may leave the picture, in per cent (60)',
  },
  size: { kind: 'text', value: 'WxH', summary: 'width and height in pixels (the picture’s own)' },
  ...lookOptions,
};

const sides = ['left', 'top', 'right', 'bottom'] as const;
const sidesPattern =
  /^(?:\d{1,9}|(?:left|top|right|bottom)=\d{1,9}(?:,(?:left|top|right|bottom)=\d{1,9})*)$/;

export const editInput = z.strictObject({
  picture: z.string().min(1).max(4096),
  ...lookFields,
  restyle: z.boolean().optional(),
  vary: z.boolean().optional(),
  inside: z.boolean().optional(),
  extend: z
    .string()
    .regex(sidesPattern, 'must be written as 256, or as left=256,right=128')
    .optional(),
  mask: z.string().min(1).max(4096).optional(),
  strength: z.number().optional(),
  size: pixelSize.optional(),
});

export type EditInput = z.output<typeof editInput>;

/** What is wrong with the combination of options, in a sentence; null when nothing is. */
export function editContradiction(input: EditInput): string | null {
  const { restyle, vary, inside, extend, mask, strength, size } = input;
  const isExtended = extend !== undefined;
  const kinds = [restyle === true, vary === true, inside === true, isExtended];
  if (kinds.filter(Boolean).length > 1) {
    return 'Choose one of --restyle, --vary, --inside and --extend.';
  }
  if (inside === true && mask === undefined) return '--inside needs a mask: --inside --mask FILE.';
  if (inside !== true && mask !== undefined) return '--mask belongs to --inside.';
  if (isExtended && strength !== undefined) return '--strength has no meaning for --extend.';
  if (size !== undefined && (isExtended || inside === true)) {
    return '--size belongs to --restyle and --vary; the other changes tell the size themselves.';
  }
  return null;
}

const usualStrength = 60;

/** What is to be done to the picture; `mask` is the SHA-256 of the one that was named. */
export function editActionOf(input: EditInput, mask: string | null): EditAction {
  const { strength = usualStrength } = input;
  if (input.extend !== undefined) return { kind: 'extend', ...marginsOf(input.extend) };
  if (mask !== null) return { kind: 'inside', mask, strength };
  return { kind: input.vary === true ? 'vary' : 'restyle', strength };
}

function marginsOf(text: string): Record<(typeof sides)[number], number> {
  const all = /^\d+$/.test(text) ? Number(text) : 0;
  const marginOf = (side: string) => {
    const named = text.split(',').find((part) => part.startsWith(`${side}=`));
    return named === undefined ? all : Number(named.slice(side.length + 1));
  };
  return {
    left: marginOf('left'),
    top: marginOf('top'),
    right: marginOf('right'),
    bottom: marginOf('bottom'),
  };
}

/** A picture that is edited: its SHA-256 and its size in pixels. */
export type Source = { readonly sha256: string; readonly width: number; readonly height: number };

/** An edit of a picture, with its price on `card`. */
export function priceEdit(
  card: RateCard,
  input: LookInput & { readonly size?: string | undefined },
  source: Source,
  action: EditAction,
  batchId: string,
): PricedWork {
  const { look, longestSide } = chooseLook(card, 'edit', input, batchId);
  const size =
    input.size === undefined
      ? editedSize(action, source, longestSide ?? undefined)
      : sidesOf(input.size);
  const { width, height } = size;
  const request = { tool: 'edit', ...look, width, height, source: source.sha256, action } as const;
  return priceWork(card, request, input.count ?? 1);
}
