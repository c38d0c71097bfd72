import { type Colour, css } from '../../sketch/core/colour';

/** A change of the hour that a prompt asks for. */
export type HourChange = 'day to night' | 'night to day' | 'sunrise' | 'sunset';

/** The light at a moment: what every colour is multiplied by, and how dark it is, 0 by day to 1 by night. */
export type Light = { readonly tint: Colour; readonly darkness: number };

const noon: Light = { tint: [255, 255, 255], darkness: 0 };
const golden: Light = { tint: [255, 228, 190], darkness: 0.08 };
const red: Light = { tint: [250, 186, 148], darkness: 0.3 };
const dusk: Light = { tint: [150, 132, 186], darkness: 0.65 };
const night: Light = { tint: [66, 80, 132], darkness: 1 };
const early: Light = { tint: [112, 118, 170], darkness: 0.7 };
const dawn: Light = { tint: [216, 188, 196], darkness: 0.3 };

const courses: Readonly<Record<HourChange, readonly (readonly [at: number, light: Light])[]>> = {
  'day to night': [
    [0, noon],
    [0.28, golden],
    [0.48, red],
    [0.7, dusk],
    [1, night],
  ],
  'night to day': [
    [0, night],
    [0.3, dusk],
    [0.52, dawn],
    [0.74, golden],
    [1, noon],
  ],
  sunrise: [
    [0, early],
    [0.4, dawn],
    [0.72, golden],
    [1, noon],
  ],
  sunset: [
    [0, noon],
    [0.35, golden],
    [0.65, red],
    [1, dusk],
  ],
};

/** What is painted for a change: the light is laid over it. */
export const paintedHour = {
  'day to night': 'day',
  'night to day': 'day',
  sunrise: 'dawn',
  sunset: 'sunset',
} as const satisfies Readonly<Record<HourChange, string>>;

/** The light at a share of the clip. */
export function lightAt(change: HourChange, share: number): Light {
  const course = courses[change];
  const next = course.findIndex(([at]) => at >= share);
  const [toAt, to] = course[next === -1 ? course.length - 1 : next] ?? [1, noon];
  const [fromAt, from] = course[Math.max(0, next - 1)] ?? [toAt, to];
  const part = toAt > fromAt ? Math.min(1, Math.max(0, (share - fromAt) / (toAt - fromAt))) : 1;
  const blend = (low: number, high: number) => low + (high - low) * part;
  return {
    tint: [
      blend(from.tint[0], to.tint[0]),
      blend(from.tint[1], to.tint[1]),
      blend(from.tint[2], to.tint[2]),
    ],
    darkness: blend(from.darkness, to.darkness),
  };
}

/** How far the sun has risen at a share of the clip: 0 is where it was painted, 1 higher, -1 lower. */
export function climbAt(change: HourChange | null, share: number): number {
  if (change === null) return 0;
  return change === 'sunrise' || change === 'night to day' ? 1.4 * share - 0.9 : 0.5 - 1.4 * share;
}

export function tintOf({ tint }: Light): string {
  return css(tint);
}

const changes: readonly (readonly [RegExp, HourChange])[] = [
  [/\b(day|noon|afternoon|daylight) (in)?to (the )?night\b/, 'day to night'],
  [
    /\b(night ?fall|night (is )?(falls|falling)|(gets|getting|growing) dark|darkness falls)\b/,
    'day to night',
  ],
  [/\bnight (in)?to (the )?(day|morning|noon|daylight)\b/, 'night to day'],
  [
    /\b(sun ?rise|(sun|moon) (comes|coming) up|sun rises|rising sun|day ?break|dawn breaks)\b/,
    'sunrise',
  ],
  [/\b(sun ?set|sun ?down|sun (sets|setting)|setting sun|dusk falls)\b/, 'sunset'],
];

/** The change of the hour that a prompt asks for, and which words say so; null for none. */
export function hourChangeIn(prompt: string): { change: HourChange; words: string } | null {
  const text = prompt.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const [pattern, change] of changes) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { change, words };
  }
  return null;
}
