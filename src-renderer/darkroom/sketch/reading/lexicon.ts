import { type Colour, hex } from '../core/colour';
import {
  type MoodId,
  moodWords,
  type SeasonId,
  seasonWords,
  type TimeId,
  timeWords,
  type WeatherId,
  weatherWords,
} from './words-air';
import { colourWords, shadeWords } from './words-colours';
import {
  abstractWords,
  type CompositionId,
  compositionWords,
  countWords,
  fillerWords,
  negationWords,
  type SizeId,
  sizeWords,
  styleTalk,
} from './words-composition';
import {
  type FeatureId,
  type FlowerId,
  featureWords,
  flowerWords,
  type PlantId,
  plantWords,
  type SettingId,
  settingWords,
} from './words-places';
import { type SubjectId, subjectWords } from './words-subjects';

/** What one word or phrase of a prompt can mean. */
export type Meaning =
  | { readonly kind: 'subject'; readonly id: SubjectId }
  | { readonly kind: 'plant'; readonly id: PlantId }
  | { readonly kind: 'flower'; readonly id: FlowerId }
  | { readonly kind: 'setting'; readonly id: SettingId }
  | { readonly kind: 'feature'; readonly id: FeatureId }
  | { readonly kind: 'time'; readonly id: TimeId }
  | { readonly kind: 'season'; readonly id: SeasonId }
  | { readonly kind: 'weather'; readonly id: WeatherId }
  | { readonly kind: 'mood'; readonly id: MoodId }
  | { readonly kind: 'composition'; readonly id: CompositionId }
  | { readonly kind: 'size'; readonly id: SizeId }
  | { readonly kind: 'colour'; readonly id: string; readonly colour: Colour }
  | { readonly kind: 'count'; readonly id: string; readonly count: number }
  | { readonly kind: 'negation'; readonly id: 'no' }
  | { readonly kind: 'abstract'; readonly id: 'abstract' }
  | { readonly kind: 'style talk'; readonly id: 'style talk' }
  | { readonly kind: 'filler'; readonly id: 'filler' };

/** The longest phrase in the lexicon, in words. */
export const longestPhrase = 4;

function keys<Id extends string>(table: Readonly<Record<Id, unknown>>): Id[] {
  // `Object.keys` is typed as string[]; the tables here are closed literals, so their keys are Ids.
  return Object.keys(table) as Id[];
}

function build(): ReadonlyMap<string, Meaning> {
  const lexicon = new Map<string, Meaning>();
  const add = (words: string, meaning: Meaning): void => {
    for (const word of words.split('|')) if (!lexicon.has(word)) lexicon.set(word, meaning);
  };
  add(negationWords, { kind: 'negation', id: 'no' });
  for (const id of keys(subjectWords)) add(subjectWords[id].words, { kind: 'subject', id });
  for (const id of keys(flowerWords)) add(flowerWords[id], { kind: 'flower', id });
  for (const id of keys(plantWords)) add(plantWords[id], { kind: 'plant', id });
  for (const id of keys(settingWords)) add(settingWords[id], { kind: 'setting', id });
  for (const id of keys(featureWords)) add(featureWords[id], { kind: 'feature', id });
  for (const id of keys(timeWords)) add(timeWords[id], { kind: 'time', id });
  for (const id of keys(seasonWords)) add(seasonWords[id], { kind: 'season', id });
  for (const id of keys(weatherWords)) add(weatherWords[id], { kind: 'weather', id });
  for (const id of keys(colourWords))
    add(id, { kind: 'colour', id, colour: hex(colourWords[id] ?? '#808080') });
  for (const id of keys(compositionWords)) add(compositionWords[id], { kind: 'composition', id });
  for (const id of keys(moodWords)) add(moodWords[id], { kind: 'mood', id });
  for (const id of keys(sizeWords)) add(sizeWords[id], { kind: 'size', id });
  for (const id of keys(countWords)) add(id, { kind: 'count', id, count: countWords[id] ?? 1 });
  add(abstractWords, { kind: 'abstract', id: 'abstract' });
  add(styleTalk, { kind: 'style talk', id: 'style talk' });
  add(fillerWords, { kind: 'filler', id: 'filler' });
  for (const word of keys(shadeWords)) add(word, { kind: 'filler', id: 'filler' });
  return lexicon;
}

/** Every word and phrase that Sketch knows, in lower case, singular. Words come before tables later in `build`. */
export const lexicon: ReadonlyMap<string, Meaning> = build();

/**
 * Words that name both a colour and a thing: next to a thing they are its colour, alone they are
 * the thing.
 */
export const colourOfThing: ReadonlySet<string> = new Set(
  keys(colourWords).filter((word) => {
    const kind = lexicon.get(word)?.kind;
    return kind !== undefined && kind !== 'colour';
  }),
);
