import type { ChatRefusal } from '../../src-shared/chat/chat-refusal';
import type { Chat, ChatEvent, ChatMessage, ListedChat } from '../../src-shared/contract/chat';
import type { ConnectionTest, LanguageModelState } from '../../src-shared/contract/language-model';
import type { Answering } from '../chat/answer-message';
import type { ConnectionWish } from '../chat/model-connection';
import { begunCard, chatFacts } from './chat-facts';
import type { Context } from './context';
import { refuse } from './refuse';

export function list(
  { studio }: Context,
  { words, limit }: { words: string; limit: number },
): { chats: ListedChat[] } {
  return { chats: studio.chats.list(words, limit) };
}

export function read(
  { studio }: Context,
  chatId: string,
): { chat: Chat; messages: readonly ChatMessage[] } {
  return granted(studio.chatDesk.read(chatId));
}

export async function send(
  context: Context,
  { chatId, text, by }: { chatId: string; text: string; by: 'usual' | 'guide' },
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<ChatEvent, void, void>> {
  // Whoever has no plan yet is told so before anything is kept.
  begunCard(context);
  const facts = () => chatFacts(context);
  const answering = await answeringBy(context, by);
  return granted(context.studio.chatDesk.send({ chatId, text, answering, facts, signal }));
}

async function answeringBy({ studio }: Context, by: 'usual' | 'guide'): Promise<Answering> {
  const current = by === 'guide' ? null : await studio.languageModel.current();
  if (current === null) return { by: { kind: 'guide' } };
  const { address, model } = current.connection;
  return { by: { kind: 'model', model, address }, model: current.model };
}

export function rename(
  { studio }: Context,
  { chatId, title }: { chatId: string; title: string },
): Chat {
  return granted(studio.chatDesk.rename(chatId, title));
}

export function setRemoved({ studio }: Context, chatId: string, removed: boolean): Chat {
  return granted(studio.chatDesk.setRemoved(chatId, removed));
}

export function modelState({ studio }: Context): Promise<LanguageModelState> {
  return studio.languageModel.state();
}

export async function connectModel(
  context: Context,
  wish: ConnectionWish,
): Promise<LanguageModelState> {
  const refusal = await context.studio.languageModel.connect(wish);
  if (refusal !== null) refuse(refusal);
  return modelState(context);
}

export async function testModel(
  { studio }: Context,
  wish: ConnectionWish,
  signal: AbortSignal | undefined,
): Promise<ConnectionTest> {
  const tested = await studio.languageModel.test(wish, signal);
  return 'code' in tested ? refuse(tested) : tested;
}

export async function forgetModel(context: Context): Promise<LanguageModelState> {
  await context.studio.languageModel.forget();
  return modelState(context);
}

/** The answer, or the typed refusal that was given in its place. */
function granted<Value extends object>(result: Value | ChatRefusal): Value {
  return isRefusal(result) ? refuse(result) : result;
}

function isRefusal(result: object): result is ChatRefusal {
  return 'code' in result;
}
