import { css } from '../core/colour';
import type { Point, Ring } from '../core/geometry';
import type { Area, Fill, Shape } from '../plan/scene';

export type Context = OffscreenCanvasRenderingContext2D;

/** A software-rasterised context: the same bytes on every run. */
export function contextOf(canvas: OffscreenCanvas): Context {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This window cannot draw: no 2D context for an OffscreenCanvas.');
  return context;
}

export function createSurface(width: number, height: number): Context {
  return contextOf(
    new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height))),
  );
}

/**
 * Has what was drawn so far rasterised now. A browser only notes drawing calls down and carries
 * them out at the first read: without this, one read at the end would take all the time at once.
 */
export function settle(context: Context): void {
  context.getImageData(0, 0, 1, 1);
}

export function tracePoints(context: Context, points: readonly Point[], scale: number): void {
  let first = true;
  for (const [x, y] of points) {
    if (first) context.moveTo(x * scale, y * scale);
    else context.lineTo(x * scale, y * scale);
    first = false;
  }
}

export function traceRings(context: Context, rings: readonly Ring[], scale: number): void {
  context.beginPath();
  for (const ring of rings) {
    tracePoints(context, ring, scale);
    context.closePath();
  }
}

export function fillStyle(context: Context, fill: Fill, scale: number): string | CanvasGradient {
  if (fill.kind === 'flat') return css(fill.colour);
  const gradient =
    fill.kind === 'linear'
      ? context.createLinearGradient(
          fill.from[0] * scale,
          fill.from[1] * scale,
          fill.to[0] * scale,
          fill.to[1] * scale,
        )
      : context.createRadialGradient(
          fill.centre[0] * scale,
          fill.centre[1] * scale,
          0,
          fill.centre[0] * scale,
          fill.centre[1] * scale,
          fill.radius * scale,
        );
  for (const stop of fill.stops) gradient.addColorStop(stop.at, css(stop.colour, stop.alpha));
  return gradient;
}

/** Runs `draw` with the area's clip, if it has one, in force. */
export function clipped(context: Context, shape: Area, scale: number, draw: () => void): void {
  if (!shape.clip) {
    draw();
    return;
  }
  context.save();
  traceRings(context, shape.clip, scale);
  context.clip();
  draw();
  context.restore();
}

/** Draws one shape as planned, with no style: `scale` is pixels per scene unit. */
export function drawShape(context: Context, shape: Shape, scale: number): void {
  if (shape.kind === 'stroke') {
    context.beginPath();
    tracePoints(context, shape.points, scale);
    context.lineWidth = Math.max(0.6, shape.width * scale);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = css(shape.colour, shape.alpha);
    context.stroke();
    return;
  }
  clipped(context, shape, scale, () => {
    traceRings(context, shape.rings, scale);
    context.fillStyle = fillStyle(context, shape.fill, scale);
    context.fill(shape.rule);
  });
}
