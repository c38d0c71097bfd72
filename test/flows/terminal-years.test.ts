import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openTerminal, type Terminal } from '../helpers/terminal';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';

// Years of billing by nothing but commands. What comes out is compared with figures that were worked
// out by hand from the two services' rules.

let terminal: Terminal | null = null;
const folders: string[] = [];

afterEach(async () => {
  await terminal?.close();
  terminal = null;
  for (const folder of folders.splice(0)) removeFolder(folder);
});

async function openTrial(testClock: string): Promise<string> {
  const folder = temporaryFolder();
  folders.push(folder);
  terminal = await openTerminal({ begun: false, folder, testClock });
  return folder;
}

/** The answer of a command that is done. */
async function tally(line: string): Promise<unknown> {
  if (terminal === null) throw new Error('no terminal is open');
  const { status, reply } = await terminal.json(line.split(' '));
  expect({ line, status, reply }).toMatchObject({ line, status: 0, reply: { ok: true } });
  return reply['result'];
}

async function advanceBy(months: number): Promise<void> {
  for (let month = 0; month < months; month += 1) {
    expect(await tally('clock advance next')).toMatchObject({ crossed: 1 });
  }
}

const amount = z.number().int().nonnegative();
const invoices = z.object({
  testClock: z.literal(true),
  cycles: z.array(
    z.object({
      number: amount,
      plan: z.string(),
      open: z.boolean(),
      cents: amount,
      unpriced: amount,
      lines: z.array(z.object({ cents: amount.nullable(), credits: amount })),
      credits: z.object({
        opening: amount,
        granted: amount,
        charged: amount,
        lapsed: amount,
        closing: amount,
      }),
    }),
  ),
});
type Cycle = z.output<typeof invoices>['cycles'][number];

/** Every cycle, oldest first; each adds up, and each begins with what the one before left. */
async function cyclesOf(): Promise<readonly Cycle[]> {
  const { cycles } = invoices.parse(await tally('invoices --all'));
  const oldestFirst = cycles.toReversed();
  let left = 0;
  for (const [index, { number, lines, cents, unpriced, credits }] of oldestFirst.entries()) {
    expect(number).toBe(index + 1);
    expect(total(lines.map((line) => line.cents ?? 0))).toBe(cents);
    expect(lines.filter((line) => line.cents === null)).toHaveLength(unpriced);
    expect(total(lines.map((line) => line.credits))).toBeLessThanOrEqual(credits.granted);
    const { opening, granted, charged, lapsed, closing } = credits;
    expect(opening).toBe(left);
    expect(opening + granted - charged - lapsed).toBe(closing);
    left = closing;
  }
  return oldestFirst;
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, each) => sum + each, 0);
}

const statement = z.object({
  lines: z.array(z.object({ kind: z.string(), credits: amount, at: z.iso.datetime() })),
});

/** All credits of each kind of entry, and when the last entry was. */
async function creditsByKind(): Promise<Record<string, number | string>> {
  const { lines } = statement.parse(await tally('statement --all'));
  const of = (kind: string) =>
    total(lines.flatMap((line) => (line.kind === kind ? [line.credits] : [])));
  const [newest] = lines;
  return {
    granted: of('grant'),
    held: of('hold'),
    charged: of('charge'),
    released: of('release'),
    lapsed: of('expire'),
    endedAt: newest?.at ?? '',
  };
}

const bought = z.object({ order: z.object({ id: z.string() }) });

test('A6 A7 A8 A10 A11 A12 A13 two years of a team: seats, units, a contract, the end', async () => {
  const folder = await openTrial('2024-01-31T10:00:00Z');
  await tally('begin --card ai-studios --plan team --seats 3 --time-zone Europe/Berlin');
  const units = await tally('units buy team-unit --count 2 --yes --price 60');
  const unit = bought.parse(units).order.id;
  await tally('generate fox --count 7 --size 256x256 --quality premium');
  expect(await tally('balance')).toMatchObject({ available: 150 + 400 - 7 });

  await advanceBy(5);
  expect(await tally('clock')).toMatchObject({ now: '2024-06-30T09:00:00.000Z' });
  await tally(`units cancel ${unit} --yes`);
  await advanceBy(6);
  expect(await tally('units')).toMatchObject({ units: [{ unit, count: 1, cancelled: 0 }] });

  await tally('clock advance +10days');
  const contract = '--contract-seats 4 --contract-credits 400 --contract-price 99.50';
  expect(await tally(`plan change --plan enterprise ${contract} --yes`)).toMatchObject({
    order: { cents: null, credits: 750 },
  });
  await tally('generate fox --count 3 --size 256x256 --quality premium');
  await advanceBy(3);

  // Tally is closed for a while; the workspace keeps its own clock.
  await terminal?.studio.close();
  terminal = await openTerminal({ begun: false, folder });
  expect(await tally('clock')).toMatchObject({ testClock: true, now: '2025-03-31T09:00:00.000Z' });
  expect(await tally('seats add --name Ada --yes --price 99.50')).toMatchObject({
    order: { credits: 400 },
  });
  await advanceBy(9);
  await tally('plan end --yes');
  await advanceBy(1);
  expect(await tally('plan')).toMatchObject({ plan: null, units: [] });
  await tally('clock advance +1year');

  const cycles = await cyclesOf();
  // Two years of months, and the time without a plan since.
  const none = { opening: 0, granted: 0, charged: 0, lapsed: 0, closing: 0 };
  const since = cycles[24];
  expect(cycles).toHaveLength(25);
  expect(since).toMatchObject({ plan: 'No plan', open: true, lines: [], credits: none });
  expect(cycles.slice(0, 24).every(({ open }) => !open)).toBe(true);
  const unitsAlone = [6000, 6000, 6000, 6000, 6000, 6000, 3000, 3000, 3000, 3000, 3000, 3000];
  const seats = [29_850, 29_850, 39_800, ...Array.from({ length: 9 }, () => 39_800)];
  expect(cycles.map(({ cents }) => cents)).toEqual([...unitsAlone, ...seats, 0]);
  // The card names no price of the Team plan, nor of the way up from it.
  const unpriced = [...Array.from({ length: 11 }, () => 1), 2];
  expect(cycles.map((cycle) => cycle.unpriced)).toEqual([
    ...unpriced,
    ...Array.from({ length: 13 }, () => 0),
  ]);
  expect(total(cycles.map(({ cents }) => cents))).toBe(511_700);
  expect(cycles.map(({ credits }) => credits.granted)).toEqual([
    ...Array.from({ length: 6 }, () => 850),
    ...Array.from({ length: 5 }, () => 650),
    650 + 750,
    ...[1200, 1200, 1200 + 400],
    ...Array.from({ length: 9 }, () => 1600),
    0,
  ]);
  expect(await creditsByKind()).toEqual({
    granted: 28_150,
    held: 10,
    charged: 10,
    released: 0,
    lapsed: 28_140,
    endedAt: '2026-01-31T10:00:00.000Z',
  });
  expect(await tally('balance')).toMatchObject({ available: 0, held: 0, lots: [] });
  expect(await tally('orders --all')).toMatchObject({
    orders: [
      { number: 6, kind: 'end-plan', cents: 0, credits: 0 },
      { number: 5, kind: 'add-seat', cents: 9950, credits: 400 },
      { number: 4, kind: 'change-plan', cents: null, credits: 750 },
      { number: 3, kind: 'cancel-units', cents: 0, credits: 0 },
      { number: 2, kind: 'buy-units', cents: 6000, credits: 400 },
      { number: 1, kind: 'start-plan', cents: null, credits: 450 },
    ],
  });
  expect(await tally('verify')).toMatchObject({ kind: 'sound', files: 10 });
});

test('B3 B4 B5 B6 two years of one person: a pack, two upgrades, to the cent', async () => {
  await openTrial('2023-12-31T23:30:00Z');
  await tally('begin --card chatnow --plan free --time-zone America/New_York');
  const paint = 'generate fox --model image-swift --quality basic --size 256x256 --count';
  await tally(`${paint} 20`);
  expect(await tally('packs buy pack-small --yes --price 5')).toMatchObject({
    balance: { available: 200 },
  });
  await tally(`${paint} 10`);
  expect(await tally('plan change --plan plus --yes --price 12')).toMatchObject({
    order: { credits: 560 },
    balance: { available: 740 },
  });
  await tally('plan change --cadence annual --yes --price 0');
  await advanceBy(1);
  expect(await tally('plan')).toMatchObject({
    plan: {
      cadence: 'annual',
      cycle: { startsAt: '2024-01-31T23:30:00.000Z', endsAt: '2025-01-31T23:30:00.000Z' },
    },
  });

  // A yearly plan's credits renew monthly (B4). Eight of twelve months are left: two thirds of $240.
  await advanceBy(4);
  await tally('clock advance +3days');
  expect(await tally('plan change --plan pro --yes --price 160')).toMatchObject({
    order: { credits: 1400 },
    balance: { available: 2000 },
  });
  await advanceBy(8);
  await tally('plan end --yes');
  await advanceBy(11);
  expect(await tally('balance')).toMatchObject({ available: 2000 });
  await advanceBy(1);

  const cycles = await cyclesOf();
  expect(cycles.map(({ plan, cents }) => [plan, cents])).toEqual([
    ['Plus', 0 + 500 + 1200],
    ['Pro', 12_000 + 16_000],
    ['Pro', 36_000],
    ['No plan', 0],
  ]);
  expect(cycles.slice(0, 3).map(({ credits }) => credits)).toEqual([
    { opening: 0, granted: 40 + 200 + 560, charged: 60, lapsed: 740, closing: 0 },
    { opening: 0, granted: 3000 + 1400 + 14_000, charged: 0, lapsed: 18_400, closing: 0 },
    { opening: 0, granted: 24_000, charged: 0, lapsed: 24_000, closing: 0 },
  ]);
  expect(await creditsByKind()).toMatchObject({
    granted: 43_200,
    charged: 60,
    lapsed: 43_140,
    endedAt: '2026-01-31T23:30:00.000Z',
  });
  expect(await tally('plan')).toMatchObject({ plan: null });
  expect(await tally('verify')).toMatchObject({ kind: 'sound', files: 30 });
});

test('the same script tells the same story, whether the months are crossed one by one or at once', async () => {
  const script = [
    'begin --card ai-studios --plan personal --cadence annual --time-zone Asia/Tokyo',
    'units buy personal-unit --count 3 --yes --id 7f1de6f0-5a2c-4f7e-9a55-0d5f9c6f0a01',
  ];
  const tell = async (...steps: readonly string[]) => {
    await openTrial('2024-02-29T15:00:00Z');
    for (const line of [...script, ...steps]) await tally(line);
    const [ledger, bills] = [await tally('statement --all'), await tally('invoices --all')];
    await terminal?.close();
    terminal = null;
    return { ledger, bills };
  };
  const months = Array.from({ length: 36 }, () => 'clock advance next');
  const oneByOne = await tell(...months);
  const atOnce = await tell('clock advance +3years');
  expect(atOnce).toEqual(oneByOne);
  const bills = invoices.parse(oneByOne.bills).cycles.map(({ cents }) => cents);
  // Three units of $10 for twelve months a cycle; the fourth cycle has just begun.
  expect(bills).toEqual([3000, 36_000, 36_000, 36_000]);
});
