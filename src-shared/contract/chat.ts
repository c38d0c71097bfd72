import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { Instant } from '../billing/instant';
import type { ChatForm } from '../chat/form';
import { procedure } from './refused';

/** The longest message, in characters. */
export const longestMessage = 8000;
export const longestTitle = 120;

/** Who answers: the guide that is built in, or the language model that the person connected. */
export type Answerer =
  | { readonly kind: 'guide' }
  | { readonly kind: 'model'; readonly model: string; readonly address: string };

export type ChatMessage = {
  /** Its place in the chat, from 1. */
  readonly number: number;
  readonly role: 'person' | 'guide';
  readonly text: string;
  readonly at: Instant;
  /** Who wrote an answer; null for what the person wrote. */
  readonly by: Answerer | null;
  /** Forms that were filled; none is submitted without a press. */
  readonly forms: readonly ChatForm[];
  /** Whether an answer was stopped by the person before its end. */
  readonly stopped: boolean;
  /** Why an answer did not come to its end, in a sentence; null when it did. */
  readonly problem: string | null;
};

export type Chat = {
  readonly id: string;
  readonly title: string;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
};

/** A chat in the list; when words are searched, with the newest message that has them. */
export type ListedChat = Chat & {
  readonly found: { readonly number: number; readonly excerpt: string } | null;
};

/** What happens while a message is answered. The answer ends with exactly one `answered`. */
export type ChatEvent =
  /** The message was kept. */
  | { readonly kind: 'asked'; readonly chat: Chat; readonly message: ChatMessage }
  /** The next words of the answer. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'form'; readonly form: ChatForm }
  /** The whole answer, as it was kept. */
  | { readonly kind: 'answered'; readonly chat: Chat; readonly message: ChatMessage };

const chatId = z.uuid();

/** Conversations: free, without a cap (B2), kept until they are deleted. */
export const chat = {
  /** The newest chats; with words, those in which a message or the title has all of them. */
  list: procedure
    .input(
      z.strictObject({
        words: z.string().max(200),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(type<{ readonly chats: readonly ListedChat[] }>()),
  read: procedure
    .input(z.strictObject({ chatId }))
    .output(type<{ readonly chat: Chat; readonly messages: readonly ChatMessage[] }>()),
  /**
   * Keeps a message and streams its answer; a chat of a new id is begun. Breaking off stops the answer, and what came
   * of it until then is kept. Nothing is ever submitted from here.
   */
  send: procedure
    .input(
      z.strictObject({
        chatId,
        text: z.string().max(longestMessage),
        /** `guide` asks the guide although a language model is connected. */
        by: z.enum(['usual', 'guide']),
      }),
    )
    .output(eventIterator(type<ChatEvent>())),
  rename: procedure
    .input(z.strictObject({ chatId, title: z.string().max(longestTitle) }))
    .output(type<Chat>()),
  /** Takes a chat out of the list; until Tally is closed it can be brought back. */
  remove: procedure.input(z.strictObject({ chatId })).output(type<Chat>()),
  restore: procedure.input(z.strictObject({ chatId })).output(type<Chat>()),
};
