import { figures } from '../figures/figures';
import type { Reading } from '../reading/reading';
import { subjectWords } from '../reading/words-subjects';
import type { SceneKind } from './scene';

/** Which kind of picture a reading asks for: settings first, then where its subjects live. */
export function kindOf(reading: Reading): SceneKind {
  const has = (...ids: string[]): boolean => reading.settings.some((it) => ids.includes(it));
  const homes = new Set(reading.subjects.map((it) => figures[subjectWords[it.id].figures[0]].home));
  const subject = (...ids: string[]): boolean => reading.subjects.some((it) => ids.includes(it.id));
  if (subject('portrait')) return 'portrait';
  if (reading.abstract && reading.subjects.length === 0 && reading.settings.length === 0)
    return 'abstract';
  if (has('space', 'planet')) return 'space';
  if (has('underwater')) return 'underwater';
  if (has('city', 'street')) return 'city';
  if (has('sea', 'beach', 'harbour', 'island')) return 'sea';
  if (has('room') || (homes.has('table') && homes.size === 1 && reading.settings.length === 0))
    return 'still life';
  const outside = homes.has('ground') || reading.settings.length > 0;
  if (reading.flowers.some((it) => it.word === 'bouquet') && !outside) return 'still life';
  if (has('forest', 'jungle', 'cave')) return 'forest';
  if (has('mountains')) return 'mountains';
  if (has('sky') && !homes.has('ground')) return 'sky';
  if (
    reading.flowers.length > 0 &&
    !homes.has('ground') &&
    !has('lake', 'river', 'village', 'desert', 'arctic')
  )
    return 'flowers';
  if (reading.settings.length > 0) return 'landscape';
  return homeKind(reading, homes, subject);
}

function homeKind(
  reading: Reading,
  homes: ReadonlySet<string>,
  subject: (...ids: string[]) => boolean,
): SceneKind {
  if (subject('jellyfish', 'octopus', 'fish', 'submarine', 'shark')) return 'underwater';
  if (subject('rocket', 'astronaut', 'saucer')) return 'space';
  if (subject('car', 'bus', 'person with umbrella')) return 'city';
  if (subject('lighthouse', 'ship', 'galleon', 'crab')) return 'sea';
  if (homes.has('water')) return 'sea';
  if (homes.has('afloat'))
    return subject('duck', 'swan', 'bridge', 'rowing boat') ? 'landscape' : 'sea';
  if (subject('bear', 'owl', 'squirrel', 'mushroom', 'deer', 'hedgehog', 'wolf')) return 'forest';
  if (homes.size > 0 && homes.has('air') && homes.size === 1)
    return subject('butterfly', 'bee', 'dragonfly') ? 'flowers' : 'sky';
  if (homes.size > 0) return 'landscape';
  if (reading.flowers.length > 0) return 'flowers';
  if (reading.plants.length > 0)
    return reading.plants.some((it) => it.id === 'tree' || it.id === 'blossom')
      ? 'landscape'
      : 'landscape';
  const outdoors =
    reading.features.length > 0 ||
    reading.weather.length > 0 ||
    reading.time !== undefined ||
    reading.season !== undefined;
  return outdoors ? 'landscape' : 'abstract';
}

type Habitat = (typeof habitats)[number];

/** Where some subjects belong when the prompt names no place. */
const habitats = [
  { subjects: ['penguin', 'polar bear', 'igloo'], setting: 'arctic' },
  { subjects: ['camel', 'pyramid'], setting: 'desert' },
  { subjects: ['barn', 'cow', 'rooster', 'pig'], setting: 'meadow' },
  { subjects: ['goat'], setting: 'mountains' },
  { subjects: ['parrot', 'leopard', 'tiger'], setting: 'jungle' },
] as const;

const people: readonly string[] = [
  'portrait',
  'person',
  'woman',
  'child',
  'wizard',
  'knight',
  'astronaut',
  'person with umbrella',
];

/** A portrait of an animal or a thing is that thing close by, not a person's face. */
function withoutSitter(reading: Reading): Reading {
  const sitters = reading.subjects.filter((it) => it.id === 'portrait');
  const others = reading.subjects.filter((it) => !people.includes(it.id));
  if (sitters.length === 0 || others.length === 0) return reading;
  return {
    ...reading,
    subjects: reading.subjects.filter((it) => it.id !== 'portrait'),
    composition: [...reading.composition, 'close'],
  };
}

/** The reading, with the place that its subjects imply if it names none. */
export function withHabitat(asked: Reading): Reading {
  const reading = withoutSitter(asked);
  if (reading.settings.length > 0) return reading;
  const home = habitats.find((habitat: Habitat) =>
    reading.subjects.some((it) => habitat.subjects.some((subject) => subject === it.id)),
  );
  if (!home || reading.excluded.has(home.setting)) return reading;
  return { ...reading, settings: [home.setting] };
}
