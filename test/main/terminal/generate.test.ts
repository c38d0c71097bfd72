import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal();
});
afterEach(() => terminal.close());

const fox = ['generate', 'a fox in the snow', '--style', 'ink', '--size', '512x512'];

test('makes the pictures, charges them and saves copies where the caller stands', async () => {
  const said = await terminal.run([...fox, '--count', '2', '--seed', '7', '--out', 'pictures']);
  expect(said.error).toContain('2 of 2 pictures made; 2 credits charged; 58 credits available.');
  expect(said.status).toBe(0);
  const paths = said.output.trimEnd().split('\n');
  const files = readdirSync(join(terminal.folder, 'pictures'));
  expect(paths.map((path) => path.replace(/^.*\//, '')).sort()).toEqual(files.sort());
  expect(files).toHaveLength(2);
  expect(terminal.engine.orders.map(({ request }) => request.seed)).toEqual([7, 8]);
});

test('every option reaches the request', async () => {
  const { reply } = await terminal.json([
    ...['generate', 'a', 'fox', '--width', '640', '--height=480', '--seed', '9', '-n', '1'],
    ...['--quality', 'basic', '--model', 'image-generator', '--negative', 'rain', '--style', 'oil'],
  ]);
  expect(reply['ok']).toBe(true);
  expect(terminal.engine.orders[0]?.request).toEqual({
    tool: 'image',
    prompt: 'a fox',
    negativePrompt: 'rain',
    style: 'oil',
    model: 'image-generator',
    quality: 'basic',
    width: 640,
    height: 480,
    seed: 9,
  });
});

test('the answer in JSON names jobs, pictures and money', async () => {
  const batch = '7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01';
  const { status, reply } = await terminal.json([...fox, '--seed', '7', '--batch', batch]);
  expect(status).toBe(0);
  expect(reply).toMatchObject({
    ok: true,
    result: {
      batchId: batch,
      jobs: [
        {
          batchId: batch,
          index: 0,
          batchSize: 1,
          state: 'done',
          settlement: 'charged',
          price: 1,
          request: { prompt: 'a fox in the snow', seed: 7 },
          createdAt: '2026-01-31T10:00:00.000Z',
          endedAt: '2026-01-31T10:00:00.000Z',
          failure: null,
          retryOf: null,
        },
      ],
      pictures: [{ mediaType: 'image/png', path: null, removedAt: null }],
      unsaved: null,
      charged: 1,
      notCharged: 0,
      held: 0,
      balance: { available: 59, held: 0 },
    },
  });
});

test('a batch that is sent twice is made and charged once, and answered twice alike', async () => {
  const batch = ['--batch', '7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01'];
  const first = await terminal.json([...fox, ...batch]);
  const second = await terminal.json([...fox, ...batch]);
  expect(second).toEqual(first);
  expect(terminal.engine.orders).toHaveLength(1);
});

test('a batch id with another prompt is refused', async () => {
  const batch = ['--batch', '7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01'];
  await terminal.run([...fox, ...batch]);
  const { status, reply } = await terminal.json(['generate', 'a hen', ...batch]);
  expect(status).toBe(1);
  expect(reply).toMatchObject({ refusal: { code: 'submission-differs', retryable: false } });
});

test.each([
  ['prompt-empty', ['generate', ' ']],
  ['prompt-too-long', ['generate', 'x'.repeat(10_000)]],
  ['count-invalid', [...fox, '--count', '0']],
  ['count-invalid', [...fox, '--count', '1.5']],
  ['count-invalid', [...fox, '--count', '1e9']],
  ['size-invalid', ['generate', 'fox', '--size', '9000x9000']],
  ['size-invalid', ['generate', 'fox', '--width', '-5']],
  ['style-unknown', ['generate', 'fox', '--style', 'cubist']],
  ['model-unknown', ['generate', 'fox', '--model', 'dream']],
  ['seed-invalid', ['generate', 'fox', '--seed', '-1']],
  ['not-enough-credits', [...fox, '--count', '61']],
])('%s is refused with one sentence, and nothing is held', async (code, argv) => {
  const { status, reply } = await terminal.json(argv);
  expect(status).toBe(1);
  expect(reply).toMatchObject({ ok: false, refusal: { code } });
  const said = await terminal.run([...argv, '--quiet']);
  expect(said).toMatchObject({ status: 1, output: '' });
  expect(said.error.trimEnd()).not.toContain('\n');
  const balance = await terminal.json(['balance']);
  expect(balance.reply).toMatchObject({ result: { available: 60, held: 0 } });
});

test('too little credit says what can be done, with dates as ISO 8601', async () => {
  const { reply } = await terminal.json([...fox, '--count', '61']);
  expect(reply).toMatchObject({
    refusal: { needed: 61, available: 60, missing: 1, retryable: true },
  });
  const remedies = JSON.stringify(reply);
  expect(remedies).toContain('"kind":"fewer","count":60,"total":60');
  expect(remedies).toContain('"renewsAt":"2026-02-28T10:00:00.000Z"');
});

test('before a plan is chosen it is refused and says how to choose', async () => {
  const fresh = await openTerminal({ begun: false });
  const said = await fresh.run(fox);
  expect(said.status).toBe(1);
  expect(said.error).toContain('begin --card ai-studios --plan free');
  await fresh.close();
});

test('--no-wait queues, prints the job ids and leaves', async () => {
  terminal.engine.scripts.push({ kind: 'wait-for-release' });
  const said = await terminal.run([...fox, '--no-wait']);
  expect(said.status).toBe(0);
  expect(said.output.trim()).toMatch(/^\S+$/);
  const { reply } = await terminal.json(['balance']);
  expect(reply).toMatchObject({ result: { available: 59, held: 1 } });
});

test('a job that fails is exit status 1, and says what was not charged', async () => {
  terminal.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'No brush.' });
  const said = await terminal.run([...fox, '--count', '2']);
  expect(said.status).toBe(1);
  expect(said.error).toContain('1 of 2 pictures made; 1 credit charged, 1 credit not charged');
  expect(said.error).toContain('No brush.');
  expect(said.output.trim().split('\n')).toHaveLength(1);
});

test('Ctrl+C cancels what has not ended and tells what it cost', async () => {
  terminal.engine.scripts.push({ kind: 'deliver' }, { kind: 'wait-for-release' });
  const running = terminal.start([...fox, '--count', '3']);
  await vi.waitUntil(() => terminal.engine.orders.length === 2);
  running.interrupt();
  const said = await running.said;
  expect(said.status).toBe(130);
  expect(said.error).toContain('Stopped. 1 of 3 pictures made; 1 credit charged, 2 credits not');
  const { reply } = await terminal.json(['balance']);
  expect(reply).toMatchObject({ result: { available: 59, held: 0 } });
});

test.each(['client-gone', 'closing'] as const)('%s leaves the jobs queued', async (reason) => {
  terminal.engine.scripts.push({ kind: 'wait-for-release' });
  const running = terminal.start([...fox, '--count', '2']);
  await vi.waitUntil(() => terminal.engine.orders.length === 1);
  running.interrupt(reason);
  expect((await running.said).status).toBe(1);
  terminal.engine.release();
  const waited = await terminal.run(['queue', 'wait']);
  expect(waited.status).toBe(0);
  const { reply } = await terminal.json(['balance']);
  expect(reply).toMatchObject({ result: { available: 58, held: 0 } });
});

test('a picture that nobody knows the fate of is said, not waited for', async () => {
  terminal.engine.scripts.push({ kind: 'unknown' });
  const { status, reply } = await terminal.json(fox);
  expect(status).toBe(1);
  expect(reply).toMatchObject({ ok: false, result: { jobs: [{ state: 'unknown' }], held: 1 } });
});

test('a paused queue is said, not waited for', async () => {
  await terminal.run(['queue', 'pause']);
  const said = await terminal.run(fox);
  expect(said.status).toBe(1);
  expect(said.error).toContain('the queue is paused');
  expect(said.error).toContain('1 credit on hold');
  await terminal.run(['queue', 'resume']);
  expect((await terminal.run(['queue', 'wait'])).status).toBe(0);
});

test('a folder for copies that cannot be made is refused before anything is spent', async () => {
  writeFileSync(join(terminal.folder, 'file'), '');
  const { status, reply } = await terminal.json([...fox, '--out', 'file/pictures']);
  expect(status).toBe(1);
  expect(reply).toMatchObject({ refusal: { code: 'folder-unwritable' } });
  expect(terminal.engine.orders).toHaveLength(0);
});

test('a folder that vanishes after the charge: the pictures are in the gallery, and it says so', async () => {
  terminal.engine.scripts.push({ kind: 'wait-for-release' });
  const out = join(terminal.folder, 'pictures');
  mkdirSync(out);
  const running = terminal.start([...fox, '--out', 'pictures']);
  await vi.waitUntil(() => terminal.engine.orders.length === 1);
  rmSync(out, { recursive: true });
  terminal.engine.release();
  const said = await running.said;
  expect(said.status).toBe(1);
  expect(said.error).toContain('made and charged (1 credit) and are in the gallery');
  const { reply } = await terminal.json(['gallery']);
  const [picture] = (reply as { result: { pictures: { id: string }[] } }).result.pictures;
  const saved = await terminal.run(['gallery', 'save', picture?.id ?? '', '--out', 'elsewhere']);
  expect(saved.status).toBe(0);
  expect(readdirSync(join(terminal.folder, 'elsewhere'))).toHaveLength(1);
});

test('nothing is overwritten by saving twice', async () => {
  await terminal.run([...fox, '--seed', '7', '--out', 'pictures']);
  await terminal.run([...fox, '--seed', '7', '--out', 'pictures']);
  expect(readdirSync(join(terminal.folder, 'pictures'))).toHaveLength(2);
});

test('hostile text in a prompt reaches no terminal', async () => {
  const hostile = 'fox \u001b[31m\u202egnp.exe\u0007\r\n\u009b2J';
  await terminal.run(['generate', hostile, '--out', 'pictures']);
  for (const argv of [['statement'], ['queue'], ['gallery'], ['queue', '--json']]) {
    const said = await terminal.run(argv);
    expect(said.output).toContain('fox \\u001b[31m');
    expect(said.output + said.error).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  }
  const { reply } = await terminal.json(['gallery']);
  expect(JSON.stringify(reply)).toContain(JSON.stringify(hostile).slice(1, -1));
});

test('progress rewrites one line on a terminal and is left out elsewhere', async () => {
  const plain = await terminal.run(fox);
  expect(plain.error).not.toContain('\r');
  const rewritten = await terminal.run(fox, { errorIsTerminal: true });
  expect(rewritten.error).toContain('\r\u001b[K0 of 1 ended');
  const quiet = await terminal.run([...fox, '--quiet'], { errorIsTerminal: true });
  expect(quiet.error).toBe('');
});

test('B12 several at once are warned of before they are held', async () => {
  const said = await terminal.run([...fox, '--count', '4']);
  const [warning] = said.error.split('\n');
  expect(warning).toBe(
    'Several variations at once: each one is charged. 4 images cost 4 credits. Cheaper: Make one first · 1 credit.',
  );
});

test('B8, B12 the same prompt again is warned of with what it cost so far', async () => {
  for (let tries = 0; tries < 3; tries += 1) await terminal.run(fox);
  const said = await terminal.run(fox);
  expect(said.error).toContain('3 tries cost 3 credits so far; this one costs 1 credit.');
  expect(said.error).toContain('Cheaper: Open the earlier result · no credits.');
});
