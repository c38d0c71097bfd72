import { creditsText } from '../credits-text';
import type { Instant } from '../instant';
import { activeSeats } from '../plan/account';
import type { Forecast, Future, FutureEvent } from './future';
import { type NearDay, nearDay } from './near-day';
import type { Standing } from './rehearsal';

type Told = Omit<Forecast, 'sentences'>;

/** A forecast as a person would tell it, with its bounds: only what was seen, and how sure that is. */
export function forecastSentences(told: Told, standing: Standing): string[] {
  const day = nearDay(standing.at, standing.account.timeZone);
  return [
    ...paceSentences(told),
    ...endSentences(told, standing, day),
    ...lapseSentences(told, day),
    ...planSentences(told),
  ];
}

function paceSentences({ usual, daysSeen }: Told): string[] {
  if (usual === null) {
    const seen = daysSeen === 0 ? 'no whole day' : daysSeen === 1 ? 'one day' : `${daysSeen} days`;
    return [
      `Tally has seen ${seen} of use so far; from three days on it can tell how long credit lasts.`,
    ];
  }
  const { credits, days } = usual.pace;
  if (credits === 0) return [`No credit was used in the last ${days} days.`];
  const was = credits === 1 ? 'was' : 'were';
  return [`${creditsText(credits)} ${was} used in the last ${days} days.`];
}

/** How long credit lasts, how early and how late it may end, and when more comes. */
function endSentences(told: Told, standing: Standing, day: NearDay): string[] {
  const { usual, slow } = told;
  if (usual === null || usual.pace.credits === 0) return [];
  const { runsOutAt, from } = usual.future;
  const isTeam = activeSeats(standing.account).length > 1;
  if (runsOutAt !== null && runsOutAt <= from) {
    const none = isTeam ? 'A seat that is in use has no credit left.' : 'No credit is left.';
    return [none, nextGrantSentence(usual.future, runsOutAt, day)];
  }
  const lasts = isTeam ? 'every seat has credit' : 'credit lasts';
  const unbounded =
    slow === null ? ['How early or late that may be can be told after two weeks.'] : [];
  const next = runsOutAt === null ? [] : [nextGrantSentence(usual.future, runsOutAt, day)];
  return [`At this pace ${lasts} ${endText(told, usual.future, day)}.`, ...unbounded, ...next];
}

/** The end at the usual pace, with those of the busiest and the quietest week where they are other days. */
function endText({ slow, fast }: Told, { runsOutAt, until }: Future, day: NearDay): string {
  const earliest = fast?.future.runsOutAt ?? null;
  if (runsOutAt === null) {
    const busy = earliest === null ? '' : `, in busy weeks only until ${day(earliest)}`;
    return `beyond ${day(until)}${busy}`;
  }
  const usual = day(runsOutAt);
  const isEarlier = earliest !== null && day(earliest) !== usual;
  const early = isEarlier ? `, at the earliest ${day(earliest)}` : '';
  if (slow === null) return `until ${usual}${early}`;
  const latest = slow.future.runsOutAt;
  if (latest === null) return `until ${usual}${early}, in quiet weeks beyond ${day(until)}`;
  return `until ${usual}${early}${day(latest) === usual ? '' : `, at the latest ${day(latest)}`}`;
}

function nextGrantSentence({ events, until }: Future, after: Instant, day: NearDay): string {
  const grant = events.find(({ kind, at }) => kind === 'granted' && at > after);
  return grant === undefined ? `No more comes before ${day(until)}.` : `${grant.words}.`;
}

function lapseSentences({ nextLapse, usual, slow, fast }: Told, day: NearDay): string[] {
  if (nextLapse === null) return [];
  const { at, credits, suggestions } = nextLapse;
  const [first, second] = suggestions.map(({ words }) => words);
  const use = first === undefined ? '' : `: enough for ${first}${second ? ` or ${second}` : ''}`;
  const verb = credits === 1 ? 'lapses' : 'lapse';
  const unused = `If unused, ${creditsText(credits)} ${verb} on ${day(at)}${use}.`;
  if (usual === null) return [unused];
  // What comes back from the queue and lapses too is no part of what is unused now.
  const lost = (future: Future) => {
    const gone = lostAt(future, at);
    return gone < credits ? gone : credits;
  };
  const loss = {
    usual: lost(usual.future),
    least: lost((fast ?? usual).future),
    most: lost((slow ?? usual).future),
  };
  return [unused, `At this pace ${lossText(loss, credits)}.`];
}

function lostAt({ events }: Future, at: Instant): number {
  const lapses = events.filter((event) => event.kind === 'lapsed' && event.at === at);
  return lapses.reduce((total, event) => total + event.credits, 0);
}

function lossText(
  { usual, least, most }: { readonly usual: number; readonly least: number; readonly most: number },
  all: number,
): string {
  if (most === 0) return 'nothing of that lapses';
  if (least === all) return 'all of that lapses';
  if (usual === 0) return `nothing of that lapses, or at most ${creditsText(most)}`;
  const loss = `${creditsText(usual)} of that ${usual === 1 ? 'lapses' : 'lapse'}`;
  if (least === most) return loss;
  return `about ${loss}, at least ${least.toLocaleString('en')} and at most ${most.toLocaleString('en')}`;
}

/** What becomes of the plan itself. */
function planSentences({ usual }: Told): string[] {
  const events: readonly FutureEvent[] = usual?.future.events ?? [];
  return events
    .filter(({ kind }) => kind === 'plan-ended' || kind === 'plan-changed')
    .map(({ words }) => `${words}.`);
}
