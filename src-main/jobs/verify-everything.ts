import { setImmediate as breathe } from 'node:timers/promises';
import type { Verification } from '../../src-shared/contract/credits';
import type { Break } from '../ledger/compare-balances';
import { verifyEntries } from '../ledger/verify-entries';
import { verifyIdentity } from '../proof/verify-books';
import { verifyOrders } from '../proof/verify-orders';
import type { JobPorts } from './job-ports';
import { verifyUsage } from './recount-usage';
import { verifyJobs } from './verify-jobs';

/**
 * Checks the ledger; then that its credit follows from orders and cycles, every job and the use by day against it; then what was
 * signed of it, and every delivered file. Tells how far it is, and ends early when the signal aborts.
 */
export async function* verifyEverything(
  ports: JobPorts,
  signal: AbortSignal | undefined,
  verifyHeads: () => Promise<Break | null> = async () => null,
): AsyncGenerator<Verification, void, void> {
  const { database } = ports;
  const total = ports.ledger.tip()?.number ?? 0;
  const entries = verifyEntries(database);
  let step = entries.next();
  while (step.done !== true) {
    yield { kind: 'progress', checked: step.value, total };
    await breathe();
    if (signal?.aborted === true) return;
    step = entries.next();
  }
  const ledger = step.value;
  if (ledger.kind === 'broken') return yield ledger;
  for (const check of checksOf(ports)) {
    const problem = await inSteps(check, signal);
    if (problem === 'stopped') return;
    if (problem !== null) return yield { kind: 'broken', ...problem };
  }
  const contradiction = verifyIdentity(ports.identity) ?? (await verifyHeads());
  if (contradiction !== null) return yield { kind: 'broken', ...contradiction };
  const files = ports.assets.everyFile();
  for (const file of files) {
    const condition = await ports.library.conditionOf(file.sha256, file.bytes);
    if (signal?.aborted === true) return;
    if (condition === 'sound') continue;
    return yield { kind: 'broken', at: `picture ${file.id}`, message: `its file is ${condition}` };
  }
  yield { kind: 'sound', entries: ledger.entries, head: ledger.head, files: files.length };
}

type Check = Generator<unknown, Break | null>;

function checksOf({ database, clock, plans }: JobPorts): Check[] {
  clock.catchUp();
  return [
    verifyOrders(database, plans.position()),
    verifyJobs(database),
    verifyUsage(database, plans.account().timeZone),
  ];
}

/** Runs a check step by step and lets others in between. */
async function inSteps(
  check: Check,
  signal: AbortSignal | undefined,
): Promise<Break | null | 'stopped'> {
  for (;;) {
    const step = check.next();
    if (step.done === true) return step.value;
    await breathe();
    if (signal?.aborted === true) return 'stopped';
  }
}
