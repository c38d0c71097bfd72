import { type CameraMove, cameraMoves } from '../../../../src-shared/jobs/clip-request';
import { createRandom, hashText } from '../../sketch/core/random';
import { readPrompt } from '../../sketch/reading/read-prompt';
import type { Reading } from '../../sketch/reading/reading';
import type { Move } from './camera';
import { type HourChange, hourChangeIn, paintedHour } from './hours';
import type { ShowerKind } from './showers';
import type { StirKind } from './stir';

/** What happens in a clip, as read from its words. */
export type Screenplay = {
  /** What is in it, the hour already that at which it is to be painted. */
  readonly reading: Reading;
  readonly move: Move;
  readonly change: HourChange | null;
  readonly windy: boolean;
  readonly stormy: boolean;
  /** Feeds what the words leave open. */
  readonly seed: number;
};

export type Words = {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: number;
  readonly camera: CameraMove;
};

const saidMoves: readonly (readonly [RegExp, Move])[] = [
  [/\b(hand ?held|shaky|shaking camera)\b/, 'handheld'],
  [/\b(orbit\w*|circl(es|ing)|around (it|him|her|them)|arc shot)\b/, 'orbit'],
  [/\b(zoom(s|ing)? out|pull(s|ing)? (back|out)|dolly out|moves? away)\b/, 'pull-out'],
  [/\b(zoom(s|ing)?( in)?|push(es|ing)? in|dolly( in)?|closer|approach\w*)\b/, 'push-in'],
  [/\bpan(s|ning)? (to the )?left\b/, 'pan-left'],
  [/\b(pan(s|ning)?( (to the )?right)?|track(s|ing)? shot|travelling shot)\b/, 'pan-right'],
  [
    /\b(camera rises|rising camera|crane (shot|up)|drone|aerial|tilt(s|ing)? up|lifts? off)\b/,
    'rise',
  ],
  [/\b(camera sinks|crane down|descend\w*|tilt(s|ing)? down)\b/, 'sink'],
  [/\b(static|still|fixed|locked) (camera|shot)\b/, 'still'],
];

const likely: readonly [Move, ...Move[]] = [
  'push-in',
  'push-in',
  'pull-out',
  'pan-right',
  'pan-left',
  'orbit',
  'orbit',
  'rise',
];

/** Reads what is to be seen, how the camera moves and whether the hour changes (A2). */
export function readScreenplay({ prompt, negativePrompt, seed, camera }: Words): Screenplay {
  const plain = readPrompt(prompt, negativePrompt);
  const hour = hourChangeIn(prompt);
  const reading = hour === null ? plain : { ...plain, time: paintedHour[hour.change] };
  const mixed = (seed ^ hashText('film')) >>> 0;
  const has = (id: 'wind' | 'storm') => reading.weather.includes(id) && !reading.excluded.has(id);
  return {
    reading,
    move: camera === 'auto' ? moveFor(prompt, mixed) : camera,
    change: hour?.change ?? null,
    windy: has('wind') || has('storm'),
    stormy: has('storm'),
    seed: mixed,
  };
}

/** The move that a prompt asks for, or one that the seed picks. */
export function moveFor(prompt: string, seed: number): Move {
  const text = prompt.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  const said = saidMoves.find(([pattern]) => pattern.test(text))?.[1];
  return said ?? createRandom(seed, 'camera').pick(likely);
}

/** One sentence for a person: what was understood, and what moves. */
export function describe({ reading, move, change }: Screenplay, moving: readonly string[]): string {
  const { understood } = reading;
  const read =
    understood.length > 0
      ? `Motion understood: ${understood.join(', ')}`
      : 'Motion found no words that it knows';
  const camera = move === 'still' ? 'the camera stands still' : `the camera: ${nameOf(move)}`;
  const hour = change === null ? [] : [changeInWords[change]];
  return `${read}; ${[camera, ...hour, ...moving].join(', ')}.`;
}

function nameOf(move: Move): string {
  return cameraMoves.find(({ id }) => id === move)?.name.toLowerCase() ?? move;
}

const changeInWords: Readonly<Record<HourChange, string>> = {
  'day to night': 'day turns to night',
  'night to day': 'night turns to day',
  sunrise: 'dawn turns to day',
  sunset: 'day turns to dusk',
};

const stirsInWords: Readonly<Partial<Record<StirKind, string>>> = {
  drift: 'clouds drift',
  climb: 'the sun moves',
  ripple: 'water glides',
  swell: 'waves roll',
  rock: 'what floats rocks',
  hover: 'what flies hovers',
  breathe: 'the living breathe',
  sway: 'leaves sway',
  flash: 'lightning strikes',
};

const showersInWords: Readonly<Record<ShowerKind, string>> = {
  rain: 'rain falls',
  snow: 'snow falls',
  petals: 'petals or leaves fall',
  fireflies: 'fireflies glow',
  bubbles: 'bubbles rise',
  dust: 'dust floats in the light',
};

/** What stirs and falls, in words, each once. */
export function movementOf(stirs: readonly StirKind[], showers: readonly ShowerKind[]): string[] {
  const said = [
    ...stirs.map((kind) => stirsInWords[kind]),
    ...showers.map((kind) => showersInWords[kind]),
  ];
  return [...new Set(said)].filter((words) => words !== undefined);
}
