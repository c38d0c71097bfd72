import type { Page } from '@playwright/test';
import { withSketchWindow } from '../../scripts/sketch-window.mjs';
import type { EditRequest } from '../../src-shared/jobs/edit-request';

/** Pictures drawn in the window: each has forms, lights and colours of its own. */
export type Source = 'hills' | 'face' | 'city' | 'blocks';
/** A picture that is half transparent, one that is no picture at all, and masks. */
export type Input = Source | 'veil' | 'damaged' | 'empty' | 'disc' | 'black';

export type EditOrder = {
  readonly source: Input;
  readonly mask?: Input;
  readonly request: Partial<EditRequest> & Pick<EditRequest, 'action'>;
  /** Cancelled as soon as the first progress is told. */
  readonly cancelled?: boolean;
};

export type Edited = {
  readonly kind: 'made' | 'refused' | 'cancelled';
  readonly message: string;
  readonly reading: string;
  readonly width: number;
  readonly height: number;
  /** Mean red, green and blue of 16 × 16 fields, of the result and of its source. */
  readonly look: readonly number[];
  readonly sourceLook: readonly number[];
  /** A digest of every byte of the result. */
  readonly bytes: number;
  readonly fractions: readonly number[];
  /** Pixels of the source that are not the same in the result, byte for byte, and pixels compared. */
  readonly changed: number;
  readonly compared: number;
  /** Pixels of the result that may change and did. */
  readonly fresh: number;
  /** How far, 0..255, pixels on both sides of the source's edge are apart, at the mean. */
  readonly seam: number;
};

const side = 256;

/** Opens a window in which the edit maker runs alone, and runs `use` with what edits in it. */
export function withEditWindow(
  use: (edit: (order: EditOrder) => Promise<Edited>) => Promise<void>,
): Promise<void> {
  return withSketchWindow('../edit/edit.ts', async (page) => {
    await page.evaluate(drawInputs, side);
    await use((order) => editThere(page, order));
  });
}

function editThere(page: Page, order: EditOrder): Promise<Edited> {
  const request = {
    tool: 'edit',
    prompt: '',
    negativePrompt: '',
    style: 'oil',
    model: 'sketch',
    quality: 'premium',
    width: side,
    height: side,
    seed: 7,
    source: 'source',
    ...order.request,
  };
  return page.evaluate(editInPage, { ...order, request });
}

/** Runs in the page: draws every input and keeps its file. */
async function drawInputs(size: number): Promise<void> {
  type Draw = (context: OffscreenCanvasRenderingContext2D) => void;
  const disc = (context: OffscreenCanvasRenderingContext2D, x: number, y: number, r: number) => {
    context.beginPath();
    context.arc(x * size, y * size, r * size, 0, 7);
    context.fill();
  };
  const box = (
    context: OffscreenCanvasRenderingContext2D,
    fill: string,
    [x, y, w, h]: readonly [number, number, number, number],
  ) => {
    context.fillStyle = fill;
    context.fillRect(x * size, y * size, w * size, h * size);
  };
  const inputs: Record<string, Draw> = {
    hills: (context) => {
      const sky = context.createLinearGradient(0, 0, 0, size * 0.6);
      sky.addColorStop(0, '#3f7fc0');
      sky.addColorStop(1, '#f3e3c0');
      context.fillStyle = sky;
      context.fillRect(0, 0, size, size);
      context.fillStyle = '#fff3a8';
      disc(context, 0.75, 0.2, 0.09);
      context.fillStyle = '#6f9a58';
      disc(context, 0.25, 1.05, 0.55);
      context.fillStyle = '#3f6a3c';
      disc(context, 0.85, 1.2, 0.6);
      box(context, '#3a2b22', [0.18, 0.3, 0.04, 0.3]);
    },
    face: (context) => {
      box(context, '#c9a27a', [0, 0, 1, 1]);
      context.fillStyle = '#2c1c18';
      disc(context, 0.5, 0.42, 0.32);
      context.fillStyle = '#e8b898';
      disc(context, 0.5, 0.48, 0.22);
      context.fillStyle = '#2a2a30';
      disc(context, 0.42, 0.45, 0.03);
      disc(context, 0.58, 0.45, 0.03);
      box(context, '#7a2430', [0.2, 0.78, 0.6, 0.22]);
    },
    city: (context) => {
      box(context, '#101830', [0, 0, 1, 1]);
      context.fillStyle = '#f6f0d0';
      disc(context, 0.22, 0.2, 0.1);
      for (let tower = 0; tower < 5; tower += 1) {
        const tall = 0.35 + ((tower * 37) % 50) / 100;
        box(context, '#2c3a5c', [0.04 + tower * 0.19, 1 - tall, 0.15, tall]);
        box(context, '#f0c860', [0.08 + tower * 0.19, 1.05 - tall, 0.05, tall * 0.5]);
      }
    },
    blocks: (context) => {
      box(context, '#f0ead8', [0, 0, 1, 1]);
      box(context, '#c81e6e', [0, 0.5, 0.5, 0.5]);
      box(context, '#0f8a86', [0.55, 0.05, 0.4, 0.35]);
      context.fillStyle = '#202020';
      disc(context, 0.3, 0.25, 0.16);
    },
    veil: (context) => {
      const veil = context.createLinearGradient(0, 0, size, size);
      veil.addColorStop(0, 'rgb(200 30 40 / 0.15)');
      veil.addColorStop(1, 'rgb(20 90 220 / 0.9)');
      context.fillStyle = veil;
      context.fillRect(0, 0, size, size);
    },
    empty: (context) => box(context, '#606060', [0, 0, 1, 1]),
    black: (context) => box(context, '#000', [0, 0, 1, 1]),
    disc: (context) => {
      box(context, '#000', [0, 0, 1, 1]);
      context.fillStyle = '#fff';
      disc(context, 0.6, 0.55, 0.24);
    },
  };
  const files: Record<string, Uint8Array> = { damaged: Uint8Array.of(137, 80, 78, 71, 1, 2, 3) };
  for (const [name, draw] of Object.entries(inputs)) {
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no context');
    draw(context);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    files[name] = new Uint8Array(await blob.arrayBuffer());
  }
  Object.assign(globalThis, { files });
}

type PageOrder = Omit<EditOrder, 'request'> & {
  readonly request: Record<string, unknown> & { readonly action: EditRequest['action'] };
};

/** Runs in the page, where the bundle has put `sketch` and `drawInputs` the files. */
async function editInPage({ source, mask, request, cancelled }: PageOrder): Promise<Edited> {
  // @ts-expect-error: the bundle and `drawInputs` have put these names there.
  const { sketch, files } = globalThis;
  const pixelsOf = async (file: Uint8Array, smaller?: number) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(file)]));
    const width = smaller ?? picture.width;
    const height = smaller ?? picture.height;
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (!context) throw new Error('no context');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
  const lookOf = async (file: Uint8Array) =>
    [...(await pixelsOf(file, 16)).data].filter((_, index) => index % 4 < 3);
  const cancellation = new AbortController();
  const fractions: number[] = [];
  const made = await sketch.edit(request, {
    signal: cancellation.signal,
    progress: (fraction: number) => {
      fractions.push(fraction);
      if (cancelled) cancellation.abort();
    },
    preview: async () => undefined,
    lastPreview: async () => undefined,
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    input: (name: string) => files[name === 'mask' ? (mask ?? '') : source],
  });
  const none = { look: [], sourceLook: [], bytes: 0, changed: 0, compared: 0, fresh: 0, seam: 0 };
  const told = { message: made.message ?? '', reading: made.reading ?? '', fractions };
  if (made.kind !== 'made') return { kind: made.kind, ...told, ...none, width: 0, height: 0 };
  const [result, original] = [await pixelsOf(made.bytes), await pixelsOf(files[source])];
  const open = mask ? (await pixelsOf(files[mask])).data : null;
  const { action } = request;
  const [left, top] = action.kind === 'extend' ? [action.left, action.top] : [0, 0];
  const counts = { changed: 0, compared: 0, fresh: 0 };
  for (let index = 0; index < original.width * original.height; index += 1) {
    const [x, y] = [index % original.width, Math.floor(index / original.width)];
    const to = ((top + y) * result.width + left + x) * 4;
    const isSame = [0, 1, 2, 3].every(
      (channel) => original.data[index * 4 + channel] === result.data[to + channel],
    );
    if (open && (open[index * 4] ?? 0) >= 128) {
      if (!isSame) counts.fresh += 1;
      continue;
    }
    counts.compared += 1;
    if (!isSame) counts.changed += 1;
  }
  let [seam, pairs] = [0, 0];
  for (let y = top; left > 0 && y < top + original.height; y += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const inner = (y * result.width + left) * 4 + channel;
      seam += Math.abs((result.data[inner] ?? 0) - (result.data[inner - 4] ?? 0));
      pairs += 1;
    }
  }
  let bytes = 0x811c9dc5;
  for (const byte of result.data) bytes = Math.imul(bytes ^ byte, 0x01000193);
  return {
    kind: 'made',
    ...told,
    ...counts,
    width: made.width,
    height: made.height,
    look: await lookOf(made.bytes),
    sourceLook: await lookOf(files[source]),
    bytes,
    seam: pairs > 0 ? seam / pairs : 0,
  };
}
