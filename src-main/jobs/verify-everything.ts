import { setImmediate as breathe } from 'node:timers/promises';
import type { Verification } from '../../src-shared/contract/credits';
import { verifyEntries } from '../ledger/verify-entries';
import type { JobPorts } from './job-ports';
import { verifyJobs } from './verify-jobs';

/** Checks the ledger, then every job against it, then every delivered file; tells how far it is. */
export async function* verifyEverything(
  ports: JobPorts,
  signal: AbortSignal | undefined,
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
  const jobs = verifyJobs(database);
  let jobStep = jobs.next();
  while (jobStep.done !== true) {
    await breathe();
    if (signal?.aborted === true) return;
    jobStep = jobs.next();
  }
  if (jobStep.value !== null) return yield { kind: 'broken', ...jobStep.value };
  const files = ports.assets.everyFile();
  for (const file of files) {
    const condition = await ports.library.conditionOf(file.sha256, file.bytes);
    if (signal?.aborted === true) return;
    if (condition === 'sound') continue;
    return yield { kind: 'broken', at: `picture ${file.id}`, message: `its file is ${condition}` };
  }
  yield { kind: 'sound', entries: ledger.entries, head: ledger.head, files: files.length };
}
