import { stemOf, wordsOf } from './words';

/** Words that name what can be seen, and can be painted by themselves. */
const plain = `fox wolf dog cat lion tiger leopard horse zebra deer cow sheep goat elephant giraffe camel bear panda rabbit
  squirrel mouse hedgehog pig frog turtle bird crow eagle owl duck swan penguin rooster flamingo parrot whale dolphin shark
  fish octopus jellyfish crab butterfly bee dragonfly bat dragon dinosaur snake person woman child wizard astronaut knight
  house cottage castle lighthouse windmill tower church barn bridge pagoda temple pyramid tent igloo boat ship train car
  bus bicycle balloon rocket plane submarine vase bottle cup teapot bowl apple pear lemon fruit candle book lantern clock
  cake guitar mushroom snowman meadow field hill valley mountain cliff forest jungle desert canyon beach coast sea ocean
  harbour island reef lake pond river waterfall city street village farm garden glacier iceberg space galaxy planet moon
  sky volcano room kitchen cave tree pine palm willow cactus blossom bush grass daisy tulip rose sunflower poppy lavender
  flower sun star cloud rainbow lightning comet path road fence rock fire smoke window rain snow fog storm wind dawn
  morning sunset dusk night spring summer autumn winter bamboo orchard vineyard port market museum library`;

/** Words that together name something else than each by itself. */
const phrases = [
  'northern lights',
  'milky way',
  'coral reef',
  'polar bear',
  'fishing boat',
  'sailing ship',
  'cruise ship',
  'pirate ship',
  'steam train',
  'space shuttle',
  'black hole',
  'full moon',
  'shooting star',
  'cherry blossom',
  'wheat field',
  'suspension bridge',
  'snow covered',
  'new york',
  'hong kong',
  'grand canyon',
  'hot air balloon',
];
const longestPhrase = 3;

/** What stands for a thing that can't be seen, or that is known by another name. */
const standIns: Readonly<Record<string, string>> = {
  accident: 'storm',
  agriculture: 'farm',
  air: 'sky',
  animal: 'deer',
  architecture: 'tower',
  art: 'vase',
  artist: 'person',
  astronomy: 'star',
  bank: 'city',
  battle: 'knight',
  biology: 'forest',
  botany: 'garden',
  building: 'house',
  business: 'city',
  captain: 'person',
  citizen: 'person',
  climate: 'sky',
  coal: 'smoke',
  coffee: 'cup',
  community: 'village',
  company: 'city',
  computer: 'room',
  cook: 'kitchen',
  country: 'meadow',
  creature: 'deer',
  crew: 'person',
  culture: 'temple',
  customer: 'person',
  danger: 'storm',
  darkness: 'night',
  data: 'room',
  death: 'candle',
  disaster: 'volcano',
  doctor: 'person',
  dream: 'moon',
  earth: 'planet',
  economy: 'city',
  education: 'book',
  electricity: 'lightning',
  emperor: 'castle',
  energy: 'sun',
  engine: 'train',
  engineer: 'person',
  environment: 'forest',
  factory: 'smoke',
  family: 'house',
  farmer: 'farm',
  fisherman: 'boat',
  flight: 'plane',
  flood: 'river',
  food: 'fruit',
  freedom: 'bird',
  friend: 'person',
  future: 'rocket',
  government: 'castle',
  growth: 'tree',
  happiness: 'sun',
  health: 'apple',
  history: 'castle',
  home: 'house',
  hope: 'dawn',
  human: 'person',
  idea: 'candle',
  industry: 'smoke',
  insect: 'bee',
  journey: 'road',
  keeper: 'person',
  king: 'castle',
  knowledge: 'book',
  land: 'meadow',
  language: 'book',
  law: 'temple',
  leader: 'person',
  letter: 'book',
  life: 'tree',
  love: 'rose',
  man: 'person',
  medicine: 'bottle',
  men: 'person',
  money: 'city',
  music: 'guitar',
  nation: 'castle',
  nature: 'forest',
  office: 'room',
  parent: 'person',
  peace: 'meadow',
  people: 'person',
  physics: 'planet',
  plant: 'garden',
  police: 'street',
  politics: 'city',
  pollution: 'smoke',
  power: 'lightning',
  prayer: 'church',
  queen: 'castle',
  recipe: 'kitchen',
  religion: 'church',
  research: 'library',
  restaurant: 'kitchen',
  risk: 'cliff',
  sailor: 'ship',
  school: 'house',
  science: 'planet',
  scientist: 'person',
  season: 'tree',
  silence: 'lake',
  soldier: 'knight',
  student: 'book',
  teacher: 'book',
  team: 'person',
  technology: 'city',
  time: 'clock',
  tourist: 'beach',
  town: 'city',
  trade: 'ship',
  traffic: 'street',
  travel: 'road',
  university: 'library',
  vehicle: 'car',
  war: 'fire',
  water: 'river',
  wave: 'sea',
  weather: 'sky',
  wood: 'forest',
  worker: 'person',
  world: 'planet',
  writer: 'book',
  year: 'clock',
};

const paintable = new Map<string, string>([
  ...Object.entries(standIns),
  ...[...plain.split(/\s+/), ...phrases].map((word): [string, string] => [word, word]),
]);

/** All that the words of `pictureWordsIn` can be: a picture of any of them can be painted. */
export const pictureWords: ReadonlySet<string> = new Set(paintable.values());

/** What in a text can be painted, in its order, each once; what can't be seen is stood in for. */
export function pictureWordsIn(text: string): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  let place = 0;
  while (place < words.length) {
    const { length, thing } = thingAt(words, place);
    if (thing !== null) found.add(thing);
    place += length;
  }
  return [...found];
}

/** What the longest phrase from a place on can be painted as, and how many words it takes. */
function thingAt(
  words: readonly string[],
  place: number,
): { readonly length: number; readonly thing: string | null } {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const phrase = words.slice(place, place + length).join(' ');
    const thing = paintable.get(phrase) ?? paintable.get(stemOf(phrase));
    if (thing !== undefined) return { length, thing };
  }
  return { length: 1, thing: null };
}
