import { type ToolSet, tool } from 'ai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type AnswerEnd, openLanguageModel } from '../../../src-main/chat/language-model';
import { type Behaviour, type ModelServer, openModelServer } from '../../helpers/model-server';

let server: ModelServer;
beforeEach(async () => {
  server = await openModelServer();
});
afterEach(() => server.close());

/** Waits long enough for a busy machine, and bears with little else. */
const patient = { silence: 60_000, bytes: 200_000 };
const impatient = { silence: 2_000, bytes: 200_000 };

type Heard = { readonly text: string; readonly end: AnswerEnd };

async function ask({
  signal,
  key = null,
  address = server.address,
  patience = patient,
  tools = {},
}: {
  signal?: AbortSignal;
  key?: string | null;
  address?: string;
  patience?: typeof patient;
  tools?: ToolSet;
} = {}): Promise<Heard> {
  const model = openLanguageModel({ address, model: 'small', key }, patience);
  const messages = [{ role: 'user', content: 'Are you there?' }] as const;
  const stream = model.answer({ instructions: 'Be brief.', messages, tools, signal });
  let text = '';
  for (;;) {
    const { done, value } = await stream.next();
    if (done) return { text, end: value };
    text += value;
  }
}

test('a good answer comes in pieces, and the model, the words and the key arrive at the address', async () => {
  server.script.push({ kind: 'answer', pieces: ['I ', 'am ', 'here.'] });
  expect(await ask({ key: 'sk-secret-0123456789' })).toEqual({
    text: 'I am here.',
    end: { kind: 'whole' },
  });
  const [arrived] = server.arrived;
  expect(arrived).toMatchObject({
    path: '/v1/chat/completions',
    authorization: 'Bearer sk-secret-0123456789',
    body: { model: 'small', messages: [{ role: 'system' }, { role: 'user' }] },
  });
});

test('without a key none is sent', async () => {
  await ask();
  expect(server.arrived[0]?.authorization).toBeUndefined();
});

describe('a server that misbehaves ends in one clear sentence, and is asked only once', () => {
  const host = () => new URL(server.address).host;
  const huge = 'x'.repeat(300_000);
  const cases: readonly (readonly [name: string, Behaviour, sentence: RegExp, text?: string])[] = [
    ['silent', { kind: 'silent' }, /sent nothing for \d+ s/],
    ['stops in the middle', { kind: 'wait', pieces: ['I am '] }, /sent nothing for/, 'I am '],
    ['breaks the connection', { kind: 'cut', pieces: ['I am '] }, /was cut off/, 'I am '],
    ['ends too early', { kind: 'unfinished', pieces: ['I am '] }, /was cut off/, 'I am '],
    ['401', { kind: 'status', status: 401 }, /does not accept the key \(401\)/],
    ['403', { kind: 'status', status: 403 }, /does not accept the key \(403\)/],
    ['404', { kind: 'status', status: 404 }, /knows no such model or path/],
    ['400', { kind: 'status', status: 400 }, /does not take the request \(400\)/],
    ['429', { kind: 'status', status: 429 }, /takes no more requests/],
    ['500', { kind: 'status', status: 500 }, /a fault of its own \(500\)/],
    ['503', { kind: 'status', status: 503 }, /a fault of its own \(503\)/],
    [
      'redirects',
      { kind: 'status', status: 307, headers: { location: 'http://example.invalid/' } },
      /another address, which is not followed/,
    ],
    [
      'a web page',
      { kind: 'text', type: 'text/html', body: '<h1>Hello</h1>' },
      /does not answer as/,
    ],
    [
      'garbage',
      { kind: 'text', type: 'text/event-stream', body: 'data: {]\n\n' },
      /does not answer as/,
    ],
    [
      'another JSON',
      { kind: 'text', type: 'application/json', body: '{"a":1}' },
      /does not answer as/,
    ],
    ['nothing', { kind: 'text', type: 'text/event-stream', body: '' }, /does not answer as/],
    ['an empty answer', { kind: 'answer', pieces: [] }, /answered with nothing/],
    ['a huge piece', { kind: 'answer', pieces: [huge] }, /had no end and was stopped/],
  ];
  const each = cases.map(([name, behaviour, sentence, text = '']) => {
    return { name, behaviour, sentence, text };
  });
  test.each(each)('$name', async ({ behaviour, sentence, text }) => {
    server.script.push(behaviour);
    const isSlow = behaviour.kind === 'silent' || behaviour.kind === 'wait';
    const heard = await ask({ patience: isSlow ? impatient : patient });
    expect(heard.text).toBe(text);
    expect(heard.end).toMatchObject({ kind: 'failed', problem: expect.stringMatching(sentence) });
    const problem = heard.end.kind === 'failed' ? heard.end.problem : '';
    expect(problem).toContain(host());
    expect(problem).not.toContain('script');
    expect(server.arrived).toHaveLength(1);
  });

  test('an answer without an end is stopped', async () => {
    server.script.push({ kind: 'endless' });
    const { end } = await ask();
    expect(end).toMatchObject({ kind: 'failed', problem: expect.stringMatching(/had no end/) });
  });

  test('nobody there', async () => {
    await server.close();
    const { end } = await ask();
    expect(end).toMatchObject({
      kind: 'failed',
      problem: expect.stringMatching(/Nothing answers/),
    });
    server = await openModelServer();
  });
});

test('stopping leaves the server at once and keeps what had come', async () => {
  server.script.push({ kind: 'wait', pieces: ['I am'] });
  const stop = new AbortController();
  const left = server.left();
  const model = openLanguageModel({ address: server.address, model: 'small', key: null });
  const messages = [{ role: 'user', content: 'Are you there?' }] as const;
  const stream = model.answer({ instructions: '', messages, tools: {}, signal: stop.signal });
  expect(await stream.next()).toEqual({ done: false, value: 'I am' });
  stop.abort();
  expect(await stream.next()).toEqual({ done: true, value: { kind: 'stopped' } });
  await left;
});

test('a server that sends the key back does not get it into the answer, wherever it is cut', async () => {
  const key = 'sk-secret-0123456789';
  server.script.push({
    kind: 'answer',
    pieces: ['Your key: sk-sec', 'ret-0123', '456789, sk-', 'no'],
  });
  expect((await ask({ key })).text).toBe('Your key: •••, sk-no');
});

/** Every character of a text as JSON may write it. */
const escaped = (text: string) =>
  [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

describe('tools', () => {
  const noted = (inputs: string[]): ToolSet => ({
    note: tool({
      inputSchema: z.object({ text: z.string() }),
      execute: async ({ text }) => {
        inputs.push(text);
        return 'Noted.';
      },
    }),
  });

  test('a key that is sent back is in no input of a tool, however it is written', async () => {
    const key = 'sk-secret-0123456789';
    const inputs = [`{"text":"of ${key}"}`, `{"text":"of ${escaped(key)}"}`];
    server.script.push({ kind: 'calls', tool: 'note', inputs });
    const heard: string[] = [];
    await ask({ key, tools: noted(heard) });
    expect(heard).toEqual(['of •••', 'of •••']);
  });

  test.each([
    ['thousands of calls', Array.from({ length: 3000 }, () => '{"text":"a"}')],
    ['an endless input', [JSON.stringify({ text: 'a'.repeat(50_000) })]],
  ])('%s end the answer, and nothing more is asked', async (_, inputs) => {
    server.script.push({ kind: 'calls', tool: 'note', inputs });
    const { end } = await ask({ tools: noted([]), patience: { ...patient, bytes: 2_000_000 } });
    expect(end).toMatchObject({ kind: 'failed', problem: expect.stringMatching(/had no end/) });
    expect(server.arrived).toHaveLength(1);
  });
});

describe('asking for data', () => {
  const schema = z.object({ scenes: z.array(z.string()).min(1) });
  const askForJson = (key: string | null = null) =>
    openLanguageModel({ address: server.address, model: 'small', key }, patient).askForJson(
      'Three scenes about bees',
      schema,
    );
  test.each([
    ['bare', ['{"scenes":["a",', '"b"]}']],
    ['in a fence, with words around it', ['Here:\n```json\n{"scenes":["a","b"]}\n```\nGood luck.']],
  ])('%s', async (_, pieces) => {
    server.script.push({ kind: 'answer', pieces });
    expect(await askForJson()).toEqual({ kind: 'answered', value: { scenes: ['a', 'b'] } });
  });
  test('a key that is sent back is not in it, however it is written', async () => {
    const key = 'sk-secret-0123456789';
    const pieces = [`{"scenes":["${key}","of ${escaped(key)}"]}`];
    server.script.push({ kind: 'answer', pieces });
    expect(await askForJson(key)).toEqual({
      kind: 'answered',
      value: { scenes: ['•••', 'of •••'] },
    });
  });
  test.each([
    ['prose', 'I would rather not.'],
    ['another shape', '{"scenes":[]}'],
    ['half of it', '{"scenes":["a"'],
  ])('%s is a failure in a sentence', async (_, piece) => {
    server.script.push({ kind: 'answer', pieces: [piece] });
    expect(await askForJson()).toMatchObject({
      kind: 'failed',
      problem: expect.stringMatching(/did not answer in the form/),
    });
  });
});
