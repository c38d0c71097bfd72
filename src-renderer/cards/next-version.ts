import { type CardRef, compareVersions } from '../../src-shared/billing/plan/plan-terms';

/** The version that starts on a day beside those that are known: the day, or the next number of it. */
export function versionOn(day: string, versions: readonly string[]): string {
  const ofDay = versions.filter((version) => dayOfVersion(version) === day);
  const newest = ofDay.toSorted(compareVersions).at(-1);
  if (newest === undefined) return day;
  const [, number = '1'] = newest.split('.');
  return `${day}.${Number(number) + 1}`;
}

/** The day that a version starts on, as YYYY-MM-DD. */
export function dayOfVersion(version: string): string {
  return version.slice(0, 10);
}

/** The day that is proposed for a newer version: today, or the newest one's where that is still to come. */
export function dayForNext(today: string, versions: readonly string[]): string {
  return versions.map(dayOfVersion).reduce((latest, day) => (day > latest ? day : latest), today);
}

/** Every version of a card that is known. */
export function versionsOf(id: string, known: readonly CardRef[]): string[] {
  return known.filter((card) => card.id === id).map(({ version }) => version);
}

const longestStem = 56;

/** An id for a card of one's own, made from another's: one that no card has. */
export function ownId(from: string, known: readonly CardRef[]): string {
  const stem = (from.startsWith('my-') ? from : `my-${from}`).slice(0, longestStem);
  return freeId(
    stem,
    known.map(({ id }) => id),
  );
}

/** The stem, or the stem with the first number from 2 on that makes it an id nothing else has. */
export function freeId(stem: string, taken: readonly string[]): string {
  let id = stem;
  for (let number = 2; taken.includes(id); number += 1) id = `${stem}-${number}`;
  return id;
}
