import { scaleLinear } from 'd3-scale';

/** The room around a plot's own area, in pixels: for figures, days and marks. */
export type PlotMargin = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** Where a plot's values stand, in pixels from its upper left corner. */
export type PlotScales = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (amount: number) => number;
  /** Amounts at which a line is drawn; whole numbers. */
  readonly amounts: readonly number[];
};

type PlotExtent = {
  readonly from: number;
  readonly until: number;
  /** The largest amount that is shown. */
  readonly most: number;
};

/** Scales for amounts from nothing up to `most`, over a stretch of whatever runs from left to right. */
export function plotScales(
  size: { readonly width: number; readonly height: number },
  margin: PlotMargin,
  { from, until, most }: PlotExtent,
): PlotScales {
  const { width, height } = size;
  const [left, right] = [margin.left, Math.max(margin.left + 1, width - margin.right)];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const lines = Math.max(2, Math.round((bottom - top) / 40));
  const x = scaleLinear([from, until], [left, right]);
  const y = scaleLinear([0, Math.max(1, most)], [bottom, top]).nice(lines);
  const amounts = y.ticks(lines).filter(Number.isInteger);
  return { width, height, left, right, top, bottom, x, y, amounts };
}
