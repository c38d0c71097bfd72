import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';
import { temporaryFolder } from '../../helpers/test-studio';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal();
});
afterEach(() => terminal.close());

const fox = ['generate', 'a fox', '--size', '512x512', '--seed', '7'];

async function jobIds(...argv: string[]): Promise<string[]> {
  const said = await terminal.run([...fox, '--no-wait', ...argv]);
  return said.output.trim().split('\n');
}

describe('quote', () => {
  test('prints arithmetic, the lots that pay with their lapse, and the balance after', async () => {
    const said = await terminal.run(['quote', '--count', '3']);
    expect(said.status).toBe(0);
    expect(said.output).toMatch(/^AI Studios 2026-11-01 · Image generator, premium\n─+\n/);
    expect(said.output).toMatch(/3 × 1 credit \(1 an image\)\s+3\n/);
    expect(said.output).toMatch(/from base credit, which lapses 2026-02-28 \d\d:\d\d\s+3\n/);
    expect(said.output).toMatch(/balance before\s+60\nbalance after\s+57\n$/);
  });

  test('B12 names the cost of what it warns of, and a cheaper way', async () => {
    const said = await terminal.run(['quote', '--count', '5']);
    expect(said.error).toContain('5 images cost 5 credits. Cheaper: Make one first · 1 credit.');
    const { reply } = await terminal.json(['quote', '--count', '5']);
    expect(reply).toMatchObject({
      result: {
        warnings: [
          {
            situation: 'several-variations',
            cost: 5,
            cheaper: { kind: 'one-first', total: 1, request: { count: 1 } },
          },
        ],
      },
    });
  });

  test('answers in JSON and spends nothing', async () => {
    const { status, reply } = await terminal.json(['quote', 'a fox', '--count', '3']);
    expect(status).toBe(0);
    expect(reply).toMatchObject({
      ok: true,
      result: {
        request: { prompt: 'a fox', model: 'image-generator' },
        quote: { card: { id: 'ai-studios' }, count: 3, each: 1, total: 3 },
        receipt: {
          kind: 'payable',
          before: 60,
          after: 57,
          payments: [{ source: 'base', wallet: 'seat', credits: 3 }],
        },
      },
    });
    expect(JSON.stringify(reply)).toContain('"expiresAt":"2026-02-28T10:00:00.000Z"');
    const balance = await terminal.json(['balance']);
    expect(balance.reply).toMatchObject({ result: { available: 60, held: 0 } });
  });

  test('says what is missing and what can be done', async () => {
    const said = await terminal.run(['quote', '--count', '61']);
    expect(said.output).toMatch(/missing\s+1\n/);
    expect(said.output).toContain('You can make 60 for 60 credits.');
    const { reply } = await terminal.json(['quote', '--count', '61']);
    expect(reply).toMatchObject({ result: { receipt: { kind: 'short', missing: 1 } } });
  });

  test('refuses what generate would refuse', async () => {
    const { status, reply } = await terminal.json(['quote', '--size', '100x100']);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ refusal: { code: 'size-invalid', least: 256, ratio: 3 } });
  });
});

describe('begin and cards', () => {
  test('cards lists what begin takes', async () => {
    const said = await terminal.run(['cards']);
    expect(said.output).toContain('--card ai-studios --plan free');
    const { reply } = await terminal.json(['cards']);
    expect(reply).toMatchObject({ result: { cards: expect.arrayContaining([]) } });
    expect(JSON.stringify(reply)).toContain(
      '"monthly":{"credits":16,"everyMonths":1,"priceCents":0}',
    );
  });

  test('cards says which card of the person’s own can’t be used, and why', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'rate-cards'));
    writeFileSync(join(folder, 'rate-cards', 'mine.json'), '{"schema":1}');
    const own = await openTerminal({ begun: false, folder });
    const said = await own.run(['cards']);
    expect(said.status).toBe(0);
    expect(said.output).toContain('--card ai-studios');
    expect(said.error).toMatch(/^The rate card .*mine\.json can't be used: line 1, id: /);
    const { reply } = await own.json(['cards']);
    expect(reply).toMatchObject({ result: { unusable: [{ code: 'card-invalid' }] } });
    await own.close();
  });

  test('begin works once and answers with the workspace', async () => {
    const fresh = await openTerminal({ begun: false });
    const argv = ['begin', '--card', 'ai-studios', '--plan', 'free', '--time-zone', 'Asia/Tokyo'];
    const { status, reply } = await fresh.json(argv);
    expect(status).toBe(0);
    expect(reply).toMatchObject({
      result: {
        kind: 'begun',
        plan: 'free',
        cadence: 'monthly',
        timeZone: 'Asia/Tokyo',
        begunAt: '2026-01-31T10:00:00.000Z',
        renewal: { at: '2026-02-28T10:00:00.000Z', credits: 16 },
      },
    });
    const again = await fresh.json(['begin', '--card', 'chatnow', '--plan', 'plus']);
    expect(again).toMatchObject({
      status: 1,
      reply: { refusal: { code: 'workspace-already-begun' } },
    });
    await fresh.close();
  });

  test.each([
    [['begin'], 'needs --card'],
    [['begin', '--card', 'ai-studios', '--plan', 'free', '--cadence', 'weekly'], 'monthly or'],
    [['begin', '--card', 'ai-studios', '--plan', 'free', '--time-zone', 'Mars/One'], 'Mars/One'],
  ])('%j is wrong usage', async (argv, sentence) => {
    const said = await terminal.run(argv);
    expect(said.status).toBe(2);
    expect(said.error).toContain(sentence);
  });

  test('unknown cards and plans are refused', async () => {
    const fresh = await openTerminal({ begun: false });
    const card = await fresh.json(['begin', '--card', 'nope', '--plan', 'free']);
    expect(card.reply).toMatchObject({ refusal: { code: 'card-unknown' } });
    const plan = await fresh.json(['begin', '--card', 'ai-studios', '--plan', 'nope']);
    expect(plan.reply).toMatchObject({ refusal: { code: 'plan-unknown' } });
    await fresh.close();
  });
});

describe('statement', () => {
  test('explains every entry, newest first', async () => {
    const ids = await jobIds('--count', '2');
    await terminal.run(['queue', 'wait']);
    const { reply } = await terminal.json(['statement', '--all']);
    const { lines } = (reply as { result: { lines: Record<string, unknown>[] } }).result;
    expect(lines.map((line) => line['number'])).toEqual([5, 4, 3, 2, 1]);
    expect(lines.at(-1)).toMatchObject({
      kind: 'grant',
      at: '2026-01-31T10:00:00.000Z',
      credits: 60,
      availableAfter: 60,
      heldAfter: 0,
      lot: { source: 'base', wallet: 'seat', expiresAt: '2026-02-28T10:00:00.000Z' },
      job: null,
    });
    const ofJob = await terminal.json(['statement', '--job', ids[0] ?? '']);
    const jobLines = (ofJob.reply as { result: { lines: { kind: string }[] } }).result.lines;
    expect(jobLines.map(({ kind }) => kind)).toEqual(['charge', 'hold']);
  });

  test('Ctrl+C between two pages ends it', async () => {
    const running = terminal.start(['statement', '--all']);
    running.interrupt();
    expect(await running.said).toEqual({ status: 130, output: '', error: 'Stopped.\n' });
  });

  test('--limit cuts, and must be whole and positive', async () => {
    await jobIds('--count', '4');
    const said = await terminal.run(['statement', '--limit', '2']);
    expect(said.output.trimEnd().split('\n')).toHaveLength(2);
    expect((await terminal.run(['statement', '--limit', '0'])).status).toBe(2);
    expect((await terminal.run(['statement', '--limit', '1.5'])).status).toBe(2);
  });
});

describe('queue', () => {
  beforeEach(() => terminal.run(['queue', 'pause']));

  test('lists jobs with the reason why they wait', async () => {
    const [id] = await jobIds();
    const { reply } = await terminal.json(['queue']);
    expect(reply).toMatchObject({
      result: { paused: true, jobs: [{ id, state: 'waiting', waitsFor: { kind: 'paused' } }] },
    });
    const said = await terminal.run(['queue', 'list']);
    expect(said.output).toContain(id);
    expect(said.error).toBe('The queue is paused.\n');
  });

  test('cancels one, those that wait, or all', async () => {
    const [first, second, third] = await jobIds('--count', '3');
    const one = await terminal.json(['queue', 'cancel', second ?? '']);
    expect(one.reply).toMatchObject({
      result: {
        jobs: [{ id: second, state: 'cancelled', settlement: 'not charged' }],
        balance: { available: 58, held: 2 },
      },
    });
    const again = await terminal.json(['queue', 'cancel', second ?? '']);
    expect(again.reply).toMatchObject({ refusal: { code: 'job-ended' } });
    const rest = await terminal.json(['queue', 'cancel', '--waiting']);
    expect(rest.reply).toMatchObject({
      result: { jobs: [{ id: first }, { id: third }], balance: { available: 60, held: 0 } },
    });
    const none = await terminal.json(['queue', 'cancel', '--all']);
    expect(none.reply).toMatchObject({ ok: true, result: { jobs: [] } });
  });

  test('retries an ended job as a new one', async () => {
    const [id = ''] = await jobIds();
    const early = await terminal.json(['queue', 'retry', id]);
    expect(early.reply).toMatchObject({ refusal: { code: 'job-not-retryable' } });
    await terminal.run(['queue', 'cancel', id]);
    const { reply } = await terminal.json(['queue', 'retry', id]);
    expect(reply).toMatchObject({ result: { jobs: [{ retryOf: id, state: 'waiting' }] } });
  });

  test('wait ends with the jobs, and Ctrl+C ends the waiting alone', async () => {
    await terminal.run(['queue', 'resume']);
    expect(await terminal.run(['queue', 'wait'])).toMatchObject({ status: 0, output: '' });
    terminal.engine.scripts.push({ kind: 'wait-for-release' });
    await jobIds();
    await vi.waitUntil(() => terminal.engine.orders.length === 1);
    const waiting = terminal.start(['queue', 'wait'], { errorIsTerminal: true });
    await vi.waitUntil(() => waiting.errorSoFar().includes('0 of 1'));
    waiting.interrupt();
    expect(await waiting.said).toMatchObject({ status: 130 });
    terminal.engine.release();
    expect((await terminal.run(['queue', 'wait'])).status).toBe(0);
    expect((await terminal.json(['balance'])).reply).toMatchObject({ result: { available: 59 } });
  });

  test.each([
    [['queue', 'cancel']],
    [['queue', 'cancel', 'x', '--all']],
    [['queue', 'pause', 'x']],
    [['queue', '--all']],
    [['queue', 'retry']],
    [['queue', 'stop']],
    [['queue', 'pause', '--ended', '3']],
  ])('%j is wrong usage', async (argv) => {
    expect((await terminal.json(argv)).reply).toMatchObject({ usage: expect.any(String) });
    expect((await terminal.run(argv)).status).toBe(2);
  });

  test('unknown jobs are refused', async () => {
    const { status, reply } = await terminal.json(['queue', 'cancel', 'nobody']);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ refusal: { code: 'job-unknown', jobId: 'nobody' } });
  });
});

describe('gallery, verify, version and help', () => {
  test('gallery lists newest first, and --limit cuts', async () => {
    await terminal.run([...fox, '--count', '3']);
    const { reply } = await terminal.json(['gallery', '--limit', '2']);
    expect(reply).toMatchObject({
      result: {
        total: 3,
        pictures: [{ request: { prompt: 'a fox' } }, { mediaType: 'image/png' }],
      },
    });
    expect((await terminal.run(['gallery'])).output.trim().split('\n')).toHaveLength(3);
    const unknown = await terminal.json(['gallery', 'save', 'nothing', '--out', 'x']);
    expect(unknown.reply).toMatchObject({ refusal: { code: 'asset-unknown' } });
    expect((await terminal.run(['gallery', 'save'])).status).toBe(2);
  });

  test('verify finds a sound ledger sound, and names what is altered', async () => {
    await terminal.run(fox);
    const { status, reply } = await terminal.json(['verify']);
    expect(status).toBe(0);
    expect(reply).toMatchObject({ result: { kind: 'sound', entries: 3, files: 1 } });
    const gallery = await terminal.json(['gallery']);
    const [picture] = (gallery.reply as { result: { pictures: { sha256: string }[] } }).result
      .pictures;
    const file = terminal.studio.ports.library.pathOf(picture?.sha256 ?? '');
    writeFileSync(file, 'something else');
    const broken = await terminal.json(['verify']);
    expect(broken.status).toBe(1);
    expect(broken.reply).toMatchObject({ ok: false, result: { kind: 'broken' } });
  });

  test('version and help answer, also as options', async () => {
    expect((await terminal.run(['version'])).output).toBe('Tally 1.2.3\n');
    expect((await terminal.run(['--version'])).output).toBe('Tally 1.2.3\n');
    expect((await terminal.run([])).output).toContain('npm start -- COMMAND');
    expect((await terminal.run(['queue', '--help'])).output).toContain('queue retry JOB');
    expect((await terminal.run(['help', 'queue'])).output).toContain('queue retry JOB');
    expect((await terminal.run(['--help'])).status).toBe(0);
    expect((await terminal.json(['help'])).reply).toMatchObject({ ok: true });
    expect((await terminal.run(['help', 'quue'])).error).toContain('did you mean «queue»?');
  });
});

describe('run', () => {
  test('answers line by line, in order, and goes on after a bad line', async () => {
    const said = await terminal.run(['run', '-'], {
      input: [
        '{"id":1,"command":"quote","count":2}',
        '',
        'nonsense',
        '{"command":"generate","prompt":"a fox","count":61,"id":"two"}',
        '{"command":"generate","prompt":"a fox","count":"2"}',
        '{"command":"genrate"}',
        '{"command":"run","file":"x"}',
        '{"command":"generate","prompt":"a fox","noWait":true,"no-wait":true}',
        '{"id":3,"command":"generate","prompt":"a fox"}',
      ],
    });
    expect(said.status).toBe(1);
    expect(said.error).toBe('');
    const replies = said.output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(replies).toMatchObject([
      { id: 1, ok: true, result: { quote: { total: 2 } } },
      { ok: false, usage: expect.stringContaining('not a JSON object') },
      { id: 'two', ok: false, refusal: { code: 'not-enough-credits' } },
      { ok: false, usage: 'count must be a number.' },
      { ok: false, usage: expect.stringContaining('did you mean «generate»?') },
      { ok: false, usage: expect.stringContaining('There is no command «run» here') },
      { ok: false, usage: expect.stringContaining('«no-wait»') },
      { id: 3, ok: true, result: { charged: 1 } },
    ]);
  });

  test('reads a file where the caller stands, also without a last line end', async () => {
    const folder = terminal.folder;
    writeFileSync(
      join(folder, 'commands.jsonl'),
      `{"command":"version"}\r\n${'x'.repeat(1024 * 1024 + 1)}\n{"command":"balance"}`,
    );
    const said = await terminal.run(['run', 'commands.jsonl']);
    const replies = said.output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(replies).toMatchObject([
      { result: { version: '1.2.3' } },
      { usage: expect.stringContaining('longer') },
      { result: { available: 60 } },
    ]);
  });

  test('a file that cannot be read is wrong usage', async () => {
    for (const file of ['missing.jsonl', '.']) {
      const said = await terminal.run(['run', file]);
      expect(said).toMatchObject({ status: 2, output: '' });
      expect(said.error).toContain('can’t be read'.replace('’', "'"));
    }
    expect((await terminal.run(['run'])).status).toBe(2);
  });

  test('Ctrl+C stops the command at hand and reads no other', async () => {
    terminal.engine.scripts.push({ kind: 'wait-for-release' });
    const running = terminal.start(['run', '-'], {
      input: ['{"command":"generate","prompt":"a fox"}', '{"command":"balance"}'],
    });
    await vi.waitUntil(() => terminal.engine.orders.length === 1);
    running.interrupt();
    const said = await running.said;
    expect(said.status).toBe(130);
    expect(said.output.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(said.output)).toMatchObject({ ok: false, result: { notCharged: 1 } });
  });
});
