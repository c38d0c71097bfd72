import { z } from 'zod';
import { instant } from '../../src-shared/billing/instant';
import { chatFormSchema } from '../../src-shared/chat/form';
import type { Answerer, Chat, ChatMessage, ListedChat } from '../../src-shared/contract/chat';
import type { ChatMessageRow, ChatRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries, type SqlValue } from '../store/statements';
import { searchQueries } from './search-queries';
import { excerptOf, folded, likePattern, wordsOf } from './search-words';

export type ChatStore = ReturnType<typeof prepareChats>;

type Key = { readonly chat: string };

const answerer: z.ZodType<Answerer> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('guide') }),
  z.object({ kind: z.literal('model'), model: z.string(), address: z.string() }),
]);
const extra = z.object({
  by: answerer,
  forms: z.array(chatFormSchema),
  stopped: z.boolean(),
  problem: z.string().nullable(),
});

/** What was said, found again by its words. Whatever writes belongs inside `write`. */
export function prepareChats(database: Database) {
  const { one, messages, insertChat, insertMessage, update, purgeMessages, purgeChats } =
    prepareStatements(database);
  const searches = new Map<number, ReturnType<typeof prepareSearch>>();
  const searchFor = (count: number) => {
    const known = searches.get(count) ?? prepareSearch(database, count);
    searches.set(count, known);
    return known;
  };
  return {
    /** The newest first; only those in whose title or in one of whose messages all words stand. */
    list: (text: string, limit: number): ListedChat[] => {
      const words = wordsOf(text);
      const args: Record<string, SqlValue> = { limit };
      for (const [index, word] of words.entries()) args[`word${index}`] = likePattern(word);
      const search = searchFor(words.length);
      return search.chats.all(args).map((row) => {
        const hit = words.length === 0 ? undefined : search.hit.get({ ...args, chat: row.id });
        const found =
          hit === undefined ? null : { number: hit.number, excerpt: excerptOf(hit.text, words) };
        return { ...chatOf(row), found };
      });
    },
    /** Null for one that never was; one that was deleted is still told of. */
    chat: (id: string): ChatRow | null => one.get({ chat: id }) ?? null,
    messages: (id: string): ChatMessage[] => messages.all({ chat: id }).map(messageOf),
    begin: (chat: Chat): void => {
      insertChat.run(rowOf(chat, null));
    },
    add: (id: string, message: ChatMessage): void => {
      const { number, role, text, at, by, forms, stopped, problem } = message;
      const extra_json = by === null ? null : JSON.stringify({ by, forms, stopped, problem });
      insertMessage.run({ chat: id, number, role, text, folded: folded(text), extra_json, at });
    },
    save: (chat: Chat, removedAt: number | null): void => {
      update.run(rowOf(chat, removedAt));
    },
    /** Forgets for good what was deleted. */
    purge: (): void => {
      purgeMessages.run({});
      purgeChats.run({});
    },
  };
}

function prepareStatements(database: Database) {
  const ofChat = queries.selectFrom('chat').selectAll().where('id', '=', arg<string>('chat'));
  const ofMessages = queries
    .selectFrom('chat_message')
    .selectAll()
    .where('chat', '=', arg<string>('chat'))
    .orderBy('number');
  const message = {
    chat: arg<string>('chat'),
    number: arg<number>('number'),
    role: arg<'person' | 'guide'>('role'),
    text: arg<string>('text'),
    folded: arg<string>('folded'),
    extra_json: arg<string | null>('extra_json'),
    at: arg<number>('at'),
  };
  const { id, started_at, ...changing } = named();
  const removed = queries.selectFrom('chat').select('id').where('removed_at', 'is not', null);
  return {
    one: prepare<Key, ChatRow>(database, ofChat),
    messages: prepare<Key, ChatMessageRow>(database, ofMessages),
    insertChat: prepare<ChatRow, never>(
      database,
      queries.insertInto('chat').values({ id, started_at, ...changing }),
    ),
    insertMessage: prepare<ChatMessageRow, never>(
      database,
      queries.insertInto('chat_message').values(message),
    ),
    update: prepare<ChatRow, never>(
      database,
      queries.updateTable('chat').set(changing).where('id', '=', id),
    ),
    purgeMessages: prepare<Record<string, never>, never>(
      database,
      queries.deleteFrom('chat_message').where('chat', 'in', removed),
    ),
    purgeChats: prepare<Record<string, never>, never>(
      database,
      queries.deleteFrom('chat').where('removed_at', 'is not', null),
    ),
  };
}

function named() {
  return {
    id: arg<string>('id'),
    title: arg<string>('title'),
    folded: arg<string>('folded'),
    started_at: arg<number>('started_at'),
    changed_at: arg<number>('changed_at'),
    removed_at: arg<number | null>('removed_at'),
  };
}

function prepareSearch(database: Database, count: number) {
  const { chats, hit } = searchQueries(count);
  return {
    chats: prepare<Record<string, SqlValue>, ChatRow>(database, chats),
    hit: prepare<Record<string, SqlValue>, Pick<ChatMessageRow, 'number' | 'text'>>(database, hit),
  };
}

function rowOf({ id, title, startedAt, changedAt }: Chat, removedAt: number | null): ChatRow {
  return {
    id,
    title,
    folded: folded(title),
    started_at: startedAt,
    changed_at: changedAt,
    removed_at: removedAt,
  };
}

export function chatOf({ id, title, started_at, changed_at }: ChatRow): Chat {
  return { id, title, startedAt: instant(started_at), changedAt: instant(changed_at) };
}

const wordsAlone = { by: null, forms: [], stopped: false, problem: null };

function messageOf({ number, role, text, at, extra_json }: ChatMessageRow): ChatMessage {
  const plain = { number, role, text, at: instant(at) };
  if (extra_json === null) return { ...plain, ...wordsAlone };
  // What a later version keeps beside the words is left out rather than the words with it.
  const read = extra.safeParse(JSON.parse(extra_json)).data;
  return { ...plain, ...(read ?? wordsAlone) };
}
