import { expect, type Page, test } from '@playwright/test';
import { withSketchWindow } from '../../scripts/sketch-window.mjs';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';

type Order = {
  readonly prompt?: string;
  readonly style?: string;
  readonly seed?: number;
  readonly quality?: 'basic' | 'premium';
  readonly width?: number;
  readonly height?: number;
};

type Painted = {
  /** A digest of every byte of the picture. */
  readonly bytes: number;
  /** Mean colour of 16 × 16 fields, and how much each field is broken up: a crude eye. */
  readonly look: readonly number[];
  readonly fractions: readonly number[];
  readonly reading: string;
};

/** Paints in the page, where the bundle has put `sketch`. */
function paintThere(page: Page, order: Order): Promise<Painted> {
  const request = {
    prompt: 'a fox in the snow at dusk',
    negativePrompt: '',
    style: 'flat',
    width: 320,
    height: 320,
    seed: 7,
    quality: 'premium',
    ...order,
  };
  return page.evaluate((wanted) => {
    // @ts-expect-error: the bundle that the page was given has put this name there.
    const { paint } = globalThis.sketch;
    const canvas = new OffscreenCanvas(wanted.width, wanted.height);
    const fractions: number[] = [];
    const steps = paint(wanted, canvas);
    let step = steps.next();
    while (!step.done) {
      fractions.push(step.value.fraction);
      step = steps.next();
    }
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no context');
    const { data } = context.getImageData(0, 0, wanted.width, wanted.height);
    let bytes = 0x811c9dc5;
    for (const byte of data) bytes = Math.imul(bytes ^ byte, 0x01000193);
    const look: number[] = [];
    const [cellX, cellY] = [Math.floor(wanted.width / 16), Math.floor(wanted.height / 16)];
    for (let field = 0; field < 256; field += 1) {
      const sums = [0, 0, 0];
      let broken = 0;
      for (let index = 0; index < cellX * cellY; index += 1) {
        const x = (field % 16) * cellX + (index % cellX);
        const y = Math.floor(field / 16) * cellY + Math.floor(index / cellX);
        const at = (y * wanted.width + x) * 4;
        for (let channel = 0; channel < 3; channel += 1) {
          sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
        }
        broken += Math.abs((data[at + 1] ?? 0) - (data[at + 5] ?? data[at + 1] ?? 0));
      }
      look.push(...sums.map((sum) => sum / (cellX * cellY)), (broken * 3) / (cellX * cellY));
    }
    return { bytes, look, fractions, reading: step.value.reading };
  }, request);
}

/** Root mean square difference of two looks, 0..255. */
function apart(a: Painted, b: Painted): number {
  const sum = a.look.reduce(
    (total, value, index) => total + (value - (b.look[index] ?? 0)) ** 2,
    0,
  );
  return Math.sqrt(sum / a.look.length);
}

test.describe('what Sketch paints', () => {
  test('is the same to the byte for the same request, in every style and quality', async () => {
    await withSketchWindow('paint.ts', async (page) => {
      for (const { id } of sketchStyles) {
        for (const quality of ['premium', 'basic'] as const) {
          const first = await paintThere(page, { style: id, quality });
          const again = await paintThere(page, { style: id, quality });
          expect(again.bytes, `${id}, ${quality}`).toBe(first.bytes);
        }
      }
    });
  });

  test('is another picture for another seed, style or prompt', async () => {
    await withSketchWindow('paint.ts', async (page) => {
      const base = await paintThere(page, {});
      for (const seed of [0, 8, 4294967295]) {
        expect(apart(base, await paintThere(page, { seed })), `seed ${seed}`).toBeGreaterThan(12);
      }
      expect(apart(base, await paintThere(page, { prompt: 'a lighthouse' }))).toBeGreaterThan(12);
      const looks = new Map<string, Painted>();
      for (const { id } of sketchStyles) looks.set(id, await paintThere(page, { style: id }));
      for (const [one, first] of looks) {
        for (const [other, second] of looks) {
          if (one < other) expect(apart(first, second), `${one} and ${other}`).toBeGreaterThan(6);
        }
      }
    });
  });

  test('fills every shape of sheet, moves forward only, and says what it understood', async () => {
    await withSketchWindow('paint.ts', async (page) => {
      for (const [width, height] of [
        [256, 768],
        [768, 256],
        [333, 517],
      ] as const) {
        for (const { id } of sketchStyles) {
          const painted = await paintThere(page, { width, height, style: id });
          const sorted = [...painted.fractions].sort((a, b) => a - b);
          expect(painted.fractions, id).toEqual(sorted);
          expect(painted.fractions.length, id).toBeGreaterThan(20);
          expect(painted.fractions.at(-1), id).toBe(1);
          expect(painted.reading).toBe('Sketch understood: fox, snow, dusk.');
        }
      }
    });
  });

  test('refuses a size or a seed out of range', async () => {
    await withSketchWindow('paint.ts', async (page) => {
      for (const order of [
        { width: 4096, height: 2048 },
        { width: 256, height: 1024 },
        { seed: -1 },
        { seed: 1.5 },
      ]) {
        await expect(paintThere(page, order)).rejects.toThrow(/RangeError/);
      }
    });
  });
});
