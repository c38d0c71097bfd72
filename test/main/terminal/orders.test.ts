import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../../helpers/terminal';

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal({ begun: false });
});
afterEach(() => terminal.close());

const zone = ['--time-zone', 'UTC'];
const begin = (...argv: string[]) => terminal.json(['begin', '--card', ...argv, ...zone]);
const beginTeam = () => begin('ai-studios', '--plan', 'team', '--seats', '3');

async function result(...argv: string[]): Promise<Record<string, unknown>> {
  const { reply } = await terminal.json(argv);
  expect(reply).toMatchObject({ ok: true });
  return reply['result'] as Record<string, unknown>;
}

async function refusal(...argv: string[]): Promise<unknown> {
  const { status, reply } = await terminal.json(argv);
  expect(status).toBe(1);
  return reply['refusal'];
}

async function available(): Promise<number> {
  const { available: credits } = await result('balance');
  return Number(credits);
}

describe('an order is shown first', () => {
  beforeEach(beginTeam);

  test('A14 with what renews by itself, when and for how much, and nothing is ordered', async () => {
    const said = await terminal.run(['units', 'buy', 'team-unit', '--count', '2']);
    expect(said.status).toBe(0);
    expect(said.output).toContain('Team add-on unit  × 2  $60  400 credits');
    expect(said.output).toMatch(/renews by itself on 28 Feb 2026 for \$60/);
    expect(said.output).toMatch(/can.t be refunded/);
    expect(said.error).toBe(
      'Nothing was ordered. To order it, add --yes, or --yes --price 60.00.\n',
    );
    expect(await result('units', 'buy', 'team-unit', '--count', '2')).toMatchObject({
      placed: false,
      preview: { effect: 'at-once', cents: 6000, credits: 400, lines: [{ quantity: 2 }] },
    });
    expect(await available()).toBe(150);
    expect(await result('orders')).toMatchObject({ orders: [{ kind: 'start-plan' }] });
  });

  test('and refused as it would be', async () => {
    expect(await refusal('units', 'buy', 'team-unit', '--count', '0')).toMatchObject({
      code: 'unit-count-invalid',
    });
    expect(await refusal('packs', 'buy', 'x')).toMatchObject({ code: 'pack-unknown' });
    expect(await refusal('plan', 'keep')).toMatchObject({ code: 'nothing-waiting' });
    expect(await refusal('plan', 'start', '--plan', 'free')).toMatchObject({
      code: 'plan-running',
    });
  });
});

describe('with --yes', () => {
  beforeEach(beginTeam);
  const buy = ['units', 'buy', 'team-unit', '--count', '2', '--yes'];

  test('A10 A11 it is placed: the credit is usable at once', async () => {
    expect(await result(...buy)).toMatchObject({
      placed: true,
      existed: false,
      order: { kind: 'buy-units', cents: 6000, credits: 400, at: '2026-01-31T10:00:00.000Z' },
      plan: { units: [{ addOn: 'team-unit', count: 2, seat: null, centsEach: 3000 }] },
      workspace: { kind: 'begun', plan: 'team', seat: { id: 'seat-1' }, testClock: false },
      balance: { available: 550, held: 0 },
    });
  });

  test('the same id orders once, and another wish under it is refused', async () => {
    const id = ['--id', '7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01'];
    expect(await result(...buy, ...id)).toMatchObject({ existed: false });
    const said = await terminal.run([...buy, ...id]);
    expect(said.error).toMatch(/^This had been ordered before; nothing was ordered now\.\n/);
    expect(await available()).toBe(550);
    const other = await refusal('units', 'buy', 'team-unit', '--count', '3', '--yes', ...id);
    expect(other).toMatchObject({ code: 'order-differs', field: 'count' });
  });

  test('--price orders at this price alone', async () => {
    const dearer = await refusal(...buy, '--price', '59.99');
    expect(dearer).toMatchObject({ code: 'order-price-changed', cents: 6000 });
    expect(await available()).toBe(150);
    expect(await result(...buy, '--price', '60')).toMatchObject({ placed: true });
    const seat = ['seats', 'add', '--yes', '--price'];
    expect(await refusal(...seat, '10')).toMatchObject({
      code: 'order-price-changed',
      cents: null,
    });
    expect(await result(...seat, 'none')).toMatchObject({ placed: true });
  });

  test('A12 units are cancelled and kept, one unless more are asked for', async () => {
    const { order } = await result(...buy);
    const unit = (order as { id: string }).id;
    const cancelled = await result('units', 'cancel', unit, '--yes');
    expect(cancelled).toMatchObject({ plan: { units: [{ unit, count: 2, cancelled: 1 }] } });
    expect((await terminal.run(['units'])).output).toContain('1 to renew on 2026-02-28 10:00');
    const kept = await result('units', 'keep', unit, '--count', '1', '--yes');
    expect(kept).toMatchObject({ plan: { units: [{ unit, count: 2, cancelled: 0 }] } });
    expect(await refusal('units', 'cancel', 'nobody', '--yes')).toMatchObject({
      code: 'units-unknown',
    });
  });

  test('orders are listed newest first, with what they billed at once', async () => {
    await result(...buy);
    await result('plan', 'end', '--yes');
    const { orders } = await result('orders', '--all');
    expect(orders).toMatchObject([
      { number: 3, kind: 'end-plan', cents: 0, credits: 0 },
      { number: 2, kind: 'buy-units', cents: 6000, credits: 400 },
      { number: 1, kind: 'start-plan', cents: null, credits: 450 },
    ]);
    expect((await terminal.run(['orders', '--limit', '1'])).output.split('\n')).toHaveLength(2);
  });
});

describe('the plan', () => {
  test('is shown with what can be chosen instead', async () => {
    await beginTeam();
    expect(await result('plan')).toEqual(await result('plan', 'show'));
    expect(await result('plan')).toMatchObject({
      testClock: false,
      plan: {
        id: 'team',
        cadence: 'monthly',
        credits: 150,
        cycle: { startsAt: '2026-01-31T10:00:00.000Z', endsAt: '2026-02-28T10:00:00.000Z' },
        nextGrant: { at: '2026-02-28T10:00:00.000Z', creditsEach: 150 },
        waiting: null,
      },
      seats: [{ id: 'seat-1' }, { id: 'seat-2' }, { id: 'seat-3' }],
      units: [],
    });
    const said = await terminal.run(['plan']);
    expect(said.output).toContain('Team, monthly, 3 seats: 150 credits a seat a month');
    expect(said.output).toMatch(/--plan enterprise --cadence annual +Enterprise +by contract/);
  });

  test('changes at once where it is an upgrade, else at the end of the cycle', async () => {
    await begin('chatnow', '--plan', 'plus');
    expect(await result('plan', 'change', '--plan', 'pro', '--yes')).toMatchObject({
      order: { kind: 'change-plan', cents: 2400, credits: 1400 },
      plan: { plan: { id: 'pro', cadence: 'monthly', waiting: null } },
    });
    expect(await result('plan', 'change', '--cadence', 'annual', '--yes')).toMatchObject({
      order: { cents: 0, credits: 0 },
      plan: { plan: { id: 'pro', waiting: { kind: 'change', to: { cadence: 'annual' } } } },
    });
    expect((await terminal.run(['plan'])).output).toContain('at the end of the cycle: Pro, annual');
    expect(await result('plan', 'keep', '--yes')).toMatchObject({
      plan: { plan: { waiting: null } },
    });
    expect(await result('plan', 'end', '--yes')).toMatchObject({
      plan: { plan: { waiting: { kind: 'end' } } },
    });
  });

  test('A6 goes by the figures of a contract, for begin and change alike', async () => {
    await begin(
      ...['ai-studios', '--plan', 'enterprise', '--contract-seats', '2'],
      ...['--contract-credits', '500', '--contract-price', '99.50'],
    );
    expect(await result('plan')).toMatchObject({
      plan: { contract: true, credits: 500, everyMonths: 1, priceCents: 9950 },
      seats: [{ available: 500 }, { available: 500 }],
    });
    expect(await refusal('seats', 'add')).toMatchObject({ code: 'seats-full', room: 2 });
    expect(await result('plan', 'change', '--plan', 'team', '--yes')).toMatchObject({
      plan: { plan: { waiting: { kind: 'change', to: { id: 'team' } } } },
    });
  });

  test('a contract each cycle is one grant a year under an annual plan', async () => {
    await begin(
      ...['ai-studios', '--plan', 'enterprise', '--cadence', 'annual', '--contract-seats', '1'],
      ...['--contract-credits', '6000', '--contract-every', 'cycle'],
    );
    expect(await result('plan')).toMatchObject({
      plan: { credits: 6000, everyMonths: 12, priceCents: null },
    });
  });

  test.each([
    [['plan', 'foo'], 'ACTION must be show or start or change or end or keep.'],
    [['plan', 'end', '--seats', '3'], '«plan» has no use for «--seats»'],
    [['plan', '--yes'], '«plan» has no use for «--yes»'],
    [['plan', 'start'], '«plan» needs --plan'],
    [['plan', 'start', '--plan', 'x', '--contract-seats', '2'], 'both --contract-seats N and'],
    [['plan', 'start', '--plan', 'x', '--contract-price', '4.555'], '--contract-price must be'],
    [['units', 'buy'], '«units» needs UNIT'],
    [['units', 'buy', 'team-unit', '--id', '5'], '--id must be a UUID.'],
    [['packs', 'buy', 'x', '--price', '-1'], '--price must be dollars'],
  ])('%j is wrong usage', async (argv, sentence) => {
    await beginTeam();
    const said = await terminal.run(argv);
    expect(said).toMatchObject({ status: 2, output: '' });
    expect(said.error).toContain(sentence);
  });

  test('before one is chosen, the refusal says so', async () => {
    for (const argv of [['plan'], ['seats'], ['units'], ['packs'], ['orders'], ['plan', 'end']]) {
      expect(await refusal(...argv)).toMatchObject({ code: 'workspace-not-begun' });
    }
  });
});

describe('seats', () => {
  beforeEach(beginTeam);

  test('are added and removed, and one that comes back keeps its number', async () => {
    expect(await result('seats', 'add', '--name', 'Ada', '--yes')).toMatchObject({
      order: { kind: 'add-seat', credits: 150 },
    });
    expect(await result('seats', 'remove', 'seat-4', '--yes')).toMatchObject({ placed: true });
    const { seats } = await result('seats');
    expect(seats).toMatchObject([{}, {}, {}, { id: 'seat-4', name: 'Ada', active: false }]);
    expect(await result('seats', 'add', 'seat-4', '--yes')).toMatchObject({
      order: { credits: 0 },
    });
    expect(await refusal('seats', 'remove', 'seat-1', '--yes')).toMatchObject({
      code: 'seat-needed',
    });
  });

  test('another one can be worked as', async () => {
    expect(await result('seats', 'use', 'seat-2')).toMatchObject({ workingSeat: 'seat-2' });
    expect((await terminal.run(['seats'])).output).toMatch(/^ {2}seat-1.*\n\* seat-2/);
    expect(await result('balance')).toMatchObject({ lots: [{ wallet: { id: 'seat-2' } }] });
    expect(await refusal('seats', 'use', 'seat-9')).toMatchObject({ code: 'seat-unknown' });
  });
});

test('B5 a pack is sold once the allowance is used up', async () => {
  await begin('chatnow', '--plan', 'plus');
  const { packs } = await result('packs');
  expect(packs).toMatchObject([{ id: 'pack-small', notYet: { left: 600 } }, { id: 'pack-large' }]);
  expect((await terminal.run(['packs'])).output).toContain(
    'not yet: 600 credits left to use first',
  );
  expect(await refusal('packs', 'buy', 'pack-small', '--yes')).toMatchObject({
    code: 'pack-not-yet',
    left: 600,
  });
});

test('a file of commands orders too', async () => {
  await beginTeam();
  const commands = [
    { id: 1, command: 'units', action: 'buy', unit: 'team-unit', yes: true },
    { id: 2, command: 'plan', action: 'change', cadence: 'annual' },
    { id: 3, command: 'seats', action: 'add', count: 2 },
  ];
  const { output, status } = await terminal.run(['run', '-'], {
    input: commands.map((command) => JSON.stringify(command)),
  });
  expect(status).toBe(1);
  const replies = output.trimEnd().split('\n');
  expect(replies.map((line) => JSON.parse(line))).toMatchObject([
    { id: 1, ok: true, result: { placed: true } },
    { id: 2, ok: true, result: { placed: false, preview: { effect: 'at-cycle-end' } } },
    {
      id: 3,
      ok: false,
      usage: '«seats» has no use for «count»; «help seats» shows how it is called.',
    },
  ]);
});
