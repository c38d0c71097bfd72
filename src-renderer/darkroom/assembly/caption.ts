import { directionOf, wrap } from './wrap';

/** Nothing is written nearer to an edge, in shares of the side: players and screens cut there. */
const safeMargin = 0.06;
/** The size of letters, in shares of the shorter side, and how small they may become for a long caption. */
const usualSize = 0.05;
const smallestSize = 0.028;
/** A caption takes no more of the height than this. */
const mostHeight = 0.42;
const lineHeight = 1.3;

type Context = OffscreenCanvasRenderingContext2D;

/** A caption set in lines, ready to be drawn. */
export type SetCaption = {
  readonly lines: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** The height of letters in pixels. */
  readonly size: number;
  /** The width of the longest line in pixels. */
  readonly width: number;
};

/** Sets a caption for the context's canvas; null for one that says nothing. */
export function setCaption(context: Context, caption: string): SetCaption | null {
  const { width, height } = context.canvas;
  const shorter = Math.min(width, height);
  const room = width * (1 - 2 * safeMargin) - 2 * paddingOf(shorter * usualSize);
  const least = Math.round(shorter * smallestSize);
  for (let size = Math.round(shorter * usualSize); ; size -= 1) {
    context.font = fontOf(size);
    const measure = (text: string) => context.measureText(text).width;
    const lines = wrap(caption, room, measure);
    if (lines.length === 0) return null;
    const isFitting = lines.length * size * lineHeight <= height * mostHeight;
    if (!isFitting && size > least) continue;
    const longest = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
    return { lines, direction: directionOf(caption), size, width: longest };
  }
}

/** Draws a caption at the foot of the picture, light on a soft dark plate: readable on anything. */
export function drawCaption(context: Context, caption: SetCaption, opacity: number): void {
  const { lines, direction, size } = caption;
  const { width, height } = context.canvas;
  const padding = paddingOf(size);
  const block = lines.length * size * lineHeight;
  const top = height * (1 - safeMargin) - padding - block;
  const plateWidth = caption.width + 2 * padding;
  context.save();
  context.globalAlpha = opacity;
  context.fillStyle = 'rgb(12 12 16 / 68%)';
  context.beginPath();
  const left = (width - plateWidth) / 2;
  context.roundRect(left, top - padding * 0.6, plateWidth, block + padding * 1.2, size * 0.4);
  context.fill();
  context.font = fontOf(size);
  context.direction = direction;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#ffffff';
  for (const [index, line] of lines.entries()) {
    context.fillText(line, width / 2, top + (index + 0.5) * size * lineHeight);
  }
  context.restore();
}

function paddingOf(size: number): number {
  return size * 0.8;
}

function fontOf(size: number): string {
  return `600 ${size}px system-ui, sans-serif`;
}
