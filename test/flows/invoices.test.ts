import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { mostPrintedLines, type PrintedPage } from '../../src-main/exports/printed-page';
import { router } from '../../src-main/rpc/router';
import { parseInstant } from '../../src-shared/billing/instant';
import type { ExportKind } from '../../src-shared/contract/invoices';
import { frozenClock } from '../helpers/frozen-clock';
import { parseCsv } from '../helpers/parse-csv';
import type { TestStudio } from '../helpers/test-studio';
import { allEnded, openFlow, refusalOf, restart, submit } from './flow';

const personal = {
  cardId: 'ai-studios',
  planId: 'personal',
  cadence: 'monthly',
  timeZone: 'Europe/Berlin',
} as const;

/** Three months of a plan: pictures, units bought, credit lapsed, all of it at night in Berlin. */
async function threeMonths(options: Parameters<typeof openFlow>[0] = {}): Promise<TestStudio> {
  const clock = frozenClock('2026-01-31T22:30:00Z');
  const flow = await openFlow({ caller: 'terminal', clock, ...options });
  await flow.client.workspace.begin(personal);
  flow.studio.queue.work();
  await submit(flow, { count: 3 });
  await allEnded(flow);
  clock.set('2026-02-10T23:15:00Z');
  await flow.client.plan.order({
    orderId: randomUUID(),
    wish: { kind: 'buy-units', addOnId: 'personal-unit', count: 2 },
    accepted: null,
  });
  await submit(flow, { count: 2 });
  await allEnded(flow);
  clock.set('2026-04-02T08:00:00Z');
  return flow;
}

type Asked = { kind: ExportKind; from?: string; to?: string; format?: 'csv' | 'pdf' };

function exporting(
  flow: TestStudio,
  { kind, from = '2026-01-01', to = '2026-12-31', format = 'csv' }: Asked,
) {
  const folder = join(flow.folder, 'exported');
  mkdirSync(folder, { recursive: true });
  return flow.client.invoices.export({ kind, format, from, to, folder });
}

/** The rows of an exported file by the names of their columns. */
async function rowsOf(flow: TestStudio, asked: Asked): Promise<Record<string, string>[]> {
  const { path, lines } = await exporting(flow, asked);
  const [header = [], ...rows] = parseCsv(readFileSync(path ?? '', 'utf8').slice(1));
  expect(rows).toHaveLength(lines);
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, place) => [header[place] ?? '', cell])),
  );
}

describe('cycles', () => {
  test('add up to the balance, and to what the entries say, after a restart too', async () => {
    const flow = await threeMonths();
    const { cycles, older } = await flow.client.invoices.cycles({ before: null, limit: 12 });
    expect(older).toBeNull();
    expect(cycles.map(({ number, credits, open }) => ({ number, open, ...credits }))).toEqual([
      { number: 3, open: true, opening: 0, granted: 180, charged: 0, lapsed: 0, closing: 180 },
      { number: 2, open: false, opening: 0, granted: 180, charged: 0, lapsed: 180, closing: 0 },
      { number: 1, open: false, opening: 0, granted: 180, charged: 5, lapsed: 175, closing: 0 },
    ]);
    expect(cycles[2]).toMatchObject({ planName: 'Personal', cents: 2_000, unpriced: 1 });
    expect(cycles[2]?.lines.map(({ kind, cents }) => [kind, cents])).toEqual([
      ['plan', null],
      ['units', 2_000],
    ]);
    const again = await restart(flow);
    expect(await again.client.invoices.cycles({ before: null, limit: 12 })).toEqual({
      cycles,
      older,
    });
    expect(await again.client.invoices.cycles({ before: 3, limit: 1 })).toEqual({
      cycles: [cycles[1]],
      older: 2,
    });
  });
  test('there is none before a plan', async () => {
    const flow = await openFlow();
    expect(await flow.client.invoices.cycles({ before: null, limit: 5 })).toEqual({
      cycles: [],
      older: null,
    });
  });
});

describe('the exported statement', () => {
  test('has every entry of its days and adds up as the cycle does', async () => {
    const flow = await threeMonths();
    const rows = await rowsOf(flow, { kind: 'statement' });
    const { number } = flow.studio.ports.ledger.tip() ?? { number: 0 };
    expect(rows.map((row) => row['Entry number'])).toEqual(
      Array.from({ length: number }, (_, place) => String(place + 1)),
    );
    const sumOf = (what: string) =>
      rows
        .filter((row) => row['What happened'] === what)
        .reduce((sum, row) => sum + Number(row['Credits']), 0);
    expect({
      granted: sumOf('granted'),
      charged: sumOf('charged'),
      lapsed: sumOf('lapsed'),
    }).toEqual({
      granted: 540,
      charged: 5,
      lapsed: 355,
    });
    const charge = rows.find((row) => row['What happened'] === 'charged');
    expect(charge).toMatchObject({
      Wallet: 'seat-1',
      'Source of the credits': 'plan',
      Prompt: 'a fox in the snow',
    });
    expect(charge?.['When (Europe/Berlin)']).toBe('2026-01-31T23:30:00.000+01:00');
  });
  test('takes days where the workspace is, both included', async () => {
    const flow = await threeMonths();
    const numbersOf = async (from: string, to: string) =>
      (await rowsOf(flow, { kind: 'statement', from, to })).map((row) =>
        Number(row['Entry number']),
      );
    const all = await numbersOf('2026-01-01', '2026-12-31');
    const parts = [
      await numbersOf('2026-01-01', '2026-01-31'),
      await numbersOf('2026-02-01', '2026-02-11'),
      await numbersOf('2026-02-12', '2026-12-31'),
    ];
    expect(parts.map((part) => part.length > 0)).toEqual([true, true, true]);
    expect(parts.flat()).toEqual(all);
    // In Berlin the order was placed a quarter past midnight.
    expect(await numbersOf('2026-02-10', '2026-02-10')).toEqual([]);
    expect(await numbersOf('2026-02-11', '2026-02-11')).toEqual(parts[1]);
    expect(await numbersOf('1999-01-01', '2000-01-01')).toEqual([]);
  });
  test('a prompt that is a formula is text', async () => {
    const flow = await openFlow({ caller: 'terminal' });
    await flow.client.workspace.begin(personal);
    await submit(flow, { request: { prompt: '=cmd|"/C calc"!A0\n@x' } });
    const rows = await rowsOf(flow, { kind: 'statement' });
    expect(rows.at(-1)?.['Prompt']).toBe(`'=cmd|"/C calc"!A0 @x`);
  });
});

describe('the other exports', () => {
  test('invoices: every line, whose prices add up', async () => {
    const flow = await threeMonths();
    const rows = await rowsOf(flow, { kind: 'invoices' });
    const { cycles } = await flow.client.invoices.cycles({ before: null, limit: 12 });
    const lines = cycles.toReversed().flatMap((cycle) => cycle.lines);
    expect(rows.map((row) => row['Line'])).toEqual(lines.map(({ id }) => id));
    const price = 'Price of all (US dollars; empty: not on the card)';
    const sum = rows.reduce((total, row) => total + Number(row[price]) * 100, 0);
    expect(sum).toBe(cycles.reduce((total, cycle) => total + cycle.cents, 0));
    expect(rows.find((row) => row['What was billed'] === 'add-on units')).toMatchObject({
      Quantity: '2',
      [price]: '20.00',
    });
  });
  test('usage: credits by day', async () => {
    const flow = await threeMonths();
    const rows = await rowsOf(flow, { kind: 'usage' });
    expect(rows.map((row) => [row['Day'], row['Outputs'], row['Credits charged']])).toEqual([
      ['2026-01-31', '3', '3'],
      ['2026-02-11', '2', '2'],
    ]);
  });
  test('the seat is told by its name, and its id', async () => {
    const flow = await openFlow({ caller: 'terminal' });
    await flow.client.workspace.begin({ ...personal, planId: 'team', seats: 1 });
    await flow.client.plan.order({
      orderId: randomUUID(),
      wish: { kind: 'add-seat', seat: null, name: '=Ada' },
      accepted: null,
    });
    const wallets = (await rowsOf(flow, { kind: 'statement' })).map((row) => row['Wallet']);
    expect(wallets).toContain("'=Ada (seat-2)");
  });
});

describe('where a file goes', () => {
  test('it is named after what it is and of which days, and overwrites nothing', async () => {
    const flow = await threeMonths();
    const asked = { kind: 'invoices', from: '2026-01-01', to: '2026-03-31' } as const;
    const first = await exporting(flow, asked);
    const second = await exporting(flow, asked);
    expect([first, second].map(({ path }) => basename(path ?? ''))).toEqual([
      'tally-invoices-2026-01-01-to-2026-03-31.csv',
      'tally-invoices-2026-01-01-to-2026-03-31 (2).csv',
    ]);
    expect(readdirSync(join(flow.folder, 'exported'))).toHaveLength(2);
  });
  test('a page can’t name a folder, and a dismissed dialog writes nothing', async () => {
    const flow = await threeMonths({ caller: 'page' });
    expect(await refusalOf(exporting(flow, { kind: 'usage' }))).toEqual({
      code: 'folder-not-allowed',
    });
    const span = { from: '2026-01-01', to: '2026-01-31' };
    const dismissed = flow.client.invoices.export({
      kind: 'usage',
      format: 'csv',
      ...span,
      folder: null,
    });
    expect(await dismissed).toEqual({ path: null, lines: 0 });
  });
});

describe('what can’t be exported', () => {
  test('days that end before they start', async () => {
    const flow = await threeMonths();
    const asked = { kind: 'statement', from: '2026-02-02', to: '2026-02-01' } as const;
    expect(await refusalOf(exporting(flow, asked))).toEqual({
      code: 'span-invalid',
      from: asked.from,
      to: asked.to,
    });
  });
  test.each(['2026-02-30', '2026-13-01', 'today', '', '../../2026-01-01', '2026-01-01T00:00:00Z'])(
    'the day %j, which is none',
    async (from) => {
      const flow = await threeMonths();
      await expect(exporting(flow, { kind: 'statement', from })).rejects.toThrow();
    },
  );
  test('anything before a plan', async () => {
    const flow = await openFlow({ caller: 'terminal' });
    expect(await refusalOf(exporting(flow, { kind: 'invoices' }))).toEqual({
      code: 'workspace-not-begun',
    });
  });
  test('PDF where nothing can be printed', async () => {
    const flow = await threeMonths();
    expect(await refusalOf(exporting(flow, { kind: 'invoices', format: 'pdf' }))).toMatchObject({
      code: 'print-failed',
    });
  });
});

describe('PDF', () => {
  /** A client whose printer keeps what it is given and prints it as it is. */
  function printing(flow: TestStudio) {
    const pages: PrintedPage[] = [];
    const studio = {
      ...flow.studio,
      printPdf: async (page: PrintedPage) => {
        pages.push(page);
        return { kind: 'printed', bytes: Buffer.from(page.html) } as const;
      },
    };
    const client = createRouterClient(router, { context: { studio, caller: 'terminal' } });
    return { pages, flow: { ...flow, client } };
  }

  test.each<ExportKind>(['statement', 'invoices', 'usage'])(
    '%s: the same lines, and what they add up to',
    async (kind) => {
      const { pages, flow } = printing(await threeMonths());
      const csv = await rowsOf(flow, { kind });
      const { path, lines } = await exporting(flow, { kind, format: 'pdf' });
      expect(lines).toBe(csv.length);
      expect(path).toMatch(/\.pdf$/);
      expect(pages).toHaveLength(1);
      expect(pages[0]?.html.match(/<tr>/g)).toHaveLength(lines + 1);
      expect(readFileSync(path ?? '', 'utf8')).toBe(pages[0]?.html);
    },
  );
  test('the totals of a statement are those of its entries', async () => {
    const { pages, flow } = printing(await threeMonths());
    await exporting(flow, { kind: 'statement', format: 'pdf' });
    await exporting(flow, {
      kind: 'statement',
      format: 'pdf',
      from: '2026-02-01',
      to: '2026-02-28',
    });
    const totalsOf = (page: PrintedPage | undefined) =>
      [...(page?.html ?? '').matchAll(/Credits ([\w ]+)<\/dt><dd>([\d,]+)</g)].map(
        ([, name, value]) => `${name} ${value}`,
      );
    expect(pages.map(totalsOf)).toEqual([
      ['at the start 0', 'granted 540', 'charged 5', 'lapsed 355', 'at the end 180'],
      ['at the start 57', 'granted 300', 'charged 2', 'lapsed 175', 'at the end 180'],
    ]);
  });
  test('more than anybody prints is refused before it is made, and CSV takes it', async () => {
    const clock = frozenClock('2026-01-31T22:30:00Z');
    const { pages, flow } = printing(await openFlow({ caller: 'terminal', clock }));
    await flow.client.workspace.begin({ ...personal, planId: 'team', seats: 500 });
    clock.set('2026-12-30T00:00:00Z');
    const refusal = await refusalOf(exporting(flow, { kind: 'statement', format: 'pdf' }));
    expect(refusal).toMatchObject({ code: 'export-too-long', limit: mostPrintedLines });
    expect(pages).toEqual([]);
    const { lines } = await exporting(flow, { kind: 'statement' });
    expect(lines).toBeGreaterThan(mostPrintedLines);
  });
});

test('every export of a test workspace is marked, in its name and in it', async () => {
  const flow = await openFlow({
    caller: 'terminal',
    testClock: parseInstant('2030-01-15T12:00:00Z'),
  });
  await flow.client.workspace.begin(personal);
  await flow.client.clock.advance({ to: Date.parse('2031-01-15T12:00:00Z') });
  for (const kind of ['statement', 'invoices', 'usage'] as const) {
    const { path } = await exporting(flow, { kind, from: '2030-01-01', to: '2031-12-31' });
    expect(basename(path ?? '')).toBe(`tally-test-${kind}-2030-01-01-to-2031-12-31.csv`);
    const [header] = parseCsv(readFileSync(path ?? '', 'utf8').slice(1));
    expect(header?.[0]).toBe('TEST WORKSPACE (its clock is made up)');
  }
});
