import { assertNever } from '../../assert-never';
import type { RateCard } from '../card/rate-card';
import { dayText, lapseText } from '../day-text';
import type { Instant } from '../instant';
import { moneyText } from '../money-text';
import { type Account, cycleBounds, type Subscription, type Units } from './account';
import { nextBill } from './next-bill';
import { nextGrant } from './next-grant';
import { nextUnits } from './next-units';
import type { Order } from './order';
import { granted, type Step } from './step';

/** What the words of an order are made of: the account before it, and what it does. */
export type OrderContext = {
  readonly before: Account;
  readonly order: Order;
  readonly step: Step;
  readonly card: RateCard;
};

/** What a person is told before an order is placed: plain sentences, in order (A12–A14, B9). */
export function orderWords(context: OrderContext): string[] {
  const { wish } = context.order;
  switch (wish.kind) {
    case 'start-plan':
      return [...planWords(context), context.card.policies.expiry];
    case 'change-plan':
      return changeWords(context);
    case 'end-plan':
      return endWords(context);
    case 'keep-plan':
      return keepWords(context);
    case 'add-seat':
      return [...creditWords(context), ...billWords(context)];
    case 'remove-seat':
      return removeSeatWords(context, wish.seat);
    case 'buy-units':
      return unitWords(context);
    case 'cancel-units':
    case 'keep-units':
      return unitRenewalWords(context, wish.unit);
    case 'buy-pack':
      return [
        ...creditWords(context),
        'A pack is bought once and does not renew.',
        ...context.card.policies.refunds.slice(0, 1),
      ];
    case 'use-card':
      return [`Prices go by version ${wish.card.version} from its date on; history keeps its own.`];
    default:
      return assertNever(wish);
  }
}

function planWords(context: OrderContext): string[] {
  return [...creditWords(context), ...billWords(context)];
}

/** What comes at once, and until when. */
function creditWords({ step }: OrderContext): string[] {
  const [first] = step.grants;
  if (first === undefined) return ['No credit comes with it now.'];
  const amount = counted(granted(step.grants));
  return [
    `${amount} at once; what is left of it ${lapseText(first.terms, step.account.timeZone)}.`,
  ];
}

/** When the plan is billed next, and for how much. */
function billWords({ step }: OrderContext): string[] {
  const { account } = step;
  const bill = nextBill(account);
  if (bill === null) return ['The plan ends with its cycle and is not billed again.'];
  const day = dayText(bill.at, account.timeZone);
  return [`The plan renews by itself on ${day} for ${moneyText(bill.cents)}, until you end it.`];
}

function changeWords(context: OrderContext): string[] {
  const { before, step } = context;
  const running = before.subscription;
  const changed = step.account.subscription;
  if (running === null || changed === null) return [];
  const { waiting, terms } = changed;
  if (waiting === null && running.waiting !== null && terms === running.terms) {
    return keepWords(context);
  }
  if (waiting?.kind === 'change') {
    const day = dayText(cycleBounds(step.account, changed).endsAt, step.account.timeZone);
    return [
      `${waiting.terms.name} (${waiting.terms.cadence}) takes the place of ${terms.name} on ${day}, when the running cycle ends; nothing is billed before.`,
      ...seatsLost(step.account, waiting.terms.room),
      ...billWords(context),
    ];
  }
  const cancelled = changed.units.filter(
    (units, index) => units.cancelled > (running.units[index]?.cancelled ?? 0),
  );
  return [
    `${terms.name} takes effect at once.`,
    ...planWords(context),
    ...cancelled.map((units) => endingUnits(step.account, changed, units)),
  ];
}

function seatsLost(account: Account, room: number): string[] {
  const active = account.seats.filter((seat) => seat.active).length;
  if (active <= room) return [];
  return [`It has room for ${room} of the ${active} seats; those added last are removed then.`];
}

function endingUnits(account: Account, subscription: Subscription, units: Units): string {
  const day = dayText(cycleBounds(account, subscription).endsAt, account.timeZone);
  return `${units.count} × ${units.name} is not sold with this plan: its credit stays usable until ${day} and it does not renew.`;
}

function endWords({ before }: OrderContext): string[] {
  const { subscription, timeZone } = before;
  if (subscription === null) return [];
  const day = dayText(cycleBounds(before, subscription).endsAt, timeZone);
  const units = subscription.units.length > 0 ? ' Its add-on units end with it.' : '';
  return [
    `The plan ends on ${day}; until then everything stays as it is, and you can take this back.`,
    `Base and add-on credit that is left on that day lapses.${units} Packs keep their own date.`,
  ];
}

function keepWords(context: OrderContext): string[] {
  const waiting = context.before.subscription?.waiting ?? null;
  const what =
    waiting?.kind === 'change' ? `The change to ${waiting.terms.name}` : 'The end of the plan';
  return [`${what} is taken back; the plan goes on as it is.`, ...billWords(context)];
}

function removeSeatWords(context: OrderContext, seat: string): string[] {
  const name = context.before.seats.find(({ id }) => id === seat)?.name ?? '';
  return [
    `${name === '' ? seat : `${name} (${seat})`} keeps its credit to its date and gets no more. What was billed for it is not refunded; adding it again in the same cycle costs nothing.`,
    ...billWords(context),
  ];
}

/** A14: that a unit renews by itself, when, and for how much; A12: that it can't be refunded. */
function unitWords(context: OrderContext): string[] {
  const { step, card } = context;
  const { subscription } = step.account;
  const units = subscription?.units.at(-1);
  if (subscription === null || units === undefined) return [];
  const { unitCancellation } = card.policies;
  return [
    ...creditWords(context),
    renewalWords(step.account, subscription, units, card),
    'Units can’t be refunded.',
    ...(unitCancellation === null ? [] : [unitCancellation]),
  ];
}

function unitRenewalWords(context: OrderContext, unit: string): string[] {
  const { step, card } = context;
  const { subscription, timeZone } = step.account;
  const units = subscription?.units.find(({ order }) => order === unit);
  if (subscription === null || units === undefined) return [];
  const day = dayText(cycleBounds(step.account, subscription).endsAt, timeZone);
  const left = units.count - units.cancelled;
  const ended = `${units.cancelled} × ${units.name} will not renew; credit that is there stays usable until ${day} and is not refunded.`;
  return [
    ...(units.cancelled > 0 ? [ended] : []),
    ...(left > 0 ? [renewalWords(step.account, subscription, units, card)] : []),
  ];
}

/** What becomes of units when the next month starts, told before (A14). */
function renewalWords(
  account: Account,
  subscription: Subscription,
  bought: Units,
  card: RateCard,
): string {
  const next = nextUnits(account);
  const units = next?.units.find(({ order }) => order === bought.order);
  if (next !== null && units !== undefined) return filledIn(card, units, next.at, account.timeZone);
  const day = dayText(cycleBounds(account, subscription).endsAt, account.timeZone);
  return `${bought.name} does not renew; its credit stays usable until ${day}.`;
}

/** The card's own words on a renewal of units, with name, date, price and credits filled in. */
function filledIn(card: RateCard, units: Units, at: Instant, timeZone: string): string {
  const { count } = units;
  const cents = units.centsEach === null ? null : units.centsEach * count;
  const blanks: Record<string, string> = {
    name: count === 1 ? units.name : `${count} × ${units.name}`,
    date: dayText(at, timeZone),
    price: moneyText(cents),
    credits: (units.creditsEach * count).toLocaleString('en'),
  };
  const words =
    card.policies.unitRenewal ??
    '{name} renews by itself on {date} for {price} and grants {credits} credits, until you cancel it.';
  return words.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

/** What renews by itself within `days` days, in words (A14: told before a renewal too). */
export function renewalsWithin(
  account: Account,
  card: RateCard,
  days: number,
  at: number,
): string[] {
  const { subscription } = account;
  if (subscription === null) return [];
  const soon = at + days * 24 * 60 * 60 * 1000;
  const words: string[] = [];
  const bill = nextBill(account);
  if (bill !== null && bill.at <= soon && bill.cents !== 0) {
    const grant = nextGrant(account);
    const day = dayText(bill.at, account.timeZone);
    const each = subscription.terms.perSeat ? ' a seat' : '';
    const credits = grant === null ? '' : ` and grants ${counted(grant.creditsEach)}${each}`;
    words.push(`Your plan renews by itself on ${day} for ${moneyText(bill.cents)}${credits}.`);
  }
  const next = nextUnits(account);
  if (next !== null && next.at <= soon) {
    words.push(...next.units.map((units) => filledIn(card, units, next.at, account.timeZone)));
  }
  return words;
}

function counted(amount: number): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? 'credit' : 'credits'}`;
}
