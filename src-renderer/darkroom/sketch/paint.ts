import { createRandom, hashText } from './core/random';
import { planScene } from './plan/plan-scene';
import type { Scene } from './plan/scene';
import { frameOf } from './plan/stage';
import { readPrompt } from './reading/read-prompt';
import type { Reading } from './reading/reading';
import type { StyleId } from './styles';
import { contextOf, createSurface } from './styles/draw-shape';
import type { Likeness } from './styles/easel';
import { painters } from './styles/painters';

export type PaintRequest = {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly style: StyleId;
  /** Pixels, 64..2048, no more than three times the other side. */
  readonly width: number;
  readonly height: number;
  /** Whole number, 0..2^32 - 1. */
  readonly seed: number;
  /** Basic paints a smaller picture in fewer passes and enlarges it. */
  readonly quality: 'basic' | 'premium';
};

/** The share of the work that is done, 0..1; never goes back. */
export type PaintStep = { readonly fraction: number };

/** What Sketch made of the request, so that the app can say so. */
export type PaintSummary = {
  /** One sentence: `Sketch understood: fox, snow, dusk.` */
  readonly reading: string;
  readonly kind: Scene['kind'];
  readonly understood: readonly string[];
  readonly unknown: readonly string[];
  readonly ruledOut: readonly string[];
  readonly drawn: readonly string[];
};

/** Longest side, in pixels, at which basic quality paints before it enlarges. */
const basicSide = 512;

/**
 * Paints `request` on `canvas`, which has the requested size. The generator yields after every
 * small step (a few milliseconds; up to about 20 at 2048 × 2048), so that the caller decides when
 * to pause, show progress and take a preview of `canvas`. Returning it cancels. The same request
 * gives the same bytes. Throws a RangeError for sizes and seeds out of range.
 */
export function* paint(
  request: PaintRequest,
  canvas: OffscreenCanvas,
): Generator<PaintStep, PaintSummary> {
  check(request);
  const reading = readPrompt(request.prompt, request.negativePrompt);
  const { width, height } = request;
  const scene = planScene(reading, frameOf(width, height), request.seed);
  yield { fraction: 0.01 };
  yield* paintScene(scene, request, canvas);
  return summarise(reading, scene);
}

/** What paints a scene besides its plan. */
export type SceneSheet = Omit<PaintRequest, 'prompt' | 'negativePrompt'>;

/**
 * Paints a planned scene as `paint` does. Where there is a likeness, the scene was read from that
 * picture, and styles that look at tones look at it.
 */
export function* paintScene(
  scene: Scene,
  request: SceneSheet,
  canvas: OffscreenCanvas,
  likeness?: Likeness,
): Generator<PaintStep, void> {
  const { width, height } = request;
  const target = contextOf(canvas);
  const longest = Math.max(width, height);
  const inner = request.quality === 'basic' ? Math.min(1, basicSide / longest) : 1;
  const context = inner < 1 ? createSurface(width * inner, height * inner) : target;
  const easel = {
    scene,
    context,
    width: context.canvas.width,
    height: context.canvas.height,
    scale: context.canvas.width / scene.frame.width,
    random: createRandom(request.seed, `style ${request.style}`),
    seed: (request.seed ^ hashText(request.style)) >>> 0,
    fine: request.quality === 'premium',
    likeness: likeness && scaled(likeness, context.canvas.width),
  };
  let reached = 0.01;
  let steps = 0;
  for (const share of painters[request.style](easel)) {
    reached = Math.max(reached, 0.01 + 0.98 * Math.min(1, share));
    steps += 1;
    if (inner < 1 && steps % 40 === 0) enlarge(context.canvas, target, request);
    yield { fraction: reached };
  }
  if (inner < 1) enlarge(context.canvas, target, request);
  yield { fraction: 1 };
}

/** The likeness with its guides, if any, measured against a sheet so many pixels wide. */
function scaled({ picture, guides }: Likeness, width: number): Likeness {
  return { picture, guides: guides && { ...guides, ratio: guides.width / width } };
}

function enlarge(
  from: OffscreenCanvas,
  to: OffscreenCanvasRenderingContext2D,
  request: SceneSheet,
): void {
  to.imageSmoothingEnabled = request.style !== 'pixel';
  to.imageSmoothingQuality = 'high';
  to.drawImage(from, 0, 0, request.width, request.height);
}

function check(request: PaintRequest): void {
  const { width, height, seed } = request;
  const whole = Number.isInteger(width) && Number.isInteger(height) && Number.isInteger(seed);
  const small = Math.min(width, height);
  const large = Math.max(width, height);
  if (!whole || small < 64 || large > 2048 || large > small * 3 + 2) {
    throw new RangeError(
      `Sketch cannot paint ${width} × ${height}: sides go from 64 to 2048, at most 3 to 1.`,
    );
  }
  if (seed < 0 || seed > 0xffffffff)
    throw new RangeError('A seed is a whole number from 0 to 4294967295.');
}

function summarise(reading: Reading, scene: Scene): PaintSummary {
  const { understood, unknown, ruledOut } = reading;
  const said =
    understood.length > 0
      ? `Sketch understood: ${understood.join(', ')}.`
      : 'Sketch knew none of these words and drew an abstract from them.';
  return { reading: said, kind: scene.kind, understood, unknown, ruledOut, drawn: scene.drawn };
}
