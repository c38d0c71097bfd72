import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandOfForm } from '../../../src-main/terminal/form-command';
import { prepareForm } from '../../../src-shared/chat/prepare-form';
import { readWish } from '../../../src-shared/chat/read-wish';
import { aiStudios } from '../../helpers/cards';
import { type ModelServer, openModelServer } from '../../helpers/model-server';
import { openTerminal, type Terminal } from '../../helpers/terminal';

let terminal: Terminal;
beforeEach(async () => {
  terminal = await openTerminal();
});
afterEach(() => terminal.close());

type Answer = {
  result: {
    chat: string;
    by: unknown;
    text: string;
    forms: { command: string; quote: { total: number } }[];
  };
};

test('B2 a question is answered on standard output', async () => {
  const said = await terminal.run(['chat', 'How', 'many', 'credits', 'do', 'I', 'have?']);
  expect(said).toMatchObject({ status: 0, error: expect.not.stringContaining('held') });
  expect(said.output).toContain('60 credits');
});

test('a request prints its receipt and the command that makes it, and makes nothing', async () => {
  const said = await terminal.run(['chat', "two ink images of a fox's den, cheap"]);
  expect(said.status).toBe(0);
  expect(said.output).toMatch(/balance after\s+58/);
  const command = said.output.trimEnd().split('\n').at(-1) ?? '';
  expect(command).toContain("generate 'a fox'\\''s den' --count 2 --style ink");
  expect(terminal.engine.orders).toHaveLength(0);
  const { reply } = await terminal.json(['queue']);
  expect(reply).toMatchObject({ result: { jobs: [] } });
});

test('the printed command makes what the form says, at its price', async () => {
  const { reply } = await terminal.json(['chat', 'two ink images of a fox, cheap, 512x512']);
  const { forms } = (reply as Answer).result;
  expect(forms[0]?.quote.total).toBe(2);
  const words = forms[0]?.command.replace("'a fox'", 'a_fox').split(' ').slice(3) ?? [];
  const made = await terminal.run(words);
  expect(made.status).toBe(0);
  expect(terminal.engine.orders.map(({ request }) => request)).toMatchObject([
    { tool: 'image', style: 'ink', width: 512, height: 512, quality: 'basic' },
    { tool: 'image', style: 'ink', width: 512, height: 512, quality: 'basic' },
  ]);
});

describe('the commands of every kind of form', () => {
  test.each([
    [
      'a 10 second vertical clip of waves in 1080p',
      "video 'waves' --style watercolour --model video-generator --quality premium --seconds 10 --size 1080p --ratio 9:16 --format mp4",
    ],
    ['enlarge it 3 times', 'refine PICTURE --factor 3 --model image-generator --quality premium'],
    [
      'turn this picture into a woodcut',
      'edit PICTURE --restyle --style woodcut --model image-generator --quality premium',
    ],
    ['animate this picture', 'video PROMPT --first PICTURE'],
    ['storyboard about bees', "storyboard new --topic 'bees'"],
    [
      'an image of -h',
      "generate --style watercolour --model image-generator --quality premium --size 1024x1024 -- '-h'",
    ],
  ])('%s', (words, command) => {
    const wish = readWish(words);
    const prepared = wish === null ? null : prepareForm(aiStudios, wish);
    expect(prepared?.kind === 'form' ? commandOfForm(prepared.form) : '').toContain(command);
  });
});

test('chats are listed, searched and gone on with', async () => {
  const { reply } = await terminal.json(['chat', 'balance']);
  const { chat } = (reply as Answer).result;
  await terminal.run(['chat', 'Storyboard about bees', '--chat', chat]);
  expect((await terminal.run(['chat', '--list'])).output).toContain(chat);
  expect((await terminal.json(['chat', '--search', 'bees'])).reply).toMatchObject({
    ok: true,
    result: { chats: [{ id: chat, title: 'balance', found: { number: 4 } }] },
  });
  expect((await terminal.run(['chat', '--search', 'wasps'])).output).toBe(
    'No chat has these words.\n',
  );
});

test.each([
  [['chat']],
  [['chat', 'hello', '--list']],
  [['chat', '--list', '--guide']],
  [['chat', 'hello', '--chat', 'mine']],
])('%j is wrong usage', async (argv) => {
  expect((await terminal.run(argv)).status).toBe(2);
});

describe('with a language model', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await openModelServer();
    const { client } = terminal;
    await client.languageModel.connect({ address: server.address, model: 'small', key: '' });
  });
  afterEach(() => server.close());

  test('it answers, unless the guide is asked for', async () => {
    server.script.push({ kind: 'answer', pieces: ['\u001b[31mred\u202e'] });
    const said = await terminal.run(['chat', 'balance']);
    expect(said.output).toBe('\\u001b[31mred\\u202e\n');
    expect((await terminal.run(['chat', 'balance', '--guide'])).output).toContain('60 credits');
  });

  test('what breaks off is a failure with what came until then', async () => {
    server.script.push({ kind: 'cut', pieces: ['I am'] });
    expect(await terminal.json(['chat', 'hello'])).toMatchObject({
      status: 1,
      reply: { ok: false, failure: expect.stringMatching(/cut off/), result: { text: 'I am' } },
    });
  });

  test('Ctrl+C stops the answer', async () => {
    server.script.push({ kind: 'wait', pieces: ['I am'] });
    const left = server.left();
    const running = terminal.start(['chat', 'hello'], { errorIsTerminal: true });
    await expect.poll(() => running.errorSoFar()).toContain('An answer is coming');
    running.interrupt();
    expect((await running.said).status).toBe(130);
    await left;
  });
});
