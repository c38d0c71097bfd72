import type { EditKind } from '../../src-shared/jobs/edit-request';
import { smallestSide } from '../../src-shared/jobs/look';
import type { Margins } from '../stores/draft-fields';
import { framedSize, noMargins } from './frame-geometry';

type Size = { readonly width: number; readonly height: number };

/** A copy of a picture that can be worked on, with its margins in the same scale. */
export type WorkableCopy = Size & { readonly margins: Margins };

/**
 * The copy of a picture that a model up to `most` pixels a side can work on, where it can't work on the picture
 * itself for its size. Null where there is none: the proportion can't be made at all.
 */
export function workableCopy(
  source: Size,
  edit: EditKind,
  margins: Margins,
  most: number,
): WorkableCopy | null {
  const kept = edit === 'extend' ? margins : noMargins;
  const framed = framedSize(source, kept);
  const tooLong = most / Math.max(framed.width, framed.height);
  const tooShort = smallestSide / Math.min(framed.width, framed.height);
  const scale = tooLong < 1 ? tooLong : tooShort > 1 ? tooShort : 1;
  // The smaller of two roundings: the frame must not get a pixel too long.
  const scaled = (length: number) =>
    scale > 1 ? Math.ceil(length * scale) : Math.floor(length * scale);
  const { left, top, right, bottom } = kept;
  const copy = {
    width: scaled(source.width),
    height: scaled(source.height),
    margins: { left: scaled(left), top: scaled(top), right: scaled(right), bottom: scaled(bottom) },
  };
  const result = framedSize(copy, copy.margins);
  const fits =
    Math.max(result.width, result.height) <= most &&
    Math.min(result.width, result.height) >= smallestSide;
  return fits && scale !== 1 ? copy : null;
}
