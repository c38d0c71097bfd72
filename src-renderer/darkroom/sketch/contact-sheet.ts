import { type PaintRequest, paint } from './paint';
import type { StyleId } from './styles';

export type ContactPrint = {
  readonly prompt: string;
  readonly style: StyleId;
  readonly seed: number;
};

/** The twenty-four pictures of the contact sheet: every style twice, every kind of scene. */
export const contactPrints: readonly ContactPrint[] = [
  { prompt: 'a lone lighthouse at sunset, waves', style: 'watercolour', seed: 11 },
  { prompt: 'sunflowers in a blue vase, lemons', style: 'oil', seed: 21 },
  { prompt: 'a pagoda and cherry blossom, rising sun', style: 'ink', seed: 11 },
  { prompt: 'elephants and giraffes on the savanna, golden hour', style: 'flat', seed: 1 },
  { prompt: 'a red car on a rainy street at night, neon', style: 'pixel', seed: 1 },
  { prompt: 'a bear by a river in an autumn forest', style: 'low-poly', seed: 21 },
  { prompt: 'three sailing boats on the sea at sunset', style: 'risograph', seed: 1 },
  { prompt: 'a rocket and ringed planets', style: 'blueprint', seed: 11 },
  { prompt: 'five hot air balloons above the clouds', style: 'paper-cut', seed: 5 },
  { prompt: 'mountains at sunrise with a lake, reflection', style: 'stained-glass', seed: 1 },
  { prompt: 'an old sailor in a rowing boat, stormy sea', style: 'charcoal', seed: 21 },
  { prompt: 'a steam train in a mountain valley in autumn', style: 'woodcut', seed: 5 },
  { prompt: 'three butterflies and lavender', style: 'watercolour', seed: 5 },
  { prompt: 'mountain lake in winter, pine trees', style: 'oil', seed: 21 },
  { prompt: 'a dragon in front of a castle, full moon', style: 'ink', seed: 4 },
  { prompt: 'many penguins on the ice, no people', style: 'flat', seed: 8 },
  { prompt: 'an owl in a birch forest at night', style: 'pixel', seed: 5 },
  { prompt: 'a fox in the snow at dusk', style: 'low-poly', seed: 6 },
  { prompt: 'a windmill in a field of poppies', style: 'risograph', seed: 6 },
  { prompt: 'a pirate ship under the stars', style: 'blueprint', seed: 3 },
  { prompt: 'a coral reef with many fish and a turtle', style: 'paper-cut', seed: 21 },
  { prompt: 'a city skyline at night with a full moon', style: 'stained-glass', seed: 5 },
  { prompt: 'portrait of a woman with flowers', style: 'charcoal', seed: 2 },
  { prompt: 'tiger in the jungle', style: 'woodcut', seed: 11 },
];

const columns = 6;
const gap = 12;

/**
 * Paints all prints side by side, each `side` pixels square; yields the share of the work done.
 * @public called in the page that scripts/contact-sheet.mjs opens
 */
export function* paintContactSheet(side: number): Generator<number, OffscreenCanvas> {
  const rows = Math.ceil(contactPrints.length / columns);
  const sheet = new OffscreenCanvas(columns * (side + gap) + gap, rows * (side + gap) + gap);
  const context = sheet.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This window cannot draw: no 2D context for an OffscreenCanvas.');
  context.fillStyle = '#fbfaf7';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingQuality = 'high';
  for (const [index, print] of contactPrints.entries()) {
    const picture = new OffscreenCanvas(side * 2, side * 2);
    for (const { fraction } of paint(requestFor(print, side * 2), picture)) {
      yield (index + fraction) / contactPrints.length;
    }
    const x = gap + (index % columns) * (side + gap);
    const y = gap + Math.floor(index / columns) * (side + gap);
    context.drawImage(picture, x, y, side, side);
  }
  return sheet;
}

function requestFor(print: ContactPrint, side: number): PaintRequest {
  return { ...print, negativePrompt: '', width: side, height: side, quality: 'premium' };
}
