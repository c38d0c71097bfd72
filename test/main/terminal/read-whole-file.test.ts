import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWholeFile } from '../../../src-main/terminal/read-whole-file';
import { temporaryFolder } from '../../helpers/temporary-folder';

function file(text: string): string {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, text);
  return path;
}

test('a file up to the limit is read as it is', async () => {
  expect(await readWholeFile(file('12345'), 5)).toEqual({
    kind: 'whole',
    bytes: new TextEncoder().encode('12345'),
  });
});

test('one byte more is too large, none at all is empty', async () => {
  expect(await readWholeFile(file('123456'), 5)).toEqual({ kind: 'too-large' });
  expect(await readWholeFile(file(''), 5)).toEqual({ kind: 'empty' });
});

test('a folder and a device without an end are no files', async () => {
  expect(await readWholeFile(temporaryFolder(), 5)).toEqual({ kind: 'no-file' });
  expect(await readWholeFile('/dev/zero', 5)).toEqual({ kind: 'no-file' });
});

test('what is not there is told by its code', async () => {
  expect(await readWholeFile(join(temporaryFolder(), 'none'), 5)).toEqual({
    kind: 'failed',
    code: 'ENOENT',
  });
});
