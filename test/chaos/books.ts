import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerFile } from '../../src-main/store/open-store';
import { type Database, openSqlite } from '../../src-main/store/sqlite';
import { chainProblems } from './chains';
import { holdProblems, lapseProblems, lotProblems } from './hold-books';
import { followPlans } from './plan-replay';
import { readPlanRows } from './plan-rows';

type JobLine = {
  id: string;
  state: string;
  price: number;
  position: number;
  /** Whether its price is on hold now, and how often it was. */
  isHeld: number;
  holds: number;
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
  /** Waiting jobs that have lost their hold, and jobs whose hold has moved at least once. */
  readonly unheld: number;
  readonly heldAnew: number;
  readonly delivered: number;
  readonly charged: number;
  /** What the delivered pictures cost by the quotes of their jobs. */
  readonly due: number;
  readonly grants: number;
  readonly bills: number;
  /** Every batch that was answered, queued or refused. */
  readonly batches: ReadonlySet<string>;
  /** Every order that was answered, by its id: `placed` with its number, or `refused` with why. */
  readonly orders: ReadonlyMap<string, string>;
  /** Content addresses of all delivered files. */
  readonly files: ReadonlySet<string>;
};

/**
 * Reads the ledger of a data folder, or the backup that was on its way into its place. Null before there is one. While
 * Tally closes, jobs are put back into the queue one by one, and so out of their turn.
 */
export function readBooks(dataFolder: string, isClosing = false): Books | null {
  const ledger = ledgerFile(dataFolder);
  return readBooksOf(existsSync(ledger) ? ledger : `${ledger}.unfinished`, isClosing);
}

/** Reads a copy of a ledger's file, so that the next start finds it just as the kill left it. */
export function readBooksOf(source: string, isClosing = false): Books | null {
  if (!existsSync(source)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tally-books-'));
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(source + suffix)) cpSync(source + suffix, ledgerFile(folder) + suffix);
    }
    const database = openSqlite(ledgerFile(folder));
    try {
      const isWhole = database
        .prepare("select 1 from sqlite_master where name = 'plan_order'")
        .get();
      return isWhole === undefined ? null : audit(database, isClosing);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function audit(database: Database, isClosing: boolean): Books {
  // Ours is a copy: with an index of its own the audit of many kills stays quick.
  database.exec('create index audit_entry_by_job on entry (job)');
  const jobs = database.prepare<[], JobLine>(jobLines).all();
  const rows = readPlanRows(database);
  const plans = followPlans(rows);
  const problems = [
    ...jobs.flatMap(problemsOf),
    ...(isClosing ? [] : queueProblems(jobs)),
    ...chainProblems(database),
    ...plans.problems,
    ...lotProblems(database),
    ...holdProblems(database),
    ...lapseProblems(database, rows.position, plans.ends),
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
  const grants = database.prepare("select count(*) from entry where kind = 'grant'").pluck().get();
  return {
    problems,
    running: jobs.filter(({ state }) => state === 'running').length,
    unfinished: jobs.filter(({ state }) => unfinished.has(state)).length,
    unheld: jobs.filter(({ state, isHeld }) => state === 'waiting' && isHeld === 0).length,
    heldAnew: jobs.filter(({ holds }) => holds > 1).length,
    delivered: assets.length,
    charged: jobs.reduce((sum, { charged }) => sum + charged, 0),
    due: jobs.reduce((sum, { price, assets }) => sum + price * assets, 0),
    grants: Number(grants),
    bills: rows.lines.length,
    orders: answersOf(database),
    batches: new Set(batches.map(({ id }) => id)),
    files: new Set(assets.map(({ sha256 }) => sha256)),
  };
}

/** Jobs in the order in which they were submitted, each with what the ledger says of it. */
const jobLines = `
  select line.id, line.state, line.price, line.position, line.held as isHeld, line.holds,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'hold') as held,
    (select count(*) from entry where job = line.id and kind = 'charge') as charges,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'charge') as charged,
    (select coalesce(sum(credits), 0) from entry where job = line.id and kind = 'release') as released,
    (select count(*) from asset where asset.job = line.id) as assets
  from job as line
  order by (select min(number) from entry where job = line.id and kind = 'hold')`;

const unfinished = new Set(['waiting', 'running', 'unknown']);

function problemsOf(job: JobLine): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(`job ${job.id} (${job.state}): ${what}`);
  };
  const isDone = job.state === 'done';
  const allHolds = job.price * job.holds;
  expect(job.held === allHolds, `${job.held} were held, ${job.holds} times ${job.price}`);
  expect(job.charged <= job.price, 'it is charged more than its price');
  expect(job.assets === (isDone ? 1 : 0), `it has ${job.assets} pictures`);
  expect(job.charged === (isDone ? job.price : 0), `it is charged ${job.charged}`);
  const isOpen = unfinished.has(job.state) && job.isHeld === 1;
  const givenBack = allHolds - (isDone || isOpen ? job.price : 0);
  expect(job.released === givenBack, `${job.released} were given back`);
  return problems;
}

function queueProblems(jobs: readonly JobLine[]): string[] {
  const open = jobs.filter(({ state }) => unfinished.has(state));
  const problems = open
    .filter((job, index) => job.position <= (open[index - 1]?.position ?? Number.NEGATIVE_INFINITY))
    .map(({ id }) => `job ${id} was submitted after one that it now overtakes`);
  // One that lost its hold was overtaken meanwhile, also when it has found credit again.
  const waiting = open
    .filter(({ state, isHeld, holds }) => state === 'waiting' && isHeld === 1 && holds === 1)
    .map(({ position }) => position);
  const running = open.filter(({ state }) => state === 'running').map(({ position }) => position);
  if (Math.min(...waiting) < Math.max(...running)) problems.push('a job runs out of its turn');
  return problems;
}

/** Every order's answer; an id that was both placed and refused has two. */
function answersOf(database: Database): Map<string, string> {
  const answers = database
    .prepare<[], [id: string, answer: string]>(
      `select id, 'placed ' || number from plan_order union all
       select id, 'refused ' || json_extract(refusal_json, '$.code') from refused_order`,
    )
    .raw()
    .all();
  const known = new Map(answers);
  if (known.size < answers.length) throw new Error('an order was both placed and refused');
  return known;
}
