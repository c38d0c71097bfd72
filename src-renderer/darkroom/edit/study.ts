import { toLab } from '../sketch/core/colour';
import { type Context, createSurface } from '../sketch/styles/draw-shape';
import { at } from '../sketch/styles/pixels';

/** A picture seen small and as a whole: OKLab planes, row by row. */
export type Study = {
  readonly width: number;
  readonly height: number;
  /** OKLab lightness 0..1 and the two opponent axes. */
  readonly light: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
};

/** An empty study. */
export function createStudy(width: number, height: number): Study {
  const size = width * height;
  return {
    width,
    height,
    light: new Float32Array(size),
    a: new Float32Array(size),
    b: new Float32Array(size),
  };
}

/** The study of RGBA bytes; yields the share done. */
export function* studyOf(
  data: ArrayLike<number>,
  width: number,
  height: number,
): Generator<number, Study> {
  const study = createStudy(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = y * width + x;
      const from = to * 4;
      const lab = toLab([at(data, from), at(data, from + 1), at(data, from + 2)]);
      study.light[to] = lab[0];
      study.a[to] = lab[1];
      study.b[to] = lab[2];
    }
    if (y % 24 === 23) yield y / height;
  }
  return study;
}

/** A canvas drawn small, its longest side `side` pixels at most. */
export function shrink(canvas: OffscreenCanvas, side: number): Context {
  const ratio = Math.min(1, side / Math.max(canvas.width, canvas.height));
  const small = createSurface(canvas.width * ratio, canvas.height * ratio);
  small.imageSmoothingQuality = 'high';
  small.drawImage(canvas, 0, 0, small.canvas.width, small.canvas.height);
  return small;
}

/** Studies a canvas, its longest side `side` pixels at most. */
export function* study(canvas: OffscreenCanvas, side: number): Generator<number, Study> {
  const small = shrink(canvas, side);
  const { width, height } = small.canvas;
  return yield* studyOf(small.getImageData(0, 0, width, height).data, width, height);
}

/** How far two places of a study are apart; colour counts more than light. */
export function gapBetween({ light, a, b }: Study, one: number, other: number): number {
  const dl = at(light, one) - at(light, other);
  const da = at(a, one) - at(a, other);
  const db = at(b, one) - at(b, other);
  return Math.sqrt(dl * dl + 1.8 * (da * da + db * db));
}
