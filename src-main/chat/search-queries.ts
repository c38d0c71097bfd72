import { type RawBuilder, sql } from 'kysely';
import { arg, queries } from '../store/statements';

/**
 * The chats in whose title or in one of whose messages all of `count` words stand, newest first, and the newest such
 * message of one chat. The words are patterns named `word0`, `word1` …; both say the same on every database.
 */
export function searchQueries(count: number) {
  const patterns = Array.from({ length: count }, (_, index) => arg<string>(`word${index}`));
  const hasAll = (column: RawBuilder<string>) =>
    sql<boolean>`${sql.join(
      patterns.map((pattern) => sql`${column} like ${pattern} escape '\\'`),
      sql` and `,
    )}`;
  const listed = queries.selectFrom('chat').selectAll().where('removed_at', 'is', null);
  const inMessage = queries
    .selectFrom('chat_message')
    .select('number')
    .where(sql<boolean>`chat_message.chat = chat.id`);
  const found =
    count === 0
      ? listed
      : listed.where(({ or, exists }) =>
          or([hasAll(sql`chat.folded`), exists(inMessage.where(hasAll(sql`chat_message.folded`)))]),
        );
  const hit = queries
    .selectFrom('chat_message')
    .select(['number', 'text'])
    .where('chat', '=', arg<string>('chat'))
    .orderBy('number', 'desc')
    .limit(arg<number>('limit'));
  return {
    chats: found.orderBy('changed_at', 'desc').orderBy('id').limit(arg<number>('limit')),
    hit: count === 0 ? hit : hit.where(hasAll(sql`chat_message.folded`)),
  };
}
