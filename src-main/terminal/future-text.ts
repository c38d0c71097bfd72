import type { Forecast, Future, Pace, WhatIf } from '../../src-shared/contract/forecast';
import { counted, creditsText, dateText, priceText, table } from './text';

/** What is to be expected, at the usual pace and at the slow and the fast end of it. */
export function forecastLines(forecast: Forecast, timeZone: string): string[] {
  const { sentences, usual, slow, fast, nextLapse } = forecast;
  const paces = [
    { name: 'usual', paced: usual },
    { name: 'slow', paced: slow },
    { name: 'fast', paced: fast },
  ];
  const rows = paces.flatMap(({ name, paced }) =>
    paced === null ? [] : [[`  ${name}`, paceText(paced.pace), ...outlook(paced.future, timeZone)]],
  );
  const suggestions = nextLapse === null ? [] : nextLapse.suggestions.map(({ words }) => words);
  return [...sentences, ...table(rows), ...suggestions];
}

function paceText({ credits, days }: Pace): string {
  return `${counted(credits, 'credit')} in ${counted(days, 'day')}`;
}

function outlook({ totals, runsOutAt }: Future, timeZone: string): string[] {
  return [
    runsOutAt === null ? 'lasts' : `runs out on ${dateText(runsOutAt, timeZone)}`,
    `${creditsText(totals.lapsed)} lapse`,
    `${creditsText(totals.closing)} left`,
  ];
}

/** What would be, beside what will be, and then what would happen when. */
export function whatIfLines({ changed, asItIs }: WhatIf, timeZone: string): string[] {
  const figures = [
    ['', 'as it is', 'changed'],
    ...totalRows.map(([name, textOf]) => [name, textOf(asItIs.totals), textOf(changed.totals)]),
    ['runs out', runsOutText(asItIs, timeZone), runsOutText(changed, timeZone)],
  ];
  const events = changed.events.map(({ at, words }) => [dateText(at, timeZone), words]);
  return [...table(figures, [1, 2]), '', ...table(events)];
}

type Totals = Future['totals'];

const totalRows: readonly (readonly [name: string, textOf: (totals: Totals) => string])[] = [
  ['granted', ({ granted }) => creditsText(granted)],
  ['spent', ({ spent }) => creditsText(spent)],
  ['not affordable', ({ unmet }) => creditsText(unmet)],
  ['lapsed', ({ lapsed }) => creditsText(lapsed)],
  ['billed', billedText],
  ['left at the end', ({ closing }) => creditsText(closing)],
];

function billedText({ cents, unpriced }: Totals): string {
  return unpriced === 0 ? priceText(cents) : `${priceText(cents)} and ${unpriced} without a price`;
}

function runsOutText({ runsOutAt }: Future, timeZone: string): string {
  return runsOutAt === null ? 'never' : dateText(runsOutAt, timeZone);
}
