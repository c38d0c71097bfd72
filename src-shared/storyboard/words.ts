/** Words that hold a sentence together and picture nothing. */
const stopWords = new Set(
  `a about above across after again against all almost alone along already also although always am among an and another
  any anybody anyone anything are aren't around as at away back be became because become becomes been before began behind
  being below between both but by called came can can't cannot come comes could couldn't did didn't do does doesn't doing
  don't done down during each either else enough even ever every everybody everyone everything few for from further gave
  get gets give given go goes going gone got had has hasn't have haven't having he her here hers herself him himself his
  how however i if in indeed instead into is isn't it it's its itself just keep kept knew know known last later least less
  let like likely long made make makes making many may maybe me mean means might mine more most mostly much must my myself
  near nearly need needs neither never next no nobody none nor not nothing now of off often on once one only onto or other
  others our ours ourselves out over own part per perhaps put quite rather really said same say says see seem seemed seems
  seen several shall she should since so some somebody someone something sometimes soon still such take taken than that
  that's the their theirs them themselves then there there's therefore these they thing things this those though through
  thus till to together too took toward towards turn under unless until unto up upon us use used using usually very via
  want was wasn't way ways we well went were weren't what when whenever where whether which while who whole whom whose why
  will with within without won't would yet you your yours yourself`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The words of a text in lower case, as they stand in it. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

export function isStopWord(word: string): boolean {
  return stopWords.has(word.replaceAll('’', "'"));
}

/** The words of a text that mean something by themselves. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 1 && !isStopWord(word));
}

/** A word without its plural, so that «ships» and «ship» count as one; no more is guessed. */
export function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}
