import { afterEach, describe, expect, test } from 'vitest';
import { type CycleReader, prepareCycles } from '../../../src-main/billing-clock/cycle-statements';
import { prepareInvoices } from '../../../src-main/billing-clock/invoice-store';
import { prepareToRewind } from '../../../src-main/ledger/rewind-lots';
import { write } from '../../../src-main/store/write';
import { instant } from '../../../src-shared/billing/instant';
import type { CycleStatement } from '../../../src-shared/contract/invoices';
import { BillingLife } from '../../helpers/billing-life';
import { aiStudios } from '../../helpers/cards';
import { TestLedger } from '../../helpers/test-ledger';
import { historyOf } from '../../independent/histories';
import type { Operation } from '../../independent/operations';

const ledgers: TestLedger[] = [];
afterEach(() => {
  for (const ledger of ledgers.splice(0)) ledger.remove();
});

/** A life of which all is kept in a real ledger, and what reads its cycles. */
type KeptLife = { readonly life: BillingLife; readonly cycles: CycleReader; keep(): void };

async function keptLife(options: ConstructorParameters<typeof BillingLife>[0]): Promise<KeptLife> {
  const ledger = await TestLedger.open();
  ledgers.push(ledger);
  const { database, read } = ledger;
  const life = new BillingLife(options);
  const invoices = prepareInvoices(database);
  const plans = { invoices, account: () => life.account };
  const cycles = prepareCycles({
    database,
    plans,
    ledger: read,
    rewind: prepareToRewind(database),
  });
  let [entries, lines] = [0, 0];
  const keep = () => {
    ledger.post(life.entries.slice(entries));
    write(database, () => invoices.add(life.lines.slice(lines)));
    [entries, lines] = [life.entries.length, life.lines.length];
  };
  return { life, cycles, keep };
}

function pageOf({ life, cycles }: KeptLife, before: number | null = null, limit = 10_000) {
  const work = cycles.page(life.now, { before, limit });
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Every cycle, oldest first. */
function allOf(kept: KeptLife): CycleStatement[] {
  return pageOf(kept).cycles.toReversed();
}

const berlin = {
  card: aiStudios,
  timeZone: 'Europe/Berlin',
  startsAt: Date.parse('2026-01-31T09:00:00Z'),
};

async function lived(operations: readonly Operation[]): Promise<KeptLife> {
  const kept = await keptLife(berlin);
  for (const operation of operations) expect(kept.life.apply(operation)).toBe('accepted');
  kept.keep();
  return kept;
}

const choice = { planId: 'personal', cadence: 'monthly', seats: 1, contract: null } as const;
const start: Operation = { kind: 'start-plan', choice };
const until = (iso: string): Operation => ({ kind: 'advance', to: Date.parse(iso) });
const submit = (job: string, price: number): Operation => ({
  kind: 'submit',
  job,
  seat: 'seat-1',
  price,
});
const begin = (job: string): Operation => ({ kind: 'begin', job });
const deliver = (job: string): Operation => ({ kind: 'deliver', job });

describe('a cycle adds up', () => {
  test('A8 what lapses at its end belongs to it, what is granted then to the next', async () => {
    const kept = await lived([
      start,
      submit('a', 10),
      begin('a'),
      deliver('a'),
      until('2026-02-28T09:00:00Z'),
    ]);
    expect(allOf(kept)).toMatchObject([
      {
        number: 1,
        subscription: 'subscription-1',
        planName: 'Personal',
        open: false,
        credits: { opening: 0, granted: 60, charged: 10, lapsed: 50, closing: 0 },
      },
      {
        number: 2,
        open: true,
        cycle: { endsAt: Date.parse('2026-03-31T08:00:00Z') },
        credits: { opening: 0, granted: 60, charged: 0, lapsed: 0, closing: 60 },
      },
    ]);
  });
  test('what a running job holds across the end is carried over and charged where it is delivered', async () => {
    const kept = await lived([
      start,
      submit('a', 10),
      begin('a'),
      until('2026-03-01T00:00:00Z'),
      deliver('a'),
    ]);
    expect(allOf(kept).map(({ credits }) => credits)).toMatchObject([
      { opening: 0, granted: 60, charged: 0, lapsed: 50, closing: 10 },
      { opening: 10, granted: 60, charged: 10, lapsed: 0, closing: 60 },
    ]);
  });
  test('what is given back after its date lapses where it is given back', async () => {
    const kept = await lived([
      start,
      submit('a', 10),
      begin('a'),
      until('2026-03-01T00:00:00Z'),
      { kind: 'fail', job: 'a' },
    ]);
    expect(allOf(kept).map(({ credits }) => credits)).toMatchObject([
      { lapsed: 50, closing: 10 },
      { opening: 10, granted: 60, lapsed: 10, closing: 60 },
    ]);
  });
  test('the hold of a waiting job lapses with the cycle, although it is held anew after the grant', async () => {
    const kept = await lived([start, submit('a', 10), until('2026-02-28T09:00:00Z')]);
    expect(allOf(kept).map(({ credits }) => credits)).toMatchObject([
      { granted: 60, lapsed: 60, closing: 0 },
      { opening: 0, granted: 60, lapsed: 0, closing: 60 },
    ]);
  });
  test('A10, A11 units are billed in their cycle, a price that is not on the card is counted apart', async () => {
    const kept = await lived([
      start,
      { kind: 'buy-units', addOnId: 'personal-unit', count: 2, seat: 'seat-1' },
    ]);
    expect(allOf(kept)).toMatchObject([
      {
        lines: [{ kind: 'plan' }, { kind: 'units', cents: 2_000 }],
        cents: 2_000,
        unpriced:
          aiStudios.plans.find(({ id }) => id === 'personal')?.monthly?.priceCents === null ? 1 : 0,
        credits: { granted: 180 },
      },
    ]);
  });
});

describe('time without a plan', () => {
  const ended: Operation[] = [start, { kind: 'end-plan' }, until('2026-03-10T00:00:00Z')];

  test('A13 follows the last cycle, is open and ends now', async () => {
    const kept = await lived(ended);
    const [cycle, gap] = allOf(kept);
    expect(cycle).toMatchObject({ open: false, credits: { lapsed: 60, closing: 0 } });
    expect(gap).toMatchObject({
      number: 2,
      subscription: null,
      planName: 'No plan',
      open: true,
      lines: [],
      cents: 0,
      cycle: { startsAt: cycle?.cycle.endsAt, endsAt: kept.life.now },
    });
  });
  test('lies between two plans, and keeps its number', async () => {
    const kept = await lived([...ended, start]);
    expect(allOf(kept)).toMatchObject([
      { number: 1, subscription: 'subscription-1' },
      { number: 2, subscription: null, open: false, cycle: { endsAt: kept.life.now } },
      {
        number: 3,
        subscription: 'subscription-2',
        open: true,
        credits: { opening: 0, granted: 60 },
      },
    ]);
  });
  test('a plan that starts at the very end of another leaves none', async () => {
    const end = '2026-02-28T09:00:00Z';
    const kept = await lived([start, { kind: 'end-plan' }, until(end), start]);
    expect(
      allOf(kept).map(({ subscription, credits }) => [
        subscription,
        credits.lapsed,
        credits.granted,
      ]),
    ).toEqual([
      ['subscription-1', 60, 60],
      ['subscription-2', 0, 60],
    ]);
  });
});

test('an upgrade is billed in the running cycle, which is called by the new plan', async () => {
  const team = { kind: 'change-plan', choice: { ...choice, planId: 'team' } } as const;
  const kept = await lived([start, until('2026-02-10T00:00:00Z'), team]);
  expect(allOf(kept)).toMatchObject([
    { planName: 'Team', lines: [{ kind: 'plan' }, { kind: 'upgrade' }], credits: { granted: 150 } },
  ]);
});

test('before the first plan there is no cycle', async () => {
  expect(pageOf(await lived([]))).toEqual({ cycles: [], older: null });
});

test('pages are the same cycles as all at once', async () => {
  const kept = await lived([start, until('2027-03-01T00:00:00Z')]);
  const all = pageOf(kept).cycles;
  const paged: CycleStatement[] = [];
  let before: number | null = null;
  do {
    const page: ReturnType<typeof pageOf> = pageOf(kept, before, 4);
    paged.push(...page.cycles);
    before = page.older;
  } while (before !== null);
  expect(all).toHaveLength(14);
  expect(paged).toEqual(all);
});

describe.each([1, 2, 3, 4, 5, 6])(
  'statement totals equal entries, over random lives (%i)',
  (part) => {
    test.each(Array.from({ length: 20 }, (_, index) => part * 1_000 + index))(
      'seed %i',
      async (seed) => {
        const { operations, ...options } = historyOf(seed);
        const kept = await keptLife(options);
        const { life } = kept;
        const inSteps: CycleStatement[][] = [];
        operations.forEach((operation, index) => {
          life.apply(operation);
          if (index % 9 !== 0) return;
          kept.keep();
          inSteps.push(allOf(kept));
        });
        kept.keep();
        const statements = allOf(kept);
        expectTiled(statements, life);
        for (const statement of statements) expectEntries(statement, life);
        // A cycle that was over stays as it was told.
        for (const before of inSteps) {
          const over = before.filter(({ open, cycle }) => !open && cycle.endsAt < life.now);
          expect(statements.slice(0, over.length)).toEqual(over);
        }
        const fresh = { ...kept, cycles: await freshReader(kept) };
        expect(allOf(fresh)).toEqual(statements);
      },
    );
  },
);

/** One that has remembered nothing. */
async function freshReader({ life }: KeptLife): Promise<CycleReader> {
  const again = await keptLife({ ...berlin });
  again.life.entries.push(...life.entries);
  again.life.lines.push(...life.lines);
  again.life.account = life.account;
  again.keep();
  return again.cycles;
}

/** They are all of the time, one after the other, and each opens with what the one before left. */
function expectTiled(statements: readonly CycleStatement[], life: BillingLife): void {
  let [end, left] = [life.orders[0]?.at ?? life.now, 0];
  statements.forEach(({ number, cycle, credits, open }, index) => {
    const { opening, granted, charged, lapsed, closing } = credits;
    expect([number, cycle.startsAt, opening]).toEqual([index + 1, end, left]);
    expect(opening + granted - charged - lapsed).toBe(closing);
    expect(open).toBe(index === statements.length - 1);
    [end, left] = [cycle.endsAt, closing];
  });
  const now = [...life.lots.values()].reduce((sum, lot) => sum + lot.available + lot.held, 0);
  expect(left).toBe(now);
  expect(end).toBeGreaterThanOrEqual(life.now);
  expect(statements.flatMap(({ lines }) => lines)).toEqual(life.lines);
}

function expectEntries(
  { cycle, open, credits, lines, cents, unpriced }: CycleStatement,
  life: BillingLife,
): void {
  const { startsAt } = cycle;
  const endsAt = open ? instant(8.64e15) : cycle.endsAt;
  const sums = { granted: 0, charged: 0, lapsed: 0 };
  for (const entry of life.entries) {
    const { kind, at } = entry;
    const isIn = startsAt <= at && at < endsAt;
    if (kind === 'grant' && isIn) sums.granted += entry.credits;
    if (kind === 'charge' && isIn) sums.charged += entry.credits;
    const isLapse = kind === 'expire' || (kind === 'release' && entry.to === 'expired');
    if (isLapse && startsAt < at && at <= endsAt) sums.lapsed += entry.credits;
  }
  expect(credits).toMatchObject(sums);
  expect(cents).toBe(lines.reduce((sum, line) => sum + (line.cents ?? 0), 0));
  expect(unpriced).toBe(lines.filter((line) => line.cents === null).length);
}
