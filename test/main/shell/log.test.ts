import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLog } from '../../../src-main/shell/log';
import { framesOf, withoutContents } from '../../../src-main/shell/log-text';
import { temporaryFolder } from '../../helpers/temporary-folder';

test.each([
  ['unexpected value: {"prompt":"a secret fox"}', 'unexpected value: {…}'],
  [
    "Cannot read properties of undefined (reading 'fox')",
    'Cannot read properties of undefined (…)',
  ],
  ["ENOENT: no such file, open '/home/anna/fox'", "ENOENT: no such file, open '…'"],
  ['there is no model «fox»', 'there is no model «…»'],
  ['plain\nwords', 'plain words'],
])('%j is logged as %j', (message, logged) => {
  expect(withoutContents(message)).toBe(logged);
});

test('frames are kept without folders', () => {
  const stack =
    'Error: a secret\n    at run (file:///home/anna/tally/out/main.js:10:5)\n    at /a/b.js:1:2';
  expect(framesOf(stack)).toBe('at run (main.js:10:5) < at b.js:1:2');
});

test('a log line has its facts, stays one line, and never goes to standard output', () => {
  const folder = temporaryFolder();
  const written = { out: '', error: '' };
  const catchWrites = (stream: 'stdout' | 'stderr', to: 'out' | 'error') => {
    const spy = vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[to] += String(chunk);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  };
  catchWrites('stdout', 'out');
  catchWrites('stderr', 'error');
  const log = openLog(folder);
  log.info('opened', { jobs: 3 });
  log.warn('refused', { reason: 'two\nlines' });
  log.error('a bug', new TypeError('of "a secret fox"'), { place: 'queue' });
  const lines = readFileSync(join(folder, 'logs', 'tally.log'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info opened jobs=3$/);
  expect(lines[1]).toContain('refused reason="two\\nlines"');
  expect(lines[2]).toContain('place="queue" name="TypeError"');
  expect(lines.join()).not.toContain('secret');
  expect(written.out).toBe('');
  expect(written.error).toContain('tally: refused');
  expect(written.error).not.toContain('opened');
});
