import { at } from '../sketch/styles/pixels';
import { createStudy, type Study } from './study';

/**
 * Evens out texture and leaves edges: each place becomes the mean of its neighbours within `reach`
 * that look like it (a bilateral filter; Tomasi and Manduchi, 1998). `tolerance` is a distance in OKLab.
 */
export function* soften(study: Study, reach: number, tolerance: number): Generator<number, Study> {
  const { width, height } = study;
  const soft = createStudy(width, height);
  const sharp = -1 / (2 * tolerance * tolerance);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) softenAt(study, soft, x, y, reach, sharp);
    if (y % 8 === 7) yield y / height;
  }
  return soft;
}

function softenAt(
  { width, height, light, a, b }: Study,
  soft: Study,
  x: number,
  y: number,
  reach: number,
  sharp: number,
): void {
  const here = y * width + x;
  const [l0, a0, b0] = [at(light, here), at(a, here), at(b, here)];
  let [weight, sumL, sumA, sumB] = [0, 0, 0, 0];
  const bottom = Math.min(height - 1, y + reach);
  const right = Math.min(width - 1, x + reach);
  for (let row = Math.max(0, y - reach); row <= bottom; row += 1) {
    for (let column = Math.max(0, x - reach); column <= right; column += 1) {
      const index = row * width + column;
      const dl = at(light, index) - l0;
      const da = at(a, index) - a0;
      const db = at(b, index) - b0;
      const alike = Math.exp((dl * dl + 1.8 * (da * da + db * db)) * sharp);
      weight += alike;
      sumL += at(light, index) * alike;
      sumA += at(a, index) * alike;
      sumB += at(b, index) * alike;
    }
  }
  soft.light[here] = sumL / weight;
  soft.a[here] = sumA / weight;
  soft.b[here] = sumB / weight;
}
