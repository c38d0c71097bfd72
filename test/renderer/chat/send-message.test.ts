// @vitest-environment happy-dom
import { implement } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  loadChats,
  newChat,
  openChat,
  removeChat,
  renameChat,
  searchChats,
} from '../../../src-renderer/chat/chat-actions';
import { chatStore } from '../../../src-renderer/chat/chat-store';
import { sendMessage, stopAnswer } from '../../../src-renderer/chat/send-message';
import { toastStore } from '../../../src-renderer/stores/toasts';
import { instant } from '../../../src-shared/billing/instant';
import type { ChatEvent, ChatMessage } from '../../../src-shared/contract/chat';
import { contract } from '../../../src-shared/contract/contract';
import { serveScreens, serveStudio } from '../../helpers/page-client';
import { reset } from '../../helpers/page-stores';
import { openTestStudio, removeFolder, type TestStudio } from '../../helpers/test-studio';

let studio: TestStudio;
const chat = () => chatStore.getState();

beforeEach(async () => {
  studio = await openTestStudio();
  const plan = { cardId: 'ai-studios', planId: 'personal', cadence: 'monthly' } as const;
  await studio.client.workspace.begin({ ...plan, timeZone: 'UTC' });
  serveStudio(studio.studio);
  reset(chatStore);
  reset(toastStore);
  newChat();
});
afterEach(async () => {
  await studio.studio.close();
  removeFolder(studio.folder);
});

async function say(text: string): Promise<void> {
  chat().write(text);
  await sendMessage();
}

test('what is written is sent, answered, and the field is empty again', async () => {
  await say('balance');
  expect(chat()).toMatchObject({ unsent: '', answering: null, problem: null });
  expect(chat().messages.map(({ role, number }) => [role, number])).toEqual([
    ['person', 1],
    ['guide', 2],
  ]);
  expect(chat().chats).toMatchObject([{ id: chat().openId, title: 'balance' }]);
});

test('nothing is sent twice, and nothing while an answer comes', async () => {
  chat().write('balance');
  await Promise.all([sendMessage(), sendMessage()]);
  await sendMessage();
  expect(chat().messages).toHaveLength(2);
});

/** A main process whose answers come as a test says, and which tells what it kept. */
function serveAnswers(
  answer: (signal: AbortSignal | undefined) => AsyncGenerator<ChatEvent>,
): void {
  const { chat } = implement(contract);
  serveScreens({
    chat: {
      send: chat.send.handler(({ signal }) => answer(signal)),
      list: chat.list.handler(() => ({ chats: [] })),
      read: chat.read.handler(({ input }) => ({
        chat: { ...kept, id: input.chatId },
        messages: [asked, { ...answered, stopped: true }],
      })),
    },
  });
}

const at = instant(0);
const kept = { id: '', title: 'Hello', startedAt: at, changedAt: at };
const plain = { at, forms: [], stopped: false, problem: null };
const asked: ChatMessage = { ...plain, number: 1, role: 'person', text: 'Hello', by: null };
const answered: ChatMessage = {
  ...plain,
  number: 2,
  role: 'guide',
  text: 'I could go on',
  by: { kind: 'guide' },
};

test('an answer is shown while it comes; stopped, what had come stays', async () => {
  const { openId } = chat();
  serveAnswers(async function* (signal) {
    yield { kind: 'asked', chat: { ...kept, id: openId }, message: asked };
    yield { kind: 'words', text: 'I could ' };
    yield { kind: 'words', text: 'go on' };
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
  });
  const sent = say('Hello');
  await vi.waitFor(() => expect(chat().answering?.text).toBe('I could go on'));
  expect(chat().messages).toEqual([asked]);
  stopAnswer();
  await sent;
  expect(chat().answering).toBeNull();
  expect(chat().messages).toEqual([asked, { ...answered, stopped: true }]);
});

test('who goes to another chat is not shown the answer of the first one', async () => {
  const { openId } = chat();
  serveAnswers(async function* () {
    yield { kind: 'asked', chat: { ...kept, id: openId }, message: asked };
    newChat();
    yield { kind: 'words', text: 'I could go on' };
    yield { kind: 'answered', chat: { ...kept, id: openId }, message: answered };
  });
  await say('Hello');
  expect(chat().openId).not.toBe(openId);
  expect(chat().messages).toEqual([]);
  await openChat(openId);
  expect(chat().messages).toHaveLength(2);
});

test('a stream that breaks is told in a sentence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // biome-ignore lint/correctness/useYield: it breaks before its first word
  serveAnswers(async function* () {
    throw new Error('it broke');
  });
  await say('Hello');
  expect(chat()).toMatchObject({ answering: null, unsent: 'Hello' });
  expect(chat().problem).toMatch(/did not come through/);
});

test('a refusal stands where the answer would', async () => {
  await studio.client.chat.remove({ chatId: await started() });
  await say('balance');
  expect(chat().problem).toMatch(/There is no chat/);
  expect(chat().unsent).toBe('balance');
});

async function started(): Promise<string> {
  await say('balance');
  return chat().openId;
}

test('chats are searched, renamed, and deleted with a way back', async () => {
  const id = await started();
  await renameChat(id, 'Money');
  await searchChats('money');
  expect(chat().chats).toMatchObject([{ title: 'Money' }]);
  await searchChats('wasps');
  expect(chat().chats).toEqual([]);
  await searchChats('');
  const [listed] = chat().chats ?? [];
  if (listed === undefined) throw new Error('the chat is not listed');
  await removeChat(listed);
  expect(chat().chats).toEqual([]);
  expect(chat().openId).not.toBe(id);
  toastStore.getState().toasts.at(-1)?.action?.run();
  await vi.waitFor(() => expect(chat().openId).toBe(id));
  await loadChats();
  expect(chat().chats).toHaveLength(1);
});
