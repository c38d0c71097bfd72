import type { Point } from '../core/geometry';
import type { Noise } from '../core/noise';
import type { Context } from './draw-shape';

/** How a pen behaves: all lengths in pixels. */
export type Pen = {
  readonly width: number;
  /** How far the hand strays. */
  readonly tremor: number;
  /** 0 even, 1 swelling strongly. */
  readonly swell: number;
  /** Lines are heavier on the side away from this direction. */
  readonly light: Point;
  readonly noise: Noise;
};

/** Draws a line of changing width through `points` (scene units) in the current fill style. */
export function inkLine(
  context: Context,
  points: readonly Point[],
  scale: number,
  pen: Pen,
  closed: boolean,
): void {
  const count = points.length;
  if (count < 2) return;
  const upper: Point[] = [];
  const lower: Point[] = [];
  const total = closed ? count + 1 : count;
  for (let index = 0; index < total; index += 1) {
    const here = points[index % count] ?? [0, 0];
    const before = points[closed ? (index - 1 + count) % count : Math.max(0, index - 1)] ?? here;
    const after = points[closed ? (index + 1) % count : Math.min(count - 1, index + 1)] ?? here;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [-dy / length, dx / length];
    const x = here[0] * scale;
    const y = here[1] * scale;
    const wave = pen.noise(x * 0.018 + 3.1, y * 0.018);
    const press = pen.noise(x * 0.03, y * 0.03 + 9.7);
    const away = 1 + 0.5 * (nx * pen.light[0] + ny * pen.light[1]);
    const taper = closed ? 1 : Math.min(1, 0.25 + Math.min(index, total - 1 - index) * 0.3);
    const half = Math.max(0.28, pen.width * 0.5 * (1 + pen.swell * press) * away * taper);
    const stray = wave * pen.tremor;
    upper.push([x + nx * (stray + half), y + ny * (stray + half)]);
    lower.push([x + nx * (stray - half), y + ny * (stray - half)]);
  }
  context.beginPath();
  for (const [index, [x, y]] of upper.entries()) {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  for (let index = lower.length - 1; index >= 0; index -= 1) {
    const [x, y] = lower[index] ?? [0, 0];
    context.lineTo(x, y);
  }
  context.closePath();
  context.fill();
}
