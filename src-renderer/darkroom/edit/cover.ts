import type { Context } from '../sketch/styles/draw-shape';

type Size = { readonly width: number; readonly height: number };

/** The part of `source` that fills `target` without distortion: as much as possible, from the middle. */
export function coveringPart(
  source: Size,
  target: Size,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const scale = Math.min(source.width / target.width, source.height / target.height);
  const width = target.width * scale;
  const height = target.height * scale;
  return { x: (source.width - width) / 2, y: (source.height - height) / 2, width, height };
}

/** Fills a canvas with a picture, centred and cropped, on white where it can be seen through. */
export function cover(source: ImageBitmap, context: Context): void {
  const { canvas } = context;
  const part = coveringPart(source, canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    source,
    part.x,
    part.y,
    part.width,
    part.height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}
