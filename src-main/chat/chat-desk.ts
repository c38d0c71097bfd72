import type { Instant } from '../../src-shared/billing/instant';
import type { ChatRefusal } from '../../src-shared/chat/chat-refusal';
import type { Facts } from '../../src-shared/chat/facts';
import type { ChatForm } from '../../src-shared/chat/form';
import {
  type Chat,
  type ChatEvent,
  type ChatMessage,
  longestTitle,
} from '../../src-shared/contract/chat';
import { isBlank } from '../../src-shared/jobs/look';
import type { Database } from '../store/sqlite';
import { write } from '../store/write';
import { type Answering, answerMessage } from './answer-message';
import { type ChatStore, chatOf } from './chat-store';
import type { AnswerEnd } from './language-model';

export type Result<Value> = Value | ChatRefusal;

export type Sending = {
  readonly chatId: string;
  readonly text: string;
  readonly answering: Answering;
  readonly facts: () => Facts;
  readonly signal: AbortSignal | undefined;
};

/** Where messages come in and answers go out; each is kept, however it ends (B2: none is counted or charged). */
export class ChatDesk {
  /** The chats that are being answered, each with what breaks its answer off. */
  private readonly answering = new Map<string, Sending>();
  private readonly database: Database;
  private readonly chats: ChatStore;
  private readonly now: () => Instant;

  constructor(database: Database, chats: ChatStore, now: () => Instant) {
    this.database = database;
    this.chats = chats;
    this.now = now;
  }

  /** Keeps a message and streams its answer; a refusal keeps nothing. */
  send(sending: Sending): Result<AsyncGenerator<ChatEvent, void, void>> {
    const { chatId, text } = sending;
    if (isBlank(text)) return { code: 'message-empty' };
    const current = this.answering.get(chatId);
    if (current !== undefined && current.signal?.aborted !== true) {
      return { code: 'chat-answering', chatId };
    }
    if (this.removedAt(chatId) !== null) return { code: 'chat-unknown', chatId };
    const asked = this.ask(chatId, text);
    this.answering.set(chatId, sending);
    return this.stream(sending, asked);
  }

  read(chatId: string): Result<{ chat: Chat; messages: ChatMessage[] }> {
    const row = this.chats.chat(chatId);
    if (row === null || row.removed_at !== null) return { code: 'chat-unknown', chatId };
    return { chat: chatOf(row), messages: this.chats.messages(chatId) };
  }

  rename(chatId: string, title: string): Result<Chat> {
    const row = this.chats.chat(chatId);
    if (row === null) return { code: 'chat-unknown', chatId };
    if (isBlank(title)) return { code: 'title-empty' };
    const chat = { ...chatOf(row), title: oneLine(title) };
    write(this.database, () => this.chats.save(chat, row.removed_at));
    return chat;
  }

  /** Deletes a chat, or brings it back. */
  setRemoved(chatId: string, removed: boolean): Result<Chat> {
    const row = this.chats.chat(chatId);
    if (row === null) return { code: 'chat-unknown', chatId };
    const chat = chatOf(row);
    const at = removed ? this.now() : null;
    write(this.database, () => this.chats.save(chat, at));
    return chat;
  }

  private removedAt(chatId: string): number | null {
    return this.chats.chat(chatId)?.removed_at ?? null;
  }

  private ask(chatId: string, text: string): { chat: Chat; messages: ChatMessage[] } {
    const at = this.now();
    const row = this.chats.chat(chatId);
    const chat =
      row === null
        ? { id: chatId, title: oneLine(text), startedAt: at, changedAt: at }
        : { ...chatOf(row), changedAt: at };
    const before = row === null ? [] : this.chats.messages(chatId);
    const message = { ...plain(before.length + 1, at), role: 'person', text } as const;
    write(this.database, () => {
      if (row === null) this.chats.begin(chat);
      else this.chats.save(chat, null);
      this.chats.add(chatId, message);
    });
    return { chat, messages: [...before, message] };
  }

  private async *stream(
    sending: Sending,
    { chat, messages }: { chat: Chat; messages: ChatMessage[] },
  ): AsyncGenerator<ChatEvent, void, void> {
    const { chatId, answering, facts } = sending;
    const leave = new AbortController();
    const signal = AbortSignal.any([leave.signal, ...(sending.signal ? [sending.signal] : [])]);
    const parts = answerMessage(answering, { messages, facts, signal });
    const forms: ChatForm[] = [];
    let text = '';
    let end: AnswerEnd = { kind: 'stopped' };
    try {
      const message = messages.at(-1);
      if (message !== undefined) yield { kind: 'asked', chat, message };
      for (;;) {
        const { done, value } = await parts.next();
        if (done) {
          end = value;
          break;
        }
        if (value.kind === 'form') forms.push(value.form);
        else text += value.text;
        yield value;
      }
    } finally {
      if (this.answering.get(chatId) === sending) this.answering.delete(chatId);
      leave.abort();
      try {
        // Whoever broke off finds here what had come until then.
        const { by } = answering;
        const told = { role: 'guide', text, forms, by, ...toldEnd(end) } as const;
        this.keep(chat, { ...plain(this.nextNumber(chatId), this.now()), ...told });
      } finally {
        await parts.return(end);
      }
    }
    const kept = this.database.open ? this.chats.messages(chatId).at(-1) : undefined;
    if (kept !== undefined) yield { kind: 'answered', chat, message: kept };
  }

  /** Another message may have come while this one was answered. */
  private nextNumber(chatId: string): number {
    return this.database.open ? this.chats.messages(chatId).length + 1 : 0;
  }

  private keep(chat: Chat, answer: ChatMessage): void {
    // Tally was closed meanwhile: the answer ends with it.
    if (!this.database.open) return;
    write(this.database, () => this.chats.add(chat.id, answer));
  }
}

function plain(number: number, at: Instant) {
  return { number, at, by: null, forms: [], stopped: false, problem: null };
}

function toldEnd(end: AnswerEnd): Pick<ChatMessage, 'stopped' | 'problem'> {
  return { stopped: end.kind === 'stopped', problem: end.kind === 'failed' ? end.problem : null };
}

/** A text as the title of a chat: one line, not too long. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= longestTitle / 2
    ? line
    : `${characters.slice(0, longestTitle / 2 - 1).join('')}…`;
}
