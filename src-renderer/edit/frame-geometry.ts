import type { Margins } from '../stores/draft-fields';

type Size = { readonly width: number; readonly height: number };
export type Side = keyof Margins;

export const noMargins: Margins = { left: 0, top: 0, right: 0, bottom: 0 };

/** The size of the picture with its margins. */
export function framedSize(source: Size, { left, top, right, bottom }: Margins): Size {
  return { width: source.width + left + right, height: source.height + top + bottom };
}

/**
 * The least margins, shared out evenly, that bring a picture to the proportion `across` to `down`. Null where it has
 * it already, or where the frame would get longer than `most` pixels.
 */
export function marginsToRatio(
  source: Size,
  { across, down }: { readonly across: number; readonly down: number },
  most: number,
): Margins | null {
  const width = Math.max(source.width, Math.round((source.height * across) / down));
  const height = Math.max(source.height, Math.round((source.width * down) / across));
  const [more, higher] = [width - source.width, height - source.height];
  if ((more === 0 && higher === 0) || Math.max(width, height) > most) return null;
  return withHalves(more, higher);
}

/** Margins on all sides, `share` of the picture's longer side each; null where the frame would get too long. */
export function marginsAround(source: Size, share: number, most: number): Margins | null {
  const each = Math.round(Math.max(source.width, source.height) * share);
  const margins = { left: each, top: each, right: each, bottom: each };
  const { width, height } = framedSize(source, margins);
  return Math.max(width, height) > most ? null : margins;
}

function withHalves(across: number, down: number): Margins {
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)];
  return { left, top, right: across - left, bottom: down - top };
}

const opposites: Record<Side, Side> = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
};

/** How wide a margin may get before the frame is longer than `most` pixels. */
export function mostMargin(source: Size, margins: Margins, side: Side, most: number): number {
  const length = side === 'left' || side === 'right' ? source.width : source.height;
  return Math.max(0, most - length - margins[opposites[side]]);
}

/** Margins with one of them changed, kept between nothing and what the frame allows, in whole pixels. */
export function withMargin(
  source: Size,
  margins: Margins,
  { side, to, most }: { readonly side: Side; readonly to: number; readonly most: number },
): Margins {
  const limit = mostMargin(source, margins, side, most);
  return { ...margins, [side]: Math.min(limit, Math.max(0, Math.round(to))) };
}

/** How much a picture is scaled to lie within a place; never more than twice. */
export function scaleToFit(size: Size, place: Size): number {
  return Math.max(0, Math.min(2, place.width / size.width, place.height / size.height));
}
