export type SampleEntry = {
  readonly number?: number;
  readonly id?: string;
  readonly kind?: string;
  readonly credits?: number;
  readonly availableAfter?: number;
  /** As SQL, for each database writes bytes in its own way. */
  readonly hash: string;
};

/** The statement that adds an entry past all of Tally's code, to see what the tables alone allow. */
export function sampleEntry(fields: SampleEntry): string {
  const { number = 1, id = 'a', kind = 'grant', credits = 5, availableAfter = 5, hash } = fields;
  return `insert into entry
    (number, id, kind, lot, wallet, credits, at, cause_json, available_after, held_after, hash)
    values (${number}, '${id}', '${kind}', 'lot', 'seat-1', ${credits}, 1767225600000, '{}',
      ${availableAfter}, 0, ${hash})`;
}
