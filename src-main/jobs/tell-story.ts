import { credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import { spendableBy } from '../../src-shared/billing/lots/burn-order';
import { type ConsideredLot, consideredLots } from '../../src-shared/billing/lots/considered-lots';
import { type Settled, storySentences } from '../../src-shared/billing/lots/story';
import type { Story } from '../../src-shared/contract/insight';
import type { Job } from '../../src-shared/jobs/job';
import { orderRecordOf } from '../billing-clock/order-record';
import { entryFacts, type StatementWords, statementLine } from '../ledger/statement';
import type { EntryRow } from '../store/schema';
import type { JobPorts } from './job-ports';
import { statementWords } from './statement-words';

export type StoryPorts = Pick<JobPorts, 'jobs' | 'plans' | 'ledger' | 'rewind' | 'lotEntries'>;

/** How many entries of a lot a story tells at most. */
const mostOfLot = 200;
/** More entries than one job can have: a hold of each lot and its end, a few times over. */
const mostOfJob = 10_000;

/** What an entry's job adds to its story; nothing for a grant or a lapse. */
type JobPart = Pick<Story, 'job' | 'considered'> & {
  readonly settled: Settled | null;
  readonly related: readonly EntryRow[];
};

/** The whole story of an entry; yields now and then, for an old one takes long. */
export function* tellStory(ports: StoryPorts, row: EntryRow): Generator<undefined, Story> {
  const { ledger, plans } = ports;
  const words = statementWords(ports);
  const facts = entryFacts(ledger, words, row);
  const { job, considered, settled, related } =
    row.job === null ? yield* partOfLot(ports, row) : yield* partOfJob(ports, words, row, row.job);
  const { cause } = facts.entry;
  const order = cause.kind === 'order' ? plans.orders.order(cause.order) : null;
  const lotNow = ledger.lot(row.lot);
  if (lotNow === null) throw new Error(`the lot ${row.lot} is not kept`);
  return {
    entry: statementLine(ledger, words, row),
    job,
    considered,
    order: order && orderRecordOf(plans, order),
    lot: lotNow,
    related: related.map((each) => statementLine(ledger, words, each)),
    sentences: storySentences({ ...facts, considered, settled, lotNow }),
  };
}

function* partOfLot(
  { ledger, lotEntries }: StoryPorts,
  row: EntryRow,
): Generator<undefined, JobPart> {
  const newest = ledger.tip()?.number ?? row.number;
  const related =
    row.kind === 'grant'
      ? yield* lotEntries.from(row, newest, mostOfLot)
      : yield* lotEntries.upTo(row, mostOfLot);
  return { job: null, considered: [], settled: null, related };
}

function* partOfJob(
  ports: StoryPorts,
  words: StatementWords,
  row: EntryRow,
  id: string,
): Generator<undefined, JobPart> {
  const { ledger, jobs } = ports;
  const job = jobs.job(id);
  const told = words.jobTold(id);
  if (job === null || told === null) throw new Error(`entry ${row.id} is of an unknown job`);
  const related = ledger.entries(Number.MAX_SAFE_INTEGER, mostOfJob, id).reverse();
  const hold = holdOf(related, row);
  return {
    job: {
      prompt: job.request.prompt,
      quote: job.quote,
      modelName: told.facts.modelName,
      state: job.state.kind,
    },
    considered: yield* lotsOf(ports, job, hold),
    settled: endOf(related, hold, row.lot),
    related,
  };
}

/** The hold that an entry of a job is part of, or that it settles: holds are told apart by what ended them. */
function holdOf(related: readonly EntryRow[], row: EntryRow): readonly EntryRow[] {
  const isHold = (place: number) => related[place]?.kind === 'hold';
  let first = related.findIndex(({ number }) => number === row.number);
  while (first >= 0 && !isHold(first)) first -= 1;
  let last = first;
  while (isHold(first - 1)) first -= 1;
  while (isHold(last + 1)) last += 1;
  return related.slice(first, last + 1);
}

/** The lots that could pay right before a hold, and what it took of them. */
function* lotsOf(
  { rewind }: StoryPorts,
  job: Job,
  hold: readonly EntryRow[],
): Generator<undefined, ConsideredLot[]> {
  const [first] = hold;
  if (first === undefined) throw new Error(`the job ${job.id} was never held`);
  const lots = yield* rewind.lotsAfter(first.number - 1);
  const taken = hold.map((row) => ({ lotId: row.lot, credits: credits(row.credits) }));
  return consideredLots(spendableBy(lots, job.seat), taken, instant(first.at));
}

/** What ended a lot's part of a hold: the first entry of its job after it that is none. */
function endOf(
  related: readonly EntryRow[],
  hold: readonly EntryRow[],
  lot: string,
): Settled | null {
  const last = hold.at(-1)?.number ?? 0;
  const end = related.find((row) => row.kind !== 'hold' && row.lot === lot && row.number > last);
  if (end === undefined) return null;
  const given = end.released_to === 'expired' ? 'lapse' : 'release';
  return { kind: end.kind === 'charge' ? 'charge' : given, at: instant(end.at) };
}
