import { closest, type View } from './camera';

/** A scene's picture, prepared to fill the frame and to be seen a little closer. */
export type Plate = OffscreenCanvas;

/** Where more than this share of a picture would be cut away, it is shown whole on a blurred ground. */
const mostCut = 0.4;
/** The ground is scaled down so far, and up again in steps of so much: soft, and cheaper than a filter. */
const groundScale = 1 / 32;
const groundStep = 2;

/** Prepares a picture for a frame of this size. */
export function plateOf(picture: ImageBitmap, width: number, height: number): Plate {
  const context = surface(Math.ceil(width * closest), Math.ceil(height * closest));
  const { canvas } = context;
  const cover = scaleFor(picture, canvas, Math.max);
  const contain = scaleFor(picture, canvas, Math.min);
  if (1 - contain / cover <= mostCut) {
    drawScaled(context, picture, cover);
    return canvas;
  }
  drawGround(context, picture, cover);
  context.fillStyle = 'rgb(0 0 0 / 35%)';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // A picture that stands whole is not cut by the closest view.
  drawScaled(context, picture, contain / closest);
  return canvas;
}

function drawGround(
  context: OffscreenCanvasRenderingContext2D,
  picture: ImageBitmap,
  cover: number,
): void {
  const { canvas } = context;
  const sized = (scale: number) =>
    surface(Math.ceil(canvas.width * scale), Math.ceil(canvas.height * scale));
  let ground = sized(groundScale);
  drawScaled(ground, picture, cover * groundScale);
  for (let scale = groundScale * groundStep; scale < 1; scale *= groundStep) {
    const larger = sized(scale);
    // Bilinear, over and over, is as soft as a blur; sharper filters would keep the edges of pixels.
    larger.imageSmoothingQuality = 'low';
    larger.drawImage(ground.canvas, 0, 0, larger.canvas.width, larger.canvas.height);
    ground = larger;
  }
  context.imageSmoothingQuality = 'low';
  context.drawImage(ground.canvas, 0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
}

/** Draws what the camera sees of a plate over the whole frame. */
export function drawPlate(
  context: OffscreenCanvasRenderingContext2D,
  plate: Plate,
  { x, y, side }: View,
): void {
  const { width, height } = context.canvas;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(
    plate,
    x * plate.width,
    y * plate.height,
    side * plate.width,
    side * plate.height,
    0,
    0,
    width,
    height,
  );
}

function scaleFor(
  picture: ImageBitmap,
  frame: OffscreenCanvas,
  choose: (...scales: number[]) => number,
): number {
  return choose(frame.width / picture.width, frame.height / picture.height);
}

function drawScaled(
  context: OffscreenCanvasRenderingContext2D,
  picture: ImageBitmap,
  scale: number,
): void {
  const [width, height] = [picture.width * scale, picture.height * scale];
  const { canvas } = context;
  context.drawImage(
    picture,
    (canvas.width - width) / 2,
    (canvas.height - height) / 2,
    width,
    height,
  );
}

/** Opaque and in plain memory: pictures that are see-through lie on black. */
function surface(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (context === null) throw new Error('no drawing context for a scene');
  context.imageSmoothingQuality = 'high';
  return context;
}
