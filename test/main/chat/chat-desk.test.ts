import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLanguageModel } from '../../../src-main/chat/language-model';
import { modelTools } from '../../../src-main/chat/model-tools';
import { chatFacts } from '../../../src-main/rpc/chat-facts';
import type { ChatEvent, ChatMessage } from '../../../src-shared/contract/chat';
import { type ModelServer, openModelServer } from '../../helpers/model-server';
import { openTestStudio, removeFolder, type TestStudio } from '../../helpers/test-studio';

let test_: TestStudio;
beforeEach(async () => {
  test_ = await openTestStudio();
  await test_.client.workspace.begin({
    cardId: 'ai-studios',
    planId: 'personal',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
  });
});
afterEach(async () => {
  await test_.studio.close();
  removeFolder(test_.folder);
});

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';

async function say(text: string, chatId = first): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of await test_.client.chat.send({ chatId, text, by: 'usual' })) {
    events.push(event);
  }
  return events;
}

function lastMessage(events: readonly ChatEvent[]): ChatMessage | null {
  const event = events.at(-1);
  return event?.kind === 'answered' ? event.message : null;
}

function list(words = '') {
  return test_.client.chat.list({ words, limit: 50 });
}

const refused = (code: string) => ({ code: 'REFUSED', data: { code } });

describe('a message and its answer', () => {
  test('are streamed, kept, and free: B2 no entry, no hold', async () => {
    const before = await test_.client.credits.balance();
    const events = await say('Four watercolour images of a fox, cheap');
    expect(events.map(({ kind }) => kind)).toEqual(['asked', 'words', 'form', 'answered']);
    expect(lastMessage(events)).toMatchObject({
      number: 2,
      role: 'guide',
      by: { kind: 'guide' },
      forms: [{ tool: 'image', prompt: 'a fox', count: 4, style: 'watercolour' }],
      stopped: false,
      problem: null,
    });
    const { chat, messages } = await test_.client.chat.read({ chatId: first });
    expect(chat.title).toBe('Four watercolour images of a fox, cheap');
    expect(messages.map(({ number, role }) => [number, role])).toEqual([
      [1, 'person'],
      [2, 'guide'],
    ]);
    const after = await test_.client.credits.balance();
    expect([after.available, after.held]).toEqual([before.available, before.held]);
    expect((await test_.client.jobs.queue({ ended: 10 })).jobs).toEqual([]);
  });

  test('B2 there is no cap: two hundred messages are answered', async () => {
    for (let number = 0; number < 200; number += 1) await say('balance');
    const { messages } = await test_.client.chat.read({ chatId: first });
    expect(messages).toHaveLength(400);
    expect(messages.at(-1)?.text).toContain('60 credits');
  });

  test('before a plan was chosen it is refused, and nothing is kept', async () => {
    const fresh = await openTestStudio();
    const { chat } = fresh.client;
    await expect(chat.send({ chatId: first, text: 'Hello', by: 'usual' })).rejects.toMatchObject(
      refused('workspace-not-begun'),
    );
    expect((await chat.list({ words: '', limit: 5 })).chats).toEqual([]);
    await fresh.studio.close();
    removeFolder(fresh.folder);
  });

  test('an empty one is refused, and nothing is kept', async () => {
    await expect(say(' \n\u200b ')).rejects.toMatchObject(refused('message-empty'));
    expect((await list()).chats).toEqual([]);
  });
});

describe('the list of chats', () => {
  beforeEach(async () => {
    await say('How many credits do I have?');
    await say('Storyboard about BÄREN and 100% honey_pots', second);
  });

  test('is searched by words over all messages, signs as they are, in any letters', async () => {
    const find = async (words: string) => (await list(words)).chats.map(({ id }) => id);
    expect(await find('')).toHaveLength(2);
    expect(await find('credits many')).toEqual([first]);
    expect(await find('bären')).toEqual([second]);
    expect(await find('100%')).toEqual([second]);
    expect(await find('honey_pots')).toEqual([second]);
    expect(await find('honeyXpots')).toEqual([]);
    expect(await find('%')).toEqual([second]);
    expect(await find('\\')).toEqual([]);
    expect(await find("' or 1=1 --")).toEqual([]);
    expect((await list('spend')).chats[0]?.found).toMatchObject({
      number: 2,
      excerpt: expect.stringContaining('spend'),
    });
  });

  test('a chat is renamed, and found by its new name', async () => {
    await test_.client.chat.rename({ chatId: first, title: '  My\nmoney ' });
    expect((await list('money')).chats).toMatchObject([{ id: first, title: 'My money' }]);
    await expect(test_.client.chat.rename({ chatId: first, title: ' ' })).rejects.toMatchObject(
      refused('title-empty'),
    );
  });

  test('a deleted chat can be brought back until Tally is closed, then it is gone for good', async () => {
    await test_.client.chat.remove({ chatId: second });
    expect((await list()).chats.map(({ id }) => id)).toEqual([first]);
    expect((await list('honey_pots')).chats).toEqual([]);
    await expect(test_.client.chat.read({ chatId: second })).rejects.toMatchObject(
      refused('chat-unknown'),
    );
    await test_.client.chat.restore({ chatId: second });
    expect((await list('honey_pots')).chats).toHaveLength(1);
    await test_.client.chat.remove({ chatId: second });
    const { folder, clock } = test_;
    await test_.studio.close();
    test_ = await openTestStudio({ folder, clock });
    await expect(test_.client.chat.restore({ chatId: second })).rejects.toMatchObject(
      refused('chat-unknown'),
    );
    const left = test_.studio.ports.database
      .prepare('select distinct chat from chat_message')
      .all();
    expect(left).toEqual([{ chat: first }]);
  });

  test('what nobody knows is refused', async () => {
    const chatId = crypto.randomUUID();
    const { chat } = test_.client;
    for (const call of [
      chat.read({ chatId }),
      chat.rename({ chatId, title: 'a' }),
      chat.remove({ chatId }),
      chat.restore({ chatId }),
    ]) {
      await expect(call).rejects.toMatchObject(refused('chat-unknown'));
    }
  });
});

describe('a ledger file that takes nothing more', () => {
  const refuse = (role: string) =>
    test_.studio.ports.database.exec(
      `create trigger full before insert on chat_message when new.role = '${role}' begin select raise(abort, 'full'); end`,
    );
  const takeAgain = () => test_.studio.ports.database.exec('drop trigger full');

  test('a message that could not be kept leaves its chat open for the next', async () => {
    refuse('person');
    await expect(say('balance')).rejects.toThrow();
    takeAgain();
    expect(lastMessage(await say('balance'))?.text).toContain('60 credits');
  });

  test('an answer that could not be kept still leaves its server, and the chat can go on', async () => {
    const server = await openModelServer();
    await test_.client.languageModel.connect({ address: server.address, model: 'small', key: '' });
    server.script.push({ kind: 'wait', pieces: ['I was about'] });
    refuse('guide');
    const left = server.left();
    const stop = new AbortController();
    const events = await test_.client.chat.send(
      { chatId: first, text: 'Hello', by: 'usual' },
      { signal: stop.signal },
    );
    await expect(
      (async () => {
        for await (const event of events) if (event.kind === 'words') break;
      })(),
    ).rejects.toThrow();
    await left;
    takeAgain();
    expect(lastMessage(await say('Go on'))?.text).toBe('Good.');
    await server.close();
  });
});

describe('with a language model connected', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await openModelServer();
    await test_.client.languageModel.connect({ address: server.address, model: 'small', key: '' });
  });
  afterEach(() => server.close());

  test('it answers, knows what was said before, and its name and address stand with the answer', async () => {
    server.script.push({ kind: 'answer', pieces: ['Hello ', 'there.'] });
    await say('Hello');
    server.script.push({ kind: 'answer', pieces: ['Again.'] });
    const message = lastMessage(await say('And now?'));
    expect(message).toMatchObject({
      text: 'Again.',
      by: { kind: 'model', model: 'small', address: server.address },
    });
    expect(server.arrived[1]?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hello there.' },
      { role: 'user', content: 'And now?' },
    ]);
  });

  test('its tools read the workspace and fill a form, which nobody submits', async () => {
    server.script.push(
      { kind: 'call', tool: 'balance', input: {} },
      {
        kind: 'call',
        tool: 'prepare_form',
        input: { tool: 'image', prompt: 'a fox', count: 3, style: 'ink', seconds: null },
      },
      { kind: 'answer', pieces: ['Shall I? Press Generate.'] },
    );
    const events = await say('three foxes in ink');
    expect(lastMessage(events)).toMatchObject({
      text: 'Shall I? Press Generate.',
      forms: [{ tool: 'image', prompt: 'a fox', count: 3, style: 'ink' }],
    });
    const told = JSON.stringify(server.arrived.at(-1)?.body.messages);
    expect(told).toContain('60 credits');
    expect(told).toContain('Nothing was made or charged.');
    expect((await test_.client.jobs.queue({ ended: 10 })).jobs).toEqual([]);
  });

  test.each([
    ['a tool that does not exist', 'submit_job', { prompt: 'a fox' }],
    ['input of the wrong shape', 'prepare_form', { tool: 'rocket', prompt: 7 }],
    ['a style of its own', 'prepare_form', { tool: 'image', prompt: 'a', style: '<b>' }],
  ])('%s does nothing, and the answer goes on', async (_, tool, input) => {
    server.script.push({ kind: 'call', tool, input }, { kind: 'answer', pieces: ['Sorry.'] });
    expect(lastMessage(await say('Do it'))).toMatchObject({
      text: 'Sorry.',
      forms: [],
      problem: null,
    });
  });

  test('one that only looks things up and never says a word is told of as silent', async () => {
    const call = { kind: 'call', tool: 'balance', input: {} } as const;
    server.script.push(...Array.from({ length: 10 }, () => call));
    expect(lastMessage(await say('Hello'))).toMatchObject({
      text: '',
      problem: expect.stringMatching(/answered with nothing/),
    });
    expect(server.arrived).toHaveLength(6);
  });

  test('more than 32 uses of tools in one answer do nothing, forms and lookups together', async () => {
    const inputs = Array.from({ length: 40 }, () => '{}');
    const form = { tool: 'image', prompt: 'a fox' };
    server.script.push(
      { kind: 'calls', tool: 'balance', inputs },
      { kind: 'call', tool: 'prepare_form', input: form },
    );
    expect(lastMessage(await say('Hello'))).toMatchObject({ text: 'Good.', forms: [] });
    const told = server.arrived.at(-1)?.body.messages ?? [];
    const answers = told.filter(({ role }) => role === 'tool').map(({ content }) => `${content}`);
    expect(answers.filter((text) => text.includes('60 credits'))).toHaveLength(32);
    expect(answers.filter((text) => text.includes('Nothing was done'))).toHaveLength(9);
  });

  test('the facts are gathered once for an answer, however often it asks for them', async () => {
    const inputs = Array.from({ length: 20 }, () => '{}');
    server.script.push(
      { kind: 'calls', tool: 'balance', inputs },
      { kind: 'call', tool: 'plan', input: {} },
    );
    const gather = vi.fn(() => chatFacts({ studio: test_.studio, caller: 'page' }));
    const model = openLanguageModel({ address: server.address, model: 'small', key: null });
    const tools = modelTools(gather, () => undefined);
    const messages = [{ role: 'user', content: 'Hello' }] as const;
    const stream = model.answer({ instructions: '', messages, tools, signal: undefined });
    for await (const words of stream) expect(words).toBe('Good.');
    expect(server.arrived).toHaveLength(3);
    expect(gather).toHaveBeenCalledTimes(1);
  });

  test('a failure is one sentence in its answer, and no other answer takes its place', async () => {
    server.script.push({ kind: 'status', status: 500 });
    const message = lastMessage(await say('How many credits do I have?'));
    expect(message).toMatchObject({
      text: '',
      by: { kind: 'model' },
      problem: expect.stringMatching(/fault of its own/),
    });
    const events = await test_.client.chat.send({ chatId: first, text: 'balance', by: 'guide' });
    const asked: ChatEvent[] = [];
    for await (const event of events) asked.push(event);
    expect(lastMessage(asked)).toMatchObject({ by: { kind: 'guide' }, problem: null });
  });

  test('what had come is kept when it is stopped, and the chat can go on', async () => {
    server.script.push({ kind: 'wait', pieces: ['I was about'] });
    const stop = new AbortController();
    const left = server.left();
    const events = await test_.client.chat.send(
      { chatId: first, text: 'Hello', by: 'usual' },
      { signal: stop.signal },
    );
    await expect(
      test_.client.chat.send({ chatId: first, text: 'Hurry', by: 'usual' }),
    ).rejects.toMatchObject(refused('chat-answering'));
    for await (const event of events) if (event.kind === 'words') stop.abort();
    await left;
    const { messages } = await test_.client.chat.read({ chatId: first });
    expect(messages.at(-1)).toMatchObject({ text: 'I was about', stopped: true, problem: null });
    expect(lastMessage(await say('Go on'))?.text).toBe('Good.');
  });

  test('whoever leaves the stream ends it too', async () => {
    server.script.push({ kind: 'wait', pieces: ['I was about'] });
    const left = server.left();
    const stop = new AbortController();
    const events = await test_.client.chat.send(
      { chatId: first, text: 'Hello', by: 'usual' },
      { signal: stop.signal },
    );
    for await (const event of events) {
      if (event.kind === 'words') break;
    }
    await left;
    const { messages } = await test_.client.chat.read({ chatId: first });
    expect(messages.at(-1)).toMatchObject({ text: 'I was about', stopped: true });
  });
});
