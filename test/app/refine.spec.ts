import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectFolder } from '../../scripts/setup/project.mjs';
import { withSketchWindow } from '../../scripts/sketch-window.mjs';
import { pngSize } from '../../src-main/gallery/png-chunks';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { builtModule, makeThere, openDarkroomPage } from './darkroom-page';
import { expect, test } from './open-tally';

const source = 'ab'.repeat(32);
const look = {
  prompt: '',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  seed: 7,
} as const;

function enlargement(width: number, height: number, factor: 2 | 3 | 4): EditRequest {
  const size = { width: width * factor, height: height * factor };
  return { ...look, tool: 'edit', source, action: { kind: 'enlarge', factor }, ...size };
}

type Picture = { readonly width: number; readonly height: number; readonly file: string };

/** Enlarges a picture in the built darkroom. */
function enlargeThere(page: Page, picture: Picture, factor: 2 | 3 | 4, cancelAt?: number) {
  return makeThere(page, {
    module: builtModule('enlarge'),
    maker: 'enlarge',
    request: enlargement(picture.width, picture.height, factor),
    inputs: { [source]: picture.file },
    ...(cancelAt !== undefined && { cancelAt }),
  });
}

type Drawing = {
  readonly width: number;
  readonly height: number;
  /** Shows only this part of it, from `left` on, `part` pixels wide. */
  readonly left?: number;
  readonly part?: number;
  readonly opaque?: boolean;
};

/** A drawing of leaves, stems and letters-like strokes, full of edges, as PNG in base 64. */
function draw(page: Page, drawing: Drawing): Promise<Picture> {
  return page.evaluate(async (wanted) => {
    const { width, height, left = 0, part = wanted.width, opaque = true } = wanted;
    const large = new OffscreenCanvas(width, height);
    const context = large.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no context');
    if (opaque) {
      const sky = context.createLinearGradient(0, 0, width, height);
      sky.addColorStop(0, '#f4e3c1');
      sky.addColorStop(1, '#3a6ea5');
      context.fillStyle = sky;
      context.fillRect(0, 0, width, height);
    }
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let leaf = 0; leaf < (width * height) / 150; leaf += 1) {
      context.fillStyle = `hsl(${next() * 360} 60% ${20 + next() * 60}%)`;
      context.strokeStyle = '#201a16';
      context.lineWidth = 0.5 + next() * 2;
      context.beginPath();
      const [x, y, turn] = [next() * width, next() * height, next() * Math.PI];
      context.ellipse(x, y, 2 + next() * 9, 1 + next() * 4, turn, 0, Math.PI * 2);
      context.fill();
      context.stroke();
    }
    const small = new OffscreenCanvas(part, height);
    const smallContext = small.getContext('2d');
    if (smallContext === null) throw new Error('no context');
    smallContext.imageSmoothingQuality = 'high';
    smallContext.drawImage(large, -left, 0, width, height);
    const blob = await small.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let start = 0; start < bytes.length; start += 8192) {
      text += String.fromCharCode(...bytes.subarray(start, start + 8192));
    }
    return { width: part, height, file: btoa(text) };
  }, drawing);
}

/** A picture painted by Sketch, as PNG in base 64. */
async function painting(side: number): Promise<Picture> {
  const file = await withSketchWindow('paint.ts', (page) =>
    page.evaluate(async (wanted) => {
      // @ts-expect-error: the bundle that the page was given has put this name there.
      const { paint } = globalThis.sketch;
      const canvas = new OffscreenCanvas(wanted, wanted);
      const size = { width: wanted, height: wanted };
      const words = { prompt: 'a fox in the snow at dusk', negativePrompt: '' };
      const look = { style: 'paper-cut', seed: 7, quality: 'premium' };
      const steps = paint({ ...words, ...look, ...size }, canvas);
      while (!steps.next().done);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }, side),
  );
  return { width: side, height: side, file };
}

/** How two pictures differ and how sharp they are; `scaled` scales the second one to the first by plain means. */
type Comparison = {
  /** Root mean square over all channels, 0 to 255, and the largest difference. */
  readonly error: number;
  readonly worst: number;
  /** Mean squared difference of neighbours. */
  readonly sharpness: readonly [number, number];
};

type Window = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function compare(
  page: Page,
  files: readonly [string, string],
  options: {
    readonly at?: readonly [Window, Window];
    readonly scaled?: 'nearest' | 'bicubic';
  } = {},
): Promise<Comparison> {
  return page.evaluate(
    async ([[one, other], { at, scaled }]) => {
      const open = async (file: string) => {
        const bytes = Uint8Array.from(atob(file), (unit) => unit.charCodeAt(0));
        return createImageBitmap(new Blob([bytes]));
      };
      const [first, second] = [await open(one), await open(other)];
      const pixels = (picture: ImageBitmap, size: ImageBitmap, window: Window | undefined) => {
        const canvas = new OffscreenCanvas(size.width, size.height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (context === null) throw new Error('no context');
        // What a browser calls high quality is a bicubic filter, for a picture that grows.
        context.imageSmoothingEnabled = scaled !== 'nearest';
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, size.width, size.height);
        const { x, y, width, height } = window ?? {
          x: 0,
          y: 0,
          ...{ width: size.width, height: size.height },
        };
        return context.getImageData(x, y, width, height);
      };
      const a = pixels(first, first, at?.[0]);
      const b = pixels(second, scaled === undefined ? second : first, at?.[1]);
      let [sum, worst, count] = [0, 0, 0];
      const sharpness: [number, number] = [0, 0];
      for (let index = 0; index < a.data.length; index += 1) {
        const apart = Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0));
        sum += apart ** 2;
        worst = Math.max(worst, apart);
        count += 1;
        const isRowEnd = Math.floor(index / 4) % a.width === a.width - 1;
        if (isRowEnd) continue;
        for (const [which, { data }] of [a, b].entries()) {
          sharpness[which] =
            (sharpness[which] ?? 0) + ((data[index] ?? 0) - (data[index + 4] ?? 0)) ** 2;
        }
      }
      return {
        error: Math.sqrt(sum / count),
        worst,
        sharpness: [sharpness[0] / count, sharpness[1] / count] as const,
      };
    },
    [files, options] as const,
  );
}

test.describe('B1 Refine', () => {
  test('enlarges 2, 3 and 4 times, tile by tile, and says what it did', async ({ shared }) => {
    const page = await openDarkroomPage(shared.app);
    const picture = await draw(page, { width: 100, height: 70 });
    for (const factor of [2, 3, 4] as const) {
      const made = await enlargeThere(page, picture, factor);
      expect(made).toMatchObject({ kind: 'made', mediaType: 'image/png' });
      const size = { width: 100 * factor, height: 70 * factor };
      expect(made).toMatchObject(size);
      expect(pngSize(Buffer.from(made.file, 'base64'))).toEqual(size);
      expect(made.reading).toBe(
        `Enlarged ${factor} times by the ESRGAN network, from 100 × 70 to ${size.width} × ${size.height} pixels.`,
      );
      // Two tiles across, two down.
      expect(made.fractions).toEqual([0.2, 0.4, 0.6, 0.8]);
      expect(made.previews).toBe(5);
    }
    const [once, again] = [
      await enlargeThere(page, picture, 2),
      await enlargeThere(page, picture, 2),
    ];
    expect(again.file).toBe(once.file);
    await page.close();
  });

  test('leaves no seams: a pixel is the same wherever the tiles end', async ({ shared }) => {
    const page = await openDarkroomPage(shared.app);
    // Of the whole, tiles end at 64; the part from 32 to 96 is one tile of its own.
    const drawing = { width: 128, height: 64 };
    const whole = await enlargeThere(page, await draw(page, drawing), 2);
    const part = await enlargeThere(page, await draw(page, { ...drawing, left: 32, part: 64 }), 2);
    const inside = { y: 0, width: (64 - 2 * 12) * 2, height: 64 * 2 };
    const { worst, error } = await compare(page, [whole.file, part.file], {
      at: [
        { ...inside, x: (32 + 12) * 2 },
        { ...inside, x: 12 * 2 },
      ],
    });
    expect(worst).toBeLessThanOrEqual(1);
    expect(error).toBeLessThan(0.1);
    // Where it does know less, at the cut edge of the part, it differs: the comparison can fail.
    const edge = { y: 0, width: 6, height: 64 * 2 };
    const cut = await compare(page, [whole.file, part.file], {
      at: [
        { ...edge, x: 32 * 2 },
        { ...edge, x: 0 },
      ],
    });
    expect(cut.worst).toBeGreaterThan(1);
    await page.close();
  });

  test('is closer to the original than plain scaling, and sharper', async ({
    shared,
  }, testInfo) => {
    const page = await openDarkroomPage(shared.app);
    const original = await painting(192);
    const small = await page.evaluate(async (file) => {
      const bytes = Uint8Array.from(atob(file), (unit) => unit.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(96, 96);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no context');
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, 96, 96);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    }, original.file);
    const refined = await enlargeThere(page, { width: 96, height: 96, file: small }, 2);
    const network = await compare(page, [original.file, refined.file]);
    const bicubic = await compare(page, [original.file, small], { scaled: 'bicubic' });
    const nearest = await compare(page, [original.file, small], { scaled: 'nearest' });
    const told = (name: string, { error, sharpness }: Comparison) =>
      `${name}: error ${error.toFixed(2)}, sharpness ${(sharpness[1] / sharpness[0]).toFixed(3)} of the original`;
    for (const line of [
      told('network', network),
      told('bicubic', bicubic),
      told('nearest', nearest),
    ]) {
      testInfo.annotations.push({ type: 'compared', description: line });
    }
    expect(network.error).toBeLessThan(bicubic.error);
    expect(network.error).toBeLessThan(nearest.error);
    expect(network.sharpness[1]).toBeGreaterThan(bicubic.sharpness[1]);
    await page.close();
  });

  test('keeps what is see-through', async ({ shared }) => {
    const page = await openDarkroomPage(shared.app);
    const picture = await draw(page, { width: 64, height: 64, opaque: false });
    const made = await enlargeThere(page, picture, 2);
    const alphas = await page.evaluate(
      async (files) => {
        const read = async (file: string) => {
          const bytes = Uint8Array.from(atob(file), (unit) => unit.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes]));
          const canvas = new OffscreenCanvas(128, 128);
          const context = canvas.getContext('2d');
          if (context === null) throw new Error('no context');
          context.imageSmoothingQuality = 'high';
          context.drawImage(picture, 0, 0, 128, 128);
          const { data } = context.getImageData(0, 0, 128, 128);
          return data.filter((_, index) => index % 4 === 3);
        };
        const [before = new Uint8ClampedArray(), after = new Uint8ClampedArray()] =
          await Promise.all(files.map(read));
        return {
          clear: before.filter((alpha) => alpha === 0).length,
          worst: after.reduce(
            (worst, alpha, index) => Math.max(worst, Math.abs(alpha - (before[index] ?? 0))),
            0,
          ),
        };
      },
      [picture.file, made.file],
    );
    expect(alphas.clear).toBeGreaterThan(100);
    expect(alphas.worst).toBeLessThanOrEqual(1);
    await page.close();
  });

  test('a cancel is heeded before the next tile', async ({ shared }) => {
    const page = await openDarkroomPage(shared.app);
    const picture = await draw(page, { width: 256, height: 256 });
    const made = await enlargeThere(page, picture, 2, 0.2);
    expect(made.kind).toBe('cancelled');
    expect(made.fractions.at(-1)).toBeLessThan(0.3);
    await page.close();
  });

  test('what is no picture, or another one, is refused with a sentence', async ({ shared }) => {
    const page = await openDarkroomPage(shared.app);
    const broken = { width: 64, height: 64, file: btoa('no picture') };
    const { kind, message } = await enlargeThere(page, broken, 2);
    expect([kind, message]).toEqual(['refused', 'The picture can’t be read; choose it again.']);
    const other = { ...(await draw(page, { width: 64, height: 64 })), width: 65 };
    expect(await enlargeThere(page, other, 2)).toMatchObject({
      kind: 'refused',
      message: 'The picture has another size than it had; choose it again.',
    });
    await page.close();
  });
});

test('nothing of TensorFlow is loaded to paint a picture', () => {
  const folder = join(projectFolder, 'out', 'renderer');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const scriptIn = /(?:src|href)="\.\/(assets\/[\w.-]+\.js)"/g;
  const files = new Set([...read('darkroom.html').matchAll(scriptIn)].map(([, file = '']) => file));
  for (const file of files) {
    for (const [, other = ''] of read(file).matchAll(/\bfrom\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      files.add(`assets/${other}`);
    }
  }
  expect(files.size).toBeGreaterThan(0);
  const named = [...files].filter((file) => /WASM_HAS|tfjs/.test(read(file)));
  expect(named).toEqual([]);
  const enlarge = builtModule('enlarge').split('/').at(-1) ?? '';
  expect(read(`assets/${enlarge}`)).toMatch(/WASM_HAS/);
});

test('no tensor stays behind', async () => {
  await withSketchWindow('../refine/network.ts', async (window) => {
    const held = await window.evaluate(async () => {
      // @ts-expect-error: the bundle that the page was given has put this name there.
      const { openNetwork, tensorsHeld } = globalThis.sketch;
      const network = await openNetwork(2);
      const counts: number[] = [];
      for (let run = 0; run < 20; run += 1) {
        const enlarged = network(new Float32Array(24 * 24 * 3).fill(run), {
          width: 24,
          height: 24,
        });
        if (enlarged.length !== 48 * 48 * 3) throw new Error('another size');
        counts.push(tensorsHeld());
      }
      return counts;
    });
    expect(new Set(held).size).toBe(1);
  });
});
