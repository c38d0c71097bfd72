import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

const mark = 'This is a test workspace, with a clock of its own.\n';
const beginTeam = [
  ...['begin', '--card', 'ai-studios', '--plan', 'team', '--seats', '2'],
  ...['--time-zone', 'Europe/Berlin'],
];

describe('a test workspace', () => {
  let terminal: Terminal;
  beforeEach(async () => {
    terminal = await openTerminal({ begun: false, testClock: '2024-01-31T10:00:00Z' });
  });
  afterEach(() => terminal.close());

  const said = async (...argv: string[]) => {
    const { reply } = await terminal.json(argv);
    return reply;
  };

  test('says so wherever the workspace is told', async () => {
    expect((await terminal.run(['clock'])).error).toBe(mark);
    const begun = await terminal.run(beginTeam);
    expect(begun.error).toBe(mark);
    for (const argv of [
      ['plan'],
      ['seats'],
      ['units'],
      ['packs'],
      ['orders'],
      ['balance'],
      ['statement'],
    ]) {
      expect((await terminal.run(argv)).error, argv.join(' ')).toMatch(new RegExp(`^${mark}`));
      expect(await said(...argv), argv.join(' ')).toMatchObject({ result: { testClock: true } });
      expect((await terminal.run([...argv, '--quiet'])).error, argv.join(' ')).toBe('');
    }
    const quote = await terminal.run(['quote', 'a fox', '--test-clock', '2020-01-01T00:00:00Z']);
    expect(quote).toMatchObject({ status: 0, error: mark });
    expect(await said('plan', 'end', '--yes')).toMatchObject({
      result: { testClock: true, workspace: { testClock: true } },
    });
  });

  test('stands still until it is advanced, by a span, to an instant or to what falls due next', async () => {
    await terminal.run(beginTeam);
    expect(await said('clock', 'show')).toEqual({
      ok: true,
      result: {
        testClock: true,
        now: '2024-01-31T10:00:00.000Z',
        nextDue: '2024-02-29T10:00:00.000Z',
      },
    });
    expect(await said('clock', 'advance', '+3days')).toMatchObject({
      result: { now: '2024-02-03T10:00:00.000Z', crossed: 0, balance: { available: 150 } },
    });
    expect(await said('clock', 'advance', 'next')).toMatchObject({
      result: { now: '2024-02-29T10:00:00.000Z', crossed: 1 },
    });
    // Summer time began on the day: the renewal is at the same hour where the workspace is.
    expect(await said('clock', 'advance', '2024-03-31T09:00:00Z')).toMatchObject({
      result: { crossed: 1, nextDue: '2024-04-30T09:00:00.000Z', balance: { available: 150 } },
    });
    expect((await terminal.run(['clock', 'advance', '+2years'])).output).toBe(
      '2026-03-31 11:00 (Europe/Berlin); next due on 2026-04-30 11:00\n',
    );
  });

  test('only goes forward', async () => {
    await terminal.run(beginTeam);
    expect(await said('clock', 'advance', '2024-01-31T09:59:59Z')).toMatchObject({
      ok: false,
      refusal: { code: 'clock-backward', now: '2024-01-31T10:00:00.000Z', retryable: false },
    });
    const nonsense = await terminal.run(['clock', 'advance', 'soon']);
    expect(nonsense.status).toBe(2);
    expect(nonsense.error).toContain('The clock advances to an instant');
  });

  test('has nothing that falls due before a plan is chosen', async () => {
    expect(await said('clock')).toMatchObject({ result: { nextDue: null } });
    expect(await said('clock', 'advance', 'next')).toMatchObject({
      refusal: { code: 'plan-not-running' },
    });
  });
});

test('any other workspace goes by the computer’s clock, and no command takes it for a test', async () => {
  const terminal = await openTerminal();
  expect((await terminal.json(['clock', 'advance', '+1month'])).reply).toMatchObject({
    refusal: { code: 'clock-not-test' },
  });
  const { status, reply } = await terminal.json([
    'balance',
    '--test-clock',
    '2026-01-31T10:00:00Z',
  ]);
  expect({ status, reply }).toMatchObject({
    status: 1,
    reply: { refusal: { code: 'clock-not-test' } },
  });
  expect((await terminal.json(['clock'])).reply).toMatchObject({
    result: { testClock: false, now: '2026-01-31T10:00:00.000Z' },
  });
  expect((await terminal.run(['balance'])).error).toBe('');
  await terminal.close();
});
