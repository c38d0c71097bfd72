import type { Colour } from '../core/colour';
import type { Point } from '../core/geometry';
import { createNoise, type Noise } from '../core/noise';
import { createRandom, type Random } from '../core/random';
import type { Reading } from '../reading/reading';
import { type Air, planAir } from './air';
import type { Frame, Group, Plane, SceneKind, Shape } from './scene';

/** What the parts of a plan share while a picture is composed. Local to one plan. */
export type Stage = {
  readonly reading: Reading;
  readonly kind: SceneKind;
  readonly frame: Frame;
  readonly random: Random;
  readonly noise: Noise;
  readonly air: Air;
  /** Height of the horizon, scene units from the top. */
  readonly horizon: number;
  /** Where sun or moon stands. */
  readonly sun: Point;
  readonly light: Point;
  /** Where the eye should go, on the horizon or below it. */
  readonly focus: Point;
  /** The shorter side. */
  readonly unit: number;
  readonly snowy: boolean;
  readonly groups: Group[];
  readonly drawn: Set<string>;
  /** A fresh number for a body with contours of its own. */
  readonly body: () => number;
  readonly add: (name: string, plane: Plane, depth: number, shapes: readonly Shape[]) => void;
  readonly grade: (colour: Colour, depth: number) => Colour;
  readonly wants: (id: string) => boolean;
};

export function frameOf(width: number, height: number): Frame {
  const aspect = Math.sqrt(width / height);
  return { width: aspect, height: 1 / aspect };
}

export function openStage(reading: Reading, kind: SceneKind, frame: Frame, seed: number): Stage {
  const random = createRandom(seed, `scene ${reading.hash}`);
  const air = planAir(reading, random.fork('air'));
  const layout = random.fork('layout');
  const horizon = frame.height * horizonShare(reading, kind, layout);
  const focus: Point = [frame.width * focusShare(reading, layout), horizon];
  const sun = placeSun(reading, air, frame, horizon, focus, layout);
  const groups: Group[] = [];
  let bodies = 0;
  const all = new Set<string>([
    ...reading.settings,
    ...reading.features,
    ...reading.weather,
    ...reading.moods,
    ...reading.composition,
  ]);
  const reach = Math.hypot(sun[0] - frame.width / 2, sun[1] - horizon - frame.height * 0.2);
  return {
    reading,
    kind,
    frame,
    random,
    noise: createNoise((seed ^ reading.hash) >>> 0),
    air,
    horizon,
    sun,
    light: [
      (sun[0] - frame.width / 2) / reach,
      Math.min(-0.45, (sun[1] - horizon - frame.height * 0.2) / reach),
    ],
    focus,
    unit: Math.min(frame.width, frame.height),
    snowy: isSnowy(reading),
    groups,
    drawn: new Set(),
    body: () => {
      bodies += 100;
      return bodies;
    },
    add: (name, plane, depth, shapes) => {
      if (shapes.length > 0) groups.push({ name, plane, depth, shapes });
    },
    grade: air.grade,
    wants: (id) => all.has(id) && !reading.excluded.has(id),
  };
}

function isSnowy(reading: Reading): boolean {
  if (reading.excluded.has('snow') || reading.excluded.has('winter')) return false;
  return (
    reading.weather.includes('snow') ||
    reading.season === 'winter' ||
    reading.settings.includes('arctic')
  );
}

function horizonShare(reading: Reading, kind: SceneKind, random: Random): number {
  const composed = reading.composition;
  if (composed.includes('low horizon')) return random.between(0.74, 0.8);
  if (composed.includes('high horizon')) return random.between(0.24, 0.32);
  if (kind === 'mountains') return random.between(0.56, 0.68);
  if (kind === 'sea')
    return random.chance(0.5) ? random.between(0.42, 0.5) : random.between(0.58, 0.66);
  if (kind === 'city') return random.between(0.62, 0.74);
  if (kind === 'forest') return random.between(0.6, 0.68);
  return random.chance(0.6) ? random.between(0.52, 0.62) : random.between(0.4, 0.5);
}

function focusShare(reading: Reading, random: Random): number {
  const composed = reading.composition;
  if (composed.includes('left')) return random.between(0.24, 0.32);
  if (composed.includes('right')) return random.between(0.68, 0.76);
  if (composed.includes('centred') || composed.includes('symmetrical')) return 0.5;
  return random.chance(0.5) ? random.between(0.3, 0.4) : random.between(0.6, 0.7);
}

function placeSun(
  reading: Reading,
  air: Air,
  frame: Frame,
  horizon: number,
  focus: Point,
  random: Random,
): Point {
  const opposite =
    focus[0] > frame.width / 2 ? random.between(0.18, 0.4) : random.between(0.6, 0.82);
  const centred =
    reading.composition.includes('symmetrical') || reading.composition.includes('centred');
  const x = frame.width * (centred ? 0.5 : opposite);
  const low = air.time === 'sunset' || air.time === 'dawn' || air.time === 'golden';
  const share = low ? random.between(0.74, 0.95) : random.between(0.22, 0.45);
  return [x, horizon * share];
}
