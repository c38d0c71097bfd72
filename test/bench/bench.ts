// Measures Tally against what it could be at best. Started by scripts/bench.mjs.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqlite } from '../../src-main/store/sqlite';
import { catchUpRows } from './catch-up-rows';
import { type Effort, fullEffort, quickEffort } from './effort';
import { historyRows } from './history-rows';
import { insightRows } from './insight-rows';
import { submitClaimSettle } from './jobs-rows';
import { batchOfHolds, holdAndCharge } from './ledger-rows';
import type { Row } from './measure';
import { memoryRows } from './memory-rows';
import { type Circumstances, describeCircumstances, tableOf, writeReport } from './report';
import { videoRows } from './video-rows';
import { whatIfRows } from './what-if-rows';
import { type WindowTools, windowRows } from './window-rows';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'all' },
    quick: { type: 'boolean', default: false },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    project: { type: 'string', default: process.cwd() },
    electron: { type: 'string', default: '' },
    'electron-version': { type: 'string', default: '' },
    'electron-argument': { type: 'string', multiple: true, default: [] },
  },
});

const effort = values.quick ? quickEffort : fullEffort;
const tools: WindowTools = {
  project: values.project,
  electron: values.electron,
  launchArguments: values['electron-argument'],
};

const parts: Record<string, (effort: Effort) => Promise<Row[]>> = {
  ledger: async () => [await holdAndCharge(effort), await batchOfHolds(effort)],
  jobs: async () => [await submitClaimSettle(effort, 1), await submitClaimSettle(effort, 100)],
  clock: catchUpRows,
  insight: () => insightRows(effort, tell),
  'what-if': () => whatIfRows(effort, tell),
  verify: () => historyRows(effort, tell),
  window: () => windowRows(effort, tools, tell),
  memory: () => memoryRows(effort, tools, tell),
  video: () => videoRows(effort, tools, tell),
};

const chosen = values.part === 'all' ? Object.keys(parts) : [values.part];
const rows: Row[] = [];
for (const name of chosen) {
  tell(`Measuring: ${name}`);
  rows.push(...((await parts[name]?.(effort)) ?? []));
}
const circumstances = circumstancesOfNow();
writeReport(join(values.project, 'artifacts', 'bench.json'), circumstances, rows);
console.log(`${tableOf(rows)}\n\n${describeCircumstances(circumstances)}`);

function circumstancesOfNow(): Circumstances {
  const database = openSqlite(':memory:');
  const sqlite = String(database.prepare('select sqlite_version()').pluck().get());
  database.close();
  const [processor] = cpus();
  return {
    date: values.date,
    quick: values.quick,
    processors: `${cpus().length} × ${processor?.model ?? 'unknown processor'}`,
    versions: {
      Node: process.versions.node,
      'better-sqlite3': versionOf('better-sqlite3'),
      SQLite: sqlite,
      plainjob: versionOf('plainjob'),
      ...(values['electron-version'] !== '' && { Electron: values['electron-version'] }),
    },
  };
}

function versionOf(name: string): string {
  const file = join(values.project, 'node_modules', name, 'package.json');
  const manifest: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return manifest.version;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
