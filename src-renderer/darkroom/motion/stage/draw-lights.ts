import { seenAt, type View } from '../plan/camera';
import { beaconAt, flashAt, flickerAt, patchAt, twinkleAt } from '../plan/glimmer';
import { type Light, tintOf } from '../plan/hours';
import type { FilmSet } from '../set/film-set';
import type { Lamp } from '../set/lights';
import { placed, scaleOf } from './draw-layers';
import { beam, drawPatch, softPatch } from './sprites';

type Context = OffscreenCanvasRenderingContext2D;

/** What the lights of a clip are drawn with; made once. */
export type LightKit = {
  readonly lamps: readonly Lamp[];
  readonly patches: ReadonlyMap<Lamp, OffscreenCanvas>;
  /** What travels over the scene: the shade of a cloud outdoors, a gleam indoors; null where there is neither. */
  readonly traveller: 'shade' | 'gleam' | null;
  readonly travelling: OffscreenCanvas;
  readonly stormy: boolean;
  readonly phase: number;
};

export function lightKit(options: {
  readonly lamps: readonly Lamp[];
  readonly traveller: LightKit['traveller'];
  readonly stormy: boolean;
  readonly phase: number;
}): LightKit {
  const patches = new Map<Lamp, OffscreenCanvas>();
  for (const lamp of options.lamps) {
    patches.set(lamp, lamp.kind === 'beacon' ? beam(lamp.colour) : softPatch(lamp.colour, 64));
  }
  const travelling = softPatch(options.traveller === 'shade' ? [18, 22, 44] : [255, 240, 208], 96);
  return { ...options, patches, travelling };
}

/** What lights are drawn in: a set, seen at a moment. */
export type Lit = {
  readonly set: FilmSet;
  readonly kit: LightKit;
  readonly view: View;
  readonly seconds: number;
  /** How far the sun has risen, -1 to 1. */
  readonly climb: number;
  /** The hour; null where it stays the one that was painted. */
  readonly light: Light | null;
};

/** A share of the frame's height: a patch any larger takes more time than it is worth. */
const largestSun = 0.4;

/** How a lamp shines: how large in pixels of the frame, how bright, and how far above its place in the set. */
type Shine = { readonly size: number; readonly alpha: number; readonly rise: number };

/** Stars that twinkle; they stand behind everything but the sky. */
export function drawStars(context: Context, lit: Lit): void {
  for (const lamp of lit.kit.lamps) {
    if (lamp.kind !== 'star') continue;
    const size = Math.max(5, lamp.size * lit.set.height * scaleOf(context, lit.set) * 4);
    const seen = lit.light?.darkness ?? 1;
    const alpha = 0.9 * seen * twinkleAt(lamp.x * 37 + lamp.y * 91, lit.seconds);
    drawLamp(context, lit, lamp, { size, alpha, rise: 0 });
  }
}

/** Lays the hour, the lamps and whatever light travels over a frame that is otherwise whole. */
export function drawLights(context: Context, lit: Lit): void {
  const { kit, light, seconds } = lit;
  if (kit.traveller !== null) drawTraveller(context, kit, seconds);
  if (light !== null) tint(context, tintOf(light));
  for (const lamp of kit.lamps) {
    if (lamp.kind === 'beacon') drawBeacon(context, lit, lamp);
    else if (lamp.kind !== 'star') drawLamp(context, lit, lamp, shineOf(context, lit, lamp));
  }
  if (kit.stormy) drawFlash(context, flashAt(kit.phase, seconds));
}

function drawTraveller(context: Context, kit: LightKit, seconds: number): void {
  const { width, height } = context.canvas;
  const isShade = kit.traveller === 'shade';
  const { x, y } = patchAt(kit.phase, seconds, isShade ? 0.17 : 0.24);
  const place = { x: x * width, y: (y + 0.18) * height };
  drawPatch(context, kit.travelling, place, width * 0.7, height * 0.55, isShade ? 0.26 : 0.2);
}

function tint(context: Context, colour: string): void {
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = colour;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}

function drawFlash(context: Context, strength: number): void {
  if (strength <= 0.02) return;
  context.fillStyle = `rgb(226 232 255 / ${(0.5 * strength).toFixed(3)})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** The sun's slow pulse, or the flicker of a window, which is seen only as far as it is dark. */
function shineOf(context: Context, { set, seconds, climb, light }: Lit, lamp: Lamp): Shine {
  const tall = lamp.size * set.height * scaleOf(context, set);
  const phase = lamp.x * 61 + lamp.y * 23;
  if (lamp.kind === 'sun') {
    const size =
      Math.min(tall, largestSun * context.canvas.height) *
      (1 + 0.1 * Math.sin(1.1 * seconds + phase));
    return { size, alpha: 0.16 + 0.05 * Math.sin(1.7 * seconds), rise: 0.07 * climb };
  }
  const darkness = light?.darkness ?? 1;
  const alpha = 0.6 * darkness * flickerAt(phase, seconds);
  return { size: Math.max(14, tall * 5), alpha, rise: 0 };
}

function drawLamp(context: Context, lit: Lit, lamp: Lamp, { size, alpha, rise }: Shine): void {
  const patch = lit.kit.patches.get(lamp);
  if (patch === undefined) return;
  drawPatch(context, patch, placeOf(context, lit, lamp, rise), size, size, alpha);
}

function placeOf(context: Context, { set, view }: Lit, lamp: Lamp, rise = 0) {
  const seen = seenAt(view, lamp.depth);
  return placed(context, set, seen, lamp.x * set.width, (lamp.y - rise) * set.height);
}

/** A lighthouse's beam goes round: long to one side, short towards us, long to the other. */
function drawBeacon(context: Context, lit: Lit, lamp: Lamp): void {
  const { kit, set, seconds } = lit;
  const patch = kit.patches.get(lamp);
  if (patch === undefined) return;
  const tall = lamp.size * set.height * scaleOf(context, set);
  const { reach, glare } = beaconAt(kit.phase, seconds);
  const place = placeOf(context, lit, lamp);
  const length = Math.max(context.canvas.width, context.canvas.height) * 0.75 * reach;
  const breadth = tall * 0.9;
  context.save();
  context.translate(place.x, place.y);
  context.scale(Math.sign(length), 1);
  context.globalAlpha = (0.35 + 0.45 * Math.abs(reach)) * (lit.light?.darkness ?? 1);
  context.drawImage(patch, 0, -breadth / 2, Math.abs(length), breadth);
  context.restore();
  drawPatch(context, kit.travelling, place, tall * 1.6, tall * 1.6, 0.8 * glare);
}
