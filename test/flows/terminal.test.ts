import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { type Ended, ownerOf, startOutside, startPipeline } from '../helpers/outside-terminal';
import { mountSmallDisk, noSmallDisk } from '../helpers/small-disk';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';

// Every command here is a process of its own that starts Tally's real main process.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let data: string;

// Builds Tally where that was not done yet, which a command would tell on standard error.
beforeAll(async () => {
  const elsewhere = realpathSync(temporaryFolder());
  await startOutside(['version', '--data', elsewhere], elsewhere).ended;
  await vi.waitUntil(() => ownerOf(elsewhere) === null, { timeout: 30_000, interval: 50 });
  removeFolder(elsewhere);
});
beforeEach(() => {
  folder = realpathSync(temporaryFolder());
  data = join(folder, 'data');
});
afterEach(async () => {
  await vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });
  removeFolder(folder);
});

function tally(...argv: string[]): Promise<Ended> {
  return startOutside([...argv, '--data', data], folder).ended;
}

async function json(...argv: string[]): Promise<{ status: number | null; reply: unknown }> {
  const { status, output } = await tally(...argv, '--json');
  expect(output.match(/\n/g)).toHaveLength(1);
  return { status, reply: JSON.parse(output) };
}

const begin = () => tally('begin', '--card', 'ai-studios', '--plan', 'free');
const fox = ['generate', 'a fox in the snow', '--size', '256x256', '--quality', 'basic'];

/** Nothing is charged twice, nothing is left on hold, and every record agrees. */
async function expectCharged(credits: number): Promise<void> {
  expect((await tally('queue', 'wait')).status).toBe(0);
  expect(await json('balance')).toMatchObject({
    status: 0,
    reply: { result: { available: 16 - credits, held: 0 } },
  });
  const { reply } = await json('statement', '--all');
  const { lines } = (reply as { result: { lines: { kind: string }[] } }).result;
  expect(lines.filter(({ kind }) => kind === 'charge')).toHaveLength(credits);
  expect((await tally('verify')).status).toBe(0);
}

test('from nothing to a picture, by every command', async () => {
  expect(await tally('help')).toMatchObject({ status: 0, error: '' });
  expect((await tally('version')).output).toMatch(/^Tally \d/);
  const early = await json('generate', 'a fox');
  expect(early).toMatchObject({
    status: 1,
    reply: { ok: false, refusal: { code: 'workspace-not-begun', retryable: true } },
  });
  expect((await tally('cards')).output).toContain('--card chatnow');
  expect((await begin()).status).toBe(0);
  expect((await tally('quote', '--count', '2')).output).toMatch(/balance after\s+14\n/);
  const made = await tally(...fox, '--count', '2', '--seed', '7', '--out', 'pictures');
  expect(made).toMatchObject({ status: 0 });
  expect(made.error).toContain('2 of 2 pictures made; 2 credits charged; 14 credits available.');
  const paths = made.output.trimEnd().split('\n');
  expect(paths.map((path) => existsSync(path))).toEqual([true, true]);
  expect(readdirSync(join(folder, 'pictures'))).toHaveLength(2);
  expect(await json('gallery')).toMatchObject({ reply: { result: { total: 2 } } });
  expect(await json('queue', 'pause')).toMatchObject({ reply: { result: { paused: true } } });
  const queued = await tally(...fox, '--no-wait');
  expect(queued.status).toBe(0);
  const cancelled = await json('queue', 'cancel', queued.output.trim());
  expect(cancelled).toMatchObject({ reply: { result: { balance: { available: 14, held: 0 } } } });
  expect(await json('queue', 'resume')).toMatchObject({ reply: { result: { paused: false } } });
  await expectCharged(2);
});

test('while the window is open, its process answers', async () => {
  const window = startOutside(['--data', data], folder);
  onTestFinished(() => void window.child.kill('SIGTERM'));
  await vi.waitUntil(() => existsSync(join(data, 'tally.sqlite')), { timeout: 60_000 });
  expect((await begin()).status).toBe(0);
  // A first command may have started an owner before the window listened; that one leaves at once.
  await vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });
  expect((await tally(...fox)).status).toBe(0);
  expect(ownerOf(data)).toBeNull();
  window.child.kill('SIGTERM');
  await window.ended;
  await expectCharged(1);
});

const ownerLeft = () =>
  vi.waitUntil(() => ownerOf(data) === null, { timeout: 30_000, interval: 50 });

test('a test workspace is made by the launcher, and keeps its own clock for ever', async () => {
  const testClock = ['--test-clock', '2024-01-31T10:00:00Z'];
  const team = ['--card', 'ai-studios', '--plan', 'team', '--seats', '2', '--time-zone', 'UTC'];
  const begun = await tally('begin', ...team, ...testClock);
  expect(begun).toMatchObject({ status: 0 });
  expect(begun.error).toContain('This is a test workspace');
  expect(await json('clock', 'advance', '+2months')).toMatchObject({
    reply: { result: { now: '2024-03-31T10:00:00.000Z', crossed: 2 } },
  });
  await ownerLeft();
  expect(await json('clock')).toMatchObject({
    reply: { result: { now: '2024-03-31T10:00:00.000Z', testClock: true } },
  });
  expect(await json('balance', ...testClock)).toMatchObject({
    reply: { result: { testClock: true, available: 150 } },
  });
});

test('no other workspace becomes a test', async () => {
  expect((await begin()).status).toBe(0);
  const testClock = ['--test-clock', '2024-01-31T10:00:00Z'];
  await ownerLeft();
  expect(await json('balance', ...testClock)).toMatchObject({
    status: 1,
    reply: { ok: false, refusal: { code: 'data-unusable', reason: 'not-a-test' } },
  });
  await ownerLeft();
  const own = await startOutside(['balance', ...testClock], folder).ended;
  expect(own).toMatchObject({ status: 2, output: '' });
  expect(own.error).toContain('--test-clock needs a data folder of its own');
});

test('exit status 2 and one sentence for wrong usage', async () => {
  for (const argv of [['genrate'], ['balance', '--cuont'], ['generate', 'fox', '--count', 'two']]) {
    const { status, output, error } = await tally(...argv);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  }
});

test('commands flow through pipes', async () => {
  await begin();
  const script = join(folder, 'commands.jsonl');
  const lines = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, command: 'balance' }));
  writeFileSync(script, lines.join('\n'));
  const options = `--data '${data}'`;
  const all = await startPipeline(`cat commands.jsonl | tally run - ${options} | cat`, folder)
    .ended;
  expect(all.status).toBe(0);
  const ids = all.output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(lines.map((_, id) => id));
  const head = await startPipeline(`tally run commands.jsonl ${options} | head -1`, folder).ended;
  expect(head).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(head.output)).toMatchObject({ id: 0, ok: true });
  const bad = await startPipeline(`echo '{"command":"x"}' | tally run - ${options}`, folder).ended;
  expect(bad.status).toBe(1);
  expect(JSON.parse(bad.output)).toMatchObject({ ok: false });
});

test('ten at once on the same new folder: one grant, and each picture is charged once', async () => {
  const begun = await Promise.all(Array.from({ length: 10 }, begin));
  expect(begun.map(({ status, error }) => (status === 0 ? 'begun' : error))).toEqual(
    begun.map(() => 'begun'),
  );
  expect(await json('balance')).toMatchObject({ reply: { result: { available: 16 } } });
  const made = await Promise.all(Array.from({ length: 10 }, () => tally(...fox, '--out', 'out')));
  expect(made.map(({ status, error }) => (status === 0 ? 'made' : error))).toEqual(
    made.map(() => 'made'),
  );
  expect(readdirSync(join(folder, 'out'))).toHaveLength(10);
  await expectCharged(10);
});

describe('in the middle of a batch', () => {
  const onHold = async () => {
    await begin();
    const argv = ['generate', 'a fox in the snow', '--count', '4', '--size', '1024x1024'];
    const command = startOutside([...argv, '--data', data], folder);
    await vi.waitUntil(
      () => command.errorSoFar().includes('4 credits on hold') || command.child.exitCode !== null,
      { timeout: 60_000, interval: 5 },
    );
    expect(command.errorSoFar()).toContain('4 credits on hold');
    return command;
  };

  test('kill -9 of the terminal: the jobs stay queued and are made later', async () => {
    const { child, ended } = await onHold();
    child.kill('SIGKILL');
    await ended;
    await expectCharged(4);
  });

  test('kill -9 of the process that owns the data: it says so, and nothing is lost', async () => {
    const { ended } = await onHold();
    const owner = ownerOf(data);
    expect(owner).not.toBeNull();
    if (owner !== null) process.kill(owner, 'SIGKILL');
    const { status, error } = await ended;
    expect(status).toBe(1);
    expect(error).toContain('run the command again');
    await expectCharged(4);
  });

  test('Ctrl+C: what was not made is not charged', async () => {
    const { child, ended } = await onHold();
    child.kill('SIGINT');
    const { status, error } = await ended;
    expect(status).toBe(130);
    expect(error).toMatch(/Stopped\. \d of 4 pictures made; \d credits? charged/);
    const made = Number(/Stopped\. (\d)/.exec(error)?.[1]);
    await expectCharged(made);
  });
});

describe.skipIf(noSmallDisk !== null)(`a full disk (${noSmallDisk ?? 'as root'})`, () => {
  test('for the copies: the pictures are charged, in the gallery, and it says so', async () => {
    await begin();
    const out = join(folder, 'out');
    mkdirSync(out);
    const disk = mountSmallDisk(out, 64 * 1024);
    try {
      disk.fill();
      const { status, error } = await tally(...fox, '--out', 'out');
      expect(status).toBe(1);
      expect(error).toContain('made and charged (1 credit) and are in the gallery');
    } finally {
      disk.remove();
    }
    await expectCharged(1);
  });
});
