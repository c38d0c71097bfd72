import { assertNever } from '../../assert-never';
import type { Quote } from '../card/quote';
import type { Credits } from '../credits';
import { creditsText } from '../credits-text';
import { dayText, lapseText } from '../day-text';
import type { Instant } from '../instant';
import type { ConsideredLot } from './considered-lots';
import { type EntryFacts, explainEntry, type JobFacts } from './explain-entry';
import type { Lot } from './lot';
import { lotWords } from './lot-words';

/** What became of credit on hold, and when: charged, given back, or lapsed before it could be given back. */
export type Settled = { readonly kind: 'charge' | 'release' | 'lapse'; readonly at: Instant };

/** An entry with all that its story is made of. */
export type StoryFacts = EntryFacts & {
  /** For a job's entry: the lots that could pay at its hold, in burn order. */
  readonly considered: readonly ConsideredLot[];
  /** For a job's entry: what became of its lot's part of the hold; null while it stands. */
  readonly settled: Settled | null;
  /** The lot as it is by now. */
  readonly lotNow: Lot;
};

/** Why an entry exists, from its cause to its last consequence, in plain sentences. */
export function storySentences(facts: StoryFacts): string[] {
  const { entry, job } = facts;
  const why = explainEntry(facts);
  switch (entry.kind) {
    case 'grant':
    case 'expire':
      return [why, lotSentence(facts.lotNow, facts.timeZone)];
    case 'hold':
      return [why, ...priceSentences(job), ...lotSentences(facts), settledSentence(facts)];
    case 'charge':
      return [
        why,
        ...priceSentences(job),
        ...lotSentences(facts),
        'What was processed is charged once, whatever its result is worth, and not given back.',
      ];
    case 'release':
      return [why, ...priceSentences(job), ...lotSentences(facts)];
    default:
      return assertNever(entry);
  }
}

/** The price of one output as arithmetic: «5 seconds × 2 credits = 10 credits». */
export function arithmeticText({ units, unit, price, each }: Quote): string {
  const [one, many] = unit === 'second' ? ['second', 'seconds'] : ['picture', 'pictures'];
  const counted = `${units.toLocaleString('en')} ${units === 1 ? one : many}`;
  if (price.per === 1) {
    return `${counted} × ${creditsText(price.credits)} = ${creditsText(each)}`;
  }
  const rate = `${creditsText(price.credits)} for every ${price.per.toLocaleString('en')} ${many}`;
  const isWhole = units * price.credits === each * price.per;
  return `${counted} at ${rate}${isWhole ? ' = ' : ', rounded up to '}${creditsText(each)}`;
}

function priceSentences(job: JobFacts | null): string[] {
  if (job === null) return [];
  const { card, count, rule } = job.quote;
  const batch = count === 1 ? '' : ` for each of the ${count} that were ordered together`;
  return [
    `Its price${batch}, by version ${card.version} of the card «${job.cardName}»: ${arithmeticText(job.quote)}.`,
    `The card says: ${rule}`,
  ];
}

/** Which lots paid and why, and which would have been next. */
function lotSentences({ considered, timeZone }: StoryFacts): string[] {
  const taken = considered.filter((each) => each.taken > 0);
  const next = considered.find((each) => each.taken === 0);
  const paid = taken.map(
    (each) => `${creditsText(each.taken)} came from ${placed(each, timeZone)}.`,
  );
  const left =
    next === undefined
      ? 'No other lot could have paid.'
      : `Next in order would have been ${placed(next, timeZone)}; it had ${creditsText(next.available)}.`;
  return [...paid, left];
}

function placed({ lot, reason }: ConsideredLot, timeZone: string): string {
  return `${lotWords(lot)} that ${lapseText(lot, timeZone)} (${reason})`;
}

function settledSentence({ settled, timeZone }: StoryFacts): string {
  if (settled === null) return 'It is still on hold.';
  const day = dayText(settled.at, timeZone);
  switch (settled.kind) {
    case 'charge':
      return `It was charged on ${day}.`;
    case 'release':
      return `It was given back on ${day}.`;
    case 'lapse':
      return `It lapsed on ${day}, before it was spent.`;
    default:
      return assertNever(settled.kind);
  }
}

/** Where a lot's credit is by now; the parts add up to what was granted. */
function lotSentence(lot: Lot, timeZone: string): string {
  const parts: readonly (readonly [Credits, string])[] = [
    [lot.spent, 'spent'],
    [lot.held, 'on hold'],
    [lot.expired, 'lapsed'],
    [lot.available, 'left'],
  ];
  const told = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, word]) => `${amount.toLocaleString('en')} ${word}`);
  return `Of the ${creditsText(lot.granted)} granted on ${dayText(lot.startsAt, timeZone)}: ${told.join(', ')}.`;
}
