import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { temporaryFolder } from './temporary-folder';

function projectWithSources() {
  const project = temporaryFolder();
  mkdirSync(join(project, 'src-main', 'deep'), { recursive: true });
  writeFileSync(join(project, 'src-main', 'deep', 'a.ts'), 'one');
  let builds = 0;
  const build = async () => {
    builds += 1;
    rmSync(join(project, 'out'), { recursive: true, force: true });
    mkdirSync(join(project, 'out', 'main'), { recursive: true });
  };
  return { project, build, builds: () => builds };
}

test('builds once for the same sources, and again after each kind of change', async () => {
  const { project, build, builds } = projectWithSources();
  await ensureBuilt(project, build);
  await ensureBuilt(project, build);
  expect(builds()).toBe(1);
  writeFileSync(join(project, 'src-main', 'deep', 'a.ts'), 'another');
  await ensureBuilt(project, build);
  expect(builds()).toBe(2);
  writeFileSync(join(project, 'src-main', 'b.ts'), 'new');
  await ensureBuilt(project, build);
  expect(builds()).toBe(3);
  rmSync(join(project, 'src-main', 'deep', 'a.ts'));
  await ensureBuilt(project, build);
  expect(builds()).toBe(4);
  rmSync(join(project, 'out'), { recursive: true });
  await ensureBuilt(project, build);
  expect(builds()).toBe(5);
});

test('two at once build once', async () => {
  const { project, build, builds } = projectWithSources();
  await Promise.all([ensureBuilt(project, build), ensureBuilt(project, build)]);
  expect(builds()).toBe(1);
});

test('a failed build is tried again', async () => {
  const { project, build, builds } = projectWithSources();
  const failing = async () => {
    await build();
    throw new Error('broken source');
  };
  await expect(ensureBuilt(project, failing)).rejects.toThrow('broken source');
  expect(existsSync(join(project, '.runtime', 'build.lock'))).toBe(false);
  await ensureBuilt(project, build);
  expect(builds()).toBe(2);
});
