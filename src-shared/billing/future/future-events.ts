import { add, type Credits, noCredits } from '../credits';
import { creditsText } from '../credits-text';
import type { Instant } from '../instant';
import { moneyText } from '../money-text';
import type { Account, Subscription } from '../plan/account';
import { type InvoiceLine, sumOfCents } from '../plan/invoice-line';
import type { Cadence } from '../plan/plan-terms';
import { granted, type Step } from '../plan/step';
import type { FutureEvent } from './future';
import type { NearDay } from './near-day';

/**
 * What a step means to a person, in the order in which it happens: what lapses, what becomes of the plan, what
 * comes, what is billed.
 */
export function eventsOf(
  before: Account,
  step: Step,
  lapsed: Credits,
  nearDay: NearDay,
): FutureEvent[] {
  const { at, account } = step;
  const day = nearDay(at);
  return [
    ...lapsedEvents(at, day, lapsed),
    ...planEvents(at, day, before.subscription, account.subscription),
    ...grantedEvents(step, day),
    ...billedEvents(step, day),
  ];
}

/** Use that finds no credit. */
export type Lack = {
  readonly at: Instant;
  /** When more comes, or the look ahead ends. */
  readonly until: Instant;
  readonly credits: Credits;
  /** Who lacks it; nobody is named where there is one seat alone. */
  readonly seats: readonly string[];
};

export function ranOutEvent(lack: Lack, nearDay: NearDay): FutureEvent {
  const { at, until, credits, seats } = lack;
  const whose = seats.length > 3 ? `${seats.length} seats` : listText(seats);
  const what = seats.length === 0 ? 'credit runs out' : `credit runs out for ${whose}`;
  const missing = `this pace would need ${credits.toLocaleString('en')} more`;
  const words = `On ${nearDay(at)} ${what}: ${missing} until ${nearDay(until)}`;
  return { at, kind: 'ran-out', credits, cents: null, words };
}

function lapsedEvents(at: Instant, day: string, lapsed: Credits): FutureEvent[] {
  if (lapsed === noCredits) return [];
  const verb = lapsed === 1 ? 'lapses' : 'lapse';
  const words = `On ${day} ${creditsText(lapsed)} ${verb} unused`;
  return [{ at, kind: 'lapsed', credits: lapsed, cents: null, words }];
}

const cadenceWords: Record<Cadence, string> = { monthly: 'by the month', annual: 'by the year' };

function planEvents(
  at: Instant,
  day: string,
  before: Subscription | null,
  after: Subscription | null,
): FutureEvent[] {
  const event = (kind: 'plan-ended' | 'plan-changed', words: string): FutureEvent[] => [
    { at, kind, credits: noCredits, cents: null, words: `On ${day} ${words}` },
  ];
  if (after === null) {
    if (before === null) return [];
    return event('plan-ended', `the plan ${before.terms.name} ends; nothing renews after it`);
  }
  const { name, planId, cadence } = after.terms;
  const what = `${name}, billed ${cadenceWords[cadence]}`;
  if (before === null) return event('plan-changed', `the plan ${what}, starts`);
  if (before.terms.planId === planId && before.terms.cadence === cadence) return [];
  return event('plan-changed', `the plan changes from ${before.terms.name} to ${what}`);
}

/** One event for each thing that brings credit, however many seats and purchases it is for. */
function grantedEvents(step: Step, day: string): FutureEvent[] {
  const base = step.grants.filter(({ terms }) => terms.source === 'base');
  const bought = step.lines.filter(({ kind }) => kind === 'units' || kind === 'pack');
  const sources = [
    ...(base.length === 0 ? [] : [{ credits: granted(base), text: baseText(step, base.length) }]),
    ...merged(bought).map((line) => ({ credits: line.credits, text: lineText(line) })),
  ];
  return sources.map(({ credits, text }) => {
    const verb = credits === 1 ? 'comes' : 'come';
    const words = `On ${day} ${creditsText(credits)} ${verb} with ${text}`;
    return { at: step.at, kind: 'granted', credits, cents: null, words };
  });
}

/** What base credit comes with: another seat, an upgrade, or the plan itself. */
function baseText({ lines, account }: Step, seats: number): string {
  const cause = lines.find(({ kind }) => kind === 'seat' || kind === 'upgrade');
  if (cause !== undefined) return lineText(cause);
  const plan = account.subscription?.terms.name ?? 'the plan';
  return seats === 1 ? plan : `${plan} for ${seats} seats`;
}

/** One event for all bills with a price, and one for those that have none; what is free is not billed. */
function billedEvents({ at, lines }: Step, day: string): FutureEvent[] {
  const priced = merged(lines.filter(({ cents }) => cents !== null && cents > 0));
  const unpriced = merged(lines.filter(({ cents }) => cents === null));
  const cents = priced.reduce((total, line) => total + (line.cents ?? 0), 0);
  const billed = (words: string, amount: number | null): FutureEvent[] => [
    { at, kind: 'billed', credits: noCredits, cents: amount, words: `On ${day} ${words}` },
  ];
  const paid = `${moneyText(cents)} is billed for ${listText(priced.map(lineText))}`;
  const names = listText(unpriced.map(lineText));
  const unknown =
    unpriced.length === 1
      ? `${names} is billed; its price is not on the card`
      : `${names} are billed; their prices are not on the card`;
  return [
    ...(priced.length === 0 ? [] : billed(paid, cents)),
    ...(unpriced.length === 0 ? [] : billed(unknown, null)),
  ];
}

type Bought = Pick<InvoiceLine, 'kind' | 'name' | 'quantity' | 'cents' | 'credits'>;

/** Lines of the same thing as one; all of them have a price, or none has. */
function merged(lines: readonly InvoiceLine[]): Bought[] {
  const things = new Map<string, Bought>();
  for (const line of lines) {
    const key = `${line.kind} ${line.name}`;
    const same = things.get(key);
    things.set(key, same === undefined ? line : together(same, line));
  }
  return [...things.values()];
}

function together(left: Bought, right: Bought): Bought {
  return {
    ...left,
    quantity: left.quantity + right.quantity,
    cents: sumOfCents([left.cents, right.cents]),
    credits: add(left.credits, right.credits),
  };
}

function lineText({ kind, name, quantity }: Bought): string {
  switch (kind) {
    case 'plan':
      return quantity === 1 ? name : `${name} for ${quantity} seats`;
    case 'seat':
      return `another seat of ${name}`;
    case 'upgrade':
      return `the change to ${name}`;
    case 'units':
    case 'pack':
      return quantity === 1 ? name : `${quantity} × ${name}`;
  }
}

/** «a», «a and b», «a, b and c». */
function listText(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
