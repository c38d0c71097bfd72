import { type Colour, hex, mix, shift } from '../core/colour';
import type { Random } from '../core/random';
import type { Reading } from '../reading/reading';
import type { TimeId } from '../reading/words-air';
import { airRecipes } from './airs';

/** The light and the air of one picture. */
export type Air = {
  readonly time: TimeId;
  /** From zenith to horizon. */
  readonly sky: readonly [Colour, Colour, Colour, Colour];
  readonly sun: Colour;
  readonly haze: Colour;
  /** 0 clear to 1 thick. */
  readonly thickness: number;
  readonly dark: boolean;
  readonly windowLight: Colour | undefined;
  /** A thing's own colour as seen at `depth` (0 far, 1 near). */
  readonly grade: (colour: Colour, depth: number) => Colour;
};

export function planAir(reading: Reading, random: Random): Air {
  const time = reading.time ?? impliedTime(reading, random);
  const recipe = random.pick(airRecipes[time]);
  const drift = random.between(-7, 7);
  const mood = moodShift(reading);
  const weathered = (colour: Colour, share: number): Colour =>
    weatherTint(
      shift(colour, { hue: drift + mood.hue, chroma: mood.chroma, light: mood.light }),
      reading,
      share,
    );
  const wash = reading.colours[0];
  const washed = (colour: Colour, share: number): Colour =>
    wash ? mix(colour, followLight(wash, colour), share) : colour;
  const [zenith, high, low, horizon] = recipe.sky;
  const other = reading.colours[1];
  const lowWash = (colour: Colour, share: number): Colour =>
    other ? mix(colour, followLight(other, colour), share) : washed(colour, share);
  const haze = washed(weathered(hex(recipe.haze), 0.8), 0.35);
  const tint = hex(recipe.tint);
  const thickness = hazeThickness(reading);
  const dark = time === 'night' || time === 'dusk' || time === 'sunset';
  return {
    time,
    sky: [
      washed(weathered(hex(zenith), 1), 0.5),
      washed(weathered(hex(high), 1), 0.48),
      lowWash(weathered(hex(low), 0.9), 0.5),
      lowWash(weathered(hex(horizon), 0.8), 0.42),
    ],
    sun: hex(recipe.sun),
    haze,
    thickness,
    dark,
    windowLight:
      time === 'night' || time === 'dusk' || time === 'sunset' ? [255, 214, 122] : undefined,
    grade: (colour, depth) => {
      const local = shift(colour, { chroma: 0.4 + 0.6 * mood.chroma });
      const lit = mix(local, multiply(local, tint), recipe.tinted);
      const far = 1 - Math.min(1, Math.max(0, depth));
      return mix(lit, haze, Math.min(0.94, far * (0.62 + thickness * 0.5) + thickness * far * 0.2));
    },
  };
}

function impliedTime(reading: Reading, random: Random): TimeId {
  if (
    reading.features.some(
      (it) =>
        it === 'moon' ||
        it === 'stars' ||
        it === 'aurora' ||
        it === 'fireworks' ||
        it === 'fireflies' ||
        it === 'comet',
    )
  )
    return 'night';
  if (reading.features.includes('lights')) return random.pick(['dusk', 'night']);
  if (reading.subjects.some((it) => it.id === 'owl' || it.id === 'bat'))
    return random.pick(['dusk', 'night']);
  if (reading.features.includes('campfire')) return 'dusk';
  if (reading.moods.includes('eerie')) return random.pick(['dusk', 'night']);
  if (reading.moods.includes('romantic')) return random.pick(['sunset', 'golden']);
  if (reading.moods.includes('future')) return random.pick(['dusk', 'night']);
  if (reading.moods.includes('dramatic')) return random.pick(['sunset', 'golden', 'dusk']);
  if (reading.moods.includes('dreamy')) return random.pick(['dawn', 'dusk', 'sunset']);
  if (reading.weather.includes('fog')) return random.pick(['dawn', 'morning']);
  return random.pick(['morning', 'day', 'day', 'golden', 'dawn']);
}

function moodShift(reading: Reading): { hue: number; chroma: number; light: number } {
  let hue = 0;
  let chroma = 1;
  let light = 0;
  for (const mood of reading.moods) {
    if (mood === 'joyful') chroma *= 1.18;
    if (mood === 'gloomy') {
      chroma *= 0.62;
      light -= 0.04;
    }
    if (mood === 'dramatic') chroma *= 1.1;
    if (mood === 'dreamy') hue -= 14;
    if (mood === 'eerie') {
      chroma *= 0.75;
      light -= 0.05;
    }
    if (mood === 'cold') chroma *= 0.85;
    if (mood === 'ancient') chroma *= 0.8;
    if (mood === 'calm') chroma *= 0.94;
  }
  return { hue, chroma, light };
}

function weatherTint(colour: Colour, reading: Reading, share: number): Colour {
  let result = colour;
  for (const weather of reading.weather) {
    if (weather === 'cloudy') result = shift(result, { chroma: 1 - 0.5 * share });
    if (weather === 'rain')
      result = mix(shift(result, { chroma: 0.55, light: -0.05 }), [112, 126, 142], 0.35 * share);
    if (weather === 'storm')
      result = mix(shift(result, { chroma: 0.5, light: -0.14 }), [58, 68, 82], 0.5 * share);
    if (weather === 'snow')
      result = mix(shift(result, { chroma: 0.7 }), [205, 216, 228], 0.32 * share);
    if (weather === 'fog')
      result = mix(shift(result, { chroma: 0.6 }), [214, 216, 214], 0.3 * share);
  }
  return result;
}

function hazeThickness(reading: Reading): number {
  let thickness = 0.3;
  if (reading.weather.includes('fog')) thickness += 0.55;
  if (reading.weather.includes('rain') || reading.weather.includes('snow')) thickness += 0.2;
  if (reading.moods.includes('dreamy') || reading.moods.includes('eerie')) thickness += 0.12;
  if (reading.weather.includes('clear')) thickness -= 0.12;
  return Math.min(1, thickness);
}

function multiply(colour: Colour, tint: Colour): Colour {
  return [(colour[0] * tint[0]) / 255, (colour[1] * tint[1]) / 255, (colour[2] * tint[2]) / 255];
}

/** `colour` brought most of the way to the lightness of `model`. */
function followLight(colour: Colour, model: Colour): Colour {
  const difference = luma(model) - luma(colour);
  return shift(colour, { light: difference * 0.75 });
}

function luma(colour: Colour): number {
  return Math.cbrt(
    0.2126 * (colour[0] / 255) ** 2.2 +
      0.7152 * (colour[1] / 255) ** 2.2 +
      0.0722 * (colour[2] / 255) ** 2.2,
  );
}
