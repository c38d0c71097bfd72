import { type Colour, css } from '../../sketch/core/colour';
import { createSurface } from '../../sketch/styles/draw-shape';

/** A soft round patch of one colour, opaque in the middle; drawn at any size. */
export function softPatch(colour: Colour, side = 128): OffscreenCanvas {
  const context = createSurface(side, side);
  const half = side / 2;
  const fill = context.createRadialGradient(half, half, 0, half, half, half);
  for (const [at, alpha] of falling) fill.addColorStop(at, css(colour, alpha));
  context.fillStyle = fill;
  context.fillRect(0, 0, side, side);
  return context.canvas;
}

const falling = [
  [0, 1],
  [0.2, 0.82],
  [0.45, 0.42],
  [0.7, 0.12],
  [1, 0],
] as const;

/** A beam that widens to the right from the middle of its left side. */
export function beam(colour: Colour, length = 256): OffscreenCanvas {
  const context = createSurface(length, length / 2);
  const fill = context.createLinearGradient(0, 0, length, 0);
  fill.addColorStop(0, css(colour, 0.75));
  fill.addColorStop(0.35, css(colour, 0.3));
  fill.addColorStop(1, css(colour, 0));
  context.fillStyle = fill;
  // Ever narrower wedges over each other: bright along the middle, soft at the sides.
  context.globalAlpha = 0.4;
  for (const half of [0.24, 0.17, 0.1, 0.05]) {
    context.beginPath();
    context.moveTo(0, length / 4);
    context.lineTo(length, length * (0.25 - half));
    context.lineTo(length, length * (0.25 + half));
    context.fill();
  }
  return context.canvas;
}

/** Draws a patch about a point, `across` and `down` pixels large. */
export function drawPatch(
  context: OffscreenCanvasRenderingContext2D,
  patch: OffscreenCanvas,
  place: { readonly x: number; readonly y: number },
  across: number,
  down: number,
  alpha: number,
): void {
  if (alpha <= 0.004) return;
  context.globalAlpha = Math.min(1, alpha);
  context.drawImage(patch, place.x - across / 2, place.y - down / 2, across, down);
  context.globalAlpha = 1;
}
