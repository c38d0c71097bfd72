import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { withSketchWindow } from '../../scripts/sketch-window.mjs';
import { readBoxes } from '../../src-main/gallery/mp4-boxes';
import { readElements } from '../../src-main/gallery/webm-elements';
import type { ClipRequest } from '../../src-shared/jobs/clip-request';
import { apart, probeClip, smallFrames } from './clip-file';

type Told = { readonly kind: string; readonly message?: string; readonly reading?: string };
type Filmed = Told & { readonly file: string | null; readonly previews: number };

const words: ClipRequest = {
  tool: 'video',
  prompt: 'three sailing boats on the sea, clouds',
  negativePrompt: '',
  style: 'flat',
  model: 'motion',
  quality: 'basic',
  width: 1280,
  height: 720,
  seed: 7,
  seconds: 1,
  format: 'mp4',
  camera: 'auto',
  first: null,
  last: null,
};
const [day, night] = ['a'.repeat(64), 'b'.repeat(64)];

/** A PNG of a house by day or by night, in base 64. */
function drawHouse(page: Page, isNight: boolean): Promise<string> {
  return page.evaluate(async (dark) => {
    const canvas = new OffscreenCanvas(1280, 720);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no context');
    const shapes: [string, number, number, number, number][] = [
      [dark ? '#0b1030' : '#8fc3ee', 0, 0, 1280, 720],
      [dark ? '#101c18' : '#6fa04a', 0, 420, 1280, 300],
      [dark ? '#2a1c20' : '#c8583a', dark ? 760 : 420, 260, 300, 300],
      [dark ? '#ffd67a' : '#35557a', dark ? 860 : 520, 340, 90, 90],
    ];
    for (const [colour, x, y, width, height] of shapes) {
      context.fillStyle = colour;
      context.fillRect(x, y, width, height);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, isNight);
}

type Asked = { request: ClipRequest; pictures: Record<string, string>; cancels?: boolean };

/** Has Motion make a clip in the page, where the bundle has put its maker under the name `sketch`. */
async function makeClip(page: Page, asked: Asked, target: string): Promise<Filmed> {
  const made = await page.evaluate(async ({ request, pictures, cancels }) => {
    // @ts-expect-error: the bundle that the page was given has put this name there.
    const { film } = globalThis.sketch;
    const cancellation = new AbortController();
    let previews = 0;
    const told = await film(request, {
      signal: cancellation.signal,
      pause: () => new Promise((resolve) => setTimeout(resolve)),
      progress: (fraction: number) => {
        if (cancels === true && fraction > 0.4) cancellation.abort();
      },
      preview: async () => undefined,
      lastPreview: async () => {
        previews += 1;
      },
      input: (name: string) =>
        Uint8Array.from(atob(pictures[name] ?? ''), (letter) => letter.charCodeAt(0)),
    });
    const { kind, message, reading, bytes } = told;
    const letters: string[] = [];
    for (let at = 0; at < (bytes?.length ?? 0); at += 8192) {
      letters.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
    }
    return { kind, message, reading, previews, bytes: bytes ? btoa(letters.join('')) : null };
  }, asked);
  const { bytes, ...told } = made;
  if (bytes === null) return { ...told, file: null };
  writeFileSync(target, Buffer.from(bytes, 'base64'));
  return { ...told, file: target };
}

/** The file of a clip that must have been made. */
async function fileOf(page: Page, asked: Asked, target: string): Promise<string> {
  const { kind, file, reading, previews } = await makeClip(page, asked, target);
  expect(kind).toBe('made');
  expect(reading).toMatch(/^Motion .+\.$/);
  expect(previews, 'posters').toBe(1);
  return file ?? '';
}

/** Half a second later every picture is another one: a moving picture, no slide show. */
function expectMotion(frames: readonly Buffer[]): void {
  const ways: number[] = [];
  for (let at = 0; at + 14 < frames.length; at += 15) ways.push(apart(frames[at], frames[at + 14]));
  expect(ways.length).toBeGreaterThan(0);
  for (const way of ways) expect(way).toBeGreaterThan(0.6);
  const standing = frames.filter((frame, at) => at > 0 && apart(frame, frames[at - 1]) === 0);
  expect(standing.length, 'frames that repeat the one before').toBeLessThan(frames.length / 4);
}

function namesOf(file: string): string[] {
  return (readBoxes(readFileSync(file)) ?? []).map(({ type }) => type);
}

test('A2: from words alone, an H.264 clip that plays from its start and moves', async () => {
  const info = test.info();
  await withSketchWindow('../motion/film.ts', async (page) => {
    const asked = { request: { ...words, quality: 'premium' as const }, pictures: {} };
    const file = await fileOf(page, asked, info.outputPath('words.mp4'));
    expect(probeClip(file)).toEqual({
      codec: 'h264',
      width: 1280,
      height: 720,
      pixels: 'yuv420p',
      frames: 30,
      rate: '30/1',
      seconds: 1,
      streams: 1,
    });
    const boxes = namesOf(file);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
    expectMotion(smallFrames(file));
  });
});

test('A2: a VP9 clip in WebM, the same to the byte for the same request', async () => {
  const info = test.info();
  await withSketchWindow('../motion/film.ts', async (page) => {
    const asked = { request: { ...words, format: 'webm' as const }, pictures: {} };
    const file = await fileOf(page, asked, info.outputPath('words.webm'));
    expect(probeClip(file)).toMatchObject({
      codec: 'vp9',
      width: 1280,
      height: 720,
      pixels: 'yuv420p',
      frames: 30,
      seconds: 1,
    });
    expect(readElements(readFileSync(file))).not.toBeNull();
    expectMotion(smallFrames(file));
    const again = await fileOf(page, asked, info.outputPath('again.webm'));
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });
});

test('A2: from one picture, upright; it begins with that picture', async () => {
  const info = test.info();
  await withSketchWindow('../motion/film.ts', async (page) => {
    const picture = await drawHouse(page, false);
    const asked = {
      request: {
        ...words,
        tool: 'image-to-video' as const,
        prompt: 'snow',
        width: 720,
        height: 1280,
        first: day,
      },
      pictures: { [day]: picture },
    };
    const file = await fileOf(page, asked, info.outputPath('picture.mp4'));
    expect(probeClip(file)).toMatchObject({ codec: 'h264', width: 720, height: 1280, frames: 30 });
    const frames = smallFrames(file);
    expectMotion(frames);
    const png = info.outputPath('picture.png');
    writeFileSync(png, Buffer.from(picture, 'base64'));
    const [whole] = smallFrames(png);
    // The middle of the picture, as high as it is and as wide as the clip.
    expect(apart(frames[0], cutToUpright(whole))).toBeLessThan(6);
  });
});

/** The columns of a small 16:9 picture that an upright clip shows, as wide as the whole again. */
function cutToUpright(small: Buffer | undefined): Buffer {
  if (small === undefined) throw new Error('no picture');
  const share = (720 / 1280) ** 2;
  const cut = Buffer.alloc(small.length);
  for (let at = 0; at < small.length / 3; at += 1) {
    const [x, y] = [at % 64, Math.floor(at / 64)];
    const from = Math.floor(32 + (x + 0.5 - 32) * share);
    small.copy(cut, at * 3, (y * 64 + from) * 3, (y * 64 + from) * 3 + 3);
  }
  return cut;
}

test('A2: from a first to a last picture, which it begins and ends with', async () => {
  const info = test.info();
  await withSketchWindow('../motion/film.ts', async (page) => {
    const pictures = { [day]: await drawHouse(page, false), [night]: await drawHouse(page, true) };
    const request: ClipRequest = {
      ...words,
      tool: 'image-to-video',
      prompt: '',
      camera: 'push-in',
      first: day,
      last: night,
      seconds: 2,
    };
    const file = await fileOf(page, { request, pictures }, info.outputPath('passage.mp4'));
    expect(probeClip(file)).toMatchObject({ frames: 60, seconds: 2 });
    const frames = smallFrames(file);
    expectMotion(frames);
    const [first, last] = Object.entries(pictures).map(([name, picture]) => {
      const png = info.outputPath(`${name[0]}.png`);
      writeFileSync(png, Buffer.from(picture, 'base64'));
      return smallFrames(png)[0];
    });
    expect(apart(frames[0], first)).toBeLessThan(4);
    expect(apart(frames[59], last)).toBeLessThan(4);
    for (const end of [first, last]) expect(apart(frames[30], end)).toBeGreaterThan(8);
  });
});

test('a picture that is none is refused, and a cancelled clip leaves nothing', async () => {
  const info = test.info();
  await withSketchWindow('../motion/film.ts', async (page) => {
    const request: ClipRequest = { ...words, tool: 'image-to-video', first: day };
    const target = info.outputPath('none.mp4');
    const refused = await makeClip(
      page,
      { request, pictures: { [day]: btoa('GIF89a…'.slice(0, 6)) } },
      target,
    );
    expect(refused).toMatchObject({ kind: 'refused', file: null });
    expect(refused.message).toContain('could not be opened');
    const long: ClipRequest = { ...words, seconds: 60 };
    const cancelled = await makeClip(page, { request: long, pictures: {}, cancels: true }, target);
    expect(cancelled).toMatchObject({ kind: 'cancelled', file: null });
  });
});
