import { at } from '../sketch/styles/pixels';
import type { Gap } from './continuation';
import type { Box, Mask } from './mask';
import { fillGaps } from './pull-push';

/** The open pixels of a mask within a part of the picture, as a gap in that part. */
export function maskGap(mask: Mask, part: Box): Gap {
  const knownCells = (width: number, height: number): Uint8Array => {
    const known = new Uint8Array(width * height).fill(1);
    for (let y = 0; y < part.height; y += 1) {
      const row = Math.floor((y * height) / part.height) * width;
      const from = (part.top + y) * mask.width + part.left;
      for (let x = 0; x < part.width; x += 1) {
        if (at(mask.open, from + x) === 1) known[row + Math.floor((x * width) / part.width)] = 0;
      }
    }
    return known;
  };
  return {
    share: 1,
    knownCells,
    fill: ({ width, height, planes, known }) => {
      const weights = Float32Array.from(known);
      for (const plane of planes) plane.set(fillGaps({ width, height, values: plane, weights }));
    },
    pull: () => () => ({ down: 40_000, across: 8_000 }),
  };
}

/** What is looked at around a box to go on from: more than half of it to each side. */
export function around(box: Box, width: number, height: number): Box {
  const more = Math.round(Math.max(box.width, box.height) * 0.6) + 8;
  const left = Math.max(0, box.left - more);
  const top = Math.max(0, box.top - more);
  return {
    left,
    top,
    width: Math.min(width, box.left + box.width + more) - left,
    height: Math.min(height, box.top + box.height + more) - top,
  };
}
