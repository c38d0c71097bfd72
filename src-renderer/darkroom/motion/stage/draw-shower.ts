import { css } from '../../sketch/core/colour';
import { moteAt, type SeenMote, type Shower, type ShowerKind } from '../plan/showers';
import { softPatch } from './sprites';

type Context = OffscreenCanvasRenderingContext2D;

/** What a shower is drawn with; made once for a clip. */
export type ShowerKit = { readonly shower: Shower; readonly glow: OffscreenCanvas };

export function showerKit(shower: Shower): ShowerKit {
  return { shower, glow: softPatch(shower.colours[0], 48) };
}

/** Draws what falls, floats or flies between the camera and the scene. */
export function drawShower(context: Context, { shower, glow }: ShowerKit, seconds: number): void {
  const motes = shower.motes.map((mote) => moteAt(shower, mote, seconds));
  drawings[shower.kind](context, motes, shower.colours, glow);
}

type Drawing = (
  context: Context,
  motes: readonly SeenMote[],
  colours: Shower['colours'],
  glow: OffscreenCanvas,
) => void;

function unitOf({ canvas }: Context): number {
  return Math.min(canvas.width, canvas.height);
}

/** Far and near drops are one path each: a path for each drop would take too long. */
function drawRain(context: Context, motes: readonly SeenMote[], [colour]: Shower['colours']): void {
  const { width, height } = context.canvas;
  const unit = unitOf(context);
  for (const [low, high] of [
    [0, 0.12],
    [0.12, 0.45],
    [0.45, 1.01],
  ] as const) {
    const band = motes.filter(({ near }) => near >= low && near < high);
    context.beginPath();
    for (const { x, y, size, turn: lean } of band) {
      context.moveTo(x * width, y * height);
      context.lineTo((x + lean * size) * width, y * height - size * unit);
    }
    context.strokeStyle = css(colour, 0.3 + 0.32 * low);
    context.lineWidth = Math.max(0.8, unit * (0.0011 + 0.0022 * low));
    context.stroke();
  }
}

function drawDiscs(
  context: Context,
  motes: readonly SeenMote[],
  [colour]: Shower['colours'],
): void {
  const { width, height } = context.canvas;
  const unit = unitOf(context);
  context.fillStyle = css(colour, 0.92);
  context.beginPath();
  for (const { x, y, size } of motes) {
    const radius = Math.max(0.9, size * unit);
    context.moveTo(x * width + radius, y * height);
    context.arc(x * width, y * height, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

function drawBubbles(
  context: Context,
  motes: readonly SeenMote[],
  [colour]: Shower['colours'],
): void {
  const { width, height } = context.canvas;
  const unit = unitOf(context);
  context.strokeStyle = css(colour, 0.6);
  context.fillStyle = css(colour, 0.16);
  context.lineWidth = Math.max(1, unit * 0.0018);
  context.beginPath();
  for (const { x, y, size } of motes) {
    const radius = Math.max(1.5, size * unit);
    context.moveTo(x * width + radius, y * height);
    context.arc(x * width, y * height, radius, 0, 2 * Math.PI);
  }
  context.fill();
  context.stroke();
}

function drawPetals(
  context: Context,
  motes: readonly SeenMote[],
  colours: Shower['colours'],
): void {
  const { width, height } = context.canvas;
  const unit = unitOf(context);
  for (const [tone, colour] of colours.entries()) {
    context.fillStyle = css(colour);
    context.beginPath();
    for (const mote of motes) {
      if (mote.tone % colours.length !== tone) continue;
      const { x, y, size, turn } = mote;
      // A petal that tumbles is seen now from the side, now from above.
      const breadth = size * unit * (0.18 + 0.42 * Math.abs(Math.sin(turn * 0.8)));
      const [cx, cy] = [x * width, y * height];
      context.moveTo(cx + size * unit * Math.cos(turn), cy + size * unit * Math.sin(turn));
      context.ellipse(cx, cy, size * unit, breadth, turn, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

function drawGlows(
  context: Context,
  motes: readonly SeenMote[],
  _colours: Shower['colours'],
  glow: OffscreenCanvas,
): void {
  const { width, height } = context.canvas;
  const unit = unitOf(context);
  for (const { x, y, size, alpha } of motes) {
    if (alpha < 0.03) continue;
    const side = size * unit * 2;
    context.globalAlpha = alpha;
    context.drawImage(glow, x * width - side / 2, y * height - side / 2, side, side);
  }
  context.globalAlpha = 1;
}

const drawings: Readonly<Record<ShowerKind, Drawing>> = {
  rain: drawRain,
  snow: drawDiscs,
  petals: drawPetals,
  bubbles: drawBubbles,
  fireflies: drawGlows,
  dust: drawGlows,
};
