import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dependenciesArePresent, ensureDependencies } from '../../scripts/setup/dependencies.mjs';
import { temporaryFolder } from './temporary-folder';

function projectWithLock(content: string) {
  const project = temporaryFolder();
  writeFileSync(join(project, 'package-lock.json'), content);
  let installs = 0;
  const install = async () => {
    installs += 1;
    rmSync(join(project, 'node_modules'), { recursive: true, force: true });
    mkdirSync(join(project, 'node_modules'));
  };
  return { project, install, installs: () => installs };
}

test('packages are installed once, and again when the lock file changes', async () => {
  const { project, install, installs } = projectWithLock('{"a":1}');
  expect(await ensureDependencies({ project, install })).toBe('installed');
  expect(await ensureDependencies({ project, install })).toBe('present');
  expect(installs()).toBe(1);
  writeFileSync(join(project, 'package-lock.json'), '{"a":2}');
  expect(await ensureDependencies({ project, install })).toBe('installed');
  expect(installs()).toBe(2);
});

test('packages are installed again when node_modules was removed', async () => {
  const { project, install, installs } = projectWithLock('{}');
  await ensureDependencies({ project, install });
  rmSync(join(project, 'node_modules'), { recursive: true });
  expect(dependenciesArePresent(project)).toBe(false);
  await ensureDependencies({ project, install });
  expect(installs()).toBe(2);
});

test('an install that was cut off does not count', async () => {
  const { project, install } = projectWithLock('{}');
  const cutOff = async () => {
    await install();
    throw new Error('cut off');
  };
  await expect(ensureDependencies({ project, install: cutOff })).rejects.toThrow('cut off');
  expect(dependenciesArePresent(project)).toBe(false);
});

test('a missing lock file is named together with the way back', () => {
  expect(() => dependenciesArePresent(temporaryFolder())).toThrow('git checkout package-lock.json');
});
