import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Posted, prepareToPost } from '../../src-main/ledger/post-entries';
import { type LedgerReader, prepareToRead } from '../../src-main/ledger/read-ledger';
import { type EntriesVerified, verifyEntries } from '../../src-main/ledger/verify-entries';
import { openStore } from '../../src-main/store/open-store';
import type { EntryRow, LotRow } from '../../src-main/store/schema';
import type { Database } from '../../src-main/store/sqlite';
import { write } from '../../src-main/store/write';
import type { Entry } from '../../src-shared/billing/lots/entry';
import type { Lot } from '../../src-shared/billing/lots/lot';

/** Everything that the ledger of a database says: all three tables, row by row. */
export type Snapshot = {
  readonly entries: readonly EntryRow[];
  readonly lots: readonly LotRow[];
};

/** A ledger on a real file, without jobs, that can be closed and opened again. */
export class TestLedger {
  readonly folder: string;
  readonly database: Database;
  readonly read: LedgerReader;
  private readonly postNow: (entries: readonly Entry[]) => Posted;

  private constructor(folder: string, database: Database) {
    this.folder = folder;
    this.database = database;
    this.read = prepareToRead(database);
    this.postNow = prepareToPost(database);
  }

  /** Opens a ledger in a folder of its own, or the one in `folder`. */
  static async open(folder = mkdtempSync(join(tmpdir(), 'tally-ledger-'))): Promise<TestLedger> {
    const store = await openStore(folder);
    if (store.kind === 'unusable') throw new Error(`the ledger is ${store.reason}`);
    return new TestLedger(folder, store.database);
  }

  async reopen(): Promise<TestLedger> {
    this.database.close();
    return TestLedger.open(this.folder);
  }

  /** Closes the ledger and removes its folder. */
  remove(): void {
    this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  post(entries: readonly Entry[]): Posted {
    return write(this.database, () => this.postNow(entries));
  }

  lots(): ReadonlyMap<string, Lot> {
    return new Map(this.read.liveLots().map((lot) => [lot.id, lot]));
  }

  snapshot(): Snapshot {
    return {
      entries: this.rows<EntryRow>('select * from entry order by number'),
      lots: this.rows<LotRow>('select * from lot order by id'),
    };
  }

  verify(): EntriesVerified {
    const pages = verifyEntries(this.database);
    for (;;) {
      const page = pages.next();
      if (page.done === true) return page.value;
    }
  }

  /** Does `work` to the file and takes all of it back: a way to try many things on one ledger. */
  tryOut<Result>(work: () => Result): Result {
    this.database.exec('begin immediate');
    try {
      return work();
    } finally {
      this.database.exec('rollback');
    }
  }

  private rows<Row>(query: string): Row[] {
    return this.database.prepare<[], Row>(query).all();
  }
}
