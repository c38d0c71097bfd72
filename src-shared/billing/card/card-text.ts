import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { Temporal } from 'temporal-polyfill';
import type { CardFault } from './card-faults';
import { syntaxWords } from './card-syntax-words';
import { type PlacedJson, placedJson } from './json-places';
import { deepestNesting, tooDeepAt } from './nesting';
import { type PlacedProblem, problemOf, type RateCard, readCard } from './rate-card';
import { lineStartsOf, positionAt } from './text-position';

/** The longest text that is read as a card, in characters. */
export const longestCardText = 1_000_000;
/** So many problems are listed, and then how many more there are. */
export const mostProblems = 50;

export type CardText =
  | { readonly kind: 'card'; readonly card: RateCard }
  | { readonly kind: 'invalid'; readonly problems: readonly PlacedProblem[] };

/** A problem with where it starts, in characters from 0. */
type Located = { readonly offset: number; readonly path: string; readonly message: string };

/**
 * Reads a rate card from the text of its file. An unusable one lists what is wrong, each with line and column, in
 * the order of the text: first the JSON itself, and when that can be read, the card that it says.
 */
export function readCardText(written: string): CardText {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  const tree = treeOf(text);
  if (tree.kind === 'unreadable') return invalid(text, tree.problems);
  const json = placedJson(tree.root);
  const starts = lineStartsOf(text);
  const repeated = json.repeated.map(({ place, offset, first }): Located => {
    const message = `is there already, on line ${positionAt(starts, first).line}; keep one of them`;
    return { offset, ...problemOf({ place, message }) };
  });
  const read = readCard(json.data);
  const faults = read.kind === 'card' ? versionFaults(read.card) : read.faults;
  const problems = [...repeated, ...faults.map((fault) => locate(json, fault))];
  if (read.kind === 'card' && problems.length === 0) return read;
  return invalid(text, problems);
}

type Tree =
  | { readonly kind: 'tree'; readonly root: Node }
  | { readonly kind: 'unreadable'; readonly problems: readonly Located[] };

function treeOf(text: string): Tree {
  if (text.length > longestCardText) {
    const limit = longestCardText.toLocaleString('en');
    return unreadable(longestCardText, `is longer than ${limit} characters; no card is`);
  }
  // What reads the JSON calls itself for every level, and a thousand of them would exhaust it.
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return unreadable(deep, `is nested more than ${deepestNesting} levels deep; no card is`);
  }
  if (text.trim() === '') return unreadable(0, 'is empty');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors.length > 0) return { kind: 'unreadable', problems: syntaxProblems(text, errors) };
  return root === undefined ? unreadable(0, 'is empty') : { kind: 'tree', root };
}

function unreadable(offset: number, message: string): Tree {
  return { kind: 'unreadable', problems: [{ offset, path: 'text', message }] };
}

/** One slip makes several errors at one spot: the first says what it is. They come in the order of the text. */
function syntaxProblems(text: string, errors: readonly ParseError[]): Located[] {
  const spots = new Map<number, Located>();
  for (const { error, offset, length } of errors) {
    if (spots.has(offset)) continue;
    // Nonsense makes a million of them: those beyond what is listed are only counted.
    const isListed = spots.size < mostProblems;
    const message = isListed ? syntaxWords(error, text.slice(offset, offset + length)) : '';
    spots.set(offset, { offset, path: 'text', message });
  }
  return [...spots.values()];
}

/** Where a fault is: at its value, at the name of an unknown field, or at the group that lacks one. */
function locate(json: PlacedJson, fault: CardFault): Located {
  const spot = json.spotOf(fault.place);
  const around = spot ?? json.spotOf(fault.place.slice(0, -1));
  const offset = fault.isName === true ? around?.name : around?.value;
  return { offset: offset ?? 0, ...problemOf(fault) };
}

const longestVersionNumber = 6;

/** A version that is a day of no calendar can be ordered after no other. */
function versionFaults({ version }: RateCard): CardFault[] {
  const [day = '', number = ''] = version.split('.');
  const place = ['version'];
  if (!isDay(day)) return [{ place, message: `must start with a day; there is no ${day}` }];
  if (number.length <= longestVersionNumber) return [];
  const message = `must have at most ${longestVersionNumber} digits after the day`;
  return [{ place, message }];
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function invalid(text: string, problems: readonly Located[]): CardText {
  const starts = lineStartsOf(text);
  const ordered = problems.toSorted((a, b) => a.offset - b.offset);
  const placed = ordered.slice(0, mostProblems).map(({ offset, path, message }) => ({
    path,
    message,
    ...positionAt(starts, offset),
  }));
  const next = ordered[mostProblems];
  if (next === undefined) return { kind: 'invalid', problems: placed };
  const more = (ordered.length - mostProblems).toLocaleString('en');
  const rest = { path: 'text', message: `from here on there are ${more} more problems` };
  return {
    kind: 'invalid',
    problems: [...placed, { ...rest, ...positionAt(starts, next.offset) }],
  };
}
