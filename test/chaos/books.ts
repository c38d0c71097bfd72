import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerFile } from '../../src-main/store/open-store';
import { type Database, openSqlite } from '../../src-main/store/sqlite';

type JobLine = {
  id: string;
  state: string;
  price: number;
  position: number;
  held: number;
  charges: number;
  charged: number;
  released: number;
  assets: number;
};

/** What a kill left on the disk, told by plain SQL and none of Tally's own code. */
export type Books = {
  /** One sentence for everything that must never be. */
  readonly problems: readonly string[];
  readonly running: number;
  readonly unfinished: number;
  readonly delivered: number;
  readonly charged: number;
  readonly cycles: number;
  /** Every batch that was answered, queued or refused. */
  readonly batches: ReadonlySet<string>;
  /** Content addresses of all delivered files. */
  readonly files: ReadonlySet<string>;
};

/** Reads a copy of a data folder's ledger, so that the next start finds it just as the kill left it. */
export function readBooks(dataFolder: string): Books | null {
  const source = ledgerFile(dataFolder);
  if (!existsSync(source)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tally-books-'));
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(source + suffix)) cpSync(source + suffix, ledgerFile(folder) + suffix);
    }
    const database = openSqlite(ledgerFile(folder));
    try {
      const hasTables = database.prepare("select 1 from sqlite_master where name = 'job'").get();
      return hasTables === undefined ? null : audit(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function audit(database: Database): Books {
  // Ours is a copy: with an index of its own the audit of many kills stays quick.
  database.exec('create index audit_entry_by_job on entry (job)');
  const jobs = database.prepare<[], JobLine>(jobLines).all();
  const problems = [
    ...jobs.flatMap(problemsOf),
    ...orderProblems(jobs),
    ...lotProblems(database),
    ...turnProblems(database),
  ];
  const orphans = database
    .prepare<[], { job: string }>(
      'select distinct entry.job from entry left join job on job.id = entry.job where entry.job is not null and job.id is null',
    )
    .all();
  for (const { job } of orphans) problems.push(`credit moved for ${job}, which does not exist`);
  const assets = database.prepare<[], { sha256: string }>('select sha256 from asset').all();
  const batches = database
    .prepare<[], { id: string }>('select id from batch union select id from refused_batch')
    .all();
  const cycles = database.prepare("select count(*) from entry where kind = 'grant'").pluck().get();
  return {
    problems,
    running: jobs.filter(({ state }) => state === 'running').length,
    unfinished: jobs.filter(({ state }) => unfinished.has(state)).length,
    delivered: assets.length,
    charged: jobs.reduce((sum, { charged }) => sum + charged, 0),
    cycles: Number(cycles),
    batches: new Set(batches.map(({ id }) => id)),
    files: new Set(assets.map(({ sha256 }) => sha256)),
  };
}

/** Jobs in the order in which they were submitted, each with what the ledger says of it. */
const jobLines = `
  select line.id, line.state, line.price, line.position,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'hold') as held,
    (select count(*) from entry where job = line.id and kind = 'charge') as charges,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'charge') as charged,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'release') as released,
    (select count(*) from asset where asset.job = line.id) as assets
  from job as line
  order by (select number from entry where job = line.id and kind = 'hold')`;

const unfinished = new Set(['waiting', 'running', 'unknown']);

function problemsOf(job: JobLine): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(`job ${job.id} (${job.state}): ${what}`);
  };
  const isDone = job.state === 'done';
  expect(job.held === job.price, `${job.held} are held for a price of ${job.price}`);
  expect(job.charged <= job.price, 'it is charged more than its price');
  expect(job.assets === (isDone ? 1 : 0), `it has ${job.assets} pictures`);
  expect(job.charged === (isDone ? job.price : 0), `it is charged ${job.charged}`);
  const givenBack = isDone || unfinished.has(job.state) ? 0 : job.price;
  expect(job.released === givenBack, `${job.released} were given back`);
  return problems;
}

function orderProblems(jobs: readonly JobLine[]): string[] {
  const open = jobs.filter(({ state }) => unfinished.has(state));
  const problems = open
    .filter((job, index) => job.position <= (open[index - 1]?.position ?? Number.NEGATIVE_INFINITY))
    .map(({ id }) => `job ${id} was submitted after one that it now overtakes`);
  const waiting = open.filter(({ state }) => state === 'waiting').map(({ position }) => position);
  const running = open.filter(({ state }) => state === 'running').map(({ position }) => position);
  if (Math.min(...waiting) < Math.max(...running)) problems.push('a job runs out of its turn');
  return problems;
}

function lotProblems(database: Database): string[] {
  const lots = database
    .prepare<[], { id: string }>(
      `select id from lot where available < 0 or held < 0 or granted <> available + held + spent + expired
         or held <> (select coalesce(sum(case kind when 'hold' then credits when 'grant' then 0 when 'expire' then 0 else -credits end), 0)
                     from entry where entry.lot = lot.id)`,
    )
    .all();
  return lots.map(({ id }) => `lot ${id} does not add up`);
}

/** Every turn of the cycle is granted exactly once, and what had lapsed by then is gone with it. */
function turnProblems(database: Database): string[] {
  const { turns, grants } = database
    .prepare<[], { turns: number; grants: number }>(
      `select coalesce((select granted_cycles from workspace), 0) as turns,
         (select count(*) from entry where kind = 'grant') as grants`,
    )
    .get() ?? { turns: 0, grants: 0 };
  const problems = turns === grants ? [] : [`${grants} grants for ${turns} turns of the cycle`];
  const overdue = database
    .prepare<[], { id: string }>(
      'select id from lot where available > 0 and expires_at <= (select max(starts_at) from lot)',
    )
    .all();
  return [...problems, ...overdue.map(({ id }) => `lot ${id} did not lapse with its cycle`)];
}
