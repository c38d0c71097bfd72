import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureElectron, lookForElectron } from '../../scripts/setup/electron-runtime.mjs';
import { substituteExecutable } from '../../scripts/setup/substitute-runtime.mjs';
import { librariesNotFound } from '../../scripts/setup/system-libraries.mjs';
import { temporaryFolder } from './temporary-folder';

const linux = { platform: 'linux', arch: 'x64', env: {} };
const mac = { platform: 'darwin', arch: 'arm64', env: {} };

function makeExecutable(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  chmodSync(path, 0o755);
}

function makeOfficial(project: string, { wanted = '45.4.1', unpacked = '45.4.1' } = {}) {
  const electron = join(project, 'node_modules', 'electron');
  makeExecutable(join(electron, 'dist', 'electron'));
  writeFileSync(join(electron, 'dist', 'version'), unpacked);
  writeFileSync(join(electron, 'path.txt'), 'electron');
  writeFileSync(join(electron, 'package.json'), JSON.stringify({ version: wanted }));
  return join(electron, 'dist', 'electron');
}

/** Steps that write down their order and do what they are told. */
function scriptedSteps(official: (project: string) => string | undefined) {
  const taken: string[] = [];
  return {
    taken,
    steps: {
      installOfficial: async (project: string) => {
        taken.push('installer');
        return official(project);
      },
      buildSubstitute: async (project: string) => {
        taken.push('substitute');
        makeExecutable(substituteExecutable(project));
      },
    },
  };
}

describe('lookForElectron', () => {
  test('prefers the one given, then the official one, then the substitute', () => {
    const project = temporaryFolder();
    expect(lookForElectron(project, linux)).toBeUndefined();
    makeExecutable(substituteExecutable(project));
    expect(lookForElectron(project, linux)?.kind).toBe('substitute');
    expect(lookForElectron(project, mac)).toBeUndefined();
    const path = makeOfficial(project);
    expect(lookForElectron(project, linux)).toEqual({ path, kind: 'official' });
    const given = join(project, 'my electron');
    makeExecutable(given);
    const env = { ELECTRON_EXEC_PATH: given };
    expect(lookForElectron(project, { ...linux, env })).toEqual({ path: given, kind: 'given' });
  });

  test('refuses a given path that cannot be run, rather than run another', () => {
    const project = temporaryFolder();
    makeOfficial(project);
    const machine = { ...linux, env: { ELECTRON_EXEC_PATH: '/no/such/electron' } };
    expect(() => lookForElectron(project, machine)).toThrow('/no/such/electron');
  });

  test('does not take an official one of another version', () => {
    const project = temporaryFolder();
    makeOfficial(project, { wanted: '46.0.0', unpacked: '45.4.1' });
    expect(lookForElectron(project, linux)).toBeUndefined();
  });
});

describe('ensureElectron', () => {
  test('runs neither step when Electron is there', async () => {
    const project = temporaryFolder();
    makeOfficial(project);
    const { steps, taken } = scriptedSteps(() => 'unused');
    expect((await ensureElectron({ project, machine: linux, steps })).kind).toBe('official');
    expect(taken).toEqual([]);
  });

  test('stops at the installer when it works', async () => {
    const project = temporaryFolder();
    const { steps, taken } = scriptedSteps((folder) => {
      makeOfficial(folder);
      return undefined;
    });
    expect((await ensureElectron({ project, machine: linux, steps })).kind).toBe('official');
    expect(taken).toEqual(['installer']);
  });

  test('builds the substitute where the release host cannot be reached', async () => {
    const { steps, taken } = scriptedSteps(() => 'fetch failed');
    const project = temporaryFolder();
    expect((await ensureElectron({ project, machine: linux, steps })).kind).toBe('substitute');
    expect(taken).toEqual(['installer', 'substitute']);
  });

  test('says why, and what to do, where there is no substitute', async () => {
    const { steps, taken } = scriptedSteps(() => 'fetch failed');
    const ensured = ensureElectron({ project: temporaryFolder(), machine: mac, steps });
    await expect(ensured).rejects.toThrow(/fetch failed.*ELECTRON_EXEC_PATH/);
    expect(taken).toEqual(['installer']);
  });
});

test('missing shared libraries are read from what ldd says', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
  ].join('\n');
  expect(librariesNotFound(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});
