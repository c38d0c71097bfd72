import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { incompatibleLicences } from './tidy/check-licences';
import { checkSource, checkSources, sourcePaths } from './tidy/check-sources';
import { checkWalls } from './tidy/check-walls';
import { longestFile, longestFunction, sourceRules } from './tidy/source-rules';
import { walls } from './tidy/walls';

const project = join(import.meta.dirname, '..');
const folders = ['src-main', 'src-renderer', 'src-shared'];

describe('the house', () => {
  test('stands within its walls', async () => {
    const { modules, violations } = await checkWalls(project, folders);
    expect(modules).toBeGreaterThan(200);
    expect(violations).toEqual([]);
  });

  test('keeps the rules inside its files', () => {
    const places = [...folders, 'test', 'scripts'];
    expect(sourcePaths(project, places).length).toBeGreaterThan(200);
    // This very folder names what it looks for.
    const found = checkSources(project, places).filter((line) => !line.includes(': test/tidy'));
    expect(found).toEqual([]);
  });

  test('has a page about every main folder', () => {
    const main = readdirSync(join(project, 'src-main'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src-main/${name}`);
    const shared = ['billing', 'jobs', 'contract'].map((name) => `src-shared/${name}`);
    const pages = [...main, ...shared, 'src-renderer', 'test', 'scripts'];
    const without = pages.filter((folder) => !existsSync(join(project, folder, 'README.md')));
    expect(without).toEqual([]);
  });

  test('ships only what its licence may be shipped with', () => {
    const { checked, found } = incompatibleLicences(project);
    expect(checked).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });
});

/** A file in each place with an import that the wall forbids. */
const plantedImports: Record<string, readonly [path: string, text: string][]> = {
  'shared-is-pure': [
    ['src-shared/billing/a.ts', "import { join } from 'node:path';\nexport const a = join;"],
    [
      'src-shared/billing/b.ts',
      "import type { Row } from '../../src-main/store/row';\nexport type B = Row;",
    ],
    ['src-shared/billing/c.ts', "import { useState } from 'react';\nexport const c = useState;"],
  ],
  'page-reaches-no-main': [
    [
      'src-renderer/create/a.ts',
      "import { row } from '../../src-main/store/row';\nexport const a = row;",
    ],
    ['src-renderer/create/b.ts', "export { ipcRenderer } from 'electron';"],
  ],
  'page-uses-no-node': [
    ['src-renderer/create/a.ts', "import fs from 'node:fs';\nexport const a = fs;"],
  ],
  'main-reaches-no-page': [['src-main/jobs/a.ts', "export * from '../../src-renderer/app/page';"]],
  'ledger-knows-no-job': [['src-main/ledger/a.ts', "export type { Job } from '../jobs/job';"]],
  'store-knows-no-domain': [['src-main/store/a.ts', "export type { Job } from '../jobs/job';"]],
  'engines-know-no-money': [['src-main/engines/a.ts', "export { row } from '../store/row';"]],
  'engines-open-no-window': [
    ['src-main/engines/sketch/a.ts', "export { part } from '../../shell/part';"],
  ],
  'gallery-knows-no-job-runner': [['src-main/gallery/a.ts', "export { job } from '../jobs/job';"]],
  'billing-clock-knows-no-job': [
    ['src-main/billing-clock/a.ts', "export { job } from '../jobs/job';"],
  ],
  'exports-are-given-all': [['src-main/exports/a.ts', "export { job } from '../jobs/job';"]],
  'jobs-serve-any-caller': [['src-main/jobs/a.ts', "export { part } from '../shell/part';"]],
  'terminal-uses-the-contract': [
    ['src-main/terminal/a.ts', "export const a = () => import('../jobs/job');"],
    ['src-main/terminal/b.ts', "export type { Studio } from '../studio';"],
  ],
  'electron-stays-in-the-shell': [
    ['src-main/jobs/a.ts', "import { app } from 'electron';\nexport const a = app;"],
  ],
  'one-door-to-sqlite': [
    [
      'src-main/store/a.ts',
      "import type Sqlite from 'better-sqlite3';\nexport type A = Sqlite.Database;",
    ],
  ],
  'no-circles': [
    ['src-main/jobs/a.ts', "import { b } from './b';\nexport const a = () => b;"],
    ['src-main/jobs/b.ts', "import { a } from './a';\nexport const b = () => a;"],
  ],
  'every-import-exists': [['src-main/jobs/a.ts', "export { gone } from './gone';"]],
};

/** What the planted files import. */
const bystanders: readonly [path: string, text: string][] = [
  ['src-main/store/row.ts', 'export type Row = number;\nexport const row = 1;'],
  ['src-main/jobs/job.ts', 'export type Job = number;\nexport const job = 1;'],
  ['src-main/shell/part.ts', 'export const part = 1;'],
  ['src-main/studio.ts', 'export type Studio = number;'],
  ['src-renderer/app/page.ts', 'export const page = 1;'],
  ['src-shared/billing/pure.ts', "import { z } from 'zod';\nexport const pure = z;"],
];

async function wallsOf(files: readonly [path: string, text: string][]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'tally-tidy-'));
  try {
    for (const [path, text] of [...bystanders, ...files]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    // No package is installed there; whether one could be found is not what is asked.
    const { violations } = await checkWalls(root, folders);
    return violations.filter((line) => !/^every-import-exists.*→ [^.]/.test(line));
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('a wall', () => {
  test('is not broken by what is allowed', async () => {
    expect(await wallsOf([])).toEqual([]);
  });

  test.each(walls.map(({ name }) => name))('%s is seen to be broken', async (name) => {
    const planted = plantedImports[name] ?? [];
    expect(planted.length).toBeGreaterThan(0);
    const violations = await wallsOf(planted);
    for (const [path] of planted) {
      expect(
        violations.some((line) => line.startsWith(`${name}: `) && line.includes(path)),
        path,
      ).toBe(true);
    }
  });
});

/** A file that breaks each rule, and one that comes close and does not. */
const plantedSources: Record<string, { path?: string; bad: readonly string[]; good: string }> = {
  'one-door-to-time': {
    bad: [
      'const a = Date.now();',
      'const a = new Date();',
      'const a = Temporal.Now.instant();',
      'performance.now();',
    ],
    good: '// Date.now() is not asked here\nconst a = new Date(5);',
  },
  'no-chance': { bad: ['const a = Math.random();'], good: 'const a = Math.max(1, 2);' },
  'one-way-to-write': {
    bad: ["database.exec('BEGIN IMMEDIATE');", 'database.transaction(work)();'],
    good: '/* BEGIN */ write(database, work);',
  },
  'one-port-to-the-page': {
    bad: ["ipcMain.handle('a', b);", "contents.ipc.on('a', b);"],
    good: 'connectPage(contents, options);',
  },
  'money-has-its-own-arithmetic': {
    path: 'src-shared/billing/a.ts',
    bad: ['const a = Math.round(b);', 'const a = parseFloat(b);'],
    good: 'const a = priceOf(1, b, 1);',
  },
  'the-page-does-no-sums': {
    path: 'src-renderer/credits/a.tsx',
    bad: ['const a = balance.available - quote.total;', 'const a = lot.held + 1;'],
    good: 'const a = <p>{balance.available}</p>;',
  },
  'nothing-is-awaited-in-a-transaction': {
    bad: [
      'write(database, async () => b());',
      'write(database, () => list.map(async (a) => await b(a)));',
      'async function a() { await write(database, async function () { await b(); }); }',
    ],
    good: 'async function a() { await b(); write(database, () => c()); }',
  },
  'no-any': { bad: ['let a: any;', 'const a = b as any;'], good: "const any = 'any';" },
  'no-empty-catch': {
    bad: ['try { a(); } catch {}', 'try { a(); } catch (error) { /* never mind */ }'],
    good: 'try { a(); } catch { b(); }',
  },
  'no-silenced-checks': {
    bad: [
      '// @ts-ignore\na();',
      '// @ts-expect-error\na();',
      '// biome-ignore lint/a11y/noAutofocus:\na();',
    ],
    good: '// biome-ignore lint/a11y/noAutofocus: the dialog has one field\na();',
  },
  'nothing-is-left-to-do': { bad: ['// TODO: later'], good: '// Nothing is left to do.' },
  'short-functions': {
    bad: [`function a() {\n${'b();\n'.repeat(longestFunction)}}`],
    good: `function a() {\n${'b();\n'.repeat(longestFunction - 2)}}`,
  },
  'short-files': { bad: ['a();\n'.repeat(longestFile + 1)], good: 'a();\n'.repeat(longestFile) },
};

describe('a rule inside files', () => {
  test.each(sourceRules.map(({ name }) => name))('%s is seen to be broken', (name) => {
    const { path = 'src-main/jobs/a.ts', bad = [], good = '' } = plantedSources[name] ?? {};
    expect(bad.length).toBeGreaterThan(0);
    for (const text of bad) {
      expect(
        checkSource(path, text).map((line) => line.split(':', 1)[0]),
        text,
      ).toContain(name);
    }
    expect(checkSource(path, good)).toEqual([]);
  });
});
