import { type Colour, hex, type Lab, mix, shift, toLab } from '../sketch/core/colour';
import { airRecipes } from '../sketch/plan/airs';
import type { Reading } from '../sketch/reading/reading';
import type { MoodId, SeasonId, TimeId, WeatherId } from '../sketch/reading/words-air';

/** A change of light and palette: a colour at a height (0 top to 1 bottom) as it becomes. */
export type Grade = (colour: Colour, height: number) => Colour;

/** How much lighter a time of day is, and how much colour it leaves. */
const times: Readonly<Record<TimeId, { readonly light: number; readonly chroma: number }>> = {
  dawn: { light: -0.02, chroma: 0.92 },
  morning: { light: 0.03, chroma: 1 },
  day: { light: 0.04, chroma: 1.05 },
  golden: { light: 0, chroma: 1.1 },
  sunset: { light: -0.06, chroma: 1.12 },
  dusk: { light: -0.13, chroma: 0.9 },
  night: { light: -0.24, chroma: 0.75 },
};

/** The grade that a prompt's words of light, weather, season, mood and colour ask for; null when none does. */
export function gradeOf(reading: Reading): Grade | null {
  const grades = [
    ...(reading.season === undefined ? [] : [seasonGrade(reading.season)]),
    ...reading.weather.map(weatherGrade),
    ...reading.moods.flatMap((mood) => moodGrade(mood) ?? []),
    ...colourGrades(reading),
    ...(reading.time === undefined ? [] : [timeGrade(reading.time)]),
  ];
  if (grades.length === 0) return null;
  return (colour, height) => grades.reduce((so, grade) => grade(so, height), colour);
}

function timeGrade(time: TimeId): Grade {
  const recipe = airRecipes[time][0];
  const tint = hex(recipe.tint);
  const sky = recipe.sky.map(hex);
  const { light, chroma } = times[time];
  return (colour, height) => {
    const lit = multiply(colour, tint, recipe.tinted);
    const above = sky[Math.min(3, Math.floor(height * 5))] ?? tint;
    const air = height < 0.6 ? 0.3 * (1 - height / 0.6) : 0;
    return shift(mix(lit, likeInLight(above, lit), air), { light, chroma });
  };
}

function multiply(colour: Colour, tint: Colour, amount: number): Colour {
  const by = (channel: 0 | 1 | 2): number =>
    colour[channel] * (1 - amount + (amount * tint[channel]) / 255);
  return [by(0), by(1), by(2)];
}

/** `colour` as light as `model`. */
function likeInLight(colour: Colour, model: Colour): Colour {
  return shift(colour, { light: (toLab(model)[0] - toLab(colour)[0]) * 0.8 });
}

/** Leaves and grass turn with the year; the rest hardly does. */
function seasonGrade(season: SeasonId): Grade {
  return (colour) => {
    const green = greenness(toLab(colour));
    switch (season) {
      case 'spring':
        return shift(colour, { light: 0.03 + 0.05 * green, chroma: 1.05 + 0.15 * green });
      case 'summer':
        return shift(colour, { light: 0.01, chroma: 1.1 + 0.1 * green });
      case 'autumn':
        return shift(mix(colour, likeInLight([214, 122, 38], colour), 0.14 + 0.66 * green), {
          chroma: 1.05,
        });
      case 'winter':
        return shift(mix(colour, [222, 230, 240], 0.16 + 0.34 * green), { chroma: 0.7 });
    }
  };
}

/** 1 for the green of leaves, 0 for what is no green at all. */
function greenness([, a, b]: Lab): number {
  const chroma = Math.hypot(a, b);
  const turn = Math.abs(Math.atan2(b, a) - (125 * Math.PI) / 180);
  return Math.min(1, chroma / 0.06) * Math.max(0, 1 - turn / 0.85);
}

function weatherGrade(weather: WeatherId): Grade {
  switch (weather) {
    case 'clear':
      return (colour) => shift(colour, { chroma: 1.1, light: 0.02 });
    case 'cloudy':
      return (colour) => shift(colour, { chroma: 0.65 });
    case 'rain':
      return (colour) => mix(shift(colour, { chroma: 0.65, light: -0.05 }), [112, 126, 142], 0.22);
    case 'storm':
      return (colour, height) =>
        mix(shift(colour, { chroma: 0.6, light: -0.1 }), [58, 68, 82], 0.42 - 0.2 * height);
    case 'snow':
      return (colour) => mix(shift(colour, { chroma: 0.7, light: 0.04 }), [222, 230, 240], 0.28);
    case 'fog':
      return (colour, height) =>
        mix(shift(colour, { chroma: 0.7 }), [214, 216, 214], 0.55 - 0.3 * height);
    case 'wind':
      return (colour) => shift(colour, { chroma: 0.95 });
  }
}

function moodGrade(mood: MoodId): Grade | null {
  switch (mood) {
    case 'calm':
      return (colour) => shift(colour, { chroma: 0.92 });
    case 'joyful':
      return (colour) => shift(colour, { chroma: 1.25, light: 0.02 });
    case 'gloomy':
      return (colour) => shift(colour, { chroma: 0.6, light: -0.06 });
    case 'dramatic':
      return (colour) => contrasted(colour, 1.25);
    case 'dreamy':
      return (colour) => shift(mix(colour, [214, 190, 230], 0.14), { light: 0.02 });
    case 'romantic':
      return (colour) => mix(colour, likeInLight([236, 140, 130], colour), 0.25);
    case 'eerie':
      return (colour) =>
        shift(mix(colour, likeInLight([96, 128, 104], colour), 0.3), { light: -0.08 });
    case 'cold':
      return (colour) => mix(colour, likeInLight([120, 160, 210], colour), 0.3);
    case 'ancient':
      return (colour) => mix(colour, likeInLight([176, 140, 92], colour), 0.3);
    case 'future':
      return (colour) => shift(colour, { hue: 12, chroma: 1.2 });
  }
}

function contrasted(colour: Colour, amount: number): Colour {
  const light = toLab(colour)[0];
  return shift(colour, { light: (light - 0.5) * (amount - 1) });
}

/** Asked colours take the place of others in turn, from dark to light. */
function colourGrades(reading: Reading): Grade[] {
  const asked = [
    ...reading.colours,
    ...[...reading.subjects, ...reading.plants, ...reading.flowers].flatMap(
      ({ colours }) => colours,
    ),
  ].slice(0, 3);
  const [first, ...others] = asked;
  if (first === undefined) return [];
  return [
    (colour) => {
      const share = Math.min(0.999, toLab(colour)[0]) * asked.length;
      const wanted = [first, ...others][Math.floor(share)] ?? first;
      return mix(colour, likeInLight(wanted, colour), 0.5);
    },
  ];
}

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Says which of the prompt's words changed light and colours, and which could not do anything here. */
export function saidOfWords(reading: Reading): string {
  const isGrading = gradeOf(reading) !== null;
  const things = [...reading.subjects, ...reading.plants, ...reading.flowers].map(
    ({ word }) => word,
  );
  const idle = [...things, ...reading.settings, ...reading.features, ...reading.unknown];
  const used = reading.understood.filter((word) => !idle.includes(word));
  const said =
    isGrading && used.length > 0 ? `, with light and colours for ${joinWords(used)}` : '';
  return idle.length === 0
    ? `${said}.`
    : `${said}; it adds no new things to a picture, so it left out ${joinWords(idle.slice(0, 6))}.`;
}
