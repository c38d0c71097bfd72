import { createHash } from 'node:crypto';
import { noHash } from '../../src-main/ledger/chain';
import type { Database } from '../../src-main/store/sqlite';
import { now, plenty } from './open-ledger';

/**
 * The limit that Tally is held against: bare prepared statements with their values in place, for
 * this one lot and these two kinds of entry. It knows the tip and the totals by heart and reads,
 * plans and checks nothing.
 */
export function handWrittenLedger(database: Database) {
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const insert = database.prepare('insert into entry values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)');
  const updateLot = database.prepare(
    'update lot set available = ?, held = ?, spent = ? where id = ?',
  );
  const lot = plenty.id;
  const wallet = plenty.wallet.id;
  const tip = database
    .prepare<[], { number: number; hash: Uint8Array; available_after: number }>(
      'select number, hash, available_after from entry order by number desc limit 1',
    )
    .get();
  if (tip === undefined) throw new Error('the lot has not been granted');
  let { number, hash } = tip;
  let left: number = plenty.granted;
  let available = tip.available_after;
  let held = 0;
  let spent = 0;

  function append(kind: 'hold' | 'charge', job: string, credits: number): void {
    const id = `${kind}:${job}:${lot}`;
    const cause = `{"kind":"job","job":"${job}"}`;
    number += 1;
    const text = encodeByHand([
      number,
      id,
      kind,
      lot,
      wallet,
      credits,
      now,
      cause,
      null,
      null,
      job,
      available,
      held,
    ]);
    hash = createHash('sha256').update(text).update(hash).digest();
    insert.run(
      number,
      id,
      kind,
      lot,
      wallet,
      credits,
      now,
      cause,
      null,
      null,
      job,
      available,
      held,
      hash,
    );
  }

  return {
    begin: () => begin.run(),
    hold: (job: string, credits: number) => {
      left -= credits;
      available -= credits;
      held += credits;
      append('hold', job, credits);
    },
    charge: (job: string, credits: number) => {
      held -= credits;
      spent += credits;
      append('charge', job, credits);
    },
    commit: () => {
      updateLot.run(left, held, spent, lot);
      commit.run();
    },
  };
}

/** The ledger's encoding of a row's fields, in the order of its columns. */
function encodeByHand(fields: readonly (string | number | null)[]): string {
  let text = '';
  for (const field of fields) {
    if (field === null) {
      text += '-:';
    } else {
      const value = `${field}`;
      text += `${value.length}:${value}`;
    }
  }
  return text;
}

type RawRow = (string | number | null | Uint8Array)[];

/** Reads every entry, in pages as bare arrays, checks its hash, and does nothing else. */
export function hashEveryEntry(database: Database): number {
  const page = database
    .prepare<[number], RawRow>('select * from entry where number > ? order by number limit 5000')
    .raw();
  let previous: Uint8Array = noHash;
  let count = 0;
  for (let rows = page.all(count); rows.length > 0; rows = page.all(count)) {
    for (const row of rows) {
      const stored = row.pop();
      const text = encodeByHand(row as (string | number | null)[]);
      const hash = createHash('sha256').update(text).update(previous).digest();
      if (!(stored instanceof Uint8Array) || !hash.equals(stored)) {
        throw new Error('the chain is broken');
      }
      previous = hash;
      count += 1;
    }
  }
  return count;
}
