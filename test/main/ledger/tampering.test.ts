import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noHash } from '../../../src-main/ledger/chain';
import { checkNewestEntries } from '../../../src-main/ledger/check-newest-entries';
import { hashEntry } from '../../../src-main/ledger/entry-hash';
import type { EntryRow } from '../../../src-main/store/schema';
import type { Entry } from '../../../src-shared/billing/lots/entry';
import { playStory } from '../../helpers/ledger-story';
import { TestLedger } from '../../helpers/test-ledger';

// Every kind of entry, two wallets, credit released in time and too late, a partial charge.
const story: readonly Entry[] = playStory(`
   0 | grant base 16 until 30         | spendable 16
   0 | grant add-on 9 until 30 pool   | spendable 25
   1 | hold fox 5, owl 14             | spendable 6
   2 | charge fox                     | base 0 11 5 0
   3 | hold elk 2                     | spendable 4
   4 | release elk                    | spendable 6
   5 | hold hen 3                     | spendable 3
   6 | charge hen 1                   | spendable 5
  30 | expire                         | spendable 0
  31 | release owl                    | spendable 0
`);

const columns = [
  ...['number', 'id', 'kind', 'lot', 'wallet', 'credits', 'at', 'cause_json', 'released_to'],
  ...['terms_json', 'job', 'available_after', 'held_after', 'hash'],
] as const;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await TestLedger.open();
  ledger.post(story);
});
afterAll(() => ledger.remove());

type Run = (sql: string, ...values: unknown[]) => void;

/** Lets a forger at the file, who minds no trigger and no check, then asks what is found. */
function afterForgery<Found>(forge: (run: Run) => void, find: () => Found): Found {
  return ledger.tryOut(() => {
    ledger.database.exec(
      `drop trigger entry_refuses_update; drop trigger entry_refuses_delete;
       pragma ignore_check_constraints = on`,
    );
    try {
      forge((sql, ...values) => void ledger.database.prepare(sql).run(...values));
      return find();
    } finally {
      ledger.database.exec('pragma ignore_check_constraints = off');
    }
  });
}

/** What `verify` says after a forgery. */
const verified = (forge: (run: Run) => void) => afterForgery(forge, () => ledger.verify().kind);

/** Gives a forger's new value to a column of an entry; false when SQLite can't even write it. */
function alter(column: string, row: EntryRow, value: unknown, find: () => void): boolean {
  try {
    const sql = `update entry set ${column} = ? where number = ?`;
    afterForgery((run) => run(sql, value, row.number), find);
    return true;
  } catch (error) {
    if (String(error).includes('UNIQUE constraint failed')) return false;
    throw error;
  }
}

/** Every value that differs from `value` in one byte (one bit of a number, or being there at all). */
function alterations(value: unknown): unknown[] {
  if (value === null) return ['', 'x', 0];
  if (typeof value === 'number') {
    const bits = Array.from({ length: 43 }, (_, bit) => 2 ** bit);
    return bits.map((bit) => (Math.floor(value / bit) % 2 === 0 ? value + bit : value - bit));
  }
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
  const altered = [...bytes.keys()].map((place) => {
    const copy = Buffer.from(bytes);
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  });
  const all = [
    ...altered,
    bytes.subarray(1),
    bytes.subarray(0, -1),
    Buffer.concat([bytes, bytes.subarray(0, 1)]),
  ];
  return Buffer.isBuffer(value) ? all : all.map((copy) => copy.toString());
}

test('the ledger that is tampered with here is sound and has every kind of entry', () => {
  expect(ledger.verify()).toMatchObject({ kind: 'sound', entries: story.length });
  expect(new Set(story.map((entry) => entry.kind)).size).toBe(5);
  expect(story.some((entry) => entry.kind === 'release' && entry.to === 'expired')).toBe(true);
  expect(Object.keys(ledger.snapshot().entries[0] ?? {})).toEqual(columns);
});

describe('one byte of any entry altered is found', () => {
  test.each(columns)('%s', (column) => {
    let written = 0;
    for (const row of ledger.snapshot().entries) {
      for (const value of alterations(row[column])) {
        const told = `entry ${row.number}: ${column} = ${String(value)}`;
        const find = () => expect(ledger.verify().kind, told).toBe('broken');
        if (alter(column, row, value, find)) written += 1;
      }
    }
    expect(written).toBeGreaterThan(story.length);
  });
  test('a hash that became a text', () => {
    for (const row of ledger.snapshot().entries) {
      const text = Buffer.from(row.hash).toString('hex');
      alter('hash', row, text, () => expect(ledger.verify().kind).toBe('broken'));
    }
  });
  test.each(columns)('%s, also by the quick look at every start', (column) => {
    for (const row of ledger.snapshot().entries) {
      const [value] = alterations(row[column]);
      alter(column, row, value, () => expect(checkNewestEntries(ledger.database)).not.toBeNull());
    }
  });
  test('the quick look finds nothing where nothing was done', () =>
    expect(checkNewestEntries(ledger.database)).toBeNull());
});

describe('a forger who makes hashes anew is found', () => {
  /** Gives entry `from` and, unless told to stop there, all after it the hash that they should have. */
  const rehash = (run: Run, from: number, to = story.length) => {
    let previous: Uint8Array = noHash;
    for (const { hash, ...row } of ledger.snapshot().entries) {
      const due = row.number >= from && row.number <= to;
      previous = due ? hashEntry(row, previous) : hash;
      if (due) run('update entry set hash = ? where number = ?', previous, row.number);
    }
  };
  test.each(story.slice(1).map((_, index) => index + 1))(
    'entry %i with its own hash, for the next one hangs on it',
    (number) =>
      expect(
        verified((run) => {
          run("update entry set cause_json = '{}' where number = ?", number);
          rehash(run, number, number);
        }),
      ).toBe('broken'),
  );
  test.each([
    ['more credit granted', 'update entry set credits = credits + 1 where number = 1'],
    ['less charged', "update entry set credits = credits - 1 where kind = 'charge'"],
    ['a charge that became a release', "update entry set kind = 'release' where number = 6"],
    ['a late release that came back', "update entry set released_to = 'available'"],
    ['another wallet', "update entry set wallet = 'pool' where number = 3"],
    ['another lot', "update entry set lot = 'add-on' where number = 3"],
    ['a lot of nobody', "update entry set lot = 'nobody' where number = 3"],
    ['a grant without terms', 'update entry set terms_json = null where number = 1'],
    ['another running balance', 'update entry set available_after = available_after + 1'],
    ['another running hold', 'update entry set held_after = held_after + 1'],
  ])('%s, with every hash from there on', (_, sql) =>
    expect(
      verified((run) => {
        run(sql);
        rehash(run, 1);
      }),
    ).toBe('broken'),
  );
});

describe('entries that vanish, come from nowhere, or change places are found', () => {
  const numbers = story.map((_, index) => index + 1);
  const shift = (run: Run, from: number, by: number) => {
    // By way of large numbers, so that no two rows ever share one.
    run('update entry set number = number + 1000000 where number >= ?', from);
    run('update entry set number = number - 1000000 + ? where number >= 1000000', by);
  };
  test.each(numbers)('entry %i deleted', (number) =>
    expect(verified((run) => run('delete from entry where number = ?', number))).toBe('broken'),
  );
  test.each(numbers)('entry %i deleted and the gap closed', (number) =>
    expect(
      verified((run) => {
        run('delete from entry where number = ?', number);
        shift(run, number, -1);
      }),
    ).toBe('broken'),
  );
  test.each(numbers.slice(1))('entry %i and the one before it swapped', (number) =>
    expect(
      verified((run) => {
        run('update entry set number = 1000000 where number = ?', number);
        run('update entry set number = ? where number = ?', number, number - 1);
        run('update entry set number = ? where number = 1000000', number - 1);
      }),
    ).toBe('broken'),
  );
  const names = columns.slice(2).join(', ');
  const copy = (run: Run, of: number, to: number) =>
    run(
      `insert into entry (number, id, ${names}) select ?, 'forged', ${names} from entry where number = ?`,
      to,
      of,
    );
  test.each(numbers)('a copy of entry %i at the end', (number) =>
    expect(verified((run) => copy(run, number, story.length + 1))).toBe('broken'),
  );
  test.each(numbers)('a copy of entry %i right after it', (number) =>
    expect(
      verified((run) => {
        shift(run, number + 1, 1);
        copy(run, number, number + 1);
      }),
    ).toBe('broken'),
  );
  test.each([0, -1, -1_000_000])('an entry before the first, at number %i', (number) =>
    expect(verified((run) => copy(run, 3, number))).toBe('broken'),
  );
});

describe('balances that were made up are found', () => {
  const lotColumns = [
    ...['wallet', 'wallet_kind', 'source', 'starts_at', 'expires_at', 'granted', 'available'],
    ...['held', 'spent', 'expired', 'live'],
  ] as const;
  test.each(lotColumns)("a lot's %s", (column) => {
    for (const lot of ledger.snapshot().lots) {
      const forged = typeof lot[column] === 'number' ? lot[column] + 1 : `${lot[column]}x`;
      expect(
        verified((run) => run(`update lot set ${column} = ? where id = ?`, forged, lot.id)),
        lot.id,
      ).toBe('broken');
    }
  });
  test.each([
    [
      'a lot that nobody granted',
      "insert into lot select 'x', wallet, wallet_kind, source, starts_at, expires_at, granted, available, held, spent, expired, live from lot limit 1",
    ],
    ['a lot that vanished', 'delete from lot where id = (select min(id) from lot)'],
  ])('%s', (_, sql) => expect(verified((run) => run(sql))).toBe('broken'));
});

describe('the database itself refuses to change what is written', () => {
  test.each([
    ['update', 'update entry set credits = 1 where number = 1'],
    ['an update that changes nothing', 'update entry set credits = credits'],
    ['delete', 'delete from entry where number = 1'],
    ['delete of all', 'delete from entry'],
    [
      'replace by number',
      "insert or replace into entry select 1, 'forged', kind, lot, wallet, credits, at, cause_json, released_to, terms_json, job, available_after, held_after, hash from entry where number = 1",
    ],
    [
      'replace by id',
      'insert or replace into entry select 1000, id, kind, lot, wallet, credits, at, cause_json, released_to, terms_json, job, available_after, held_after, hash from entry where number = 1',
    ],
    [
      'upsert',
      'insert into entry select * from entry where number = 1 on conflict do update set credits = 1',
    ],
  ])('%s', (_, sql) => {
    const before = ledger.snapshot();
    ledger.tryOut(() => {
      expect(() => ledger.database.prepare(sql).run()).toThrow(/append-only/);
      expect(ledger.snapshot()).toEqual(before);
    });
  });
});
