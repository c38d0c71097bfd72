import { longestPrompt } from '../jobs/look';
import { readEditWish } from './edit-wish';
import { modifiers } from './modifiers';
import { numberOf, numberPattern } from './numbers';
import { plainText } from './plain-text';
import { openWish, type Wish } from './wish';

const opener =
  /^(?:(?:hi|hello|hey|ok|okay|please|so|now|then)\b[\s,!.]*)*(?:(?:can|could|would|will) you(?: please)?|(?:can|could|may) i(?: please)?(?= have\b| get\b)|i(?:['’]d| would) (?:like|love)(?: you)?(?: to)?|i want(?: you)?(?: to)?|i need(?: you)?(?: to)?|let['’]?s|let us|help me(?: to)?|please)?\s*/i;
const verb =
  /^(make|create|generate|produce|render|draw|paint|sketch|design|illustrate|give|show|get|have|do|build|prepare|write|film|shoot|animate|queue)\b(?:\s+(?:me|us))?\s*/i;
/** Verbs that say what is made even where no noun does. */
const tellingVerbs: Readonly<Record<string, 'image' | 'video'>> = {
  draw: 'image',
  paint: 'image',
  sketch: 'image',
  illustrate: 'image',
  film: 'video',
  shoot: 'video',
  animate: 'video',
};

const noun =
  /\b(images?|pictures?|pics?|photos?|photographs?|drawings?|paintings?|illustrations?|sketch(?:es)?|artworks?|visuals?|variations?|clips?|videos?|movies?|films?|animations?|storyboards?)\b/i;
/** Kinds of pictures whose name is part of what they show. */
const kinds =
  /\b(portraits?|posters?|wallpapers?|logos?|icons?|postcards?|landscapes?)\b(?=\s+(?:of|showing|for|with)\b)/i;
const scenes = new RegExp(
  String.raw`(?:\s*,)?\s*\b(?:(?:with|of|in|from)\s+)?(${numberPattern})\s+(?:scenes|shots|panels|pictures)\b`,
  'i',
);
/** What may stand between the noun and the subject. */
const bridge =
  /^\s*(?:(?:of|about|showing|depicting|with|for|on|where|that shows?|which shows?)\b|:|-|–|—)?\s*/i;
/** A sentence with one of these before the noun is about the account, not a wish. */
const accountWords =
  /\b(price|prices|cost|costs|credits?|balance|plan|refunds?|queue|bill|many|much|which|what|how|why|when|unit|units|pack|packs|model|models)\b/i;
const stopWords = new Set(
  'a an the me us some please new my our of more nice in with and for to at as'.split(' '),
);

/** What somebody wants made, from their own words; null when they ask for nothing that can be made. */
export function readWish(text: string): Wish | null {
  const plain = plainText(text);
  const edit = readEditWish(plain);
  if (edit !== null) return edit;
  const opened = plain.replace(opener, '');
  const spoken = verb.exec(opened);
  const rest = spoken === null ? opened : opened.slice(spoken[0].length);
  const tool = tellingVerbs[spoken?.[1]?.toLowerCase() ?? ''];
  const found = noun.exec(rest);
  if (found !== null && isHead(rest.slice(0, found.index))) {
    const wish = readNamed(rest, found, spoken !== null);
    if (wish !== null) return wish;
  }
  const kind = kinds.exec(rest);
  if (kind !== null && isHead(rest.slice(0, kind.index))) return readKind(rest, kind);
  if (tool === undefined || rest === '') return null;
  return withSubject({ ...openWish, tool }, rest);
}

/** The words before a noun say how many and what kind; many of them are a sentence of another kind. */
function isHead(head: string): boolean {
  return head.length <= 120 && !accountWords.test(head);
}

function readNamed(rest: string, found: RegExpExecArray, wasAsked: boolean): Wish | null {
  const head = rest.slice(0, found.index);
  const after = rest.slice(found.index + found[0].length);
  const lead = bridge.exec(after)?.[0] ?? '';
  const isStarted = /^\s*(?:$|\d|an?\b|\p{L})/iu.test(rest);
  // «Images are nice» is no wish: a subject follows, or somebody asked for it to be made.
  if (!isStarted || (!wasAsked && lead.trim() === '' && !hasModifier(head))) return null;
  const tool = toolOfNoun(found[0]);
  const { wish, left } = readHead({ ...openWish, tool }, head);
  return tool === 'storyboard'
    ? withScenes(wish, after, left)
    : withSubject(wish, after.slice(lead.length), left);
}

/** Of a storyboard its scenes are counted, and the rest is its topic. */
function withScenes(wish: Wish, after: string, left: string): Wish {
  const match = scenes.exec(after);
  const number = match === null ? null : numberOf(match[1] ?? '');
  const rest = match === null || number === null ? after : after.replace(match[0], '');
  const subject = rest.slice(bridge.exec(rest)?.[0].length ?? 0);
  return withSubject({ ...wish, count: number ?? wish.count }, subject, left);
}

/** «a charcoal portrait of my aunt»: what kind of picture it is belongs to the prompt. */
function readKind(rest: string, kind: RegExpExecArray): Wish {
  const { wish, left } = readHead(openWish, rest.slice(0, kind.index));
  return withSubject(wish, rest.slice(kind.index), left);
}

function toolOfNoun(word: string): Wish['tool'] {
  if (/^storyboard/i.test(word)) return 'storyboard';
  return /^(clip|video|movie|film|animation)/i.test(word) ? 'video' : 'image';
}

function hasModifier(head: string): boolean {
  return readHead(openWish, head).wish !== openWish;
}

/** The words before the noun: how many, which style, how long; what is left describes the subject. */
function readHead(wish: Wish, head: string): { wish: Wish; left: string } {
  let told = wish;
  let left = head;
  for (const { pattern, meaning } of modifiers) {
    const match = new RegExp(String.raw`(?<![\p{L}\d])(?:${pattern})(?![\p{L}\d])`, 'iu').exec(
      left,
    );
    const meant = match === null ? null : meaning(match.slice(1));
    if (match === null || meant === null) continue;
    told = { ...told, ...meant };
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
  }
  const words = left.split(/[\s,;]+/).filter((word) => word !== '');
  const number = words.find((word) => numberOf(word) !== null);
  if (number !== undefined) told = { ...told, count: Math.max(1, Math.floor(countOf(words))) };
  const adjectives = words.filter(
    (word) => numberOf(word) === null && !stopWords.has(word.toLowerCase()),
  );
  return { wish: told, left: adjectives.join(' ') };
}

/** «a dozen» is twelve, «two hundred» two hundred; of several numbers the last that is no article counts. */
function countOf(words: readonly string[]): number {
  const numbers = words.flatMap((word) => numberOf(word) ?? []);
  const [first = 1, second] = numbers;
  return second !== undefined && second >= 12 ? first * second : (numbers.at(-1) ?? first);
}

const farewell = /[\s,;]*(?:please|thanks|thank you|for me|if you can)?[\s.!?]*$/i;
const without = /(?:\s*,)?\s+(?:but\s+)?without\s+(?:any\s+)?([^,;]{1,200})$/i;
const byModel =
  /(?:\s*,)?\s+(?:with|using|by|on)\s+(?:the\s+)?(?:model\s+)?["«']?([\p{L}\d][\p{L}\d -]{0,40}?)["»']?\s+model$/iu;

/** Takes what is said of the making off the end of a subject; what is left is the prompt. */
function withSubject(wish: Wish, subject: string, adjectives = ''): Wish {
  let told: Partial<Wish> = wish;
  let left = subject.replace(farewell, '');
  for (let turn = 0; turn < 12; turn += 1) {
    const taken = takeLast(left);
    if (taken === null) break;
    // What was said last stands; what was said before the noun stands firm.
    told = { ...taken.meant, ...saidOf(told) };
    left = taken.left.replace(farewell, '');
  }
  const negative = without.exec(left);
  if (negative !== null) left = left.slice(0, negative.index);
  const prompt = [left.trim(), adjectives].filter((part) => part !== '').join(', ');
  return {
    ...openWish,
    ...told,
    prompt: prompt.slice(0, longestPrompt),
    negativePrompt: negative?.[1]?.trim() ?? '',
  };
}

/** Only what a wish says, without all that it leaves open. */
function saidOf(wish: Partial<Wish>): Partial<Wish> {
  const said = Object.entries(wish).filter(
    ([name, value]) => name === 'tool' || value !== Reflect.get(openWish, name),
  );
  return Object.fromEntries(said);
}

function takeLast(subject: string): { meant: Partial<Wish>; left: string } | null {
  const model = byModel.exec(subject);
  if (model?.[1] !== undefined) {
    return { meant: { model: model[1] }, left: subject.slice(0, model.index) };
  }
  // Only the end is looked at, so that a long text costs no more than a short one.
  const start = Math.max(0, subject.length - 80);
  const end = subject.slice(start);
  for (const { pattern, lead, meaning } of modifiers) {
    const match = new RegExp(`(?:${lead}|^)(?:${pattern})$`, 'iu').exec(end);
    const meant = match === null ? null : meaning(match.slice(1));
    if (match === null || meant === null || (match.index === 0 && start > 0)) continue;
    return { meant, left: subject.slice(0, start + match.index) };
  }
  return null;
}
