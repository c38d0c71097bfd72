import { parseRateCard, type RateCard } from '../../src-shared/billing/card/rate-card';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { RateCardRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { UnreadableData } from '../store/unreadable-data';

export type CardStore = ReturnType<typeof prepareCards>;

/** Cards as they were when first used or imported: history keeps the prices of its day. */
export function prepareCards(database: Database) {
  const rows = queries.selectFrom('rate_card').selectAll();
  const one = prepare<{ id: string; version: string }, RateCardRow>(
    database,
    rows.where('id', '=', arg<string>('id')).where('version', '=', arg<string>('version')),
  );
  const all = prepare<Record<string, never>, RateCardRow>(database, rows.orderBy('id'));
  const insert = prepare<RateCardRow, never>(
    database,
    queries
      .insertInto('rate_card')
      .values({ id: arg('id'), version: arg('version'), content_json: arg('content_json') }),
  );
  // Parsing a card takes a millisecond, and every submission asks for one. Kept cards never change.
  const parsed = new Map<string, RateCard>();
  const card = ({ id, version }: CardRef): RateCard | null => {
    const key = `${id} ${version}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const row = one.get({ id, version });
    if (row === undefined) return null;
    const read = keptCard(row);
    parsed.set(key, read);
    return read;
  };
  return {
    card,
    /** A kept card; throws when it is gone, for orders and jobs name only kept ones. */
    cardAt: (ref: CardRef): RateCard => {
      const found = card(ref);
      if (found === null) throw new UnreadableData(`rate card ${ref.id} ${ref.version}`);
      return found;
    },
    /** Every kept version of every card. */
    all: (): RateCard[] => all.all({}).map(keptCard),
    /** Keeps a card; a version that is kept already stays as it is. Belongs inside `write`. */
    keep: (kept: RateCard): void => {
      const { id, version } = kept;
      if (one.get({ id, version }) !== undefined) return;
      insert.run({ id, version, content_json: JSON.stringify(kept) });
    },
  };
}

/** A kept card was valid when it was kept: one that is not was damaged since. */
function keptCard(row: RateCardRow): RateCard {
  let content: unknown = null;
  try {
    content = JSON.parse(row.content_json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const parsed = parseRateCard(content);
  if (parsed.kind === 'invalid') throw new UnreadableData(`rate card ${row.id}`);
  return parsed.card;
}
