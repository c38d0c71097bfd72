import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal({ begun: false, testClock: '2026-01-31T10:00:00Z' });
  await terminal.run([
    ...['begin', '--card', 'ai-studios', '--plan', 'personal', '--time-zone', 'UTC'],
  ]);
  await terminal.run(['generate', 'a fox', '--count', '2', '--size', '256x256']);
});
afterEach(() => terminal.close());

async function result(...argv: string[]): Promise<Record<string, unknown>> {
  const { reply } = await terminal.json(argv);
  expect(reply).toMatchObject({ ok: true });
  return reply['result'] as Record<string, unknown>;
}

describe('why', () => {
  test('tells an entry’s story, by its number or its id', async () => {
    const byNumber = await result('why', '5');
    expect(byNumber).toMatchObject({
      testClock: true,
      entry: { number: 5, kind: 'charge', credits: 1 },
      job: { prompt: 'a fox', quote: { total: 2, each: 1 }, state: 'done' },
      considered: [{ lot: { source: 'base' }, taken: 1 }],
      related: [{ kind: 'hold' }, { kind: 'charge' }],
    });
    const { id } = byNumber['entry'] as { id: string };
    expect(await result('why', id)).toEqual(byNumber);
    const [line] = (
      await terminal.run(['run', '-'], { input: ['{"command":"why","entry":5}'] })
    ).output.split('\n');
    expect(JSON.parse(line ?? '')).toEqual({ ok: true, result: byNumber });
    const said = await terminal.run(['why', '5']);
    expect(said.output).toContain('Lots that could pay, in their order:');
    expect(said.output).toContain('Entries of the same story:');
  });

  test.each(['0', '99', '999999999999999', 'charge:nobody'])('«%s» is no entry', async (entry) => {
    const { status, reply } = await terminal.json(['why', entry]);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ refusal: { code: 'entry-unknown', entryId: entry } });
  });

  test('an entry must be named', async () => {
    expect((await terminal.run(['why'])).error).toContain('«why» needs ENTRY');
    const { output } = await terminal.run(['run', '-'], {
      input: ['{"command":"why","entry":1.5}'],
    });
    expect(output).toContain("entry must be an entry's id or its number in the statement.");
  });
});

describe('balance --at', () => {
  test('is the balance as it was, and the entries that made it', async () => {
    await terminal.run(['clock', 'advance', '+2months']);
    expect(await result('balance', '--at', '2026-01-31T10:00:00Z')).toMatchObject({
      at: '2026-01-31T10:00:00.000Z',
      available: 58,
      newest: [{ number: 5 }, { number: 4 }, { number: 3 }, { number: 2 }, { number: 1 }],
    });
    const said = await terminal.run(['balance', '--at=-1month']);
    expect(said.output).toMatch(/^on 2026-02-28 10:00:\n60 credits available, 0 on hold\n/);
    expect(said.output).toContain('The newest entries then:\n');
  });

  test.each(['+1day', 'soon', '2027-01-01'])('«%s» is no instant of the past', async (at) => {
    const said = await terminal.run(['balance', '--at', at]);
    expect(said.status).toBe(2);
    expect(said.error).toContain('--at must be an instant of the past');
  });
});

test('D5 usage tells who used what, day by day', async () => {
  await terminal.run(['clock', 'advance', '+1day']);
  await terminal.run(['generate', 'a hen', '--size', '256x256']);
  const { rows, ...span } = await result('usage');
  expect(span).toEqual({ testClock: true, from: '2026-01-03', to: '2026-02-01', credits: 3 });
  expect(rows).toMatchObject([
    { day: '2026-01-31', seat: 'seat-1', tool: 'image', outputs: 2, units: 2, credits: 2 },
    { day: '2026-02-01', outputs: 1, credits: 1 },
  ]);
  const day = ['--from', '2026-02-01', '--to', '2026-02-01'];
  expect(await result('usage', ...day)).toMatchObject({ credits: 1 });
  expect((await terminal.run(['usage', ...day])).output).toMatch(/^2026-02-01 +seat-1 +image /);
  expect((await terminal.run(['usage', '--from', 'monday'])).error).toContain('must be a day');
  const backwards = await terminal.json(['usage', '--from', '2026-02-01', '--to', '2026-01-01']);
  expect(backwards.reply).toMatchObject({ refusal: { code: 'span-invalid' } });
});

describe('what is to come', () => {
  test('forecast has its bounds and its sentences', async () => {
    expect(await result('forecast')).toMatchObject({
      testClock: true,
      sentences: expect.any(Array),
    });
    await terminal.run(['clock', 'advance', '+14days']);
    await terminal.run(['generate', 'a hen', '--count', '4', '--size', '256x256']);
    await terminal.run(['clock', 'advance', '+1day']);
    expect(await result('forecast', '--days', '60')).toMatchObject({
      usual: {
        pace: { credits: expect.any(Number) },
        future: { from: '2026-02-15T10:00:00.000Z', until: '2026-04-16T10:00:00.000Z' },
      },
      nextLapse: { at: '2026-02-28T10:00:00.000Z' },
    });
    expect((await terminal.run(['forecast'])).output).toMatch(
      /^ {2}usual +\d+ credits? in \d+ day/m,
    );
    expect((await terminal.run(['forecast', '--days', '0'])).status).toBe(2);
  });

  test('what-if tells both futures and changes nothing', async () => {
    const before = await result('statement', '--all');
    const asked = ['whatif', '--until', '+3months', '--pace', '20/10'];
    expect(await result(...asked, '--plan', 'team', '--at', '+1month')).toMatchObject({
      testClock: true,
      asItIs: { until: '2026-04-30T10:00:00.000Z', totals: { granted: 180 } },
      // The renewal brings 60, the upgrade of the same instant tops them up to 150.
      changed: { totals: { granted: 60 + 90 + 150 + 150 } },
    });
    const said = await terminal.run([...asked, '--plan', 'free']);
    expect(said.output).toMatch(/^ +as it is +changed\ngranted +180 credits +\d+ credits\n/);
    expect(await result('statement', '--all')).toEqual(before);
    expect(await result('plan')).toMatchObject({ plan: { id: 'personal', waiting: null } });
  });

  test.each([
    [['--until', '2020-01-01'], '--until must be an instant to come'],
    [['--plan', 'team', '--at', '+2years'], '--at must be an instant between now and --until'],
    [['--cadence', 'annual'], '--at and --cadence say'],
    [['--pace', '5'], '--pace must be credits in so many days, such as 40/7.'],
  ])('whatif %j is wrong usage', async (argv, sentence) => {
    const said = await terminal.run(['whatif', ...argv]);
    expect(said.status).toBe(2);
    expect(said.error).toContain(sentence);
  });

  test('an order that could not be placed is refused', async () => {
    const { reply } = await terminal.json(['whatif', '--plan', 'nope']);
    expect(reply).toMatchObject({ refusal: { code: 'plan-unknown' } });
  });
});

test('A8 A9 invoices add up, cycle by cycle', async () => {
  await terminal.run(['units', 'buy', 'personal-unit', '--yes']);
  await terminal.run(['clock', 'advance', '+1month']);
  expect(await result('invoices')).toMatchObject({
    cycles: [
      { number: 2, open: true, cents: 1000, credits: { opening: 0, granted: 120, closing: 120 } },
      {
        number: 1,
        open: false,
        cents: 1000,
        unpriced: 1,
        credits: { opening: 0, granted: 120, charged: 2, lapsed: 118, closing: 0 },
      },
    ],
  });
  const said = await terminal.run(['invoices', '--limit', '1']);
  expect(said.output).toMatch(
    /^2 {2}Personal, 2026-02-28 10:00 to 2026-03-31 10:00 \(still running\)\n/,
  );
  expect(said.output).toContain('credits: 0 + 120 granted - 0 charged - 0 lapsed = 120\n');
  expect(said.error).toContain('Tally takes no payments');
});

describe('files', () => {
  test('export writes each kind where the caller stands, marked as a test', async () => {
    const folder = join(terminal.folder, 'elsewhere');
    mkdirSync(folder);
    for (const kind of ['statement', 'invoices', 'usage']) {
      const said = await terminal.run(['export', kind, '--out', 'files'], {
        workingFolder: folder,
      });
      expect(said).toMatchObject({ status: 0 });
      expect(said.error).toMatch(/\d+ lines? written\./);
      const path = said.output.trimEnd();
      expect(path.startsWith(join(folder, 'files'))).toBe(true);
      expect(readFileSync(path, 'utf8')).toMatch(/test/i);
    }
    const pdf = await terminal.json(['export', 'statement', '--out', '.', '--format', 'pdf']);
    expect(pdf.reply).toMatchObject({ refusal: { code: 'print-failed', retryable: true } });
    expect((await terminal.run(['export', 'all', '--out', '.'])).status).toBe(2);
    const span = ['--from', '2026-02-01', '--to', '2026-01-01'];
    const { reply } = await terminal.json(['export', 'usage', '--out', '.', ...span]);
    expect(reply).toMatchObject({ refusal: { code: 'span-invalid' } });
  });

  test('a receipt is of a charge, and a changed one is found broken', async () => {
    const made = await result('receipt', '5', '--out', 'receipts/fox.json');
    expect(made).toMatchObject({
      testClock: true,
      entry: expect.stringMatching(/^charge:/),
      path: join(terminal.folder, 'receipts', 'fox.json'),
    });
    expect(await result('proof', 'check', 'receipts/fox.json')).toMatchObject({ kind: 'sound' });
    expect(await result('receipt', '5', '--out', 'receipts/fox.json')).toMatchObject({
      path: join(terminal.folder, 'receipts', 'fox (2).json'),
    });
    const file = String(made['path']);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"credits": 60', '"credits": 61'));
    const { status, reply } = await terminal.json(['proof', 'check', 'receipts/fox.json']);
    expect(status).toBe(1);
    expect(reply).toMatchObject({ ok: false, result: { kind: 'broken' } });
    expect((await terminal.run(['proof', 'check', 'nowhere.json'])).status).toBe(2);
    const grant = await terminal.json(['receipt', '1', '--out', 'x']);
    expect(grant.reply).toMatchObject({ refusal: { code: 'entry-not-a-charge', kind: 'grant' } });
    expect(existsSync(join(terminal.folder, 'x'))).toBe(false);
  });

  test('the ledger says how it is signed, and is backed up', async () => {
    expect(await result('proof')).toMatchObject({ testClock: true, atStart: { kind: 'sound' } });
    expect((await terminal.run(['proof'])).output).toMatch(/^workspace [0-9a-f-]{36}\n.*signed/);
    const { backups } = await result('backups', 'now');
    expect(backups).toMatchObject([{ entries: 5, ours: true }]);
    const [{ name }] = backups as [{ name: string }];
    expect(await result('backups')).toEqual({ backups });
    const shown = await terminal.run(['backups', 'restore', name]);
    expect(shown).toMatchObject({ status: 0 });
    expect(shown.error).toContain('Nothing was restored. With --yes');
    for (const yes of [[], ['--yes']]) {
      const { reply } = await terminal.json(['backups', 'restore', 'nothing.sqlite', ...yes]);
      expect(reply).toMatchObject({ refusal: { code: 'backup-unknown' } });
    }
  });
});
