import { creditsText } from '../../billing/credits-text';
import { dayText, lapseText } from '../../billing/day-text';
import { hasDate, isSpendable, type Lot } from '../../billing/lots/lot';
import { lotWords } from '../../billing/lots/lot-words';
import type { Facts } from '../facts';

/** What can be spent now, and what is put aside for jobs. */
export function balanceAnswer(facts: Facts): string {
  const { available, held } = facts.balance;
  const aside =
    held === 0
      ? ''
      : ` Another ${creditsText(held)} ${held === 1 ? 'is' : 'are'} on hold for jobs.`;
  const soonest = spendable(facts).find(hasDate);
  const lapse =
    soonest === undefined
      ? ''
      : ` The first to lapse: ${creditsText(soonest.available)} on ${dayText(soonest.expiresAt, facts.timeZone)}.`;
  return `You have **${creditsText(available)}** to spend.${aside}${lapse}`;
}

/** Lot by lot, in the order in which they pay. */
export function lotsAnswer(facts: Facts): string {
  const lots = spendable(facts);
  if (lots.length === 0) return 'No credit can be spent now, so there is no lot that would pay.';
  const lines = lots.map(
    (lot) =>
      `- ${creditsText(lot.available)} of ${lotWords(lot)}, ${lapseText(lot, facts.timeZone)}`,
  );
  return [
    'Your lots, in the order in which they pay:',
    ...lines,
    'What lapses sooner pays first; then your seat’s own credit before the pool’s.',
  ].join('\n');
}

/** What lapses next, and the card's word on credit that is not used (A8, A9, B6). */
export function lapseAnswer(facts: Facts): string {
  const { card, timeZone } = facts;
  const dated = spendable(facts).filter(hasDate);
  const lines = dated.map(
    (lot) =>
      `- ${creditsText(lot.available)} of ${lotWords(lot)} on ${dayText(lot.expiresAt, timeZone)}`,
  );
  const list =
    dated.length === 0
      ? ['Nothing that you have lapses soon.']
      : ['What lapses, and when:', ...lines];
  return [...list, card.policies.expiry, ...suggestion(facts)].join('\n');
}

function suggestion({ forecast }: Facts): string[] {
  const [first] = forecast.nextLapse?.suggestions ?? [];
  return first === undefined ? [] : [`It would be enough for ${first.words}.`];
}

/** How long credit lasts at the pace that was seen. */
export function forecastAnswer({ forecast }: Facts): string {
  return forecast.sentences.join(' ');
}

/** How much was used lately, and where every entry can be read. */
export function spentAnswer(facts: Facts): string {
  const { forecast, balance } = facts;
  const spent = balance.lots.reduce((total, lot) => total + lot.spent, 0);
  const [pace] = forecast.sentences;
  return [
    `Of the credit that you have now, ${creditsText(spent)} ${spent === 1 ? 'was' : 'were'} spent so far.`,
    pace ?? '',
    'Every charge with its reason stands on the Credits screen, under Statement.',
  ].join(' ');
}

function spendable({ balance, at }: Facts): Lot[] {
  return balance.lots.filter((lot) => isSpendable(lot, at));
}
