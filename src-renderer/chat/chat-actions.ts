import type { ListedChat } from '../../src-shared/contract/chat';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { tellProblem, toastStore } from '../stores/toasts';
import { chatStore } from './chat-store';

/** So many chats are listed; older ones are found by their words. */
const mostListed = 100;

const store = () => chatStore.getState();

/** Reads the list anew, as it is searched now. */
export async function loadChats(): Promise<void> {
  const { words } = store();
  const answer = await ask(tally().chat.list({ words, limit: mostListed }));
  if (answer.kind !== 'answered') return store().setProblem(sentenceOf(answer));
  // What was typed meanwhile is another search.
  if (store().words === words) store().setChats(answer.value.chats);
}

/** Who would answer now. */
export async function loadModel(): Promise<void> {
  const answer = await ask(tally().languageModel.state());
  if (answer.kind === 'answered') store().setModel(answer.value);
}

export async function searchChats(words: string): Promise<void> {
  store().search(words);
  await loadChats();
}

export async function openChat(chatId: string): Promise<void> {
  const answer = await ask(tally().chat.read({ chatId }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  store().open(chatId, answer.value.messages);
}

export function newChat(): void {
  store().open(crypto.randomUUID(), []);
}

export async function renameChat(chatId: string, title: string): Promise<void> {
  const answer = await ask(tally().chat.rename({ chatId, title }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  await loadChats();
}

/** Deletes a chat at once, with a way back. */
export async function removeChat({ id, title }: ListedChat): Promise<void> {
  const answer = await ask(tally().chat.remove({ chatId: id }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  if (store().openId === id) newChat();
  await loadChats();
  const action = { label: 'Undo', run: () => void restoreChat(id) };
  const text = `«${title}» was deleted. It can be brought back until Tally is closed.`;
  toastStore.getState().tell({ severity: 'information', text, action });
}

async function restoreChat(chatId: string): Promise<void> {
  const answer = await ask(tally().chat.restore({ chatId }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  await loadChats();
  await openChat(chatId);
}
