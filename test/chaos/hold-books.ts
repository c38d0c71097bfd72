import type { Database } from '../../src-main/store/sqlite';

type HoldLine = {
  readonly job: string;
  readonly state: string | null;
  readonly isHeld: number;
  readonly price: number;
  readonly seat: string;
  readonly lot: string;
  readonly wallet: string;
  readonly net: number;
};

/** What each job has on hold in each lot: what was held and neither charged nor given back. */
const holdLines = `
  select entry.job, job.state, job.held as isHeld, job.price, batch.seat, entry.lot, entry.wallet,
    sum(case entry.kind when 'hold' then entry.credits else -entry.credits end) as net
  from entry left join job on job.id = entry.job left join batch on batch.id = job.batch
  where entry.job is not null
  group by entry.job, entry.lot having net <> 0`;

const open = new Set(['waiting', 'running', 'unknown']);

/** Whether each hold belongs to a job that is not over, is its whole price, and of a wallet that its seat may spend. */
export function holdProblems(database: Database): string[] {
  const holds = database.prepare<[], HoldLine>(holdLines).all();
  const problems: string[] = [];
  const heldBy = new Map<string, number>();
  for (const { job, state, isHeld, seat, lot, wallet, net } of holds) {
    const isOpen = state !== null && open.has(state) && isHeld === 1;
    if (!isOpen) problems.push(`${job} (${state}) still has ${net} of ${lot} on hold`);
    if (net < 0) problems.push(`${job} gave back ${-net} more of ${lot} than it held`);
    if (wallet !== 'pool' && wallet !== seat) problems.push(`${job} of ${seat} holds ${lot}`);
    heldBy.set(job, (heldBy.get(job) ?? 0) + net);
  }
  const jobs = database
    .prepare<[], Pick<HoldLine, 'state' | 'isHeld' | 'price'> & { id: string }>(
      'select id, state, held as isHeld, price from job where ended_at is null',
    )
    .all();
  for (const { id, state, isHeld, price } of jobs) {
    const due = isHeld === 1 ? price : 0;
    const held = heldBy.get(id) ?? 0;
    if (held !== due) problems.push(`${id} (${state}) has ${held} on hold, not ${due}`);
    if (isHeld === 0 && state !== 'waiting') problems.push(`${id} is ${state} without a hold`);
  }
  return problems;
}

/** Lots of which something is left though their time is over; `ends` are the ends of plans, `position` is now. */
export function lapseProblems(
  database: Database,
  position: number,
  ends: readonly number[],
): string[] {
  const overdue = database
    .prepare<[number], string>('select id from lot where available > 0 and expires_at <= ?')
    .pluck()
    .all(position);
  const ended = database
    .prepare<[number], string>(
      "select id from lot where available > 0 and source <> 'pack' and starts_at < ?",
    )
    .pluck()
    .all(Math.max(Number.MIN_SAFE_INTEGER, ...ends));
  return [
    ...overdue.map((id) => `lot ${id} did not lapse on its date`),
    ...ended.map((id) => `lot ${id} did not lapse with its plan`),
  ];
}

/** Lots that are not what their entries make of them. */
export function lotProblems(database: Database): string[] {
  const told = `
    select lot,
      sum(case when kind = 'grant' then credits else 0 end) as granted,
      sum(case kind when 'hold' then credits when 'charge' then -credits when 'release' then -credits else 0 end) as held,
      sum(case when kind = 'charge' then credits else 0 end) as spent,
      sum(case when kind = 'expire' or released_to = 'expired' then credits else 0 end) as expired
    from entry group by lot`;
  const lots = database
    .prepare<[], string>(
      `select coalesce(lot.id, told.lot) from lot full outer join (${told}) as told on told.lot = lot.id
       where lot.id is null or told.lot is null or lot.available < 0 or lot.held < 0
         or lot.granted <> lot.available + lot.held + lot.spent + lot.expired
         or lot.granted <> told.granted or lot.held <> told.held
         or lot.spent <> told.spent or lot.expired <> told.expired
         or lot.live <> (lot.available + lot.held > 0)`,
    )
    .pluck()
    .all();
  return lots.map((id) => `lot ${id} is not what its entries make of it`);
}
