import { type Colour, shift } from '../sketch/core/colour';
import { createRandom } from '../sketch/core/random';
import { readPrompt } from '../sketch/reading/read-prompt';
import { contextOf, createSurface } from '../sketch/styles/draw-shape';
import { at, eachBand } from '../sketch/styles/pixels';
import { cover } from './cover';
import { nameOf } from './names';
import { regrade } from './regrade';
import { repaint } from './repaint';
import { type EditLook, type Steps, within } from './steps';
import { comesFrom, type Warp, warpOf } from './warp';
import { type Grade, gradeOf, saidOfWords } from './words';

/** A relative of a picture: its subject and colours, arranged a little differently by the seed (B1). */
export function* vary(
  look: EditLook,
  strength: number,
  source: ImageBitmap,
  canvas: OffscreenCanvas,
): Steps {
  const amount = strength / 100;
  const warp = warpOf(look.seed, amount);
  cover(source, contextOf(canvas));
  yield { fraction: 0.01 };
  yield* within(bendPicture(canvas, warp), 0.01, 0.15);
  const reading = readPrompt(look.prompt, look.negativePrompt);
  const asked = gradeOf(reading);
  const turned = turnedLight(look.seed, amount);
  const grade: Grade =
    asked === null ? turned : (colour, height) => asked(turned(colour, height), height);
  yield* within(regrade(contextOf(canvas), grade), 0.15, 0.25);
  // However far the arrangement goes, the subject is to be known again: painted lightly.
  yield* within(repaint(look, 15 + strength * 0.4, canvas), 0.25, 1);
  const mirrored = warp.isMirrored ? 'mirrored, ' : '';
  return {
    reading: `Sketch ${mirrored}cropped and bent the picture a little, turned its light, and repainted it lightly as ${nameOf(look.style)}${saidOfWords(reading)}`,
  };
}

/** The same light a little different: lighter or darker, warmer or cooler, stronger or paler. */
export function turnedLight(seed: number, amount: number): Grade {
  const random = createRandom(seed, 'light');
  const reach = 0.4 + 0.6 * amount;
  const change = {
    light: random.between(-0.06, 0.06) * reach,
    chroma: 1 + random.between(-0.2, 0.2) * reach,
    hue: random.between(-18, 18) * reach,
  };
  const upper = random.between(-0.05, 0.05) * reach;
  return (colour: Colour, height) =>
    shift(colour, { ...change, light: change.light + upper * (1 - 2 * height) });
}

/** Moves every place of a canvas to where the warp shows it, read between four pixels. */
function* bendPicture(canvas: OffscreenCanvas, warp: Warp): Generator<number, void> {
  const { width, height } = canvas;
  const kept = createSurface(width, height);
  kept.drawImage(canvas, 0, 0);
  const { data: from } = kept.getImageData(0, 0, width, height);
  yield 0.1;
  yield* eachBand(contextOf(canvas), width, height, (data, top, rows) => {
    for (let index = 0; index < rows * width; index += 1) {
      const [x, y] = comesFrom(warp, width, height, index % width, top + Math.floor(index / width));
      const [column, row] = [
        Math.min(width - 2, Math.floor(x)),
        Math.min(height - 2, Math.floor(y)),
      ];
      const [dx, dy] = [x - column, y - row];
      const start = (row * width + column) * 4;
      for (let channel = start; channel < start + 3; channel += 1) {
        const upper = at(from, channel) * (1 - dx) + at(from, channel + 4) * dx;
        const below = channel + width * 4;
        const lower = at(from, below) * (1 - dx) + at(from, below + 4) * dx;
        data[index * 4 + channel - start] = upper * (1 - dy) + lower * dy;
      }
    }
  });
}
