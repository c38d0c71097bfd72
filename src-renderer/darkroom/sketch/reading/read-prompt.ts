import { type Colour, hex, shift } from '../core/colour';
import { hashText } from '../core/random';
import { colourOfThing, type Meaning } from './lexicon';
import { type Found, lookUp } from './look-up';
import type { Reading, Wanted } from './reading';
import { type Token, tokenise } from './tokenise';
import type { MoodId, SeasonId, TimeId, WeatherId } from './words-air';
import { colourWords, shadeWords } from './words-colours';
import type { CompositionId, SizeId } from './words-composition';
import type { FeatureId, FlowerId, PlantId, SettingId } from './words-places';
import type { SubjectId } from './words-subjects';

/** What has been gathered since the last noun and waits for the next. */
type Pending = {
  count: number | undefined;
  colours: Colour[];
  size: SizeId | undefined;
  shade: { readonly light: number; readonly chroma: number } | undefined;
};

type Draft = {
  subjects: Wanted<SubjectId>[];
  plants: Wanted<PlantId>[];
  flowers: Wanted<FlowerId>[];
  settings: Set<SettingId>;
  features: Set<FeatureId>;
  weather: Set<WeatherId>;
  moods: Set<MoodId>;
  composition: Set<CompositionId>;
  time: TimeId | undefined;
  season: SeasonId | undefined;
  colours: Colour[];
  abstract: boolean;
  excluded: Set<string>;
  understood: Set<string>;
  unknown: Set<string>;
  ruledOut: Set<string>;
};

const nothingPending = (): Pending => ({
  count: undefined,
  colours: [],
  size: undefined,
  shade: undefined,
});

/** Reads a prompt and a negative prompt. Never fails: any text has a reading. */
export function readPrompt(prompt: string, negativePrompt: string): Reading {
  const draft = emptyDraft();
  for (const token of scan(tokenise(negativePrompt))) {
    if (token.kind === 'found') exclude(draft, token.found);
  }
  readWords(tokenise(prompt), draft);
  return finish(draft, prompt);
}

function emptyDraft(): Draft {
  return {
    subjects: [],
    plants: [],
    flowers: [],
    settings: new Set(),
    features: new Set(),
    weather: new Set(),
    moods: new Set(),
    composition: new Set(),
    time: undefined,
    season: undefined,
    colours: [],
    abstract: false,
    excluded: new Set(),
    understood: new Set(),
    unknown: new Set(),
    ruledOut: new Set(),
  };
}

type Scanned =
  | { readonly kind: 'found'; readonly found: Found; readonly next: Found | undefined }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'break' };

function* scan(tokens: readonly Token[]): Generator<Scanned> {
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    const found = lookUp(tokens, index);
    if (found) {
      yield { kind: 'found', found, next: lookUp(tokens, index + found.length) };
      index += found.length;
      continue;
    }
    yield token?.kind === 'word' ? { kind: 'unknown', text: token.text } : { kind: 'break' };
    index += 1;
  }
}

function readWords(tokens: readonly Token[], draft: Draft): void {
  let pending = nothingPending();
  let negated = false;
  const settle = (): void => {
    draft.colours.push(...pending.colours);
    pending = nothingPending();
  };
  for (const item of scan(tokens)) {
    if (item.kind === 'break') {
      settle();
      negated = false;
    } else if (item.kind === 'unknown') {
      draft.unknown.add(item.text);
    } else if (item.found.meaning.kind === 'negation') {
      settle();
      negated = true;
    } else if (negated) {
      if (endsNegation(item.found)) negated = false;
      else exclude(draft, item.found);
    } else if (take(draft, pending, item.found, item.next)) {
      pending = nothingPending();
    }
  }
  settle();
}

function endsNegation(found: Found): boolean {
  return ['with', 'but', 'just', 'only'].includes(found.text);
}

function exclude(draft: Draft, found: Found): void {
  const kind = found.meaning.kind;
  if (kind === 'filler' || kind === 'style talk' || kind === 'count' || kind === 'size') return;
  draft.excluded.add(found.meaning.id);
  draft.ruledOut.add(found.text);
  if (found.meaning.id === 'person') {
    for (const id of [
      'woman',
      'child',
      'person with umbrella',
      'wizard',
      'knight',
      'astronaut',
      'portrait',
    ])
      draft.excluded.add(id);
  }
  if (found.meaning.id === 'city' && /building/.test(found.text)) draft.excluded.add('house');
  if (kind === 'colour') draft.excluded.add(`colour ${found.meaning.id}`);
}

/** True when the word was a noun that used up what was pending. */
function take(draft: Draft, pending: Pending, found: Found, next: Found | undefined): boolean {
  if (takeColour(draft, pending, found, next)) return false;
  const { meaning, text } = found;
  if (meaning.kind !== 'filler' && meaning.kind !== 'style talk') draft.understood.add(text);
  switch (meaning.kind) {
    case 'subject':
      draft.subjects.push(wanted(meaning.id, pending, found));
      return true;
    case 'plant':
      draft.plants.push(wanted(meaning.id, pending, found));
      return true;
    case 'flower':
      draft.flowers.push({
        ...wanted(meaning.id, pending, found),
        count: found.plural && pending.count === 1 ? undefined : pending.count,
      });
      return true;
    case 'count':
      pending.count = meaning.count;
      if (meaning.id === 'a' || meaning.id === 'an') draft.understood.delete(text);
      return false;
    case 'size':
      pending.size = meaning.id;
      return false;
    default:
      return takeSetting(draft, pending, meaning);
  }
}

function takeSetting(draft: Draft, pending: Pending, meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'setting':
      draft.settings.add(meaning.id);
      draft.colours.push(...pending.colours);
      return true;
    case 'feature':
      draft.features.add(meaning.id);
      draft.colours.push(...pending.colours);
      return true;
    case 'time':
      draft.time ??= meaning.id;
      return false;
    case 'season':
      draft.season ??= meaning.id;
      return false;
    case 'weather':
      draft.weather.add(meaning.id);
      return false;
    case 'mood':
      draft.moods.add(meaning.id);
      return false;
    case 'composition':
      draft.composition.add(meaning.id);
      return false;
    case 'abstract':
      draft.abstract = true;
      return false;
    default:
      return false;
  }
}

const nouns = new Set(['subject', 'plant', 'flower', 'setting', 'feature', 'colour']);

/** Colour words and their shades; a word that is also a thing is a colour only before a noun. */
function takeColour(
  draft: Draft,
  pending: Pending,
  found: Found,
  next: Found | undefined,
): boolean {
  const shade = Object.hasOwn(shadeWords, found.text) ? shadeWords[found.text] : undefined;
  const beforeColour = next !== undefined && Object.hasOwn(colourWords, next.text);
  if (shade && beforeColour) {
    pending.shade = shade;
    draft.understood.add(found.text);
    return true;
  }
  const value = Object.hasOwn(colourWords, found.text) ? colourWords[found.text] : undefined;
  if (value === undefined) return false;
  const alsoThing = colourOfThing.has(found.text);
  if (alsoThing && !(next && nouns.has(next.meaning.kind) && next.length > 0)) return false;
  const colour = pending.shade ? shift(hex(value), pending.shade) : hex(value);
  pending.colours.push(colour);
  pending.shade = undefined;
  draft.understood.add(found.text);
  return true;
}

const sameInPlural: ReadonlySet<string> = new Set(['fish', 'sheep', 'deer']);

function wanted<Id extends string>(id: Id, pending: Pending, found: Found): Wanted<Id> {
  const several = found.plural || sameInPlural.has(found.text);
  const count = pending.count ?? (several ? undefined : 1);
  const said = found.plural && pending.count === 1 ? undefined : count;
  return { id, count: said, colours: pending.colours, size: pending.size, word: found.text };
}

function finish(draft: Draft, prompt: string): Reading {
  const allowed = <Item extends string>(items: Iterable<Item>): Item[] =>
    [...items].filter((item) => !draft.excluded.has(item));
  const kept = <Id extends string>(list: readonly Wanted<Id>[]): Wanted<Id>[] =>
    list.filter((item) => !draft.excluded.has(item.id)).slice(0, 6);
  const cleaned = tokenise(prompt)
    .map((token) => (token.kind === 'word' ? token.text : ','))
    .join(' ');
  return {
    subjects: kept(draft.subjects),
    plants: kept(draft.plants),
    flowers: kept(draft.flowers),
    settings: allowed(draft.settings),
    features: allowed(draft.features),
    weather: allowed(draft.weather),
    moods: allowed(draft.moods),
    composition: allowed(draft.composition),
    time: draft.time && draft.excluded.has(draft.time) ? undefined : draft.time,
    season: draft.season && draft.excluded.has(draft.season) ? undefined : draft.season,
    colours: draft.colours.slice(0, 5),
    abstract: draft.abstract && !draft.excluded.has('abstract'),
    excluded: draft.excluded,
    understood: [...draft.understood],
    unknown: [...draft.unknown],
    ruledOut: [...draft.ruledOut],
    hash: hashText(cleaned),
  };
}
