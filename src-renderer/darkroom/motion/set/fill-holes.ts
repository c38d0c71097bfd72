import { type Context, createSurface } from '../../sketch/styles/draw-shape';

/** Halvings: holes up to some 2^n pixels across are filled from their rims, larger ones with the mean of all. */
const mostHalvings = 9;

/**
 * Fills what is transparent with the colours around it: ever smaller copies, in which the holes close, are laid
 * under the larger ones.
 */
export function fillHoles(context: Context): void {
  const levels: Context[] = [context];
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    const above = levels.at(-1);
    if (above === undefined) return;
    const { canvas } = above;
    if (Math.min(canvas.width, canvas.height) < 4) break;
    const level = createSurface(canvas.width / 2, canvas.height / 2);
    level.drawImage(canvas, 0, 0, level.canvas.width, level.canvas.height);
    if (halving === 0) dropFaint(level);
    thicken(level);
    levels.push(level);
  }
  for (let at = levels.length - 2; at >= 0; at -= 1) {
    const [level, under] = [levels[at], levels[at + 1]];
    if (level === undefined || under === undefined) return;
    level.globalCompositeOperation = 'destination-over';
    level.drawImage(under.canvas, 0, 0, level.canvas.width, level.canvas.height);
    level.globalCompositeOperation = 'source-over';
  }
}

/** What is half transparent becomes nearly opaque, in its own colour. */
function thicken(context: Context): void {
  for (let time = 0; time < 2; time += 1) context.drawImage(context.canvas, 0, 0);
}

/** Less opaque than this, of 255, a pixel has lost its colour to rounding: it must not spread. */
const faint = 96;

function dropFaint(context: Context): void {
  const { width, height } = context.canvas;
  const pixels = context.getImageData(0, 0, width, height);
  const words = new Uint32Array(pixels.data.buffer);
  for (let at = 0; at < words.length; at += 1) {
    if ((pixels.data[at * 4 + 3] ?? 0) < faint) words[at] = 0;
  }
  context.putImageData(pixels, 0, 0);
}
