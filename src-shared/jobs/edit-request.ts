import { z } from 'zod';
import { assertNever } from '../assert-never';
import { checkSize, type SizeRefusal } from './image-request';
import { checkLook, isWholeBetween, type LookRefusal, lookFields, pictureHash } from './look';

/** The longest side of an enlarged picture, in pixels. */
export const largestEnlarged = 4096;
export const enlargeFactors = [2, 3, 4] as const;

/** Whole per cent: how far the result may leave the picture it starts from. */
const strength = z.number();
/** Pixels of new canvas on one side. */
const margin = z.number();

/** What is done to a picture (B1: image to image). */
export const editActionSchema = z.discriminatedUnion('kind', [
  /** Painted anew in the style and by the words, keeping composition and colours. */
  z.strictObject({ kind: z.literal('restyle'), strength }),
  /** A relative of the picture: the same subject and colours, arranged a little differently by the seed. */
  z.strictObject({ kind: z.literal('vary'), strength }),
  /** Painted by the prompt only where the mask is white; every other pixel stays exactly as it is. */
  z.strictObject({ kind: z.literal('inside'), mask: pictureHash, strength }),
  /** The canvas grows and the new margin is painted to go on from the picture, which stays as it is. */
  z.strictObject({
    kind: z.literal('extend'),
    left: margin,
    top: margin,
    right: margin,
    bottom: margin,
  }),
  /** Enlarged and cleaned by a neural network. */
  z.strictObject({ kind: z.literal('enlarge'), factor: z.literal(enlargeFactors) }),
]);

export type EditAction = z.output<typeof editActionSchema>;
export type EditKind = EditAction['kind'];
export const editKinds = [
  'restyle',
  'vary',
  'inside',
  'extend',
  'enlarge',
] as const satisfies readonly EditKind[];

/** A picture made from the picture `source`; width and height are those of the result. */
export const editRequestSchema = z.strictObject({
  tool: z.literal('edit'),
  ...lookFields,
  source: pictureHash,
  action: editActionSchema,
});

export type EditRequest = z.output<typeof editRequestSchema>;

export type EditRequestRefusal =
  | LookRefusal
  | SizeRefusal
  | { readonly code: 'strength-invalid'; readonly strength: number }
  | { readonly code: 'margin-invalid'; readonly most: number }
  | {
      readonly code: 'enlarged-too-large';
      readonly width: number;
      readonly height: number;
      readonly most: number;
    };

/** Whether an edit can be made by a model up to `longestSide` pixels; null when it can. */
export function checkEditRequest(
  request: EditRequest,
  longestSide: number,
): EditRequestRefusal | null {
  const { action } = request;
  const look = checkLook(request, { needsPrompt: action.kind === 'inside' });
  return look ?? checkAction(action, longestSide) ?? checkResult(request, longestSide);
}

function checkAction(action: EditAction, longestSide: number): EditRequestRefusal | null {
  switch (action.kind) {
    case 'restyle':
    case 'vary':
    case 'inside':
      return isWholeBetween(action.strength, 0, 100)
        ? null
        : { code: 'strength-invalid', strength: action.strength };
    case 'extend': {
      const { left, top, right, bottom } = action;
      const margins = [left, top, right, bottom];
      const areWhole = margins.every((each) => isWholeBetween(each, 0, longestSide));
      const isNone = margins.every((each) => each === 0);
      return areWhole && !isNone ? null : { code: 'margin-invalid', most: longestSide };
    }
    case 'enlarge':
      return null;
    default:
      return assertNever(action);
  }
}

function checkResult(
  { action, width, height }: EditRequest,
  longestSide: number,
): EditRequestRefusal | null {
  if (action.kind !== 'enlarge') return checkSize({ width, height }, longestSide);
  const fits = [width, height].every((side) => isWholeBetween(side, 2, largestEnlarged));
  return fits ? null : { code: 'enlarged-too-large', width, height, most: largestEnlarged };
}

type Size = { readonly width: number; readonly height: number };

export type SourceRefusal = { readonly code: 'source-size-differs'; readonly expected: Size };

/** The size that the action makes of a picture of `source`; null where any size can be asked for. */
export function resultSize(action: EditAction, source: Size): Size | null {
  switch (action.kind) {
    case 'enlarge':
      return { width: source.width * action.factor, height: source.height * action.factor };
    case 'extend':
      return {
        width: source.width + action.left + action.right,
        height: source.height + action.top + action.bottom,
      };
    case 'inside':
      return { width: source.width, height: source.height };
    case 'restyle':
    case 'vary':
      return null;
    default:
      return assertNever(action);
  }
}

/** Whether the request's size is what comes of the picture that it starts from; null when it is. */
export function checkSource(
  { action, width, height }: EditRequest,
  source: Size,
): SourceRefusal | null {
  const expected = resultSize(action, source);
  if (expected === null || (expected.width === width && expected.height === height)) return null;
  return { code: 'source-size-differs', expected };
}
