import type { Colour } from '../core/colour';
import type { MoodId, SeasonId, TimeId, WeatherId } from './words-air';
import type { CompositionId, SizeId } from './words-composition';
import type { FeatureId, FlowerId, PlantId, SettingId } from './words-places';
import type { SubjectId } from './words-subjects';

/** Something countable that the prompt asks for. */
export type Wanted<Id extends string> = {
  readonly id: Id;
  /** How many; `undefined` is "not said, but more than one". */
  readonly count: number | undefined;
  /** Colours said of it, in order. */
  readonly colours: readonly Colour[];
  readonly size: SizeId | undefined;
  /** The word that was read. */
  readonly word: string;
};

/** What a prompt and a negative prompt were understood to ask for. Pure data. */
export type Reading = {
  readonly subjects: readonly Wanted<SubjectId>[];
  readonly plants: readonly Wanted<PlantId>[];
  readonly flowers: readonly Wanted<FlowerId>[];
  readonly settings: readonly SettingId[];
  readonly features: readonly FeatureId[];
  readonly weather: readonly WeatherId[];
  readonly moods: readonly MoodId[];
  readonly composition: readonly CompositionId[];
  readonly time: TimeId | undefined;
  readonly season: SeasonId | undefined;
  /** Colours said of the picture as a whole. */
  readonly colours: readonly Colour[];
  readonly abstract: boolean;
  /** Ids of every kind that must not appear. */
  readonly excluded: ReadonlySet<string>;
  /** Words that were understood, as written, in order, without repeats. */
  readonly understood: readonly string[];
  /** Words that were not. */
  readonly unknown: readonly string[];
  /** Words ruled out, as written. */
  readonly ruledOut: readonly string[];
  /** FNV-1a of the cleaned prompt: feeds what the words leave open. */
  readonly hash: number;
};
