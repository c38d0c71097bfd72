import type { ClipRequest } from '../../../src-shared/jobs/clip-request';
import type { Bench } from '../maker';
import { planScene } from '../sketch/plan/plan-scene';
import type { Scene, SceneKind } from '../sketch/plan/scene';
import { frameOf } from '../sketch/plan/stage';
import type { Reading } from '../sketch/reading/reading';
import { asStyle } from '../sketch/styles';
import { createSurface } from '../sketch/styles/draw-shape';
import { inSpells } from './in-spells';
import { partition } from './plan/partition';
import { isShower, showersOf } from './plan/scene-showers';
import { describe, movementOf, readScreenplay, type Screenplay } from './plan/screenplay';
import { planShower } from './plan/showers';
import { widen } from './plan/widen';
import { type Lamp, lampsOf } from './set/lights';
import { paintSet } from './set/paint-set';
import { farLayers, type PaintedStaging } from './stage/draw-frame';
import { type LightKit, lightKit } from './stage/draw-lights';
import { showerKit } from './stage/draw-shower';

/** What is painted beyond each side of the composed picture, as a share of that side. */
const beyond = 0.04;
/** Layers, and the size of the painting as a share of the frame: a picture that moves is not looked at so closely. */
const scope = { basic: { layers: 5, scale: 0.42 }, premium: { layers: 9, scale: 0.75 } };

export type Prepared = {
  readonly staging: PaintedStaging;
  readonly reading: string;
};

/** Paints what the words say and sets it in motion; null when it was cancelled. `share` hears how far it is. */
export async function fromWords(
  request: ClipRequest,
  bench: Bench,
  share: (done: number) => void,
): Promise<Prepared | null> {
  const play = readScreenplay(request);
  const { seed, quality, seconds } = request;
  const { width, height } = paintedSize(request);
  const scene = widen(planScene(play.reading, frameOf(width, height), seed), beyond);
  const painted = { ...scene, groups: scene.groups.filter((group) => !isShower(group)) };
  const slices = partition(painted, scope[quality].layers, play.seed, play.change !== null);
  const style = asStyle(request.style);
  const fine = quality === 'premium';
  const set = await inSpells(
    paintSet({ scene: painted, slices, style, seed, fine, width, height }),
    bench,
    share,
  );
  if (set === null) return null;
  const phase = (play.seed % 628) / 100;
  const showers = showersOf(scene).map(({ kind, colours }) =>
    planShower(kind, colours, { driven: play.windy, seed, fine }),
  );
  const movement = movementOf(
    slices.map(({ stir }) => stir.kind),
    showers.map(({ kind }) => kind),
  );
  const staging: PaintedStaging = {
    set,
    path: { move: play.move, seconds, phase },
    change: play.change,
    lights: lightKit({
      lamps: lampsFor(scene, play, request),
      traveller: travellerIn(scene, play),
      stormy: play.stormy,
      phase,
    }),
    showers: showers.map(showerKit),
    far: farLayers(set, play.move, createSurface(request.width, request.height)),
  };
  return { staging, reading: describe(play, movement) };
}

function paintedSize({ width, height, quality }: ClipRequest): { width: number; height: number } {
  const { scale } = scope[quality];
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The lights of a scene. Where it grows dark they are those that the same scene has by night. */
function lampsFor(scene: Scene, { reading, change }: Screenplay, { seed, quality }: ClipRequest) {
  const lamps = lampsOf(scene);
  const growsDark = change !== null && change !== 'sunrise';
  const lit = growsDark ? [...lamps.filter(isSun), ...nightLamps(scene, reading, seed)] : lamps;
  return quality === 'premium' ? lit : lit.filter((lamp, index) => isSun(lamp) || index % 2 === 0);
}

function nightLamps({ frame }: Scene, reading: Reading, seed: number): Lamp[] {
  const inner = { width: frame.width / (1 + 2 * beyond), height: frame.height / (1 + 2 * beyond) };
  const night = planScene({ ...reading, time: 'night' }, inner, seed);
  return lampsOf(widen(night, beyond)).filter((lamp) => !isSun(lamp));
}

function isSun({ kind }: Lamp): boolean {
  return kind === 'sun';
}

const indoors: readonly SceneKind[] = ['still life', 'portrait', 'abstract'];
const open: readonly SceneKind[] = ['landscape', 'mountains', 'sea', 'flowers', 'city'];

function travellerIn(scene: Scene, { stormy }: Screenplay): LightKit['traveller'] {
  if (indoors.includes(scene.kind)) return 'gleam';
  return open.includes(scene.kind) && !scene.dark && !stormy ? 'shade' : null;
}
