import { create } from 'zustand';
import type { ChatForm } from '../../src-shared/chat/form';
import type { Chat, ChatMessage, ListedChat } from '../../src-shared/contract/chat';
import type { LanguageModelState } from '../../src-shared/contract/language-model';

/** An answer that is on its way. */
export type Answering = {
  readonly chatId: string;
  readonly text: string;
  readonly forms: readonly ChatForm[];
};

type ChatStore = {
  /** Null until the list was read. */
  readonly chats: readonly ListedChat[] | null;
  /** What the list is searched for. */
  readonly words: string;
  /** The chat that is shown; a new one has an id before it has a message. */
  readonly openId: string;
  readonly messages: readonly ChatMessage[];
  /** What is being written, and not sent. */
  readonly unsent: string;
  readonly answering: Answering | null;
  /** Who answers; null until that was told. */
  readonly model: LanguageModelState | null;
  /** Whether the guide is asked although a language model is connected. */
  readonly asksGuide: boolean;
  /** Why something asked for did not happen, in a sentence. */
  readonly problem: string | null;
  setChats: (chats: readonly ListedChat[]) => void;
  search: (words: string) => void;
  open: (chatId: string, messages: readonly ChatMessage[]) => void;
  write: (unsent: string) => void;
  setModel: (model: LanguageModelState) => void;
  askGuide: (asksGuide: boolean) => void;
  setProblem: (problem: string | null) => void;
  begin: (chatId: string) => void;
  /** A message as it was kept; of a chat that is not shown only its place in the list changes. */
  keep: (chat: Chat, message: ChatMessage) => void;
  hear: (text: string) => void;
  receive: (form: ChatForm) => void;
  end: () => void;
};

/** The chats as they are known here, and the one that is shown. */
export const chatStore = create<ChatStore>()((set) => ({
  chats: null,
  words: '',
  openId: crypto.randomUUID(),
  messages: [],
  unsent: '',
  answering: null,
  model: null,
  asksGuide: false,
  problem: null,
  setChats: (chats) => set({ chats }),
  search: (words) => set({ words }),
  open: (openId, messages) => set({ openId, messages, problem: null }),
  write: (unsent) => set({ unsent }),
  setModel: (model) => set({ model }),
  askGuide: (asksGuide) => set({ asksGuide }),
  setProblem: (problem) => set({ problem }),
  begin: (chatId) => set({ answering: { chatId, text: '', forms: [] }, problem: null }),
  keep: (chat, message) =>
    set(({ openId, messages }) => {
      if (openId !== chat.id) return {};
      const others = messages.filter(({ number }) => number !== message.number);
      return { messages: [...others, message] };
    }),
  hear: (text) =>
    set(({ answering }) =>
      answering === null ? {} : { answering: { ...answering, text: answering.text + text } },
    ),
  receive: (form) =>
    set(({ answering }) =>
      answering === null ? {} : { answering: { ...answering, forms: [...answering.forms, form] } },
    ),
  end: () => set({ answering: null }),
}));
