import { assertNever } from '../../src-shared/assert-never';
import type { ChatEvent } from '../../src-shared/contract/chat';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { loadChats } from './chat-actions';
import { chatStore } from './chat-store';

let underWay: AbortController | null = null;

/** Breaks the answer off; what has come so far is kept. */
export function stopAnswer(): void {
  underWay?.abort();
}

/** Sends what is written, or some other words, and shows the answer while it comes. */
export async function sendMessage(words?: string): Promise<void> {
  const { unsent, openId: chatId, asksGuide, answering } = chatStore.getState();
  const text = words ?? unsent;
  if (answering !== null || text.trim() === '') return;
  const stop = new AbortController();
  underWay = stop;
  chatStore.getState().begin(chatId);
  const by = asksGuide ? 'guide' : 'usual';
  const answer = await ask(tally().chat.send({ chatId, text, by }, { signal: stop.signal }));
  if (answer.kind === 'answered') await follow(answer.value, stop.signal);
  else chatStore.getState().setProblem(sentenceOf(answer));
  underWay = null;
  chatStore.getState().end();
  await loadChats();
  // An answer that was broken off is kept as far as it came, and read from there.
  if (stop.signal.aborted) await readAgain(chatId);
}

async function follow(events: AsyncIterable<ChatEvent>, signal: AbortSignal): Promise<void> {
  try {
    for await (const event of events) apply(event);
  } catch (error) {
    if (signal.aborted) return;
    console.error('an answer broke', error);
    chatStore.getState().setProblem('The answer did not come through. Ask again.');
  }
}

function apply(event: ChatEvent): void {
  const { keep, write, hear, receive, end } = chatStore.getState();
  switch (event.kind) {
    case 'asked':
      keep(event.chat, event.message);
      write('');
      return;
    case 'words':
      hear(event.text);
      return;
    case 'form':
      receive(event.form);
      return;
    case 'answered':
      end();
      keep(event.chat, event.message);
      return;
    default:
      assertNever(event);
  }
}

async function readAgain(chatId: string): Promise<void> {
  if (chatStore.getState().openId !== chatId) return;
  const answer = await ask(tally().chat.read({ chatId }));
  if (answer.kind === 'answered' && chatStore.getState().openId === chatId) {
    chatStore.getState().open(chatId, answer.value.messages);
  }
}
