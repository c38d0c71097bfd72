import { largestPreview } from '../../src-shared/contract/darkroom';

/** A small picture of the work so far, as WebP. */
export async function previewOf(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const scale = Math.min(1, largestPreview / Math.max(canvas.width, canvas.height));
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const small = new OffscreenCanvas(width, height);
  const context = small.getContext('2d');
  if (context === null) throw new Error('no drawing context for a preview');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(canvas, 0, 0, width, height);
  const bytes = await fileOf(small, 'image/webp');
  letGo(small);
  return bytes;
}

/** Gives a canvas's pixels back at once: the engine's own cleaning comes late, and does not count them. */
export function letGo(canvas: OffscreenCanvas): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** The finished picture as PNG, without loss. */
export function pictureOf(canvas: OffscreenCanvas): Promise<Uint8Array> {
  return fileOf(canvas, 'image/png');
}

async function fileOf(canvas: OffscreenCanvas, type: 'image/png' | 'image/webp') {
  const blob = await canvas.convertToBlob({ type, quality: 0.7 });
  if (blob.type !== type) throw new Error(`the picture could not be encoded as ${type}`);
  return new Uint8Array(await blob.arrayBuffer());
}
