import { fromLab, type Lab } from '../sketch/core/colour';
import type { Fill } from '../sketch/plan/scene';
import { at } from '../sketch/styles/pixels';
import type { Directions } from './directions';
import type { Regions } from './segment';
import type { Study } from './study';

/** What is to be known of a region to paint it; lengths in cells of the study. */
export type Described = {
  readonly size: number;
  readonly middle: readonly [number, number];
  readonly lab: Lab;
  /** The colour as a plane over the region: OKLab added per cell to the right and down. */
  readonly slopeX: Lab;
  readonly slopeY: Lab;
  /** How far the region reaches from its middle along an axis: its spread, doubled. */
  readonly spread: readonly [number, number];
  /** Along the form, radians. */
  readonly flow: number;
  /** 0..1 */
  readonly interest: number;
  /** The mean gap in OKLab across its border. */
  readonly contrast: number;
};

/** Sums over the places of a region, side by side in one array. */
const fields = 20;
const planes = ['light', 'a', 'b'] as const;

/** Describes every region of a study. */
export function* describe(
  study: Study,
  regions: Regions,
  directions: Directions,
): Generator<number, Described[]> {
  const { width, height, labels, count } = regions;
  const sums = new Float64Array(count * fields);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = y * width + x;
      const from = at(labels, place) * fields;
      const add = (field: number, value: number): void => {
        sums[from + field] = at(sums, from + field) + value;
      };
      add(0, 1);
      add(1, x);
      add(2, y);
      add(3, x * x);
      add(4, x * y);
      add(5, y * y);
      for (const [index, plane] of planes.entries()) {
        const value = at(study[plane], place);
        add(6 + index * 3, value);
        add(7 + index * 3, value * x);
        add(8 + index * 3, value * y);
      }
      add(15, at(directions.cos, place));
      add(16, at(directions.sin, place));
      add(17, at(directions.interest, place));
      if (x + 1 < width) noteBorder(study, labels, sums, place, place + 1);
      if (y + 1 < height) noteBorder(study, labels, sums, place, place + width);
    }
    if (y % 16 === 15) yield y / height;
  }
  return Array.from({ length: count }, (_, label) =>
    described(sums.subarray(label * fields, (label + 1) * fields)),
  );
}

function noteBorder(
  { light, a, b }: Study,
  labels: Int32Array,
  sums: Float64Array,
  here: number,
  there: number,
): void {
  if (at(labels, here) === at(labels, there)) return;
  const gap = Math.hypot(
    at(light, here) - at(light, there),
    at(a, here) - at(a, there),
    at(b, here) - at(b, there),
  );
  for (const place of [here, there]) {
    const from = at(labels, place) * fields;
    sums[from + 18] = at(sums, from + 18) + gap;
    sums[from + 19] = at(sums, from + 19) + 1;
  }
}

function described(sums: Float64Array): Described {
  const size = at(sums, 0);
  const mean = (field: number): number => at(sums, field) / size;
  const [x, y] = [mean(1), mean(2)];
  const [xx, xy, yy] = [mean(3) - x * x, mean(4) - x * y, mean(5) - y * y];
  // A little is added so that thin regions get no wild slopes.
  const [sxx, syy] = [xx + 2, yy + 2];
  const determinant = sxx * syy - xy * xy;
  const slope = (plane: number): readonly [number, number] => {
    const value = mean(6 + plane * 3);
    const vx = mean(7 + plane * 3) - value * x;
    const vy = mean(8 + plane * 3) - value * y;
    return [(vx * syy - vy * xy) / determinant, (vy * sxx - vx * xy) / determinant];
  };
  const slopes = [slope(0), slope(1), slope(2)] as const;
  return {
    size,
    middle: [x + 0.5, y + 0.5],
    lab: [mean(6), mean(9), mean(12)],
    slopeX: [slopes[0][0], slopes[1][0], slopes[2][0]],
    slopeY: [slopes[0][1], slopes[1][1], slopes[2][1]],
    spread: [2 * Math.sqrt(Math.max(0, xx)), 2 * Math.sqrt(Math.max(0, yy))],
    flow: Math.atan2(at(sums, 16), at(sums, 15)) / 2,
    interest: mean(17),
    contrast: at(sums, 19) > 0 ? at(sums, 18) / at(sums, 19) : 0,
  };
}

/** Below this a region's colour is taken for even, in OKLab from end to end. */
const evenEnough = 0.035;

/** The region's colour as a fill: flat, or graded along the way it changes most. `scale` is units a cell. */
export function fillOf(region: Described, scale: number): Fill {
  const { lab, slopeX, slopeY, spread, middle } = region;
  const [gx, gy] = steepest(slopeX, slopeY);
  const reach = Math.hypot(spread[0] * gx, spread[1] * gy);
  const change = (index: 0 | 1 | 2): number => (slopeX[index] * gx + slopeY[index] * gy) * reach;
  const delta: Lab = [change(0), change(1), change(2)];
  if (2 * Math.hypot(...delta) < evenEnough) return { kind: 'flat', colour: fromLab(lab) };
  const stop = (place: number, side: -1 | 1) => ({
    at: place,
    colour: fromLab([lab[0] + side * delta[0], lab[1] + side * delta[1], lab[2] + side * delta[2]]),
    alpha: 1,
  });
  const end = (side: -1 | 1): readonly [number, number] => [
    (middle[0] + side * gx * reach) * scale,
    (middle[1] + side * gy * reach) * scale,
  ];
  return { kind: 'linear', from: end(-1), to: end(1), stops: [stop(0, -1), stop(1, 1)] };
}

/** The direction in which all three axes together change most, as a unit vector. */
function steepest(slopeX: Lab, slopeY: Lab): readonly [number, number] {
  let [xx, xy, yy] = [0, 0, 0];
  for (const index of [0, 1, 2] as const) {
    xx += slopeX[index] ** 2;
    xy += slopeX[index] * slopeY[index];
    yy += slopeY[index] ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return [Math.cos(angle), Math.sin(angle)];
}
